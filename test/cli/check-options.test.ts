import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { REPORTS } from "../../server/src/cli/reports/index.ts";
import { type CommandLine, install } from "./command-line.ts";
import { FAULTY, WORLD } from "./reports/world.ts";

const SOUND = FAULTY.replace("4 May", "3 May");
/** A warning and no error. */
const MILD = "Morvane and Dorania signed the Lune Accord on Monday, 3 May 2019.\n";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
  cli.write("sound.md", SOUND);
  cli.write("faulty.md", FAULTY);
  cli.write("mild.md", `${MILD}\n${MILD}`);
});
afterAll(() => cli.remove());

const read = (file: string) => readFileSync(join(cli.folder, file), "utf8");
const pathsIn = (stdout: string) => (JSON.parse(stdout).files as { path: string }[]).map(({ path }) => path);

describe("the exit status", () => {
  test.concurrent.each([
    ["mild.md", 0],
    ["mild.md --fail-on warning", 1],
    ["mild.md --max-warnings 1", 1],
    ["mild.md --max-warnings 2", 0],
    ["mild.md --max-warnings 0 --fail-on never", 1],
    ["faulty.md --quiet", 1],
    ["mild.md --quiet", 0],
    ["mild.md --max-warnings many", 2],
    ["faulty.md --report sarif", 2],
    ["faulty.md --report yaml=x", 2],
    ["faulty.md --report csv=same.out --report html=same.out", 2],
    ["faulty.md --baseline none.json", 2],
    ["faulty.md --output faulty.md/x", 2],
    ["sound.md -o out/deep/report.json -f json", 0],
  ])("check %s: %i", async (args, status) => {
    expect((await cli.run(["check", ...args.split(" ")])).status).toBe(status);
  });

  test.concurrent.each(Object.keys(REPORTS))("is the same in the format %s", async (format) => {
    expect((await cli.run(["check", "sound.md", "--format", format])).status).toBe(0);
    expect((await cli.run(["check", "faulty.md", "--format", format])).status).toBe(1);
    expect((await cli.run(["check", "faulty.md", "lost.md", "--format", format])).status).toBe(2);
  });
});

describe("several reports at once", () => {
  test("go to files, each complete, and one to standard output", async () => {
    const wanted = ["sarif", "html", "junit", "csv"].map(
      (format) => `--report=${format}=several/out.${format}`,
    );
    const { stdout, status } = await cli.run(["check", "faulty.md", "-f", "github", ...wanted]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error title=/);
    expect(JSON.parse(read("several/out.sarif")).runs[0].results).toHaveLength(1);
    expect(read("several/out.html")).toContain("</html>");
    expect(read("several/out.junit")).toContain("</testsuites>");
    expect(readdirSync(join(cli.folder, "several")).length).toBe(4);
  });

  test("have no colours in files", async () => {
    await cli.run(["check", "faulty.md", "--color", "-o", "plain.txt"]);
    expect(read("plain.txt")).toContain("faulty.md\n1:47 error event-date");
  });

  test("name drafts from the root of the repository, wherever the run is", async () => {
    cli.write("sub/deep/faulty.md", FAULTY);
    const { stdout } = await cli.run(["check", ".", "-f", "gitlab"], { cwd: join(cli.folder, "sub") });
    expect(JSON.parse(stdout)[0].location.path).toBe("sub/deep/faulty.md");
  });
});

describe("standard input", () => {
  test.each([
    [["--stdin-name", "brief.tex"], "brief.tex"],
    [["-"], "stdin"],
    [["-", "--stdin-name", "sub/brief.md"], "sub/brief.md"],
  ])("is a draft: %j", async (args, name) => {
    const { stdout, status } = await cli.run(["check", ...args, "-f", "json"], { input: FAULTY });
    expect(pathsIn(stdout)).toEqual([name]);
    expect(status).toBe(1);
  });

  test("that is empty, or no text, is no clean draft", async () => {
    expect((await cli.run(["check", "-"])).status).toBe(2);
    expect((await cli.run(["check", "-"], { input: new Uint8Array([80, 75, 0, 0]) })).status).toBe(2);
  });
});

