import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { load } from "js-yaml";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import manifest from "../../package.json";
import { ENDINGS } from "../../server/src/text/formats.ts";
import { repositoryIn, type TestRepository } from "../cli/repository.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PAGE = readFileSync(join(ROOT, "docs/ci.md"), "utf8");
const ACTION = load(readFileSync(join(ROOT, "action.yml"), "utf8")) as Action;
const WRONG = "The ceasefire between Pakistan and the Taliban was agreed in Doha on 18 October 2025.\n";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly shell: string;
      readonly env: Record<string, string>;
      readonly run: string;
    }[];
  };
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

let home: string;
let repository: TestRepository;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "aide-memoire-ci-"));
  const made = join(home, "package");
  execFileSync(process.execPath, [join(ROOT, "scripts/package-npm.mjs"), made], { stdio: "pipe" });
  // In the place of npx: the same package, without a registry.
  mkdirSync(join(home, "bin"));
  const npx = `#!/bin/sh\n[ "$1 $2" = "--yes aide-memoire@${manifest.version}" ] || exit 99\nshift 2\nexec "${process.execPath}" "${made}/dist/cli.js" "$@"\n`;
  writeFileSync(join(home, "bin/npx"), npx);
  writeFileSync(
    join(home, "bin/aide-memoire"),
    `#!/bin/sh\nexec "${process.execPath}" "${made}/dist/cli.js" "$@"\n`,
  );
  for (const name of ["npx", "aide-memoire"]) chmodSync(join(home, "bin", name), 0o755);
  repository = repositoryIn(join(home, "drafts"));
  const bundled = readFileSync(join(ROOT, "knowledge/article/about.yaml"), "utf8");
  expect(bundled).not.toBe("");
  execFileSync("cp", ["-r", join(ROOT, "knowledge/article"), join(repository.folder, "knowledge")]);
  writeFileSync(join(repository.folder, "brief.md"), WRONG.replace("18 October", "19 October"));
  repository.commit("first");
  writeFileSync(join(repository.folder, "brief.md"), WRONG);
  repository.commit("second");
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function bash(script: string, environment: Readonly<Record<string, string>> = {}) {
  const env = { PATH: `${join(home, "bin")}:${process.env.PATH}`, ...environment };
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
    {
      ...{ cwd: repository.folder, env, encoding: "utf8" },
    },
  );
  return { status, stdout, stderr };
}

/** The block of docs/ci.md that is marked so. */
function block(mark: string): unknown {
  const text = new RegExp(`\`\`\`yaml ${mark}\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1];
  return load(text!);
}

describe.skipIf(process.platform === "win32")("the GitHub action", () => {
  const run = (inputs: Readonly<Record<string, string>>) => {
    const [step] = ACTION.runs.steps;
    const given = (name: string) => inputs[name] ?? ACTION.inputs[name]!.default;
    const env = Object.entries(step!.env).map(
      ([key, value]) => [key, given(/^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)![1]!)] as const,
    );
    return bash(step!.run, Object.fromEntries(env));
  };

  test("has the form that GitHub asks for, and runs no text of its inputs", () => {
    expect(ACTION.runs.using).toBe("composite");
    for (const { description, default: usual } of Object.values(ACTION.inputs))
      expect([typeof description, typeof usual]).toEqual(["string", "string"]);
    for (const { run: script, shell } of ACTION.runs.steps)
      expect([script.includes("${{"), shell]).toEqual([false, "bash"]);
    expect(ACTION.inputs.version!.default).toBe(manifest.version);
  });

  test("annotates, and fails where something is wrong", () => {
    const { status, stdout, stderr } = run({});
    expect([stderr, status]).toEqual(["", 1]);
    expect(stdout).toMatch(/^::error .*file=brief\.md,line=1/m);
    expect(run({ "fail-on": "never" }).status).toBe(0);
  });

  test("writes SARIF, takes a base, knowledge bases and several paths", () => {
    const { status } = run({
      sarif: "out.sarif",
      changed: "HEAD~1",
      knowledge: "knowledge\n",
      paths: "brief.md\n",
    });
    expect(status).toBe(1);
    const sarif = JSON.parse(readFileSync(join(repository.folder, "out.sarif"), "utf8"));
    expect(sarif.runs[0].results).toHaveLength(1);
    expect(run({ changed: "HEAD" }).status).toBe(0);
    expect(run({ paths: "$(touch hacked)\n" }).status).toBe(2);
  });

  test("is used in a workflow with inputs that it has", () => {
    const workflow = block("github-workflow") as {
      readonly jobs: {
        readonly check: { readonly steps: readonly { uses: string; with: Record<string, string> }[] };
      };
    };
    const [, step] = workflow.jobs.check.steps;
    expect(step!.uses).toBe(`OWNER/aide-memoire@v${manifest.version}`);
    expect(Object.keys(ACTION.inputs)).toEqual(expect.arrayContaining(Object.keys(step!.with)));
  });
});

describe.skipIf(process.platform === "win32")("the GitLab example", () => {
  test("writes the report that it names", () => {
    const { drafts } = block("gitlab-ci") as {
      readonly drafts: {
        readonly script: readonly string[];
        readonly artifacts: { reports: { codequality: string } };
      };
    };
    expect(bash(drafts.script.join("\n")).status).toBe(1);
    const report = JSON.parse(
      readFileSync(join(repository.folder, drafts.artifacts.reports.codequality), "utf8"),
    );
    expect(report[0]).toMatchObject({ check_name: "event-date", location: { path: "brief.md" } });
  });
});

describe("the pre-commit hook", () => {
  const hooks = load(readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8")) as readonly Hook[];

  test("takes every kind of draft, and is the one of the docs", () => {
    const [hook] = hooks;
    for (const ending of ENDINGS) expect(`brief${ending}`).toMatch(new RegExp(hook!.files));
    const { repos } = block("pre-commit") as {
      readonly repos: readonly { readonly hooks: readonly Hook[] }[];
    };
    const { additional_dependencies: packages, ...local } = repos[0]!.hooks[0] as Hook & {
      additional_dependencies: string[];
    };
    const { description: _, ...own } = hook as Hook & { description: string };
    expect(local).toEqual(own);
    expect(packages).toEqual([`aide-memoire@${manifest.version}`]);
  });

  test.skipIf(process.platform === "win32")("fails on a wrong draft", () => {
    expect(bash(`${hooks[0]!.entry} brief.md`).status).toBe(1);
  });
});

test.skipIf(process.platform === "win32")("the other commands of the page run", () => {
  const blocks = Array.from(PAGE.matchAll(/```sh\n([\s\S]*?)```/g), ([, script]) => script!);
  const commands = blocks.filter((script) => script.startsWith("npx"));
  expect(commands).toHaveLength(2);
  for (const script of commands)
    expect([script, bash(script).status]).toEqual([script, expect.toBeOneOf([0, 1])]);
});
