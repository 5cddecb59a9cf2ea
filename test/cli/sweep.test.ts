import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CommandLine, install } from "./command-line.ts";
import { repositoryIn } from "./repository.ts";

interface World {
  readonly date?: string;
  readonly place?: string;
  readonly figure?: number;
  readonly name?: string;
  readonly more?: string;
}

const world = ({
  date = "2019-05-03",
  place = "port-lune",
  figure = 64,
  name = "Dorania",
  more = "",
}: World = {}) => `
knowledgeBase: { title: Port Lune, language: en }
sources:
  gazette: { title: Gazette of Port Lune }
entities:
  port-lune: { type: place, name: Port Lune }
  harl: { type: place, name: Harl }
  morvane: { type: country, name: Morvane }
  dorania: { type: country, name: ${name}, evidence: [{ source: gazette }] }
events:
  lune-accord:
    type: agreement
    name: Lune Accord
    date: ${date}
    place: ${place}
    participants: { signatory: [morvane, dorania] }
    evidence: [{ source: gazette, quote: the Accord was signed here }]
  flood: { type: clash, name: Harl clash, date: 2021-07-14, place: harl, evidence: [{ source: gazette }] }
figures:
  dead: { of: flood, label: people killed in the Harl clash, value: ${figure}, unit: person, evidence: [{ source: gazette }] }
${more}`;

const SIGNED = "Morvane and Dorania signed the Lune Accord on 3 May 2019.\n";
const LATER = SIGNED.replace("3 May", "4 May");
const FLOOD = "The Harl clash killed 64 people.\n";
const ELECTION =
  "events: { election: { type: election, name: Lune election, date: 2020-06-09, place: port-lune, evidence: [{ source: gazette }] } }\n";
const ASIDE = "The quay was quiet. Nobody had much to say of it.\n";

const FLAT = (words: string) =>
  `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>${words}</text:p></office:text></office:body></office:document>`;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(world());
});
afterAll(() => cli.remove());

let made = 0;
/** A repository with a knowledge base and drafts, committed and tagged `then`. */
function fresh(settings: Readonly<Record<string, string>> = {}, lines: "\n" | "\r\n" = "\n") {
  const name = `repository-${made++}`;
  const repository = repositoryIn(join(cli.folder, name), settings);
  const write = (file: string, text: string) => cli.write(`${name}/${file}`, text.replaceAll("\n", lines));
  write("knowledge/world.yaml", world());
  write("early.md", SIGNED);
  write("late.md", LATER);
  write("flood.md", FLOOD);
  write("aside.md", ASIDE);
  repository.commit("all of it");
  repository.git("tag", "then");
  const sweep = async (...args: readonly string[]) => {
    const run = await cli.run(["sweep", "--since", "then", "--format", "json", ...args], {
      cwd: repository.folder,
    });
    const result = run.stdout === "" ? undefined : JSON.parse(run.stdout);
    const told = (result?.files ?? []).map(
      (file: {
        path: string;
        holding: number;
        passages: { effect: string; words: string; fixes: string[] }[];
      }) => [
        file.path,
        ...file.passages.map(({ effect, words, fixes }) => [effect, words, ...fixes].join(" | ")),
      ],
    );
    return { ...run, result, told };
  };
  return { ...repository, write, sweep };
}

