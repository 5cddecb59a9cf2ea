import { chmodSync } from "node:fs";
import { join } from "node:path";
import Schema from "typebox/schema";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fingerprint } from "../../server/src/ignoring/fingerprint.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { type CommandLine, install } from "./command-line.ts";
import reportSchema from "./report.schema.json";

const WORLD = `
knowledgeBase: { title: Port Lune, language: en }
sources:
  gazette: { title: Gazette of Port Lune }
entities:
  port-lune: { type: place, name: Port Lune }
  morvane: { type: country, name: Morvane, demonyms: [Morvanian] }
  dorania: { type: country, name: Dorania, demonyms: [Doranian] }
events:
  lune-accord:
    type: agreement
    name: Lune Accord
    date: 2019-05-03
    place: port-lune
    participants: { signatory: [morvane, dorania] }
    evidence: [{ source: gazette, quote: the Accord was signed here on 3 May 2019 }]
`;
const OTHER_WORLD = WORLD.replace("title: Port Lune", "title: Another").replace("2019-05-03", "2019-05-04");
const SOUND = "Morvane and Dorania signed the Lune Accord on 3 May 2019.\n";
const FAULTY = "Morvane and Dorania signed the Lune Accord on 4 May 2019.\n";

// Many programs are started at once, on a machine that may have other work.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
  cli.write("sound.md", SOUND);
  cli.write("faulty.md", FAULTY);
  cli.write("empty.md", "");
  cli.write("binary.md", new Uint8Array([80, 75, 3, 4, 0, 0, 0]));
  cli.write(
    "latin.txt",
    new Uint8Array([...Buffer.from("Caf"), 0xe9, ...Buffer.from(". "), ...Buffer.from(FAULTY)]),
  );
  cli.write("folder/one.md", SOUND);
  cli.write("folder/two.txt", SOUND);
  cli.write("folder/deeper/three.markdown", FAULTY);
  cli.write("folder/picture.png", new Uint8Array([0, 1, 2]));
  cli.write("folder/node_modules/package/read.md", FAULTY);
  cli.write("folder/.hidden/secret.md", FAULTY);
  cli.write("bare/picture.png", new Uint8Array([0, 1, 2]));
  cli.write("other.yaml", OTHER_WORLD);
  cli.write("broken.yaml", WORLD.replace("date: 2019-05-03", "date: 2019-02-30"));
  cli.write("blank.yaml", "");
});
afterAll(() => cli.remove());

describe("drafts of one run", () => {
  const told = (day: string) =>
    `Morvane and Dorania agreed. The Dorn Merger was agreed on ${day} May 2019.\n`;

  test("are held against those before them", async () => {
    cli.write("dossier/a.md", told("3"));
    cli.write("dossier/b.md", told("4"));
    const together = await cli.run(["check", "dossier", "--format", "json"]);
    const files: { path: string; findings: { message: string }[] }[] = JSON.parse(together.stdout).files;
    expect(files.map(({ findings }) => findings.map(({ message }) => message))).toEqual([
      [],
      ["“The Dorn Merger” is given another date elsewhere: “3 May 2019” (a.md, line 1). Both cannot hold."],
    ]);
    const alone = await cli.run(["check", "dossier/b.md", "--format", "json"]);
    expect(JSON.parse(alone.stdout).files[0].findings).toEqual([]);
  });
});

