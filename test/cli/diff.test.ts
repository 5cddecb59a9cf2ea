import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CommandLine, install } from "./command-line.ts";
import { repositoryIn, type TestRepository } from "./repository.ts";

const WORLD = `
knowledgeBase: { title: Port Lune, language: en }
sources:
  gazette: { title: Gazette of Port Lune }
entities:
  port-lune: { type: place, name: Port Lune }
  morvane: { type: country, name: Morvane }
  dorania: { type: country, name: Dorania }
events:
  lune-accord:
    type: agreement
    name: Lune Accord
    date: 2019-05-03
    place: port-lune
    participants: { signatory: [morvane, dorania] }
    evidence: [{ source: gazette, quote: the Accord was signed here on 3 May 2019 }]
`;
const SIGNED = "Morvane and Dorania signed the Lune Accord on 3 May 2019.";
const LATER = SIGNED.replace("3 May", "4 May");
const FILLING = "The harbour was quiet, and the boats lay at the quay.\n\nNobody had much to say of it.\n";
const CHANGE = "date of the Lune Accord: 3 → 4 May 2019 (supported → contradicted)";

const FLAT = (words: string) =>
  `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>${words}</text:p></office:text></office:body></office:document>`;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
});
afterAll(() => cli.remove());

let made = 0;
/** A repository of its own, beside those of the other tests. */
function fresh(settings: Readonly<Record<string, string>> = {}): TestRepository & {
  write(file: string, text: string): void;
  diff(...args: readonly string[]): ReturnType<CommandLine["run"]>;
} {
  const name = `repository-${made++}`;
  const repository = repositoryIn(join(cli.folder, name), settings);
  return {
    ...repository,
    write: (file, text) => cli.write(`${name}/${file}`, text),
    diff: (...args) => cli.run(["diff", ...args], { cwd: repository.folder }),
  };
}

describe("two files", () => {
  beforeAll(() => {
    cli.write("old.md", `${SIGNED}\n\n${FILLING}`);
    cli.write("new.md", `${FILLING}\n${LATER}\n`);
    cli.write("moved.md", `${FILLING}\n${SIGNED}\n`);
  });

  test("are compared by what they state, with the places in both", async () => {
    const { stdout, status, stderr } = await cli.run(["diff", "old.md", "new.md"]);
    expect(stderr).toBe("");
    expect(stdout).toBe(`old.md → new.md
  1:47 → 5:47  ${CHANGE}
1 statement changed.
`);
    expect(status).toBe(1);
  });

  test("that state the same give 0, wherever things stand", async () => {
    const { stdout, status } = await cli.run(["diff", "old.md", "moved.md"]);
    expect(stdout).toContain("The two versions state the same.");
    expect(status).toBe(0);
  });

  test("as JSON and Markdown", async () => {
    const json = JSON.parse((await cli.run(["diff", "old.md", "new.md", "--format", "json"])).stdout);
    expect(json).toMatchObject({
      version: 1,
      before: { path: "old.md" },
      changes: [
        {
          text: CHANGE,
          change: "changed",
          slot: "date",
          before: { verdict: "supported", words: "3 May 2019" },
        },
      ],
      counts: { changed: 1, added: 0, removed: 0, verdict: 0 },
    });
    const { stdout } = await cli.run(["diff", "old.md", "new.md", "--format", "markdown"]);
    expect(stdout).toContain(`| 1 | 5 | ${CHANGE} |`);
  });

  test("one of which is missing fail, and so do wrong operands", async () => {
    for (const [args, says] of [
      [["old.md", "gone.md"], "gone.md: there is no such file"],
      [["old.md"], "from which revision"],
      [["--to", "HEAD", "old.md"], "--to needs --from"],
      [["old.md", "new.md", "moved.md"], "two versions"],
    ] as const) {
      const { status, stderr } = await cli.run(["diff", ...args]);
      expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
    }
  });
});

