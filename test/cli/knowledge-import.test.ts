import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ftmLines } from "../../scripts/generated-entities.mjs";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { type CommandLine, install } from "./command-line.ts";

const MIRA = '{"id":"NK-1","schema":"Person","properties":{"name":["Mira Holm"],"weakAlias":["Holm"]}}\n';
const ARO = '{"id":"NK-2","schema":"Person","properties":{"name":["Aro Veld"]}}\n';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
let temporary: string;
beforeAll(async () => {
  cli = await install("entities: { a: { type: place, name: A } }\n");
  temporary = join(cli.folder, "tmp");
  mkdirSync(temporary);
  cli.write("mira.json", MIRA);
  cli.write("aro.json.gz", gzipSync(ARO));
  cli.write("misnamed.json", gzipSync(MIRA));
  cli.write("broken-off.gz", gzipSync(MIRA.repeat(1) + [...ftmLines(3000)].join("\n")).subarray(0, -100));
  cli.write("squeezed.bz2", "BZh91AY&SY");
  cli.write("faulty.json", `${MIRA}${"nonsense\n".repeat(30)}${ARO}`);
  cli.write("useless.json", "nonsense\n");
  cli.write("people.csv", "Name,Ressort\nMira Holm,Keeper\n");
});
afterAll(() => cli.remove());

const environment = () => ({ TMPDIR: temporary });
const importFrom = (...args: string[]) =>
  cli.run(["knowledge", "import", ...args], { environment: environment() });
const read = (file: string) => readFileSync(join(cli.folder, file), "utf8");
const ids = (text: string) => [...loadKnowledge([{ file: "a.yaml", text }]).knowledge.entities.keys()];