describe("what git ignores", () => {
  test("is left out of folders and patterns, but not where it is named or asked for", async () => {
    cli.write("repository/.gitignore", "drafts/*.tmp.md\n!drafts/kept.tmp.md\n/out/\n");
    cli.write("repository/.git/HEAD", "");
    for (const name of [
      "drafts/a.md",
      "drafts/b.tmp.md",
      "drafts/kept.tmp.md",
      "out/c.md",
      "drafts/out/d.md",
    ])
      cli.write(`repository/${name}`, SOUND);
    const checked = async (...args: string[]) => {
      const { stdout } = await cli.run(["check", ...args, "--format", "json"]);
      return JSON.parse(stdout).files.map(({ path }: { path: string }) => path.replace(/^repository\//, ""));
    };
    const kept = ["drafts/a.md", "drafts/kept.tmp.md", "drafts/out/d.md"];
    expect(await checked("repository")).toEqual(kept);
    expect(await checked("repository/drafts")).toEqual(kept);
    expect(await checked("repository/**/*.md")).toEqual(kept);
    expect(await checked("repository/drafts/b.tmp.md")).toEqual(["drafts/b.tmp.md"]);
    expect(await checked("repository", "--no-gitignore")).toHaveLength(5);
    expect(await checked("repository/out")).toEqual(["out/c.md"]);
    const { status, stderr } = await cli.run(["check", "repository/out/*.md"]);
    expect(status).toBe(2);
    expect(stderr).toContain("repository/out/*.md: all drafts there are left out by .gitignore.");
    cli.write("repository/.aide-memoire.yaml", "gitignore: false\n");
    expect(await checked("repository")).toHaveLength(5);
  });
});

describe("the exit status", () => {
  test.concurrent.each([
    ["sound.md", 0],
    ["faulty.md", 1],
    ["sound.md faulty.md", 1],
    ["faulty.md --fail-on warning", 1],
    ["faulty.md --fail-on hint", 1],
    ["faulty.md --fail-on never", 0],
    ["faulty.md --knowledge other.yaml", 0],
    ["sound.md --knowledge other.yaml", 1],
    ["empty.md sound.md", 0],
    ["empty.md faulty.md", 1],
    ["folder", 1],
    ["faulty.md missing.md", 2],
  ])("check %s: %i", async (args, status) => {
    expect((await cli.run(["check", ...args.split(" ")])).status).toBe(status);
  });

  test.concurrent.each([
    ["--version", 0],
    ["--help", 0],
    ["check --help", 0],
    ["checks", 0],
    ["", 2],
    ["chekc", 2],
    ["check", 2],
    ["check sound.md --formt json", 2],
    ["check sound.md --format yaml", 2],
    ["check sound.md --fail-on sometimes", 2],
  ])("%s: %i", async (args, status) => {
    expect((await cli.run(args.split(" ").filter(Boolean))).status).toBe(status);
  });
});

describe("bad input is named, with what to do", () => {
  test.concurrent.each([
    ["missing.md", "missing.md: there is no such file or folder."],
    ["'nothing*.md'", "no draft"],
    ["bare", "bare: no draft (*.md, *.markdown, *.qmd, "],
    ["empty.md", "No draft holds any text, so nothing was checked."],
    ["binary.md", "binary.md: this is no text in UTF-8."],
    ["sound.md --knowledge missing.yaml", "missing.yaml: there is no such knowledge base."],
    ["sound.md --knowledge bare", "bare: this folder has no *.yaml file."],
    ["sound.md --knowledge blank.yaml", "blank.yaml:1:1 no-entries"],
    ["sound.md --knowledge broken.yaml", "bad-date"],
    ["sound.md --knowledge binary.md", "binary.md:1:"],
    ["sound.md --formt json", "--format"],
    ["", "missing required argument"],
  ])("%s", async (args, message) => {
    const run = await cli.run(["check", ...args.replaceAll("'", "").split(" ").filter(Boolean)]);
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(2);
  });
});

test("a folder without read rights is named, and the rest is checked", async ({ skip }) => {
  skip(process.getuid?.() === 0, "root may read everything");
  cli.write("partly/open.md", SOUND);
  cli.write("partly/closed/secret.md", SOUND);
  chmodSync(join(cli.folder, "partly/closed"), 0);
  const run = await cli.run(["check", "partly", "--format", "json"]);
  chmodSync(join(cli.folder, "partly/closed"), 0o755);
  expect(run.stderr).toContain("partly/closed: you may not read it.");
  expect(counted(run.stdout)).toEqual({ "partly/open.md": 0 });
  expect(run.status).toBe(2);
});

test("a draft that is not UTF-8 is checked all the same", async () => {
  const run = await cli.run(["check", "latin.txt"]);
  expect(run.stderr).toContain("latin.txt: some characters are not valid UTF-8");
  expect(run.status).toBe(1);
});

test("a knowledge base may speak of what those before it have", async () => {
  cli.write("first.yaml", WORLD);
  cli.write(
    "second.yaml",
    "events: { lune-feast: { type: meeting, name: Lune feast, date: 2019-05-05, place: port-lune, follows: [lune-accord] } }\n",
  );
  const together = await cli.run(["check", "sound.md", "-k", "first.yaml", "-k", "second.yaml"]);
  expect(together).toMatchObject({ status: 0, stderr: "" });
  const checked = await cli.run(["knowledge", "check", "first.yaml", "second.yaml", "--fail-on", "error"]);
  expect(checked.status).toBe(0);
  const alone = await cli.run(["knowledge", "check", "second.yaml"]);
  expect(alone.stdout).toContain("dangling-id");
  expect(alone.status).toBe(1);
});

test("an empty draft among others is no failure, but is named", async () => {
  const run = await cli.run(["check", "empty.md", "sound.md"]);
  expect(run.stderr).toContain("empty.md: the file is empty");
});

test("a broken knowledge base is shown with its place, and the drafts are checked with what remains", async () => {
  const run = await cli.run(["check", "sound.md", "--knowledge", "broken.yaml", "--format", "json"]);
  expect(run.stderr).toMatchInlineSnapshot(`
    "error: broken.yaml:13:11 bad-date \`date\`: “2019-02-30” is not in the calendar: that month has 28 days.
      13 │     date: 2019-02-30
         │           ^^^^^^^^^^
    "
  `);
  expect(counted(run.stdout)).toEqual({ "sound.md": 0 });
});

describe("the drafts", () => {
  test("of a folder are its Markdown and plain text, but nothing hidden and nothing of node_modules", async () => {
    const { stdout } = await cli.run(["check", "folder", "--format", "json"]);
    expect(counted(stdout)).toEqual({
      "folder/deeper/three.markdown": 1,
      "folder/one.md": 0,
      "folder/two.txt": 0,
    });
  });

  test.each([
    [["folder/**/*.m*"], ["folder/deeper/three.markdown", "folder/one.md"]],
    [
      ["./folder/one.md", "folder/one.md", "folder/*"],
      ["./folder/one.md", "folder/two.txt"],
    ],
  ])("%j keep the paths as given, each draft once", async (paths, expected) => {
    const { stdout } = await cli.run(["check", ...paths, "--format", "json"]);
    expect(Object.keys(counted(stdout))).toEqual(expected);
  });
});

describe("what is ignored", () => {
  test("in the text, in the front matter and by the nearest ignore file is not reported", async () => {
    const report = async (path: string) =>
      JSON.parse((await cli.run(["check", path, "--format", "json"])).stdout).files[0].findings as {
        check: string;
      }[];
    cli.write("known/comment.md", FAULTY.replace("\n", " <!-- aide-memoire-disable-line event-date -->\n"));
    cli.write("known/whole.md", `---\naide-memoire: { disable: [event-date] }\n---\n${FAULTY}`);
    cli.write("known/faulty.md", FAULTY);
    expect(await report("known/comment.md")).toEqual([]);
    expect(await report("known/whole.md")).toEqual([]);
    expect(await report("known/faulty.md")).toHaveLength(1);
    const fingerprint = fingerprintOf(FAULTY, "4 May 2019");
    cli.write(
      "known/.aide-memoire-ignore.yaml",
      `- { check: event-date, fingerprint: "${fingerprint}", file: sound.md }\n`,
    );
    cli.write("known/sound.md", SOUND);
    expect(await report("known/faulty.md")).toEqual([]);
    expect(await report("known/sound.md")).toMatchObject([{ check: "unused-ignore" }]);
  });

  test("by a broken ignore file is told with its place, and the run fails", async () => {
    cli.write("odd/draft.md", SOUND);
    cli.write("odd/.aide-memoire-ignore.yaml", "- check: event-date\n");
    const { stderr, status } = await cli.run(["check", "odd/draft.md"]);
    expect(stderr).toContain("odd/.aide-memoire-ignore.yaml:1:3: This ignored finding has no `fingerprint`");
    expect(status).toBe(2);
  });

  function fingerprintOf(text: string, words: string): string {
    const start = text.indexOf(words);
    const draft = readDraft({ uri: "draft:", text, format: "markdown" });
    return fingerprint("event-date", { start, end: start + words.length }, draft);
  }
});

describe("what lies with a knowledge base", () => {
  test("is no draft, but for samples and for what is named itself", async () => {
    cli.write("desk/knowledge/base.yaml", OTHER_WORLD);
    cli.write("desk/knowledge/texts/gazette.txt", SOUND);
    cli.write("desk/knowledge/samples/try.md", SOUND);
    cli.write("desk/report.md", SOUND);
    const paths = async (path: string) =>
      Object.keys(counted((await cli.run(["check", path, "--format", "json"])).stdout));
    expect(await paths("desk")).toEqual(["desk/knowledge/samples/try.md", "desk/report.md"]);
    expect(await paths("desk/knowledge/texts/gazette.txt")).toEqual(["desk/knowledge/texts/gazette.txt"]);
  });
});

describe("the knowledge base", () => {
  const titles = (stdout: string) =>
    (JSON.parse(stdout).knowledgeBases as { title: string }[]).map(({ title }) => title);

  test("is the bundled one where there is no other", async () => {
    const { stdout } = await cli.run(["check", "sound.md", "--format", "json"]);
    expect(titles(stdout)).toEqual(["Port Lune"]);
  });

  test("is found beside the draft and above it, the nearest winning", async () => {
    cli.write("region/knowledge/base.yaml", WORLD.replace("title: Port Lune", "title: Region"));
    cli.write("region/report/draft.md", SOUND);
    cli.write("region/report/own.knowledge.yaml", OTHER_WORLD);
    const { stdout } = await cli.run(["check", "draft.md", "--format", "json"], {
      cwd: join(cli.folder, "region/report"),
    });
    expect(titles(stdout)).toEqual(["Region", "Another"]);
    expect(counted(stdout)).toEqual({ "draft.md": 1 });
  });

  test("is the one that --knowledge names, and no other", async () => {
    const args = ["check", "region/report/draft.md", "--knowledge", "other.yaml", "--format", "json"];
    expect(titles((await cli.run(args)).stdout)).toEqual(["Another"]);
  });
});

describe("the report", () => {
  test("in text frames the guilty words, gives the evidence and the way out, and sums up", async () => {
    const { stdout } = await cli.run(["check", "faulty.md", "sound.md"]);
    expect(stdout).toMatchInlineSnapshot(`
      "faulty.md
      1:47 error event-date The Lune Accord was on 3 May 2019, not 4 May 2019.
        1 │ Morvane and Dorania signed the Lune Accord on 4 May 2019.
          │                                               ^^^^^^^^^^
            Gazette of Port Lune: “the Accord was signed here on 3 May 2019”
            → 3 May 2019

      2 drafts checked: 1 error.
      Statements: 5 supported, 1 contradicted, 0 not covered by the knowledge base.
      Checked against: Port Lune.
      "
    `);
  });

  test("in JSON is as its schema says, with positions as in the Language Server Protocol", async () => {
    const line = `\u{1F4DC} ${FAULTY}`;
    cli.write("windows.md", `# Report\r\n\r\n${line}`);
    const { stdout } = await cli.run(["check", "windows.md", "--format", "json"]);
    const report = JSON.parse(stdout);
    expect(Schema.Errors(reportSchema as object, report)).toEqual([true, []]);
    expect(report.files[0].findings[0].range.start).toEqual({
      line: 2,
      character: line.indexOf("4 May 2019"),
    });
    expect(report.files[0].findings[0].suggestions).toEqual(["3 May 2019"]);
  });

  test("ends quietly when its reader has gone", async () => {
    const run = await cli.run(["check", "faulty.md"], { reading: false });
    expect(run).toEqual({ status: 1, stdout: "", stderr: "" });
  });

  test("has colours only where they are wanted", async () => {
    const coloured = async (args: string[], environment: Record<string, string>) =>
      (await cli.run(["check", "faulty.md", ...args], { environment })).stdout.includes("\u001b[");
    expect(await coloured([], { NO_COLOR: "" })).toBe(false);
    expect(await coloured([], { NO_COLOR: "", FORCE_COLOR: "1" })).toBe(true);
    expect(await coloured([], { NO_COLOR: "1", FORCE_COLOR: "1" })).toBe(false);
    expect(await coloured(["--color"], { NO_COLOR: "1" })).toBe(true);
    expect(await coloured(["--no-color"], { NO_COLOR: "", FORCE_COLOR: "1" })).toBe(false);
  });
});

/** The paths of the files in a JSON report, with the number of findings of each. */
function counted(stdout: string): Record<string, number> {
  const { files } = JSON.parse(stdout) as { files: { path: string; findings: unknown[] }[] };
  return Object.fromEntries(files.map(({ path, findings }) => [path, findings.length]));
}