describe("a changed date", () => {
  test("makes what was right wrong, with the fix, and what was wrong right", async () => {
    const { write, sweep } = fresh();
    write("knowledge/world.yaml", world({ date: "2019-05-04" }));
    const { told, result, status, stderr } = await sweep();
    expect(stderr).toBe("");
    expect(told).toEqual([
      ["early.md", "wrong | 3 May 2019 | 4 May 2019"],
      ["late.md", "right | 4 May 2019"],
    ]);
    expect(result.facts).toEqual([
      {
        ...{ id: "lune-accord", kind: "event", change: "changed", label: "Lune Accord" },
        slots: [{ slot: "date", before: "3 May 2019", after: "4 May 2019" }],
      },
    ]);
    expect(result.files[0].passages[0].facts).toEqual(["lune-accord"]);
    expect(result.files[0].holding).toBeGreaterThan(0);
    expect(status).toBe(1);
  });

  test("is found in documents, and not in what git leaves out", async () => {
    const { write, sweep } = fresh();
    write("brief.fodt", FLAT(SIGNED.trim()));
    write(".gitignore", "early.md\n");
    write("knowledge/world.yaml", world({ date: "2019-05-04" }));
    const { told, stderr } = await sweep();
    expect(stderr).toBe("");
    expect(told.map(([path]: string[]) => path)).toEqual(["brief.fodt", "late.md"]);
  });

  test("is told in text and Markdown", async () => {
    const { write, folder } = fresh();
    write("knowledge/world.yaml", world({ date: "2019-05-04" }));
    const text = await cli.run(["sweep", "--since", "HEAD"], { cwd: folder });
    expect(text.stdout).toMatch(
      /^1 fact has changed since HEAD:\n {2}lune-accord Lune Accord \(event\)\n {6}date: 3 May 2019 → 4 May 2019\n\nearly\.md\n {2}1:47 wrong now .*\n {6}→ 4 May 2019\n/,
    );
    expect(text.stdout).toContain(
      "4 drafts, of which 2 may speak of what changed: 1 wrong now, 1 right now, in 2 drafts.",
    );
    const markdown = await cli.run(["sweep", "--since", "HEAD", "--format", "markdown"], { cwd: folder });
    expect(markdown.stdout).toContain("- [ ] line 1, **wrong now**:");
  });
});

test("drafts without a word on what changed are not read", async () => {
  const { write, sweep } = fresh();
  write("knowledge/world.yaml", world({ figure: 65 }));
  const { told, result } = await sweep();
  expect(told).toEqual([["flood.md", "wrong | 64 | 65"]]);
  expect(result.counts).toEqual({ drafts: 4, read: 1 });
});

test("a fact that is gone, and one that is new", async () => {
  const { write, commit, sweep } = fresh();
  write(
    "knowledge/world.yaml",
    world()
      .replace(/^ {2}dead: .*\n/m, "")
      .replace("figures:\n", ""),
  );
  commit("no figures");
  expect((await sweep()).told).toEqual([["flood.md", "uncovered | 64"]]);
  write("new.md", "The Lune election was held on 8 June 2020.\n");
  write("knowledge/more.yaml", ELECTION);
  expect((await sweep("new.md")).told).toEqual([["new.md", "wrong | 8 June 2020 | 9 June 2020"]]);
});

test("another preferred name", async () => {
  const { write, sweep } = fresh();
  const renamed = world({
    name: "New Dorania, discouraged: [{ form: Dorania, reason: It changed its name. }]",
  });
  write("knowledge/world.yaml", renamed);
  const { told, status } = await sweep("early.md");
  expect(told).toEqual([["early.md", "wrong | Dorania | New Dorania"]]);
  expect(status).toBe(1);
});

test("a source's text, and the quotation from it", async () => {
  const { write, commit, git, sweep } = fresh();
  const quoting = (words: string) =>
    world()
      .replace("Gazette of Port Lune }", `Gazette of Port Lune, text: gazette.txt }`)
      .replace("the Accord was signed here", words);
  write("knowledge/world.yaml", quoting("signed here with the best of intentions"));
  write("knowledge/gazette.txt", "It was signed here with the best of intentions, on a rainy day.");
  write(
    "quote.md",
    "As the Gazette of Port Lune has it, the Accord was “signed here with the best of intentions, on a rainy day”.\n",
  );
  commit("a source");
  git("tag", "-f", "then");
  write("knowledge/gazette.txt", "It was signed here with the best of intentions, on a sunny day.");
  const { told } = await sweep("quote.md");
  expect(told).toEqual([["quote.md", expect.stringMatching(/^wrong \| rainy \| sunny$/)]]);
});

