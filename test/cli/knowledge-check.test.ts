import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import Schema from "typebox/schema";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CommandLine, install } from "./command-line.ts";
import problemsSchema from "./problems.schema.json";

const WORLD = `knowledgeBase: { title: Port Lune, language: en }
sources:
  gazette: { title: Gazette of Port Lune }
entities:
  port-lune: { type: place, name: Port Lune }
  morvane: { type: country, name: Morvane }
events:
  lune-accord:
    type: agreement
    name: Lune Accord
    date: 2019-05-03
    place: port-lune
    participants: { signatory: [morvane] }
    evidence: [{ source: gazette, quote: signed here }]
`;
const BROKEN = WORLD.replace("2019-05-03", "2019-02-30").replace("[morvane]", "[morvna]");
const UNUSED = `${WORLD}# what is below is known\n# aide-memoire-disable-next-lin unused-source -- to come\nclaims: {}\n`;

// Many programs are started at once, on a machine that may have other work.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
  cli.write("sound.yaml", WORLD);
  cli.write("broken.yaml", BROKEN);
  cli.write("unused.yaml", WORLD.replace("  gazette:", "  nobody: { title: Unread }\n  gazette:"));
  cli.write("folder/about.yaml", WORLD);
  cli.write("folder/more.yaml", "entities: { dorania: { type: contry, name: Dorania } }\n");
  cli.write("bare/picture.png", "");
});
afterAll(() => cli.remove());

describe("the exit status of knowledge check", () => {
  test.concurrent.each([
    ["sound.yaml", 0],
    ["broken.yaml", 1],
    ["sound.yaml broken.yaml", 1],
    ["broken.yaml --fail-on never", 0],
    ["unused.yaml", 0],
    ["unused.yaml --fail-on information", 1],
    ["folder", 1],
    ["missing.yaml", 2],
    ["bare", 2],
    ["broken.yaml missing.yaml", 2],
    ["sound.yaml --fail-on sometimes", 2],
    ["", 0],
    ["--help", 0],
  ])("%s: %i", async (args, status) => {
    const run = await cli.run(["knowledge", "check", ...args.split(" ").filter(Boolean)]);
    expect(run.status).toBe(status);
    if (status === 2) expect(run.stderr).not.toBe("");
  });

  test.concurrent.each([
    ["knowledge", 2],
    ["knowledge chekc", 2],
    ["knowledge --help", 0],
    ["knowledge help check", 0],
  ])("%s: %i", async (args, status) => {
    expect((await cli.run(args.split(" "))).status).toBe(status);
  });
});