describe("what git leaves out", () => {
  test("is left out of folders and patterns, but not where it is named", async () => {
    cli.write("papers/.gitignore", "build/\n*.tmp.md\n!keep.tmp.md\n");
    for (const name of ["a.md", "b.tmp.md", "keep.tmp.md", "build/c.md", "deep/d.tmp.md"])
      cli.write(`papers/${name}`, SOUND);
    cli.write("papers/deep/.gitignore", "!d.tmp.md\n");
    const paths = async (...args: string[]) =>
      pathsIn((await cli.run(["check", ...args, "-f", "json"])).stdout);
    expect(await paths("papers")).toEqual(["papers/a.md", "papers/deep/d.tmp.md", "papers/keep.tmp.md"]);
    expect(await paths("papers/*.md")).toEqual(["papers/a.md", "papers/keep.tmp.md"]);
    expect(await paths("papers/b.tmp.md")).toEqual(["papers/b.tmp.md"]);
    expect(await paths("papers/build")).toEqual(["papers/build/c.md"]);
    expect((await paths("papers", "--no-gitignore")).length).toBe(5);
  });

  test("is no reason to pass for a clean run", async () => {
    cli.write("left/.gitignore", "*.md\n");
    cli.write("left/a.md", FAULTY);
    const { status, stderr } = await cli.run(["check", "left"]);
    expect(stderr).toContain("left: all drafts there are left out by .gitignore.");
    expect(status).toBe(2);
  });
});

test("a quiet run tells only what makes it fail", async () => {
  expect((await cli.run(["check", "mild.md", "sound.md", "-q"])).stdout).toBe("");
  const { stdout, stderr } = await cli.run(["check", "mild.md", "faulty.md", "-q"]);
  expect(stdout).toMatch(/^faulty\.md\n1:47 error/);
  expect(stdout).not.toContain("checked");
  expect(stderr).toBe("");
  const many = await cli.run(["check", "mild.md", "-q", "--max-warnings", "1"]);
  expect(many).toMatchObject({ status: 1, stderr: "note: 2 warnings, and at most 1 may be there.\n" });
});

test("check and place are links where the terminal can show them", async () => {
  const { stdout } = await cli.run(["check", "faulty.md"], { environment: { FORCE_HYPERLINK: "1" } });
  expect(stdout.replaceAll("\u001b", "ESC")).toMatch(
    /ESC\]8;;file:\S+checks\/event-date\.mdESC\\event-dateESC\]8;;ESC\\/,
  );
  expect((await cli.run(["check", "faulty.md"])).stdout).not.toContain("\u001b");
});