describe("knowledge import", () => {
  test("writes to standard output where no other place is named, and says on standard error what it did", async () => {
    const { stdout, stderr, status } = await importFrom("mira.json", "--from", "ftm");
    expect(stdout).toMatchInlineSnapshot(`
      "knowledgeBase:
        title: mira
        language: en
      sources:
        mira:
          title: mira
      entities:
        NK-1:
          type: person
          name: Mira Holm
          weakAliases: [Holm]
          evidence:
            - source: mira
      "
    `);
    expect(stderr).toBe("1 entity and 0 events from 1 record.\n");
    expect(status).toBe(0);
  });

  test("reads several files, zipped or not, whatever they are called, and standard input", async () => {
    const several = await importFrom("misnamed.json", "aro.json.gz", "--from", "ftm", "--title", "People");
    expect(ids(several.stdout)).toEqual(["NK-1", "NK-2"]);
    expect(several.stdout).toContain("title: People");
    const piped = await withInput(["knowledge", "import", "-", "--from", "ftm"], gzipSync(ARO));
    expect(ids(piped)).toEqual(["NK-2"]);
  });

  test("writes a file or a folder by the name that is given", async () => {
    expect((await importFrom("mira.json", "--from", "ftm", "-o", "one.yaml", "--quiet")).stderr).toBe("");
    expect(ids(read("one.yaml"))).toEqual(["NK-1"]);
    expect((await importFrom("mira.json", "--from", "ftm", "-o", "many")).status).toBe(0);
    expect(readdirSync(join(cli.folder, "many"))).toEqual(["about.yaml", "entities-0001.yaml"]);
    expect((await cli.run(["knowledge", "check", "many", "--fail-on", "warning"])).status).toBe(0);
  });

  test("replaces an earlier import only when told to, and never anything else", async () => {
    await importFrom("mira.json", "--from", "ftm", "-o", "earlier");
    await importFrom("mira.json", "--from", "ftm", "-o", "earlier.yaml");
    for (const output of ["earlier", "earlier.yaml"]) {
      const refused = await importFrom("aro.json.gz", "--from", "ftm", "-o", output);
      expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("--force replaces")]);
      expect((await importFrom("aro.json.gz", "--from", "ftm", "-o", output, "--force")).status).toBe(0);
    }
    expect([ids(read("earlier.yaml")), ids(read("earlier/entities-0001.yaml"))]).toEqual([
      ["NK-2"],
      ["NK-2"],
    ]);
    cli.write("earlier/own.yaml", "entities: {}\n");
    const refused = await importFrom("mira.json", "--from", "ftm", "-o", "earlier", "--force");
    expect(refused.stderr).toContain("earlier: the folder holds own.yaml, which no import wrote.");
    expect(ids(read("earlier/entities-0001.yaml"))).toEqual(["NK-2"]);
  });

  test("tells the first lines that it cannot read, counts the others, and imports the rest", async () => {
    const { stderr, status } = await importFrom("faulty.json", "--from", "ftm", "-o", "faulty.yaml");
    expect(status).toBe(0);
    expect(stderr.match(/^note: faulty\.json:\d+: this is no JSON/gm)).toHaveLength(10);
    expect(stderr).toContain("note: faulty.json:2: ");
    expect(stderr).toContain("note: … and 20 more such lines.");
    expect(ids(read("faulty.yaml"))).toEqual(["NK-1", "NK-2"]);
  });

  test("keeps what was read of an input that breaks off, and fails", async () => {
    const { stdout, stderr, status } = await importFrom("broken-off.gz", "--from", "ftm");
    expect(status).toBe(2);
    expect(stderr).toContain("broken-off.gz: it breaks off or is damaged");
    expect(ids(stdout)[0]).toBe("NK-1");
  });

  test("is not carried away by a quotation mark that is never closed", async () => {
    cli.write("open.csv", `type,name\nperson,Mira\nperson,"Aro\n${"person,Bela\n".repeat(200_000)}`);
    const { stdout, stderr, status } = await importFrom("open.csv", "--from", "csv");
    expect(status).toBe(2);
    expect(stderr).toContain("open.csv: it is no table from there on");
    expect(ids(stdout)).toEqual(["mira"]);
  });

  test("imports only what is wanted", async () => {
    cli.write("many.json", [...ftmLines(100)].join("\n"));
    const { stdout, stderr } = await importFrom("many.json", "--from", "ftm", "--schema", "person");
    expect(ids(stdout).every((id) => /^(?:NK-|[a-z])/.test(id))).toBe(true);
    expect(stderr).toContain("of other schemata");
  });

  test("takes columns, types and classes as it is told", async () => {
    const args = ["people.csv", "--from", "csv", "--type", "person", "--map", "Ressort=title"];
    const { stdout, stderr } = await importFrom(...args);
    expect(ids(stdout)).toEqual(["mira-holm"]);
    // An office of nobody knows what: there is no column for it.
    expect(stderr).toContain("roles (1)");
  });

  test.concurrent.each([
    ["mira.json", "--from"],
    ["mira.json --from xml", "--from"],
    ["--from ftm", "missing required argument"],
    ["missing.json --from ftm", "missing.json: there is no such file or folder."],
    ["squeezed.bz2 --from wikidata", "compressed by bzip2"],
    ["useless.json --from ftm -o useless.yaml", "Nothing was imported"],
    ["mira.json --from wikidata", "Nothing was imported"],
    ["people.csv --from csv --map Ressort=titel", "did you mean title?"],
    ["people.csv --from csv --map Ressort", "it is written as name=key"],
    ["mira.json --from wikidata --map Q1=thing", "there is no type thing"],
    ["mira.json --from ftm -o mira.json", "this is a file"],
    ["mira.json --from ftm -o nowhere/out.yaml", "nowhere/out.yaml: there is no such folder to write to."],
    ["mira.json --from ftm -o nowhere/out", "nowhere/out: there is no such folder to write to."],
  ])("%s fails with the reason and leaves nothing behind", async (args, reason) => {
    const run = await importFrom(...args.split(" "));
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(reason);
    expect(existsSync(join(cli.folder, "useless.yaml"))).toBe(false);
  });

  test("leaves no temporary files, and nothing half-written when it is interrupted", async () => {
    expect(readdirSync(temporary)).toEqual([]);
    cli.write("large.json", [...ftmLines(30_000)].join("\n"));
    const child = start(["knowledge", "import", "large.json", "--from", "ftm", "-o", "interrupted"]);
    await vi.waitUntil(
      () => readdirSync(cli.folder).some((name) => /^interrupted.*\.new$/.test(name)),
      20_000,
    );
    child.kill("SIGINT");
    expect(await new Promise((done) => child.on("close", done))).toBe(130);
    expect(readdirSync(cli.folder).filter((name) => name.startsWith("interrupted"))).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

function start(args: readonly string[]) {
  const program = join(cli.folder, "../program/dist/cli.js");
  return spawn(process.execPath, [program, ...args], {
    cwd: cli.folder,
    env: { PATH: process.env.PATH, ...environment() },
  });
}

function withInput(args: readonly string[], input: Uint8Array): Promise<string> {
  const child = start(args);
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => (stdout += chunk));
  child.stdin.end(input);
  return new Promise((done) => child.on("close", () => done(stdout)));
}
