import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../package.json";
import { CHECKS } from "../server/src/checks/index.ts";

/**
 * The dependency rule. A part of the program imports only from itself and from the parts named after it; "node" stands
 * for Node's own modules, everything else for a package of npm.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "server/src/text": ["js-yaml"],
  "server/src/time": ["server/src/text"],
  "server/src/workspace.ts": [],
  "server/src/knowledge-base": [...upTo("time"), "server/src/workspace.ts", "js-yaml", "typebox"],
  "server/src/reading": upTo("knowledge-base"),
  "server/src/checks": upTo("reading"),
  "server/src/settings.ts": upTo("checks"),
  "server/src/features": [...upTo("checks"), "server/src/settings.ts"],
  "server/src/service.ts": [...upTo("features"), "server/src/settings.ts"],
  "server/src/lsp": [
    ...SERVICE(),
    "node",
    "vscode-languageserver",
    "vscode-languageserver-textdocument",
    "package.json",
  ],
  "server/src/cli": [...SERVICE(), "node", "commander", "tinyglobby", "picocolors", "package.json"],
  "client/src": ["server/src/lsp/protocol.ts", "node", "vscode", "vscode-languageclient"],
};

function upTo(folder: string): string[] {
  const order = ["text", "time", "knowledge-base", "reading", "checks", "features"];
  return order.slice(0, order.indexOf(folder) + 1).map((name) => `server/src/${name}`);
}

function SERVICE(): string[] {
  return [...upTo("features"), "server/src/service.ts", "server/src/settings.ts", "server/src/workspace.ts"];
}

const ROOT = resolve(import.meta.dirname, "..");
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

  test("covers every source file", () => {
    expect(SOURCES.filter((file) => !(partOf(file) in MAY_IMPORT))).toEqual([]);
  });

  test("client takes nothing but types from the server", () => {
    const values = filesUnder("client/src", ".ts").filter((file) =>
      /^import (?!type\b)[^;]*server\/src/m.test(read(file)),
    );
    expect(values).toEqual([]);
  });

  test("the core uses no clock, no randomness, no console and no process", () => {
    const core = filesUnder("server/src", ".ts").filter((file) => !/src\/(?:lsp|cli)\//.test(file));
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\.|\bprocess\.|\bset(?:Timeout|Interval)\(/;
    expect(core.filter((file) => impure.test(codeOf(file)))).toEqual([]);
  });
});

describe("the checks", () => {
  const written = filesUnder("server/src/checks", ".md").map((file) => basename(file, ".md"));

  test("are registered, each with a file and a page of its name", () => {
    const ids = CHECKS.map((check) => check.id);
    expect(ids).toEqual([...ids].sort());
    expect(written.sort()).toEqual(ids);
    expect(ids.filter((id) => !existsSync(join(ROOT, `server/src/checks/${id}.ts`)))).toEqual([]);
  });

  test("have their settings in the manifest and their row in the README", () => {
    const settings = manifest.contributes.configuration.flatMap((section) => Object.keys(section.properties));
    const rows = read("README.md");
    for (const { id } of CHECKS) {
      expect(settings).toContain(`aideMemoire.checks.${id}`);
      expect(rows).toContain(`| \`${id}\` |`);
    }
  });
});

describe("the files", () => {
  test("are short enough to be read at one sitting", () => {
    const long = SOURCES.map((file) => ({ file, lines: read(file).split("\n").length }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  test("say by their name what is in them", () => {
    const vague = /^(?:utils?|helpers?|common|managers?|misc)$/;
    const names = SOURCES.flatMap((file) => file.split("/")).map((name) => name.replace(/\.ts$/, ""));
    expect(names.filter((name) => vague.test(name) || !/^[a-z0-9.-]+$/.test(name))).toEqual([]);
  });
});

/** What a file imports: a path from the root, a package's name, or "node". */
function importsOf(file: string): string[] {
  const statements = codeOf(file).matchAll(
    /\bfrom\s*"([^"]+)"|\bimport\s*\(?\s*"([^"]+)"|\brequire\(\s*"([^"]+)"/g,
  );
  return Array.from(statements, (match) => {
    const target = (match[1] ?? match[2] ?? match[3])!;
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
