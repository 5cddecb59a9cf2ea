import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { yamlOf } from "../bench/many-names.ts";
import { type CommandLine, install, type Run } from "./command-line.ts";

const WORLD = `
sources:
  gazette: { title: Gazette of Port Lune, text: gazette.txt }
entities:
  port-lune: { type: place, name: Port Lune }
  morvane: { type: country, name: Morvane }
events:
  lune-accord:
    type: agreement
    name: Lune Accord
    date: 2019-05-03
    place: port-lune
    evidence: [{ source: gazette, quote: signed here on 3 May 2019 }]
`;
const FAULTY = "Morvane signed the Lune Accord on 4 May 2019.\n";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
let cache: string;
let environment: Record<string, string>;
beforeAll(async () => {
  cli = await install(WORLD);
  cli.write("draft.md", FAULTY);
  cli.write("kb/large.yaml", yamlOf(4000));
  cli.write("kb/world.yaml", WORLD);
  cli.write("kb/gazette.txt", "The Accord was signed here on 3 May 2019.");
  cli.write("small.knowledge.yaml", WORLD.replace(", text: gazette.txt", ""));
  cache = join(cli.folder, "cache");
  environment = { AIDE_MEMOIRE_CACHE: cache };
});
afterAll(() => cli.remove());
beforeEach(() => rmSync(cache, { recursive: true, force: true }));

const run = (...args: string[]) => cli.run(args, { environment });
const check = () => run("check", "draft.md", "-k", "kb", "--format", "json");
const kept = () => (existsSync(cache) ? readdirSync(join(cache, "knowledge")) : []);
const bins = () => kept().filter((name) => name.endsWith(".bin"));

function expectRight({ status, stdout, stderr }: Run): void {
  expect(stderr).toBe("");
  expect(status).toBe(1);
  expect(stdout).toContain("3 May 2019");
}

describe("knowledge compile", () => {
  test("prepares what is named, once", async () => {
    const first = await run("knowledge", "compile", "kb");
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(first.stdout).toMatch(
      /^kb: 41 sources, \d+ entities, .*KB, read in [\d.]+ s, prepared: \d+ KB in \//,
    );
    expect(bins()).toHaveLength(1);
    const again = await run("knowledge", "compile", "./kb/");
    expect(again.stdout).toContain("is prepared already");
    expect((await run("knowledge", "compile", "kb", "--force")).stdout).toContain("read in");
    expect(bins()).toHaveLength(1);
  });

  test("finds what drafts here would be checked against", async () => {
    const { status, stdout } = await run("knowledge", "compile");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^small\.knowledge\.yaml: 1 source, 2 entities, 1 event, 0 claims/);
  });

  test.each([
    ["what is no knowledge base", ["nowhere.yaml"], "there is no such knowledge base"],
    ["an option that there is not", ["--fast"], "unknown option"],
  ])("fails at %s", async (_, args, says) => {
    const { status, stderr } = await run("knowledge", "compile", ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });

  test("tells what is wrong, each time, and keeps the rest", async () => {
    cli.write("bad/world.yaml", WORLD.replace("2019-05-03", "2019-02-30"));
    for (let i = 0; i < 2; i++) {
      const { status, stdout, stderr } = await run("knowledge", "compile", "bad");
      expect(status).toBe(2);
      expect(stderr).toContain("bad/world.yaml:11:11 bad-date");
      expect(stderr).toContain("2019-02-30");
      expect(stdout).toContain(i === 0 ? "read in" : "is prepared already");
    }
  });

  test("fails where nothing can be kept", async () => {
    const off = await cli.run(["knowledge", "compile", "kb"], { environment: { AIDE_MEMOIRE_CACHE: "off" } });
    expect([off.status, off.stderr]).toEqual([2, expect.stringContaining("AIDE_MEMOIRE_CACHE is off")]);
    cli.write("file", "");
    const blocked = await cli.run(["knowledge", "compile", "kb"], {
      environment: { AIDE_MEMOIRE_CACHE: "file" },
    });
    expect([blocked.status, blocked.stderr]).toEqual([2, expect.stringContaining("cannot be kept in file")]);
  });
});