test("nothing changed, or only its layout: nothing to do", async () => {
  const { write, git, sweep } = fresh();
  git("mv", "knowledge/world.yaml", "knowledge/other.yaml");
  write(
    "knowledge/other.yaml",
    `# A comment\n${world().replace("date: 2019-05-03", "date:   2019-05-03 # early")}`,
  );
  const { result, status, told } = await sweep();
  expect([told, result.facts, status]).toEqual([[], [], 0]);
});

describe("history", () => {
  test("a knowledge base whose folder and files were renamed", async () => {
    const { write, commit, git, sweep, folder } = fresh();
    write("knowledge/gone.yaml", "entities: { quay: { type: place, name: East Quay } }\n");
    commit("one more file");
    git("tag", "-f", "then");
    git("mv", "knowledge", "facts");
    git("mv", "facts/world.yaml", "facts/world.knowledge.yaml");
    git("rm", "-qf", "facts/gone.yaml");
    write(".aide-memoire.yaml", "knowledge: facts\n");
    commit("renamed");
    git("mv", "facts/world.knowledge.yaml", "facts/world.yaml");
    write("facts/world.yaml", world({ date: "2019-05-04" }));
    const { told, result } = await sweep();
    expect(told.map(([path]: string[]) => path)).toEqual(["early.md", "late.md"]);
    expect(result.facts.map(({ id, change }: { id: string; change: string }) => `${id} ${change}`)).toEqual([
      "quay removed",
      "lune-accord changed",
    ]);
    expect(folder).not.toBe("");
  });

  test("a single file that was renamed, and a rebased branch", async () => {
    const { write, commit, git, sweep } = fresh();
    git("mv", "knowledge/world.yaml", "lune.knowledge.yaml");
    commit("one file");
    git("checkout", "-q", "-b", "branch", "then");
    write("branch.md", ASIDE);
    commit("a draft");
    git("rebase", "-q", "main");
    write("lune.knowledge.yaml", world({ place: "harl" }));
    write("placed.md", "The Lune Accord was signed in Port Lune.\n");
    const { told } = await sweep("placed.md");
    expect(told).toEqual([["placed.md", "wrong | Port Lune | Harl"]]);
  });

  test.each(["true", "false", "input"])("lines that end in CRLF (core.autocrlf %s)", async (autocrlf) => {
    const { write, sweep } = fresh({ "core.autocrlf": autocrlf, "core.safecrlf": "false" }, "\r\n");
    expect((await sweep()).result.facts).toEqual([]);
    write("knowledge/world.yaml", world({ date: "2019-05-04" }));
    expect((await sweep("early.md")).told).toEqual([["early.md", "wrong | 3 May 2019 | 4 May 2019"]]);
  });

  test("a knowledge base that was not there yet", async () => {
    const { write, sweep } = fresh();
    write("new/knowledge/more.yaml", ELECTION);
    write("new/election.md", "The Lune election was held on 9 June 2020.\n");
    const { told, stderr } = await sweep("new");
    expect(stderr).toContain("was not there at then");
    expect(told).toEqual([["new/election.md", "covered | 9 June 2020"]]);
  });
});

describe("what cannot be known is said", () => {
  test("an unknown revision", async () => {
    const { folder } = fresh();
    const { status, stderr } = await cli.run(["sweep", "--since", "nowhere"], { cwd: folder });
    expect([status, stderr]).toEqual([2, expect.stringContaining("git knows no revision “nowhere”")]);
  });

  test("no repository, and knowledge that git leaves out", async () => {
    cli.write("../outside/early.md", SIGNED);
    const { status, stderr } = await cli.run(["sweep", "--since", "HEAD"], {
      cwd: join(cli.folder, "../outside"),
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining("in a git repository")]);
    const { write, sweep } = fresh();
    write(".gitignore", "private/\n");
    write("private/knowledge/world.yaml", world({ date: "2019-05-04" }));
    write("private/early.md", SIGNED);
    expect((await sweep("private")).stderr).toContain("in no git repository");
  });

  test("no revision at all is a wrong option", async () => {
    const { status, stderr } = await cli.run(["sweep", "."]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("--since")]);
  });
});
