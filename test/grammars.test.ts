import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { IGrammar } from "vscode-textmate";
import manifest from "../package.json";

const ROOT = resolve(import.meta.dirname, "..");
const require = createRequire(join(ROOT, "test/vscode/rig/package.json"));
const oniguruma = require("vscode-oniguruma") as typeof import("vscode-oniguruma");
const textmate = require("vscode-textmate") as typeof import("vscode-textmate");
const BUILT_IN = join(dirname(require.resolve("code-server/package.json")), "lib/vscode/extensions");

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** The grammars that VS Code comes with and ours are to live with, and ours, by scope. */
const FILES = new Map<string, string>([
  ...["markdown-basics", "yaml", "latex", "html", "restructuredtext"].flatMap((name) => {
    const folder = join(BUILT_IN, name);
    const { contributes } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return (contributes.grammars as Contribution[]).map(
      ({ scopeName, path }) => [scopeName, join(folder, path)] as const,
    );
  }),
  ...(manifest.contributes.grammars as Contribution[]).map(
    ({ scopeName, path }) => [scopeName, join(ROOT, path)] as const,
  ),
]);

const wasm = require.resolve("vscode-oniguruma/release/onig.wasm");
const onigLib = oniguruma.loadWASM(readFileSync(wasm).buffer as ArrayBuffer).then(() => ({
  createOnigScanner: oniguruma.createOnigScanner.bind(oniguruma),
  createOnigString: oniguruma.createOnigString.bind(oniguruma),
}));
const loadGrammar = async (scope: string) => {
  const file = FILES.get(scope);
  return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, "utf8"), file);
};
const builtIn = new textmate.Registry({ onigLib, loadGrammar });
const registry = new textmate.Registry({
  onigLib,
  loadGrammar,
  getInjections: (scope) =>
    (manifest.contributes.grammars as Contribution[])
      .filter(({ injectTo }) => injectTo?.includes(scope))
      .map(({ scopeName }) => scopeName),
});

/** What of a text has a scope of ours: “words = scope”, in its order, `.aide-memoire` left out. */
async function ours(scope: string, text: string): Promise<string[]> {
  const grammar = (await registry.loadGrammar(scope))!;
  return tokensOf(grammar, text).flatMap(({ words, scopes }) => {
    const own = scopes.filter((each) => each.endsWith(".aide-memoire") && !/^(?:meta|text)\./.test(each));
    return own.length === 0
      ? []
      : [`${words} = ${own.map((each) => each.replace(".aide-memoire", "")).join(" ")}`];
  });
}

function tokensOf(grammar: IGrammar, text: string): { words: string; scopes: string[] }[] {
  let stack = textmate.INITIAL;
  return text.split("\n").flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      words: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

const YAML = `# aide-memoire-disable-next-line shared-name -- two of them
knowledgeBase:
  title: The harbour
  asOf: 2031
sources:
  minutes: { title: Minutes of 2024-06-03, published: 2024-06 }
entities:
  east-quay: # a comment of 2024
    type: place
    partOf: harbour
  board: { type: organization, memberOf: league, exists: 2001/.. }
events:
  opening:
    type: opening
    date: 2024-06-03/2024-06-05
    place: [east-quay]
    outcome: succeeded
    description: Of those it is said, date 2024, type place, of nobody
    name: it was of harbour date 2024
    evidence:
      - { source: minutes, quote: "type: place" }
claims:
  c: { status: contested, subject: board }
`;

describe("knowledge files", () => {
  test("show dates, words of the vocabulary, and ids", async () => {
    expect(await ours("source.yaml", YAML)).toMatchSnapshot();
  });

  test("are YAML all the same: their keys are what they are without us", async () => {
    const keys = async (from: typeof registry) =>
      tokensOf((await from.loadGrammar("source.yaml"))!, YAML)
        .filter(({ scopes }) => scopes.some((each) => each.startsWith("entity.name.tag")))
        .map(({ words }) => words);
    expect(await keys(registry)).toEqual(await keys(builtIn));
  });

  test("are not any YAML", async () => {
    const compose =
      "version: 3\nservices:\n  web:\n    type: place\n    date: 2024-06-03\n    source: minutes\n";
    expect(await ours("source.yaml", compose)).toEqual([]);
  });
});

describe("citations", () => {
  test("stand in brackets", async () => {
    const text = `The board met [see @minutes, p. 4; -@{a b}; @log-2024.] and [@minutes].

Not [a link](https://example.org/@me), me@example.org, \`[@code]\`, nor [a@b.org] or @somebody.

\`\`\`
[@code]
\`\`\`
`;
    expect(await ours("text.html.markdown", text)).toMatchSnapshot();
  });
});

describe("comments that ignore something", () => {
  test.each([
    [
      "text.html.markdown",
      "Text. <!-- aide-memoire-disable-line event-date, figure -- as the log has it --> More.",
    ],
    ["text.html.markdown", "<!-- aide-memoire-disable -->"],
    ["text.html.derivative", "<p>Text. <!-- aide-memoire-enable calendar --></p>"],
    ["text.tex.latex", "Text. % aide-memoire-disable-line event-date -- why"],
    ["source.rst", ".. aide-memoire-disable-next-line event-date -- why"],
    ["source.yaml", "a: b # aide-memoire-disable-line shared-name -- why"],
    ["text.plain.aide-memoire", "Text. <!-- aide-memoire-disable-line event-date --> More."],
  ])("in %s: %s", async (scope, text) => {
    expect(await ours(scope, text)).toMatchSnapshot();
  });

  test("but not the word in prose", async () => {
    expect(await ours("text.html.markdown", "Write aide-memoire-disable into a comment.")).toEqual([]);
  });
});

test("plain text shows headings, dates and quotations, and nothing else", async () => {
  const text = `THE PRICE OF A TRUCE
Section 2. How it came about
Talks
=====
The UN met on 3 June 2024, in May 2025 and from 2024-06-05. “We agree,” it said, or "so", on June 4, 2024 [@log].
In 1990 a 15" screen and another 17" one cost 20,000.
`;
  expect(await ours("text.plain.aide-memoire", text)).toMatchSnapshot();
});

test("a long line takes no longer than without us, but for a little", async () => {
  // As long as VS Code reads a line.
  const line = '[see @ “ " THE PRICE of 3 June of the <!-- aide '.repeat(420);
  for (const scope of ["text.html.markdown", "source.yaml"]) {
    const times = [];
    for (const each of [builtIn, registry]) {
      const grammar = (await each.loadGrammar(scope))!;
      const started = performance.now();
      tokensOf(grammar, line);
      times.push(performance.now() - started);
    }
    expect(times[1], scope).toBeLessThan(times[0]! * 3 + 500);
  }
});
