import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CommandLine, install } from "./command-line.ts";

const WORLD = `knowledgeBase: { title: Port Lune, language: en }
entities:
  port-lune: { type: place, name: Port Lune }
  morvane: { type: country, name: Morvane, demonyms: [Morvanian] }
events:
  accord: { type: agreement, name: Lune Accord, date: 2019-05-03, place: port-lune }
`;
const BROKEN = WORLD.replace("2019-05-03", "2019-02-30");

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
  cli.write("base.yaml", WORLD);
  cli.write("later.yaml", WORLD.replace("name: Morvane", "name: New Morvane"));
  cli.write("broken.yaml", BROKEN);
});
afterAll(() => cli.remove());

const exportTo = (...args: string[]) => cli.run(["knowledge", "export", ...args]);
const read = (file: string) => readFileSync(join(cli.folder, file), "utf8");

describe("knowledge export", () => {
  test("writes FollowTheMoney entities line by line, and counts what it left out", async () => {
    const { stdout, stderr, status } = await exportTo("base.yaml", "--to", "ftm");
    const entities = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entities.map(({ id, schema }) => `${id} ${schema}`)).toEqual([
      "port-lune Address",
      "morvane PublicBody",
      "accord Event",
    ]);
    expect(stderr).toBe("Without a word in ftm: demonyms (1).\n");
    expect(status).toBe(0);
  });

  test("writes one document of JSON-LD under the base that is wanted", async () => {
    const { stdout } = await exportTo("base.yaml", "--to", "json-ld");
    const document = JSON.parse(stdout);
    expect(document["@context"][0]).toBe("https://schema.org");
    expect(document["@graph"].map((node: { "@id": string }) => node["@id"])).toEqual([
      "urn:aide-memoire:port-lune:",
      "urn:aide-memoire:port-lune:port-lune",
      "urn:aide-memoire:port-lune:morvane",
      "urn:aide-memoire:port-lune:accord",
    ]);
    const other = await exportTo("base.yaml", "--to", "json-ld", "--base-iri", "https://example.org/id/");
    expect(other.stdout).toContain('"https://example.org/id/morvane"');
  });

  test("of several knowledge bases has each entry once, the later one's", async () => {
    const { stdout } = await exportTo("base.yaml", "later.yaml", "--to", "ftm");
    expect(stdout.match(/"morvane"/g)).toHaveLength(1);
    expect(stdout).toContain("New Morvane");
  });

  test("writes a file in one step, and over another one only when told to", async () => {
    expect((await exportTo("base.yaml", "--to", "ftm", "-o", "out.json")).status).toBe(0);
    const first = read("out.json");
    const refused = await exportTo("later.yaml", "--to", "ftm", "-o", "out.json");
    expect([refused.status, read("out.json")]).toEqual([2, first]);
    expect(refused.stderr).toContain("out.json: this is there already. --force replaces a file.");
    expect((await exportTo("later.yaml", "--to", "ftm", "-o", "out.json", "--force")).status).toBe(0);
    expect(read("out.json")).toContain("New Morvane");
    expect(readdirSync(cli.folder).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  test("writes what is sound of a broken knowledge base, and fails", async () => {
    const run = await exportTo("broken.yaml", "--to", "ftm");
    expect(run.status).toBe(2);
    expect(run.stdout.trimEnd().split("\n")).toHaveLength(2);
    expect(run.stderr).toContain(
      'broken.yaml: what 1 error costs is missing. See "aide-memoire knowledge check',
    );
  });

  test("ends quietly when its reader has gone", async () => {
    const run = await cli.run(["knowledge", "export", "base.yaml", "--to", "json-ld"], { reading: false });
    expect(run).toMatchObject({ status: 0, stdout: "", stderr: "" });
  });

  test.concurrent.each([
    ["base.yaml", "--to"],
    ["base.yaml --to rdf", "--to"],
    ["missing.yaml --to ftm", "missing.yaml: there is no such knowledge base"],
    ["base.yaml --to ftm -o nowhere/out.json", "nowhere/out.json: there is no such folder to write to."],
    ["base.yaml --to ftm -o .", "this is there already"],
  ])("%s fails with the reason", async (args, reason) => {
    const run = await exportTo(...args.split(" "));
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(reason);
    expect(existsSync(join(cli.folder, "nowhere"))).toBe(false);
  });
});
