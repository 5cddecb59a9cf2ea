import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { KnowledgeFile } from "../../server/src/knowledge-base/loading/load.ts";
import { type Span, span } from "../../server/src/text/span.ts";

/** A problem that a broken knowledge base must bring. */
export interface Expected {
  readonly file: string;
  readonly at: Span;
  readonly code: string;
  readonly severity: string;
  says: string;
  fixed: string | undefined;
  leaves: string | undefined;
  first: boolean;
}

/** A broken knowledge base, as test/knowledge-base/broken/README.md describes them. */
export interface BrokenBase {
  readonly name: string;
  readonly files: readonly KnowledgeFile[];
  readonly expected: readonly Expected[];
  readonly keeps: readonly string[];
  readonly alone: boolean;
  /** The place that is marked as the first. */
  readonly first: { readonly file: string; readonly at: Span } | undefined;
}

/** The broken knowledge bases of a folder, one a file or a folder. */
export function readBrokenBases(folder: string): BrokenBase[] {
  return readdirSync(folder)
    .filter((name) => name !== "README.md")
    .map((name) => {
      const path = join(folder, name);
      const paths = statSync(path).isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path];
      const parts = paths.map((each) => partOf(basename(each), readFileSync(each, "utf8")));
      return {
        name: name.replace(/\.yaml$/, "").replaceAll("-", " "),
        files: parts.map(({ file, text }) => ({ file, text })),
        expected: parts.flatMap(({ expected }) => expected),
        keeps: parts.flatMap(({ keeps }) => keeps),
        alone: parts.some(({ alone }) => alone),
        first: parts.map(({ first }) => first).find((first) => first !== undefined),
      };
    });
}

type Expectation = Omit<Expected, "file" | "at">;

function partOf(file: string, source: string) {
  const { lines, rest } = headOf(source);
  const expectations: Expectation[] = [];
  let keeps: string[] = [];
  let text = rest;
  for (const [key, value] of lines) {
    const current = expectations.at(-1);
    if (key === "expect") expectations.push(expectationOf(value));
    else if (key === "says") current!.says = value;
    else if (key === "fixed") current!.fixed = value;
    else if (key === "leaves") current!.leaves = value;
    else if (key === "first") current!.first = true;
    else if (key === "keeps") keeps = value.split(", ");
    else if (key === "where") text = text.replaceAll(...signOf(value));
    else if (key === "lines") text = text.replaceAll("\n", JSON.parse(`"${value}"`));
  }
  const marked = unmark(text);
  if (marked.guilty.length !== expectations.length)
    throw new Error(`${file} has not as many marks as problems`);
  const expected = expectations.map((each, i) => ({ ...each, file, at: marked.guilty[i]! }));
  const first = marked.first && { file, at: marked.first };
  return { file, text: marked.text, expected, keeps, alone: lines.some(([key]) => key === "alone"), first };
}

const HEAD = /^# (expect|says|fixed|leaves|first|keeps|where|lines|alone)(?:: (.*))?\n/;

function headOf(source: string) {
  const lines: [string, string][] = [];
  let rest = source;
  for (let match = HEAD.exec(rest); match !== null; match = HEAD.exec(rest)) {
    lines.push([match[1]!, match[2] ?? ""]);
    rest = rest.slice(match[0].length);
  }
  return { lines, rest };
}

function expectationOf(value: string): Expectation {
  const [, code, severity = "error"] = /^(\S+)(?: \((\w+)\))?$/.exec(value) as unknown as [
    string,
    string,
    string,
  ];
  return { code, severity, says: "", fixed: undefined, leaves: undefined, first: false };
}

function signOf(value: string): [string, string] {
  const [, sign, text, times = "1"] = /^(\S+) is (.+?)(?: × (\d+))?$/.exec(value) as unknown as string[];
  return [sign!, JSON.parse(`"${text!.replaceAll('"', '\\"')}"`).repeat(Number(times))];
}

/** The text without marks, and what stood between them, by where it begins. */
function unmark(marked: string) {
  const guilty: Span[] = [];
  const open: number[] = [];
  let first: Span | undefined;
  let start = 0;
  let text = "";
  for (const sign of marked.split(/([«»‹›])/)) {
    if (sign === "«") open.push(text.length);
    else if (sign === "»") guilty.push(span(open.pop()!, text.length));
    else if (sign === "‹") start = text.length;
    else if (sign === "›") first = span(start, text.length);
    else text += sign;
  }
  return { text, guilty: guilty.sort((a, b) => a.start - b.start), first };
}
