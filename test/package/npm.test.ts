import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import manifest from "../../package.json";

const ROOT = resolve(import.meta.dirname, "../..");
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

let home: string;
let folder: string;
let installed: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "aide-memoire-npm-"));
  const made = execFileSync(
    process.execPath,
    [join(ROOT, "scripts/package-npm.mjs"), join(home, "package")],
    {
      encoding: "utf8",
    },
  );
  folder = join(home, "elsewhere");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), "{}");
  // Nothing can be fetched: the tarball is all there is.
  const how = [
    "install",
    "--offline",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--cache",
    join(home, "cache"),
  ];
  execFileSync(npm, [...how, made.trim()], { cwd: folder, stdio: "pipe" });
  installed = join(folder, "node_modules/aide-memoire");
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const program = () => join(folder, "node_modules/.bin/aide-memoire");

function run(...args: readonly string[]) {
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((done) => {
    const child = spawn(program(), args, { cwd: folder, shell: process.platform === "win32" });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (data) => (stdout += data));
    child.stderr.on("data", (data) => (stderr += data));
    child.on("close", (status) => done({ status, stdout, stderr }));
  });
}

test("what is installed needs nothing else, and is nothing of VS Code", () => {
  const own = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  expect(own).toMatchObject({ name: "aide-memoire", version: manifest.version, license: "MIT" });
  for (const key of [
    "private",
    "main",
    "contributes",
    "dependencies",
    "devDependencies",
    "scripts",
    "workspaces",
  ])
    expect(own).not.toHaveProperty(key);
  expect(own.engines).toEqual({ node: manifest.engines.node });
  expect(existsSync(join(installed, "dist/client.js"))).toBe(false);
  for (const file of [
    "dist/third-party-licences.txt",
    "LICENSE",
    "README.md",
    "man/aide-memoire.1",
    "knowledge/schema.json",
  ])
    expect(existsSync(join(installed, file))).toBe(true);
  expect(readFileSync(join(installed, "dist/third-party-licences.txt"), "utf8")).not.toContain(
    "vscode-languageclient",
  );
});

test("its README leads nowhere where nothing is", () => {
  const text = readFileSync(join(installed, "README.md"), "utf8");
  const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target!.replace(/#.*/, ""));
  const dead = links.filter(
    (target) => target !== "" && !/^[a-z]+:/.test(target) && !existsSync(join(installed, target)),
  );
  expect(dead).toEqual([]);
  expect(links).toContain("dist/checks/event-date.md");
});

test("it checks a draft against the bundled knowledge base", async () => {
  writeFileSync(
    join(folder, "brief.md"),
    "The ceasefire between Pakistan and the Taliban was agreed in Doha on 18 October 2025.\n",
  );
  const { stdout, stderr, status } = await run("check", "brief.md");
  expect([stderr, status]).toEqual(["", 1]);
  expect(stdout).toContain("19 October 2025");
  expect((await run("--version")).stdout.trim()).toBe(manifest.version);
});

test("many drafts run in threads", async () => {
  for (let i = 0; i < 30; i++) {
    mkdirSync(join(folder, "many"), { recursive: true });
    writeFileSync(
      join(folder, `many/${i}.md`),
      `Draft ${i}. The Doha ceasefire was agreed on 18 October 2025.\n`,
    );
  }
  const { stdout, stderr } = await run("check", "many", "--jobs", "2", "--format", "json");
  expect(stderr).toBe("");
  expect(JSON.parse(stdout).files).toHaveLength(30);
});

test("its language server answers", async () => {
  const child = spawn(program(), ["lsp", "--stdio"], { cwd: folder, shell: process.platform === "win32" });
  const body = JSON.stringify({
    ...{ jsonrpc: "2.0", id: 1, method: "initialize" },
    params: { processId: process.pid, rootUri: null, capabilities: {} },
  });
  child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  const answer = await new Promise<string>((done) => {
    let all = "";
    child.stdout.on("data", (data) => {
      all += data;
      if (all.includes('"capabilities"')) done(all);
    });
  });
  child.kill();
  expect(answer).toContain('"hoverProvider"');
  expect(dirname(installed)).toContain("node_modules");
});
