import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { pack, unpack } from "../../server/src/cli/checking/packed.ts";
import { checkInPool } from "../../server/src/cli/checking/pool.ts";
import { checkText } from "../../server/src/service.ts";
import { worldOf } from "../support/engine.ts";
import { type CommandLine, install } from "./command-line.ts";

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
const DRAFTS = 40;
const draft = (i: number) =>
  `# Draft ${i}\n\nMorvane and Dorania signed the Lune Accord on ${(i % 5) + 1} May 2019.\n\n` +
  `The Dorn Merger was agreed on ${(i % 7) + 1} May 2019. Weavers met in Harl on ${(i % 3) + 12} May 2018.\n`;

const FLAT = (words: string) =>
  `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>${words}</text:p></office:text></office:body></office:document>`;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
  for (let i = 0; i < DRAFTS; i++) cli.write(`drafts/${String(i).padStart(2, "0")}.md`, draft(i));
  cli.write("drafts/20-binary.md", new Uint8Array([80, 75, 3, 4, 0, 0, 0]));
  cli.write("drafts/30-empty.md", "");
  cli.write("drafts/25.fodt", FLAT("The Lune Accord was signed on 9 May 2019."));
  cli.write("other/knowledge/world.yaml", WORLD.replace("2019-05-03", "2019-05-04"));
  for (let i = 0; i < DRAFTS; i++) cli.write(`other/${i}.md`, draft(i));
  cli.write(".aide-memoire.yaml", "overrides: [{ files: drafts/0*.md, checks: { event-date: warning } }]\n");
});
afterAll(() => cli.remove());

test.each(["json", "text"])(
  "several threads find what one finds, also between drafts, in the same order (%s)",
  async (format) => {
    const run = (jobs: number) =>
      cli.run(["check", "drafts", "other", "--format", format, "--jobs", String(jobs)]);
    const [alone, together] = [await run(1), await run(3)];
    expect(together).toEqual(alone);
    expect(alone.status).toBe(2);
    expect(alone.stderr).toContain("20-binary.md");
    expect(alone.stdout).toContain("25.fodt");
    expect(alone.stdout).toContain("is given another date elsewhere");
  },
);

test("many drafts are spread by themselves", async () => {
  const [usual, alone] = [
    await cli.run(["check", "other"]),
    await cli.run(["check", "other", "--jobs", "1"]),
  ];
  expect(usual).toEqual(alone);
});

test("what is wrong with a knowledge base is told once", async () => {
  cli.write("broken/knowledge/world.yaml", WORLD.replace("2019-05-03", "2019-02-30"));
  for (let i = 0; i < 8; i++) cli.write(`broken/${i}.md`, draft(i));
  const { stderr, status } = await cli.run(["check", "broken", "--jobs", "3"]);
  expect([stderr.match(/2019-02-30/g)?.length, status]).toEqual([
    (await cli.run(["check", "broken", "--jobs", "1"])).stderr.match(/2019-02-30/g)?.length,
    2,
  ]);
});

test("--jobs is a number", async () => {
  for (const jobs of ["0", "-1", "x", "1.5"])
    expect((await cli.run(["check", "drafts", "--jobs", jobs])).status).toBe(2);
});

test.each([1, 2])("Ctrl-C says what was done, and ends with 130 (%i jobs)", async (jobs) => {
  const large = Array.from({ length: 400 }, (_, i) => draft(i).repeat(5)).join("\n");
  for (let i = 0; i < 30; i++) cli.write(`large/${i}.md`, large);
  const program = join(cli.folder, "../program/dist/cli.js");
  const args = [program, "check", "large", "--jobs", String(jobs), "--format", "text"];
  const child = spawn(process.execPath, args, { cwd: cli.folder, env: { PATH: process.env.PATH } });
  let stderr = "";
  child.stderr.on("data", (data) => (stderr += data));
  child.stdout.once("data", () => child.kill("SIGINT"));
  child.stdout.on("data", () => {});
  const status = await new Promise((done) => child.on("close", done));
  expect(stderr).toMatch(/Interrupted: [1-9]\d* of 30 drafts were checked, with [\d,]+ findings so far/);
  expect(status).toBe(130);
  expect(readdirSync(join(cli.folder, "large")).length).toBe(30);
});

test("a thread that breaks down costs one draft, and no order", async () => {
  cli.write(
    "../worker.js",
    `const { parentPort } = require("node:worker_threads");
parentPort.on("message", ({ number, path }) => {
  if (path === "crash") throw new Error("broken down");
  if (path === "exit") process.exit(3);
  setTimeout(() => parentPort.postMessage({ number, told: [{ isFailure: false, message: path }] }), path.length * 3);
});`,
  );
  const paths = Array.from({ length: 90 }, (_, i) =>
    i === 7 ? "crash" : i === 50 ? "exit" : "x".repeat((i * 7) % 11),
  );
  const order = { knowledge: [], bundledKnowledge: "", environment: {} };
  const told: string[] = [];
  const program = join(cli.folder, "../worker.js");
  for await (const result of checkInPool(paths, { jobs: 3, program, order }))
    told.push(result.told[0]!.message);
  expect(told.map((message) => message.split(":")[0])).toEqual(paths);
});

test("a snapshot is the same after its way from one thread to another", () => {
  const knowledge = worldOf(WORLD);
  const snapshot = checkText({ text: draft(1), format: "markdown", knowledge });
  const back = unpack(structuredClone(pack(snapshot)), snapshot.draft, knowledge);
  expect(back).toEqual(snapshot);
});