describe("check", () => {
  test("keeps a large knowledge base, and finds the same with it", async () => {
    const first = await check();
    expectRight(first);
    expect(bins()).toHaveLength(1);
    const { mtimeMs } = statSync(join(cache, "knowledge", bins()[0]!));
    expect(await check()).toEqual(first);
    expect(statSync(join(cache, "knowledge", bins()[0]!)).mtimeMs).toBe(mtimeMs);
  });

  test("keeps no small one, and none where it cannot", async () => {
    expect((await run("check", "draft.md", "-k", "small.knowledge.yaml")).status).toBe(1);
    expect(kept()).toEqual([]);
    for (const AIDE_MEMOIRE_CACHE of ["off", "/dev/null/cache"])
      expectRight(await cli.run(["check", "draft.md", "-k", "kb"], { environment: { AIDE_MEMOIRE_CACHE } }));
  });

  test("reads it again when a file of it changes, a source's text included", async () => {
    await check();
    cli.write("kb/gazette.txt", "The Accord was signed there.");
    const { status, stderr } = await check();
    expect([status, stderr]).toEqual([2, expect.stringContaining("quote-not-in-source")]);
    cli.write("kb/gazette.txt", "The Accord was signed here on 3 May 2019.");
    cli.write("kb/world.yaml", WORLD.replace("date: 2019-05-03", "date: 2019-05-04"));
    expect(await check()).toMatchObject({ status: 0, stderr: "" });
    cli.write("kb/world.yaml", WORLD);
    expectRight(await check());
  });

  test("is not led astray by what is damaged", async () => {
    await check();
    const path = join(cache, "knowledge", bins()[0]!);
    const whole = readFileSync(path);
    for (const part of [0, 0.1, 0.5, 0.9]) {
      const at = Math.floor(part * whole.length);
      writeFileSync(
        path,
        Buffer.concat([whole.subarray(0, at), Buffer.of(whole[at]! ^ 4), whole.subarray(at + 1)]),
      );
      expectRight(await check());
      expect(readFileSync(path).equals(whole)).toBe(true);
      writeFileSync(path, whole.subarray(0, at));
      expectRight(await check());
      expect(readFileSync(path).equals(whole)).toBe(true);
    }
  });
});

describe("programs that are killed while they compile", () => {
  const program = () => join(cli.folder, "../program/dist/cli.js");
  const args = () => [program(), "knowledge", "compile", "kb", "--force"];
  const compiling = () =>
    spawn(process.execPath, args(), {
      cwd: cli.folder,
      env: { PATH: process.env.PATH, ...environment },
      stdio: "ignore",
    });
  const ended = (child: ReturnType<typeof compiling>) => new Promise((done) => child.once("close", done));

  test("at any time: what is there next is right", async () => {
    for (let i = 0; i < 10; i++) {
      const child = compiling();
      setTimeout(() => child.kill("SIGKILL"), 40 + 40 * i);
      await ended(child);
      expectRight(await check());
    }
  });

  test("while they write: what is there next is right", async () => {
    await check();
    let caught = 0;
    for (let i = 0; i < 8; i++) {
      const child = compiling();
      const watcher = watch(join(cache, "knowledge"), (_, name) => {
        if (name?.endsWith(".tmp") && child.kill("SIGKILL")) caught++;
      });
      await ended(child);
      watcher.close();
      expectRight(await check());
      expect(bins()).toHaveLength(1);
    }
    expect(caught).toBeGreaterThan(0);
  });
});

test("several programs at once do not disturb each other", async () => {
  const compile = () => run("knowledge", "compile", "kb", "--force");
  const [first, second, ...compiled] = await Promise.all([
    check(),
    check(),
    ...Array.from({ length: 4 }, compile),
  ]);
  expectRight(first!);
  expectRight(second!);
  for (const { status, stderr } of compiled) expect([status, stderr]).toEqual([0, ""]);
  expect(kept()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.bin$/)]);
  expectRight(await check());
});