describe("records", () => {
  const records = [
    { id: "a.md", text: FAULTY, language: "en" },
    { id: 7, text: SOUND },
    { id: null, text: `\\section{A}\n${FAULTY}`, language: "latex" },
    { id: "de", text: FAULTY, language: "de" },
  ];
  const lines = (...each: unknown[]) => each.map((record) => `${JSON.stringify(record)}\n`).join("");
  const run = (input: string, ...args: string[]) => cli.run(["check", "-f", "jsonl", ...args], { input });

  test("come back one for one, in their order", async () => {
    const { stdout, status, stderr } = await run(lines(...records));
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, findings }) => [id, findings?.length])).toEqual([
      ["a.md", 1],
      [7, 0],
      [null, 1],
      ["de", undefined],
    ]);
    expect(answers[3].skipped).toContain("“de”");
    expect([status, stderr]).toEqual([1, ""]);
  });

  test("are found the same however the corpus is cut", async () => {
    const whole = (await run(lines(...records, ...records))).stdout;
    const cut = await Promise.all([run(lines(...records)), run(lines(...records))]);
    expect(cut.map(({ stdout }) => stdout).join("")).toBe(whole);
  });

  test.skipIf(spawnSync("parallel", ["--version"]).error !== undefined)(
    "are found the same when GNU parallel spreads them over processes",
    async () => {
      const corpus = lines(...Array.from({ length: 12 }, () => records).flat());
      const whole = (await run(corpus)).stdout;
      const spread = ["--will-cite", "--pipe", "-k", "-N", "10", "-j", "2"];
      const command = [process.execPath, cli.program, "check", "--format", "jsonl", "--fail-on", "never"];
      const { stdout } = spawnSync("parallel", [...spread, ...command], {
        cwd: cli.folder,
        input: corpus,
        encoding: "utf8",
      });
      expect(stdout).toBe(whole);
    },
  );

  test("take no option that is about all drafts together", async () => {
    for (const option of ["--output=x", "--report=csv=x", "--baseline=x", "--write-baseline", "--changed"])
      expect((await run(lines(records[0]), option)).status).toBe(2);
  });

  test("that are broken lose nothing of the others, but the run fails", async () => {
    const { stdout, status, stderr } = await run(`{"id": 1\n\n[]\n{"id":2}\n${lines(records[1])}`);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ error }) => typeof error)).toEqual(["string", "string", "string", "undefined"]);
    expect(stderr).toContain("standard input, line 4: This record has no “text”.");
    expect(status).toBe(2);
  });
});

describe("the baseline", () => {
  const check = (...args: string[]) => cli.run(["check", "base", "--baseline", "base.json", ...args]);

  test("knows what was there, whatever changes around it", async () => {
    cli.write("base/a.md", `First.\n\n${FAULTY}\nLast.\n`);
    cli.write("base/b.md", SOUND);
    const written = await check("--write-baseline");
    expect(written).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("1 finding is in base.json now"),
    });
    expect(JSON.parse(read("base.json")).findings).toMatchObject([
      { file: "base/a.md", check: "event-date", words: "4 May 2019" },
    ]);
    expect((await check()).status).toBe(0);
    cli.write("base/a.md", `# New\r\n\r\nLast.\r\n\r\n${FAULTY.replace(" the ", "\r\nthe ")}`);
    expect(await check()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("1 finding of the baseline"),
    });
    cli.write("base/b.md", `${SOUND}\n${FAULTY}`);
    const copied = await check("-f", "json");
    expect(JSON.parse(copied.stdout).files.map(({ findings }: { findings: [] }) => findings.length)).toEqual([
      0, 1,
    ]);
    expect(copied.status).toBe(1);
  });

  test("knows it in a draft that was renamed, and after it moved to another", async () => {
    cli.write("base/a.md", SOUND);
    cli.write("base/b.md", FAULTY);
    expect((await check()).status).toBe(0);
    cli.write("base/b.md", SOUND);
    expect((await check()).stdout).toContain("1 finding of the baseline is gone;");
  });

  test("keeps what it says of drafts that were not checked", async () => {
    cli.write("kept/a.md", FAULTY);
    cli.write("kept/b.md", FAULTY);
    await cli.run(["check", "kept", "--baseline", "kept.json", "--write-baseline"]);
    await cli.run(["check", "kept/a.md", "--baseline", "kept.json", "--write-baseline"]);
    expect(JSON.parse(read("kept.json")).findings).toHaveLength(2);
  });

  test("that is broken is told, and not written after a run that failed", async () => {
    cli.write("broken.json", "{");
    const broken = await cli.run(["check", "faulty.md", "--baseline", "broken.json"]);
    expect(broken).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("broken.json: this is no JSON"),
    });
    const failed = await cli.run(["check", "lost.md", "--baseline", "never.json", "--write-baseline"]);
    expect(failed.status).toBe(2);
    expect(existsSync(join(cli.folder, "never.json"))).toBe(false);
  });
});
