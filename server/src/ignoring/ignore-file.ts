import { yamlText } from "../knowledge-base/yaml/text.ts";
import { parseYaml, type YamlMap, type YamlNode } from "../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../text/span.ts";
import type { Recorded } from "./ignoring.ts";

/** The file, in the folder of the drafts or above it, of findings that are known and stay. */
export const IGNORE_FILE = ".aide-memoire-ignore.yaml";

/** A finding that somebody wants to hear no more of. */
export interface RecordedIgnore {
  readonly fingerprint: string;
  readonly check: string;
  /** Where it was, for people and for finding out that it is no longer needed: a path from the ignore file. */
  readonly file: string | undefined;
  /** The words that it was about. */
  readonly words: string | undefined;
  readonly reason: string | undefined;
}

/** An entry with its place in the ignore file. */
export interface PlacedIgnore extends RecordedIgnore {
  readonly span: Span;
}

/** What is wrong in an ignore file, and where. */
export interface IgnoreFileProblem {
  readonly message: string;
  readonly span: Span;
}

/** An ignore file as it was read: a broken entry loses only itself. */
export interface IgnoreFile {
  /** Its path or URI. */
  readonly file: string;
  readonly entries: readonly PlacedIgnore[];
  readonly problems: readonly IgnoreFileProblem[];
}

/** Reads an ignore file: a list of maps, each with `check` and `fingerprint`. Total. */
export function readIgnoreFile(file: string, text: string): IgnoreFile {
  const { roots, problems: broken } = parseYaml(file, text);
  const entries: PlacedIgnore[] = [];
  const problems = broken.map(({ message, origin }) => ({ message, span: origin.span }));
  for (const root of roots) {
    if (root.kind === "scalar" && root.text.trim() === "") continue;
    if (root.kind !== "list") {
      problems.push({ message: "This file is a list of ignored findings, each after a dash.", span: root });
      continue;
    }
    for (const item of root.items) {
      const entry = entryOf(item);
      if ("message" in entry) problems.push(entry);
      else entries.push(entry);
    }
  }
  return { file, entries, problems };
}

/** What an ignore file holds for a draft. */
export function recordedIn({ file, entries }: IgnoreFile, draft: string): Recorded {
  return { entries, draft: pathFrom(file, draft) };
}

/** How an ignore file names a draft in its folder or below: the path from there; undefined for one elsewhere. */
export function pathFrom(ignoreFile: string, draft: string): string | undefined {
  const folder = ignoreFile.slice(0, -IGNORE_FILE.length);
  if (folder === "" || !draft.startsWith(folder)) return undefined;
  const path = draft.slice(folder.length);
  try {
    return (/^[a-z][a-z0-9+.-]+:\//i.test(draft) ? decodeURIComponent(path) : path).replaceAll("\\", "/");
  } catch {
    return path;
  }
}

/** The text of an ignore file with one more entry at its end. */
export function withIgnore(text: string, entry: RecordedIgnore): string {
  const head = text.trim() === "" ? HEAD : text.endsWith("\n") ? text : `${text}\n`;
  const lines = Object.entries(entry).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${yamlText(value.replace(/\s+/g, " ").trim(), false)}`],
  );
  return `${head}- ${lines.join("\n  ")}\n`;
}

const HEAD = `# Findings of Aide-Mémoire that are known and stay as they are. A fingerprint holds for the words
# of a finding in their sentence; the other keys are for people.
`;

function entryOf(node: YamlNode): PlacedIgnore | IgnoreFileProblem {
  if (node.kind !== "map")
    return { message: "An ignored finding is a map: `check`, `fingerprint` …", span: node };
  const values = new Map(textsOf(node));
  const check = values.get("check");
  const fingerprint = values.get("fingerprint");
  if (check === undefined || fingerprint === undefined) {
    const missing = check === undefined ? "check" : "fingerprint";
    return { message: `This ignored finding has no \`${missing}\`, so it ignores nothing.`, span: node };
  }
  const [file, words, reason] = ["file", "words", "reason"].map((key) => values.get(key));
  return { check, fingerprint, file, words, reason, span: span(node.start, node.end) };
}

function textsOf({ pairs }: YamlMap): [string, string][] {
  return pairs.flatMap(({ key, value }) =>
    value.kind === "scalar" ? [[key, value.text] as [string, string]] : [],
  );
}
