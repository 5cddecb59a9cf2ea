import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CommandLine, install } from "./command-line.ts";
import { FAULTY, WORLD } from "./reports/world.ts";

const SOUND = FAULTY.replace("4 May", "3 May");

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
});
afterAll(() => cli.remove());

/** Asks git something in a folder below. */
function git(folder: string, ...args: string[]): void {
  const identity = [
    "-c",
    "user.name=Writer",
    "-c",
    "user.email=writer@example.org",
    "-c",
    "commit.gpgsign=false",
  ];
  execFileSync("git", [...identity, ...args], { cwd: join(cli.folder, folder), stdio: "pipe" });
}

/** A repository of its own with some drafts on its main branch, and another branch begun. */
function repository(name: string, drafts: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(drafts)) cli.write(`${name}/${file}`, text);
  git(name, "init", "-q", "-b", "main");
  git(name, "add", ".");
  git(name, "commit", "-q", "-m", "Begin");
  git(name, "switch", "-q", "-c", "work");
}

async function changed(name: string, ...args: string[]) {
  const run = await cli.run(["check", ".", "-f", "json", "--changed", ...args], {
    cwd: join(cli.folder, name),
  });
  const files: { path: string; findings: object[]; apart?: object[] }[] =
    run.stdout === "" ? [] : JSON.parse(run.stdout).files;
  const counts = files.map(({ path, findings }) => [path, findings.length] as const);
  return { ...run, files, found: Object.fromEntries(counts.filter(([, n]) => n > 0)) };
}

describe("--changed", () => {
  test("tells what is on changed lines, committed or not, and what is in new drafts", async () => {
    repository("plain", { "old.md": `${FAULTY}\nLast.\n`, "other.md": FAULTY });
    expect(await changed("plain")).toMatchObject({ status: 0, found: {} });
    cli.write("plain/old.md", `${FAULTY}\nAnother.\n\n${FAULTY.replace("4 May", "5 May")}\nLast.\n`);
    expect((await changed("plain")).found).toEqual({ "old.md": 1 });
    git("plain", "commit", "-q", "-a", "-m", "Go on");
    expect(await changed("plain")).toMatchObject({ status: 1, found: { "old.md": 1 } });
    cli.write("plain/new é “x”.md", FAULTY);
    expect((await changed("plain", "main")).found).toEqual({ "new é “x”.md": 1, "old.md": 1 });
    expect((await changed("plain", "HEAD")).found).toEqual({ "new é “x”.md": 1 });
  });

  test("compares with where the branch parted, not with what the main one has become", async () => {
    repository("parted", { "a.md": SOUND, "b.md": FAULTY });
    git("parted", "switch", "-q", "main");
    cli.write("parted/b.md", SOUND);
    git("parted", "commit", "-q", "-a", "-m", "Mend");
    git("parted", "switch", "-q", "work");
    cli.write("parted/a.md", `${SOUND}\n${FAULTY}`);
    expect((await changed("parted")).found).toEqual({ "a.md": 1 });
  });

  test("follows a draft that was renamed", async () => {
    repository("renamed", { "a.md": `${FAULTY}\n${"A line that stays.\n".repeat(20)}` });
    renameSync(join(cli.folder, "renamed/a.md"), join(cli.folder, "renamed/b.md"));
    git("renamed", "add", "-A");
    expect((await changed("renamed")).found).toEqual({});
  });

  test("takes a draft for unchanged in which only the ends of the lines are other ones", async () => {
    const text = `${FAULTY}\nLast.\n`;
    repository("ends", { "a.md": text });
    cli.write("ends/a.md", text.replaceAll("\n", "\r\n"));
    expect((await changed("ends")).found).toEqual({});
    cli.write("ends/a.md", `${text}\n${FAULTY}`.replaceAll("\n", "\r\n"));
    expect((await changed("ends")).found).toEqual({ "a.md": 1 });
  });

  test("holds a finding against whoever changed the place that it rests on", async () => {
    const text = (event: string) => `Morvane and Dorania signed the\n${event}\non 4 May 2019.\n`;
    repository("rests", { "a.md": text("old Accord") });
    cli.write("rests/a.md", text("Lune Accord"));
    expect((await changed("rests")).found).toEqual({ "a.md": 1 });
  });

  test("keeps apart what is said of a draft as a whole, and lets it fail no run", async () => {
    const comment = "A quiet line. <!-- aide-memoire-disable-line event-date -->\n";
    repository("whole", { "a.md": `${comment}\n${SOUND}`, "b.md": comment });
    cli.write("whole/a.md", `${comment}\nNew.\n\n${SOUND}`);
    const { files, status } = await changed("whole", "--fail-on=hint");
    expect(files.map(({ findings, apart }) => [findings.length, apart?.length])).toEqual([
      [0, 1],
      [0, undefined],
    ]);
    expect(status).toBe(0);
  });

  test("takes the next word for a draft where it is one", async () => {
    repository("words", { "main/a.md": FAULTY });
    cli.write("words/main/a.md", `${SOUND}\n${FAULTY}`);
    const paths = async (...args: string[]) => {
      const run = await cli.run(["check", "-f", "json", ...args], { cwd: join(cli.folder, "words") });
      return (JSON.parse(run.stdout).files as { path: string }[]).map(({ path }) => path);
    };
    expect(await paths("--changed", "main/a.md")).toEqual(["main/a.md"]);
    expect(await paths("--changed", "main")).toEqual(["main/a.md"]);
    expect(await paths("main", "--changed", "main")).toEqual(["main/a.md"]);
  });
});

describe("where nobody can know what changed, the run fails and says why:", () => {
  test("no such base", async () => {
    repository("nobase", { "a.md": FAULTY });
    const { status, stderr } = await changed("nobase", "origin/lost");
    expect(stderr).toContain("git knows no “origin/lost” to compare with. Check the name, or fetch it.");
    expect(status).toBe(2);
    expect((await changed("nobase", "--output=x")).stderr).not.toContain("usage: git");
  });

  test("a shallow clone", async () => {
    repository("deep", { "a.md": FAULTY });
    git("deep", "commit", "-q", "--allow-empty", "-m", "More");
    git("deep", "switch", "-q", "main");
    git("deep", "commit", "-q", "--allow-empty", "-m", "On main");
    const source = pathToFileURL(join(cli.folder, "deep")).href;
    git(".", "clone", "-q", "--depth", "1", "--no-single-branch", "-b", "work", source, "shallow");
    const { status, stderr } = await changed("shallow", "origin/main");
    expect(stderr).toContain("The clone is shallow");
    expect(status).toBe(2);
  });

  test("no commit, no main branch, no repository", async () => {
    cli.write("empty/a.md", FAULTY);
    git("empty", "init", "-q");
    expect((await changed("empty")).stderr).toContain("This repository has no commit yet");
    repository("nomain", { "a.md": FAULTY });
    git("nomain", "branch", "-q", "-D", "main");
    expect((await changed("nomain")).stderr).toContain("No main branch was found to compare with.");
    // The folder of all tests has an empty .git, which is no repository.
    cli.write("bare/a.md", FAULTY);
    const bare = await changed("bare");
    expect(bare.stderr).toContain(": this is in no git repository");
    expect(bare.status).toBe(2);
  });

  test("no git", async () => {
    const run = await cli.run(["check", "bare/a.md", "--changed"], { environment: { PATH: "" } });
    expect(run.stderr).toContain("--changed needs git");
    expect(run.status).toBe(2);
  });
});
