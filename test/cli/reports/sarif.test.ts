import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Log, Result } from "sarif";
import { describe, expect, test } from "vitest";
import { CHECKS } from "../../../server/src/checks/index.ts";
import { sarifReport } from "../../../server/src/cli/reports/sarif.ts";
import schema from "./sarif-2.1.0.schema.json";
import { DRAFTS, draft, FAULTY, reportOn } from "./world.ts";

/** OASIS's own schema; see https://docs.oasis-open.org/sarif/sarif/v2.1.0/. */
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const isSarif = ajv.compile(schema);

function sarif(...args: [drafts?: typeof DRAFTS, how?: Parameters<typeof reportOn>[2]]): Log {
  return JSON.parse(reportOn(sarifReport, ...args));
}

function resultsOf(log: Log): Result[] {
  return log.runs[0]!.results!;
}

describe("the SARIF report", () => {
  test.each([
    ["of drafts of all kinds", sarif()],
    ["of nothing", sarif([])],
    ["of a run that failed", sarif(DRAFTS, { run: { complete: false, troubles: ["a.md: lost"] } })],
    ["against a baseline", sarif(DRAFTS, { setting: { hasBaseline: true } })],
    ["without the checks' pages", sarif(DRAFTS, { setting: { page: () => undefined } })],
  ])("%s is valid by the schema of SARIF 2.1.0", (_, log) => {
    isSarif(log);
    expect(isSarif.errors ?? []).toEqual([]);
  });

  test("has every check as a rule, with its page", () => {
    const { rules } = sarif().runs[0]!.tool.driver;
    expect(rules!.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
    const rule = rules!.find(({ id }) => id === "event-date")!;
    expect(rule.help!.markdown).toContain("Readers\nlook dates up");
    expect(rule.help!.text).not.toMatch(/```|^#/m);
    expect(rules!.find(({ id }) => id === "unverified")!.defaultConfiguration!.enabled).toBe(false);
  });

  test("has the exact words, what to write instead and the places that belong to them", () => {
    const [result] = resultsOf(sarif([draft("a b.md", FAULTY)]));
    const { artifactLocation, region } = result!.locations![0]!.physicalLocation!;
    expect(artifactLocation).toEqual({ uri: "a%20b.md", uriBaseId: "SRCROOT" });
    expect(FAULTY.slice(region!.startColumn! - 1, region!.endColumn! - 1)).toBe("4 May 2019");
    expect(result!.fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent).toEqual({
      text: "3 May 2019",
    });
    expect(result!.relatedLocations!.length).toBeGreaterThan(0);
  });

  test("tells equal sentences apart, and knows them when their draft has another name", () => {
    const prints = (path: string, text: string) =>
      resultsOf(sarif([draft(path, text)])).map(
        ({ partialFingerprints }) => partialFingerprints!.primaryLocationLineHash!,
      );
    const [first, second] = prints("twice.md", `${FAULTY}\n${FAULTY}`);
    expect(first).toMatch(/^[0-9a-f]{16}:1$/);
    expect(second).toBe(first!.replace(":1", ":2"));
    expect(prints("renamed.md", `# Moved\n\n${FAULTY}`)).toEqual([first]);
  });

  test("suppresses what is ignored, with the reason, and what the baseline knows", () => {
    const results = resultsOf(sarif(DRAFTS, { setting: { hasBaseline: true } }));
    const of = (path: string) =>
      results.filter((each) => each.locations![0]!.physicalLocation!.artifactLocation!.uri === path);
    expect(of("ignored.md").map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: "inSource", status: "accepted", justification: "why & <how>" }],
    ]);
    expect(of("known.md")).toMatchObject([
      { baselineState: "unchanged", suppressions: [{ kind: "external" }] },
    ]);
    expect(of("twice.md")).toMatchObject([{ baselineState: "new" }, { baselineState: "new" }]);
  });

  test("says that a run failed, and why", () => {
    const { invocations } = sarif([], { run: { complete: false, troubles: ["a.md: lost"] } }).runs[0]!;
    expect(invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ message: { text: "a.md: lost" } }] },
    ]);
  });

  // npm has it as @microsoft/sarif-multitool; its hundred megabytes are no part of the project.
  test.skipIf(process.env.SARIF_MULTITOOL === undefined)("satisfies Microsoft's multitool", () => {
    const folder = mkdtempSync(join(tmpdir(), "aide-memoire-"));
    const file = join(folder, "findings.sarif");
    writeFileSync(file, JSON.stringify(sarif(DRAFTS, { setting: { hasBaseline: true } })));
    const { stdout } = spawnSync(
      process.env.SARIF_MULTITOOL!,
      ["validate", file, "--level", "Error;Warning"],
      {
        encoding: "utf8",
        env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
      },
    );
    rmSync(folder, { recursive: true });
    expect(stdout).toContain("Analysis completed successfully");
    const told = Array.from(stdout.matchAll(/(?:error|warning) (\w+):/g), ([, rule]) => rule);
    // The project has no address of its own to give.
    expect(told.filter((rule) => rule !== "SARIF2005")).toEqual([]);
  });
});