describe("the report of knowledge check", () => {
  test("in text has each problem with its place and the line that it is in, and sums up", async () => {
    const { stdout } = await cli.run(["knowledge", "check", "broken.yaml"]);
    expect(stdout).toMatchInlineSnapshot(`
      "broken.yaml:11:11 error bad-date \`date\`: “2019-02-30” is not in the calendar: that month has 28 days.
        11 │     date: 2019-02-30
           │           ^^^^^^^^^^

      broken.yaml:13:33 error dangling-id There is no entry \`morvna\`; did you mean \`morvane\`?
        13 │     participants: { signatory: [morvna] }
           │                                 ^^^^^^
            →? Replace by \`morvane\`

      Port Lune checked: 2 errors.
      "
    `);
  });

  test("in text shows the way out and the places that belong to a problem", async () => {
    cli.write("twins.yaml", WORLD.replace("name: Morvane }", "name: Port Lune }"));
    cli.write("misspelt.yaml", UNUSED);
    const twins = await cli.run(["knowledge", "check", "twins.yaml"]);
    expect(twins.stdout).toMatchInlineSnapshot(`
      "twins.yaml:6:35 warning shared-name “Port Lune” is a name of Port Lune (\`port-lune\`) and Port Lune (\`morvane\`), and nothing says that they are distinct.
        6 │   morvane: { type: country, name: Port Lune }
          │                                   ^^^^^^^^^
            twins.yaml:5:35: A name of Port Lune as well
            →? Add \`distinctFrom: [port-lune]\`

      Port Lune checked: 1 warning.
      "
    `);
    const { stdout } = await cli.run(["knowledge", "check", "misspelt.yaml"]);
    expect(stdout).toContain("      → Replace by");
  });

  test("in JSON is as its schema says, with positions as in the Language Server Protocol", async () => {
    const lines = `\u{1F4DC}: 1\r\n${UNUSED.replaceAll("\n", "\r\n")}`;
    cli.write("windows.yaml", lines);
    const args = ["knowledge", "check", "windows.yaml", "twins.yaml", "broken.yaml", "--format", "json"];
    const report = JSON.parse((await cli.run(args)).stdout);
    expect(Schema.Errors(problemsSchema as object, report)).toEqual([true, []]);
    const [windows] = report.knowledgeBases;
    expect(windows).toMatchObject({
      path: "windows.yaml",
      title: "Port Lune",
      entities: 2,
      events: 1,
      fixed: 0,
    });
    const misspelt = windows.problems.find(({ fix }: { fix?: object }) => fix !== undefined);
    expect(misspelt.range.start).toEqual({
      line: UNUSED.slice(0, UNUSED.indexOf("aide-")).split("\n").length,
      character: 2,
    });
  });

  test("is about the knowledge bases around the current folder where none is named", async () => {
    cli.write("region/knowledge/base.yaml", WORLD.replace("title: Port Lune", "title: Region"));
    cli.write("region/report/own.knowledge.yaml", WORLD.replace("title: Port Lune", "title: Own"));
    const { stdout } = await cli.run(["knowledge", "check", "--format", "json"], {
      cwd: join(cli.folder, "region/report"),
    });
    expect(JSON.parse(stdout).knowledgeBases.map(({ title }: { title: string }) => title)).toEqual([
      "Region",
      "Own",
    ]);
  });
});

describe("knowledge check --fix", () => {
  const read = (file: string) => readFileSync(join(cli.folder, file), "utf8");

  test("mends what can be mended, round after round, and leaves all else as it is", async () => {
    cli.write("fix/a.yaml", UNUSED);
    chmodSync(join(cli.folder, "fix/a.yaml"), 0o640);
    const run = await cli.run(["knowledge", "check", "fix/a.yaml", "--fix"]);
    // The comment's word is put right first, and then it turns out that there is nothing for it to silence.
    expect(read("fix/a.yaml")).toBe(UNUSED.replace(/# aide-memoire-.*\n/, ""));
    expect(run.stdout).toContain("no problems, 2 mended.");
    expect(run.status).toBe(0);
    expect(statSync(join(cli.folder, "fix/a.yaml")).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(cli.folder, "fix"))).toEqual(["a.yaml"]);
  });

  test("mends the file behind a link", async () => {
    cli.write("linked/real.yaml", UNUSED);
    symlinkSync("real.yaml", join(cli.folder, "linked/link.yaml"));
    await cli.run(["knowledge", "check", "linked/link.yaml", "--fix"]);
    expect(read("linked/real.yaml")).not.toContain("aide-memoire");
    expect(lstatSync(join(cli.folder, "linked/link.yaml")).isSymbolicLink()).toBe(true);
  });

  test("leaves to the writer what only the writer can judge", async () => {
    const { stdout } = await cli.run(["knowledge", "check", "twins.yaml", "--fix"]);
    expect(stdout).toContain("→? Add `distinctFrom");
    expect(read("twins.yaml")).toBe(WORLD.replace("name: Morvane }", "name: Port Lune }"));
  });

  test("does not touch a file whose bytes it could not give back", async () => {
    const latin = Buffer.concat([Buffer.from(UNUSED), Buffer.from([0x23, 0x20, 0xe9, 0x0a])]);
    cli.write("latin.yaml", latin);
    await cli.run(["knowledge", "check", "latin.yaml", "--fix"]);
    expect(readFileSync(join(cli.folder, "latin.yaml"))).toEqual(latin);
  });
});
