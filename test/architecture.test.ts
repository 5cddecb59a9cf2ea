import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../package.json";
import { GENERATED } from "../scripts/generated.ts";
import { CHECKS } from "../server/src/checks/index.ts";
import { LINT_RULES } from "../server/src/knowledge-base/lint/index.ts";

const ROOT = resolve(import.meta.dirname, "..");

/** The parts of the server from left to right: each may import from those before it. */
const ORDER = [
  "server/src/workspace.ts",
  "server/src/text",
  "server/src/time",
  "server/src/knowledge-base",
  "server/src/reading",
  "server/src/ignoring",
  "server/src/checks",
  "server/src/settings.ts",
  "server/src/project",
  "server/src/features",
  "server/src/service.ts",
];

/** The files of the timeline that draw it, and bring nothing of the reading with them. */
const DRAWING = [
  "arrangement",
  "drawing",
  "html",
  "lanes",
  "legend",
  "mark",
  "style",
  "timeline",
  "window",
  "wording",
];

/**
 * The dependency rule: what each part may import besides itself. "node" stands for Node's own modules; what is no path is
 * a package.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(ORDER.map((part, i) => [part, ORDER.slice(0, i)])),
  "server/src/text": ["js-yaml"],
  "server/src/knowledge-base": [
    ...leftOf("server/src/knowledge-base"),
    ...filesUnder("knowledge/vocabulary", ".yaml"),
    "js-yaml",
    "typebox",
    "@msgpack/msgpack",
  ],
  "server/src/project": [...leftOf("server/src/project"), "typebox", "picomatch", "ignore"],
  "server/src/features": [...leftOf("server/src/features"), "d3-scale"],
  "server/src/node": ["server/src/knowledge-base", "node"],
  "server/src/lsp": [
    ...ORDER,
    "server/src/node",
    "node",
    "vscode-languageserver",
    "vscode-uri",
    "package.json",
  ],
  "server/src/cli": [
    ...ORDER,
    "server/src/node",
    "node",
    "commander",
    "tinyglobby",
    "picocolors",
    "cli-progress",
    "csv-parse",
    "chokidar",
    "diff",
    "ignore",
    "sarif",
    "fflate",
    "saxes",
    "postal-mime",
    "package.json",
  ],
  // What runs inside a view is drawn by the very functions that write the same pages on the command line.
  "client/src/views": [
    ...filesUnder("server/src/features/pages", ".ts"),
    ...["sheet", "style", "table"].map((file) => `server/src/features/fact-sheet/${file}.ts`),
    ...DRAWING.map((file) => `server/src/features/timeline/${file}.ts`),
    "d3-selection",
    "d3-zoom",
  ],
  "client/src": [
    "server/src/lsp/protocol.ts",
    "client/src/views/messages.ts",
    "node",
    "vscode",
    "vscode-languageclient",
  ],
};

function leftOf(part: string): string[] {
  return ORDER.slice(0, ORDER.indexOf(part));
}

const SOURCES = [...filesUnder("server/src", ".ts"), ...filesUnder("client/src", ".ts")];

describe("the dependency rule", () => {
  test.each(Object.keys(MAY_IMPORT))("%s imports only what it may", (part) => {
    const allowed = [part, ...MAY_IMPORT[part]!];
    const forbidden = SOURCES.filter((file) => partOf(file) === part).flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed.includes(partOf(target)) && !allowed.includes(target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(forbidden).toEqual([]);
  });

  test("what a view takes of the server asks nothing of the reading but its types", () => {
    const shared = MAY_IMPORT["client/src/views"]!.filter((file) => file.endsWith(".ts"));
    const taken = new Set(shared);
    for (const file of taken) {
      const code = codeOf(file).replace(/^import type [^;]+;/gm, "");
      for (const [, target] of code.matchAll(/from "(\.[^"]+)"/g))
        taken.add(relative(ROOT, resolve(ROOT, dirname(file), target!)).replaceAll("\\", "/"));
    }
    const parts = [...taken].filter((file) =>
      /src\/(?:reading|knowledge-base|checks|lsp|cli|node)\//.test(file),
    );
    expect(parts).toEqual([]);
  });

  test("covers every source file", () => {
    expect(SOURCES.filter((file) => !(partOf(file) in MAY_IMPORT))).toEqual([]);
  });

  test("what the client shares with the server brings nothing else with it", () => {
    const parts = ["server/src/lsp/protocol.ts", ...filesUnder("server/src/lsp/protocol", ".ts")];
    for (const part of parts)
      expect(codeOf(part), part).not.toMatch(/^(?:import (?!type\b)|export .* from (?!"\.\/protocol\/))/m);
  });

  test("the core uses no clock, no randomness, no console and no process", () => {
    const core = filesUnder("server/src", ".ts").filter((file) => !/src\/(?:node|lsp|cli)\//.test(file));
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\.|\bprocess\.|\bset(?:Timeout|Interval)\(/;
    expect(core.filter((file) => impure.test(codeOf(file)))).toEqual([]);
  });
});

describe.each([
  { what: "the checks", folder: "server/src/checks", listed: CHECKS },
  { what: "the linter's rules", folder: "server/src/knowledge-base/lint", listed: LINT_RULES },
])("$what", ({ folder, listed }) => {
  const ids = listed.map(({ id }) => id);

  test("are registered, each with a file and a page of its name", () => {
    const pages = filesUnder(folder, ".md").map((file) => basename(file, ".md"));
    expect(ids).toEqual([...ids].sort());
    expect(pages.sort()).toEqual(ids);
    expect(ids.filter((id) => !existsSync(join(ROOT, `${folder}/${id}.ts`)))).toEqual([]);
  });

  test("say on their page how grave they are", () => {
    const severities = listed.map(({ id, severity }) => ({ id, severity, page: read(`${folder}/${id}.md`) }));
    const wrong = severities.filter(
      ({ severity, page }) => !new RegExp(`^(?:Default s|S)everity: ${severity}\\.$`, "m").test(page),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test("have their pages beside the bundles", () => {
    expect(read("esbuild.js")).toContain(`"${folder}"`);
    expect(read(".vscodeignore")).toContain(`!dist/${basename(folder)}/**`);
  });
});

describe("the checks", () => {
  test("have their settings in the manifest", () => {
    const settings = manifest.contributes.configuration.flatMap((section) => Object.keys(section.properties));
    for (const { id } of CHECKS) expect(settings).toContain(`aideMemoire.checks.${id}`);
  });
});

describe("the files", () => {
  test("are short enough to be read at one sitting", () => {
    // The form of a knowledge base and the built-in words are tables, to be looked up rather than read.
    const prose = SOURCES.filter((file) => !/knowledge-base\/(?:format\/schema\.ts|vocabulary\/)/.test(file));
    expect(prose.filter((file) => read(file).split("\n").length > 320)).toEqual([]);
  });

  test("say by their name what is in them", () => {
    const vague = /^(?:utils?|helpers?|common|managers?|misc)$/;
    const names = SOURCES.flatMap((file) => file.split("/")).map((name) => name.replace(/\.ts$/, ""));
    expect(names.filter((name) => vague.test(name) || !/^[a-z0-9.-]+$/.test(name))).toEqual([]);
  });
});

test.each(Object.entries(GENERATED))("%s is as `npm run generate` writes it", (file, generate) => {
  const text = read(file);
  expect(text).toBe(generate(text));
});

/** What a file imports: a path from the root, a package's name, or "node". */
function importsOf(file: string): string[] {
  const statements = codeOf(file).matchAll(
    /^(?:import|export)\s(?:[^"';]*\sfrom\s)?"([^"]+)"|\b(?:import|require)\("([^"]+)"\)/gm,
  );
  return Array.from(statements, (match) => {
    const target = (match[1] ?? match[2])!;
    if (target.startsWith("."))
      return relative(ROOT, resolve(ROOT, dirname(file), target)).replaceAll("\\", "/");
    if (target.startsWith("node:") || builtinModules.includes(target)) return "node";
    return target.split("/", target.startsWith("@") ? 2 : 1).join("/");
  });
}

/** The part of the program that a file belongs to: a folder, or one of the files beside the folders. */
function partOf(file: string): string {
  return Object.keys(MAY_IMPORT).find((part) => file === part || file.startsWith(`${part}/`)) ?? file;
}

/** A file without its comments. */
function codeOf(file: string): string {
  return read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(ending) && statSync(join(ROOT, file)).isFile())
    .sort();
}