describe("one file in git", () => {
  test("between revisions, and with what is not committed", async () => {
    const { write, commit, diff } = fresh();
    write("brief.md", SIGNED);
    commit("first");
    write("brief.md", LATER);
    expect((await diff("--from", "HEAD", "brief.md")).stdout).toContain(
      `HEAD:brief.md → brief.md\n  1:47 → 1:47  ${CHANGE}`,
    );
    commit("second");
    for (const args of [
      ["--from", "HEAD~1", "--to", "HEAD", "brief.md"],
      ["HEAD~1..HEAD", "--", "brief.md"],
      ["HEAD~1..", "brief.md"],
    ])
      expect((await diff(...args)).stdout).toContain(CHANGE);
    expect((await diff("--from", "HEAD", "brief.md")).status).toBe(0);
  });

  test("is followed through renames, also if it was rewritten on the way", async () => {
    const { write, commit, diff, git } = fresh();
    write("brief.md", `${SIGNED}\n\n${FILLING}`);
    commit("first");
    git("tag", "start");
    git("mv", "brief.md", "report.md");
    commit("renamed");
    write(
      "report.md",
      `${FILLING.replaceAll("quiet", "loud")}\n${LATER}\n\nAnd that was the end of it, for that year at least.\n`,
    );
    commit("rewritten");
    git("mv", "report.md", "final.md");
    // The last rename is not committed.
    const { stdout, status } = await diff("--from", "start", "final.md");
    expect([stdout, status]).toEqual([expect.stringMatching(/^start:brief\.md → final\.md\n.*3 → 4 May/), 1]);
    expect((await diff("start..HEAD", "--", "final.md")).stdout).toMatch(
      /^start:brief\.md → HEAD:report\.md\n/,
    );
  });

  test("after a rebase, from where the branch parted", async () => {
    const { write, commit, diff, git } = fresh();
    write("brief.md", `${SIGNED}\n\n${FILLING}`);
    commit("first");
    git("checkout", "-q", "-b", "branch");
    write("brief.md", `${LATER}\n\n${FILLING}`);
    commit("on the branch");
    git("checkout", "-q", "main");
    write("brief.md", `${SIGNED}\n\n${FILLING}\nThe Lune Accord was signed in Port Lune.\n`);
    commit("on main");
    git("checkout", "-q", "branch");
    git("rebase", "-q", "main");
    const { stdout } = await diff("main...branch", "--", "brief.md");
    expect(stdout.match(/→ \d+:\d+/g)).toHaveLength(1);
    expect(stdout).toContain(CHANGE);
  });

  test.each(["true", "false", "input"])("whose lines end in CRLF (core.autocrlf %s)", async (autocrlf) => {
    const { write, commit, diff } = fresh({ "core.autocrlf": autocrlf, "core.safecrlf": "false" });
    write("brief.md", `${FILLING}\n${SIGNED}\n`.replaceAll("\n", "\r\n"));
    commit("first");
    expect((await diff("--from", "HEAD", "brief.md")).status).toBe(0);
    write("brief.md", `${FILLING}\n${LATER}\n`);
    expect((await diff("--from", "HEAD", "brief.md")).stdout).toContain(`5:47 → 5:47  ${CHANGE}`);
  });

  test("that is a document", async () => {
    const { write, commit, diff } = fresh();
    write("brief.fodt", FLAT(SIGNED));
    commit("first");
    write("brief.fodt", FLAT(LATER));
    expect((await diff("--from", "HEAD", "brief.fodt")).stdout).toContain(CHANGE);
  });

  test("in a folder, under a name that git would quote", async () => {
    const { write, commit, diff } = fresh();
    write("drafts/Über uns [1].md", SIGNED);
    commit("first");
    write("drafts/Über uns [1].md", LATER);
    expect((await diff("--from", "HEAD", "drafts/Über uns [1].md")).stdout).toContain(CHANGE);
  });

  test("of a submodule is looked for there", async () => {
    const inner = fresh();
    inner.write("brief.md", SIGNED);
    inner.commit("first");
    const outer = fresh();
    outer.write("read.md", FILLING);
    outer.commit("first");
    outer.git("submodule", "-q", "add", inner.folder, "inner");
    outer.commit("with a submodule");
    outer.write("inner/brief.md", LATER);
    expect((await outer.diff("--from", "HEAD", "inner/brief.md")).stdout).toContain(CHANGE);
  });
});

describe("what git does not know is said", () => {
  test("an unknown revision, a file that was not there", async () => {
    const { write, commit, diff } = fresh();
    write("brief.md", SIGNED);
    commit("first");
    write("new.md", LATER);
    for (const [args, says] of [
      [["--from", "nowhere", "brief.md"], "git knows no revision “nowhere”"],
      [["--from", "HEAD", "new.md"], "new.md: it was not there at HEAD"],
      [["--from", "--output=x", "brief.md"], "git knows no revision “--output=x”"],
    ] as const) {
      const { status, stderr } = await diff(...args);
      expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
    }
  });

  test("a shallow clone", async () => {
    const origin = fresh();
    origin.write("brief.md", SIGNED);
    origin.commit("first");
    origin.git("tag", "start");
    origin.write("brief.md", LATER);
    origin.commit("second");
    const clone = fresh();
    clone.git("fetch", "-q", "--depth", "1", "--no-tags", `file://${origin.folder}`, "main");
    clone.git("reset", "-q", "--hard", "FETCH_HEAD");
    const { status, stderr } = await clone.diff("--from", "HEAD~1", "brief.md");
    expect([status, stderr]).toEqual([2, expect.stringContaining("git fetch --unshallow")]);
  });

  test("no repository", async () => {
    cli.write("../outside/brief.md", SIGNED);
    const { status, stderr } = await cli.run(["diff", "--from", "HEAD", "brief.md"], {
      cwd: join(cli.folder, "../outside"),
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining("in no git repository")]);
  });

  test("no git", async () => {
    const { status, stderr } = await cli.run(["diff", "--from", "HEAD", "old.md"], {
      environment: { PATH: "" },
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining("git, which is not installed")]);
  });
});
