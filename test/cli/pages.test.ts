import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { FactSheet } from "../../server/src/features/fact-sheet/sheet.ts";
import type { Timeline } from "../../server/src/features/timeline/timeline.ts";
import { type CommandLine, install } from "./command-line.ts";

const WORLD = `
knowledgeBase: { title: Port Lune }
sources:
  gazette: { title: Gazette of Port Lune }
entities:
  morvane: { type: country, name: Morvane }
  dorania: { type: country, name: Dorania }
events:
  lune-accord:
    type: agreement
    name: Lune Accord
    date: 2019-05-03
    participants: { signatory: [morvane, dorania] }
    evidence: [{ source: gazette, quote: the Accord was signed here on 3 May 2019 }]
`;
const FAULTY = "# Brief\n\nMorvane and Dorania signed the Lune Accord on 4 May 2019.\n";

// Many programs are started at once, on a machine that may have other work.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
  cli.write("faulty.md", FAULTY);
  cli.write("binary.md", new Uint8Array([80, 75, 3, 4, 0, 0, 0]));
});
afterAll(() => cli.remove());

const written = (file: string) => readFileSync(join(cli.folder, file), "utf8");

describe("facts", () => {
  test("writes Markdown to standard output, and ends well whatever is in it", async () => {
    const { status, stdout, stderr } = await cli.run(["facts", "faulty.md"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^# Fact sheet: Brief\n/);
    expect(stdout).toMatch(/Contradicted .*dates the Lune Accord 4 May 2019/);
  });

  test("writes to a file, in the format that its ending tells", async () => {
    expect((await cli.run(["facts", "faulty.md", "-o", "facts.html"])).stdout).toBe("");
    expect(written("facts.html")).toMatch(/^<!DOCTYPE html>/);
    await cli.run(["facts", "faulty.md", "-o", "facts.csv"]);
    const verdicts = (parseCsv(written("facts.csv")) as string[][]).map(([verdict]) => verdict);
    expect(verdicts).toEqual(["verdict", "supported", "supported", "contradicted"]);
  });

  test("tells programs where a fact stands", async () => {
    const { stdout } = await cli.run(["facts", "faulty.md", "--format", "json"]);
    const { rows } = JSON.parse(stdout) as FactSheet;
    const fact = rows.find(({ kind }) => kind === "event-date")!.facts[0]!;
    expect(fact.at?.uri).toMatch(/world\.yaml$/);
    expect(WORLD.split("\n")[fact.at!.range!.start.line]).toContain("lune-accord");
  });

  test("reads the draft against the knowledge base that is named", async () => {
    cli.write("other.yaml", WORLD.replace("2019-05-03", "2019-05-04"));
    const { stdout } = await cli.run(["facts", "faulty.md", "-k", "other.yaml"]);
    expect(stdout).not.toContain("Contradicted");
  });
});

describe("timeline", () => {
  test("draws SVG, a page, or writes what is on it", async () => {
    expect((await cli.run(["timeline", "faulty.md"])).stdout).toMatch(/^<svg xmlns/);
    expect((await cli.run(["timeline", "faulty.md", "-f", "html"])).stdout).toMatch(/^<!DOCTYPE html>/);
    const { items } = JSON.parse((await cli.run(["timeline", "faulty.md", "-f", "json"])).stdout) as Timeline;
    expect(items.map(({ origin }) => origin)).toEqual(["knowledge", "draft"]);
  });
});

describe.each(["facts", "timeline"])("%s fails, and says why,", (command) => {
  test.each([
    ["of a draft that is not there", ["nowhere.md"], /nowhere\.md/],
    ["of a draft that is no text", ["binary.md"], /no text in UTF-8/],
    ["of a folder that is not there", ["faulty.md", "-o", "no/such/page.html"], /there is no such folder/],
    ["of a format that there is not", ["faulty.md", "-f", "pdf"], /Allowed choices/],
  ])("%s", async (_, args, reason) => {
    const { status, stdout, stderr } = await cli.run([command, ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(reason);
    expect(existsSync(join(cli.folder, "no"))).toBe(false);
  });
});
