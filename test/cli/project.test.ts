import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CommandLine, install } from "./command-line.ts";

const world = (title: string, day: number) => `
knowledgeBase: { title: ${title}, language: en }
sources: { log: { title: Log } }
entities: { quay: { type: place, name: East Quay } }
events:
  a: { type: opening, name: East Quay opening, date: 2024-06-0${day}, place: quay, evidence: [{ source: log }] }
`;
const DRAFT = "The East Quay opening was on 4 June 2024.\n";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(world("Bundled", 4));
  cli.write("facts/harbour.yaml", world("Harbour", 3));
  cli.write(
    ".aide-memoire.yaml",
    `knowledge: facts
checks: { event-date: warning }
overrides: [{ files: annex/**, checks: { event-date: off } }, { files: sound.md, knowledge: bundled }]
exclude: [archive/**]
`,
  );
  for (const name of ["a.md", "annex/b.md", "archive/c.md", "sound.md"]) cli.write(name, DRAFT);
  cli.write("own.md", `---\naide-memoire: { knowledge: facts }\ndate: 2024-07-01\n---\n${DRAFT}`);
});
afterAll(() => cli.remove());

async function checked(...paths: string[]): Promise<Record<string, string[]>> {
  const { stdout } = await cli.run(["check", ...paths, "--format", "json"]);
  const files = JSON.parse(stdout).files as { path: string; findings: { severity: string }[] }[];
  return Object.fromEntries(
    files.map(({ path, findings }) => [path, findings.map(({ severity }) => severity)]),
  );
}

describe("a project file", () => {
  test("says which knowledge bases, how grave, and what is no draft", async () => {
    expect(await checked(".")).toEqual({
      "a.md": ["warning"],
      "annex/b.md": [],
      "own.md": ["warning"],
      "sound.md": [],
    });
  });

  test("that is wrong is told with its place, and the run fails, but is done", async () => {
    cli.write("odd/.aide-memoire.yaml", "checks: { event-dat: off }\n");
    cli.write("odd/a.md", DRAFT);
    const { stderr, stdout, status } = await cli.run(["check", "odd/a.md"]);
    expect(stderr).toContain(
      "odd/.aide-memoire.yaml:1:11: Unknown key `event-dat`; did you mean `event-date`?",
    );
    expect(stdout).toContain("1 draft checked");
    expect(status).toBe(2);
  });

  test("whose pattern fits no knowledge base is told so", async () => {
    cli.write("none/.aide-memoire.yaml", 'knowledge: ["bases/*.yaml"]\n');
    cli.write("none/a.md", DRAFT);
    const { stderr, status } = await cli.run(["check", "none/a.md"]);
    expect(stderr).toContain("none/bases/*.yaml: no knowledge base matches.");
    expect(status).toBe(2);
  });
});

test("explain-config tells what holds for a draft, and who said so", async () => {
  const rows = async (path: string) => {
    const { stdout } = await cli.run(["explain-config", path, "--format", "json"]);
    const { settings } = JSON.parse(stdout) as {
      settings: { setting: string; value: string; because: string }[];
    };
    return settings.map(({ setting, value, because }) => `${setting} ${value} (${because})`);
  };
  expect(await rows("annex/b.md")).toEqual(
    expect.arrayContaining([
      "knowledge base facts (.aide-memoire.yaml)",
      "event-date off (.aide-memoire.yaml, for annex/**)",
      "event-place error (its own severity)",
    ]),
  );
  expect(await rows("own.md")).toEqual(
    expect.arrayContaining([
      "knowledge base facts (the draft's front matter)",
      "written on 2024-07-01 (the draft's front matter)",
    ]),
  );
});

test("explain tells how a sentence was read", async () => {
  const { stdout, status } = await cli.run(["explain", "a.md:1:30"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^The East Quay opening was on 4 June 2024\.\n/);
  expect(stdout).toContain("was taken for “East Quay opening”; tested: its date.");
  expect(JSON.parse((await cli.run(["explain", "a.md:1", "-f", "json"])).stdout).sections).not.toEqual([]);
  expect((await cli.run(["explain", "a.md"])).stderr).toContain("write FILE:LINE:COLUMN");
});

test("init writes one that is right and says nothing yet, and never over another", async () => {
  cli.write("new/a.md", DRAFT);
  expect((await cli.run(["init", "new"])).stdout).toContain("new/.aide-memoire.yaml is written.");
  expect((await cli.run(["check", "new/a.md"])).stderr).toBe("");
  const again = await cli.run(["init", "new"]);
  expect(again.stderr).toContain("there is one already; it stays as it is.");
  expect(again.status).toBe(2);
});
