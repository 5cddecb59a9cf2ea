import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../package.json";
import { outputOf } from "../server/src/cli/output.ts";
import { textReport } from "../server/src/cli/reports/text.ts";
import { ENTRY_MAPS, Info, VOCABULARY_PARTS } from "../server/src/knowledge-base/format/schema.ts";
import { loadKnowledge } from "../server/src/knowledge-base/loading/load.ts";
import { checkText } from "../server/src/service.ts";
import { SETTING } from "./cli/reports/setting.ts";
import { worldOf } from "./support/engine.ts";

const ROOT = resolve(import.meta.dirname, "..");
const PAGES = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "docs/documents.md",
  "docs/editors.md",
  "docs/performance.md",
  "docs/protocol.md",
  "knowledge/README.md",
  "knowledge/FORMAT.md",
  "knowledge/VOCABULARY.md",
];
/** A page whose examples make one knowledge base together. */
const FORMAT = "knowledge/FORMAT.md";

describe.each(PAGES)("%s", (page) => {
  const text = readFileSync(join(ROOT, page), "utf8");

  test("links to nothing that is not there", () => {
    const targets = Array.from(text.matchAll(/\]\((?!https?:)([^)#]+)/g), (match) => match[1]!);
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });

  test("names only scripts that there are", () => {
    const scripts = Array.from(
      text.matchAll(/npm (?:run ([\w:]+)|(test|start))/g),
      (match) => match[1] ?? match[2]!,
    );
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  test("shows knowledge bases that load", () => {
    const blocks = Array.from(text.matchAll(/```yaml\n([\s\S]*?)```/g), ([, yaml]) => yaml!);
    if (page !== FORMAT) for (const yaml of blocks) expect(() => worldOf(yaml)).not.toThrow();
    else {
      const files = blocks.map((text, i) => ({ file: `${i}.yaml`, text }));
      expect(loadKnowledge(files).problems).toEqual([]);
    }
  });
});

describe("the manual of the format", () => {
  const text = readFileSync(join(ROOT, FORMAT), "utf8");

  test("has every map, with every key of its entries, in a table", () => {
    const schemas = { knowledgeBase: Info, ...mapped(ENTRY_MAPS), ...VOCABULARY_PARTS };
    for (const [map, { properties }] of Object.entries(schemas)) {
      const [, table] = new RegExp(`<!-- keys:${map} -->([\\s\\S]*?)<!-- /keys:${map} -->`).exec(text)!;
      const keys = Array.from(table!.matchAll(/^\| `(\w+)` \|/gm), (match) => match[1]);
      expect(keys, map).toEqual(Object.keys(properties));
    }
  });

  test("shows each key of an entry in its examples, but for those that explain themselves", () => {
    const examples = Array.from(text.matchAll(/```yaml\n([\s\S]*?)```/g), ([, yaml]) => yaml).join("");
    const keys = Object.values(ENTRY_MAPS).flatMap(({ schema }) => Object.keys(schema.properties));
    const unshown = new Set(keys.filter((key) => !new RegExp(`\\b${key}:`).test(examples)));
    expect([...unshown].sort()).toEqual(["author", "holds", "identifiers", "note", "sameAs", "text"]);
  });
});

const mapped = (maps: typeof ENTRY_MAPS) =>
  Object.fromEntries(Object.entries(maps).map(([map, { schema }]) => [map, schema]));

test("ARCHITECTURE.md has a word for every dependency", () => {
  const text = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
  const packages = Object.keys(manifest.devDependencies).filter((name) => !name.startsWith("@types/"));
  expect(packages.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test("the example of the README does what it says", () => {
  const text = readFileSync(join(ROOT, "README.md"), "utf8");
  const knowledge = worldOf(/```yaml\n([\s\S]*?)```/.exec(text)![1]!);
  const sentence = /From then on, "([^"]+)"/.exec(text)![1]!;
  const { findings } = checkText({ text: `${sentence}.`, format: "plaintext", knowledge });
  expect(findings.map(({ check }) => check)).toEqual(["event-date"]);
});

test("the README shows a finding as the command line tells it", () => {
  const shown = /```\n(knowledge\/samples\/faulty\.md\n[\s\S]*?)```/.exec(
    readFileSync(join(ROOT, "README.md"), "utf8"),
  )![1]!;
  const text = readFileSync(join(ROOT, "knowledge/samples/faulty.md"), "utf8");
  const article = join(ROOT, "knowledge/article");
  const files = readdirSync(article).map((name) => ({
    file: name,
    text: readFileSync(join(article, name), "utf8"),
  }));
  const { knowledge } = loadKnowledge(files);
  let printed = "";
  const output = outputOf({ write: (more: string) => (printed += more) }, false, {});
  const snapshot = checkText({ text, format: "markdown", knowledge });
  const { findings } = snapshot;
  textReport(output, SETTING).add({
    path: "knowledge/samples/faulty.md",
    ...{ snapshot, findings, known: [], apart: [] },
  });
  const lines = printed.split("\n");
  expect(
    shown
      .trimEnd()
      .split("\n")
      .filter((line) => !lines.includes(line)),
  ).toEqual([]);
});
