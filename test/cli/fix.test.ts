import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { draftFile } from "../../server/src/cli/fixing/draft-file.ts";
import { outputOf } from "../../server/src/cli/output.ts";
import { Trouble } from "../../server/src/cli/trouble.ts";
import { type CommandLine, install } from "./command-line.ts";

const WORLD = `
knowledgeBase: { title: Port Lune, language: en }
sources:
  gazette: { title: Gazette of Port Lune }
entities:
  port-lune: { type: place, name: Port Lune }
  morvane: { type: country, name: Morvane, demonyms: [Morvanian] }
  dorania:
    type: country
    name: Dorania
    demonyms: [Doranian]
    misnomers: [{ form: Republic of Doranya, reason: there is no such republic }]
events:
  lune-accord:
    type: agreement
    name: Lune Accord
    date: 2019-05-03
    place: port-lune
    participants: { signatory: [morvane, dorania] }
    evidence: [{ source: gazette, quote: the Accord was signed here on 3 May 2019 }]
`;
/** The name is safe to mend; of the two dates only the second is wrong, and that is not for a program to judge. */
const FAULTY =
  "Morvane met the Republic of Doranya.\n\nMorvane and Dorania signed the Lune Accord on 4 May 2019.\n";
const MENDED = FAULTY.replace("Republic of Doranya", "Dorania");

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
  cli.write("sound.md", MENDED.replace("4 May", "3 May"));
});
afterAll(() => cli.remove());

const read = (file: string) => readFileSync(join(cli.folder, file), "utf8");

describe("the exit status", () => {
  test.concurrent.each([
    ["sound.md", 0],
    ["sound.md --dry-run", 0],
    ["lost.md", 2],
    ["sound.md --check evnt-date", 2],
    ["", 2],
  ])("fix %s: %i", async (args, status) => {
    expect((await cli.run(["fix", ...args.split(" ").filter(Boolean)])).status).toBe(status);
  });
});

describe("fix", () => {
  test("mends what is safe, and leaves the rest to the writer", async () => {
    cli.write("safe.md", FAULTY);
    const { stdout, status } = await cli.run(["fix", "safe.md"]);
    expect(read("safe.md").startsWith("Morvane met the Dorania.")).toBe(true);
    expect(stdout).toContain("Republic of Doranya → Dorania");
    expect(status).toBe(0);
    expect((await cli.run(["fix", "safe.md"])).stdout).toContain("Nothing to mend;");
  });

  test("mends all of a check that is named, and no other", async () => {
    cli.write("dates.md", FAULTY);
    await cli.run(["fix", "dates.md", "--check", "event-date"]);
    expect(read("dates.md")).toBe(FAULTY.replace("4 May", "3 May"));
  });

  test("keeps the ends of lines, the byte order mark and all that it does not mend", async () => {
    const odd = `\uFEFF# A  \u00A0title \r\n\r\n${FAULTY.replaceAll("\n", "\r\n")}\tlast, without an end`;
    cli.write("odd.md", odd);
    await cli.run(["fix", "odd.md", "-c", "event-date"]);
    expect(read("odd.md")).toBe(odd.replace("4 May", "3 May"));
  });

  test("leaves what is not UTF-8 throughout as it is", async () => {
    const bytes = new Uint8Array([...Buffer.from("Caf"), 0xe9, ...Buffer.from(`. ${FAULTY}`)]);
    cli.write("latin.md", bytes);
    const { stderr, status } = await cli.run(["fix", "latin.md", "-c", "event-date"]);
    expect(stderr).toContain("latin.md: it is not in UTF-8 throughout");
    expect(status).toBe(2);
    expect(new Uint8Array(readFileSync(join(cli.folder, "latin.md")))).toEqual(bytes);
  });

  test("writes through a link, keeps the rights, and leaves nothing beside the draft", async () => {
    cli.write("linked/real.md", FAULTY);
    chmodSync(join(cli.folder, "linked/real.md"), 0o640);
    symlinkSync("real.md", join(cli.folder, "linked/link.md"));
    await cli.run(["fix", "linked/link.md", "-c", "event-date"]);
    expect(read("linked/real.md")).toContain("3 May");
    expect(statSync(join(cli.folder, "linked/real.md")).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(cli.folder, "linked")).sort()).toEqual(["link.md", "real.md"]);
  });

  test("shows in a dry run what git can apply, and writes nothing", async () => {
    const crlf = FAULTY.replaceAll("\n", "\r\n");
    cli.write("dry/a.md", FAULTY);
    cli.write("dry/b.md", crlf);
    const { stdout, status } = await cli.run(["fix", "dry", "-n", "-c", "event-date"]);
    expect(status).toBe(1);
    expect([read("dry/a.md"), read("dry/b.md")]).toEqual([FAULTY, crlf]);
    cli.write("dry.diff", stdout);
    execFileSync("git", ["apply", "--unsafe-paths", "--directory=.", "dry.diff"], { cwd: cli.folder });
    expect([read("dry/a.md"), read("dry/b.md")]).toEqual(
      [FAULTY, crlf].map((text) => text.replace("4 May", "3 May")),
    );
  });
});

test("a draft that changes meanwhile stays as it is", () => {
  cli.write("race.md", FAULTY);
  const path = join(cli.folder, "race.md");
  const told: string[] = [];
  const trouble = new Trouble(outputOf({ write: (text) => told.push(text) }, false, {}));
  const file = draftFile(path, trouble)!;
  writeFileSync(path, "Written by somebody else.\n");
  expect(file.write("Mended.\n")).toBe(false);
  expect(read("race.md")).toBe("Written by somebody else.\n");
  expect(told.join("")).toContain("somebody changed it meanwhile");
  expect(readdirSync(cli.folder).filter((name) => name.endsWith(".new"))).toEqual([]);
});
