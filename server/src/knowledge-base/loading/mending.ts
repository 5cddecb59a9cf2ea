import { span } from "../../text/span.ts";
import { Info, TOP_LEVEL_KEYS } from "../format/schema.ts";
import type { Problem, ProblemFix } from "../problems.ts";
import { endOfLine, startOfLine } from "../yaml/edits.ts";
import { repairsOf } from "../yaml/repairs.ts";
import { applyEdits } from "../yaml/rewrites.ts";
import { type Damage, parseUpToError, type YamlFile, type YamlNode, type YamlPair } from "../yaml/tree.ts";
import type { Inspection } from "./inspection.ts";
import { pairsOf } from "./top-level.ts";
import type { Reader } from "./validate.ts";

/** Characters that are parsed at most in search of ways out, so that a file of many errors does not stall the editor. */
const MOST_CHARACTERS = 3_000_000;
/** Ways out that are sought at most. */
const MOST_SOUGHT = 100;
/** A longer entry is left to its writer. */
const LONGEST = 20_000;

/**
 * The problems of parsing some files, each syntax error with its way out: the first of the usual repairs with which the
 * file goes on, and the entry is one that nothing else is wrong with.
 */
export function* mended(
  files: readonly YamlFile[],
  readers: ReadonlyMap<string, Reader>,
  inspection: Inspection,
): Generator<undefined, Problem[], undefined> {
  const mender = new Mender(readers, inspection);
  const fixes = new Map<Problem, ProblemFix | undefined>();
  for (const file of files)
    for (const damage of file.damage) fixes.set(damage.problem, yield* mender.fixOf(file, damage));
  return files.flatMap(({ problems }) =>
    problems.map((problem) => {
      const fix = fixes.get(problem);
      return fix === undefined ? problem : { ...problem, fix };
    }),
  );
}

class Mender {
  #parsed = 0;
  #sought = 0;

  constructor(
    private readonly readers: ReadonlyMap<string, Reader>,
    private readonly inspection: Inspection,
  ) {}

  *fixOf(file: YamlFile, damage: Damage): Generator<undefined, ProblemFix | undefined, undefined> {
    const { passage, offset, before } = damage;
    if (passage.end - passage.start > LONGEST || ++this.#sought > MOST_SOUGHT) return undefined;
    const top = topLevelKey(before, passage.start);
    for (const fix of repairsOf(file.text, passage, offset)) {
      if (this.#parsed > MOST_CHARACTERS) return undefined;
      const lines = linesWith(file.text, damage, fix);
      if ((yield* this.#isSound(lines, top)) && (yield* this.#goesOn(damage, fix))) return fix;
    }
    return undefined;
  }

  /** Whether some lines are what can stand there: top-level maps, or one entry of one; and nothing is wrong with that. */
  *#isSound(lines: string, top: string | undefined): Generator<undefined, boolean, undefined> {
    const inside = /^[ \t]/.test(lines);
    const text = inside ? `${top ?? "entities"}:\n${lines}` : lines;
    const root = yield* this.#valueOf(text);
    if (root?.kind !== "map") return false;
    if (inside && (root.pairs.length !== 1 || pairsOf(root.pairs[0]!.value).length !== 1)) return false;
    return root.pairs.every((map) => {
      const read = this.readers.get(map.key);
      if (map.value.kind !== "map") return false;
      if (map.key === "knowledgeBase") return map.value.pairs.every(({ key }) => key in Info.properties);
      if (read === undefined) return TOP_LEVEL_KEYS.includes(map.key);
      return map.value.pairs.every((entry) => this.#isEntry(text, entry, read));
    });
  }

  #isEntry(text: string, entry: YamlPair, read: Reader): boolean {
    this.inspection.enter({ file: "", text }, entry);
    return this.inspection.isSound(() => read(entry.value, this.inspection, ""));
  }

  /** Whether the file can be read beyond the error then, and beyond what comes next to the lines. */
  *#goesOn(
    { before, passage, offset }: Damage,
    { edits }: ProblemFix,
  ): Generator<undefined, boolean, undefined> {
    const text = applyEdits(before, edits);
    this.#parsed += text.length;
    const { error } = yield* parseUpToError(text);
    const grown = text.length - before.length;
    return error === undefined || error > endOfLine(text, Math.max(passage.end, offset) + grown);
  }

  *#valueOf(text: string): Generator<undefined, YamlNode | undefined, undefined> {
    this.#parsed += text.length;
    const { roots, error } = yield* parseUpToError(text);
    return error === undefined && roots.length === 1 ? roots[0] : undefined;
  }
}

/** The lines that were lost, mended. */
function linesWith(text: string, { passage }: Damage, { edits }: ProblemFix): string {
  const moved = edits.map(({ span: { start, end }, newText }) => {
    return { span: span(start - passage.start, end - passage.start), newText };
  });
  return applyEdits(text.slice(passage.start, passage.end), moved);
}

/** The top-level key that a line stands under. */
function topLevelKey(text: string, offset: number): string | undefined {
  const key = /(["']?)(\w+)\1[ \t]*:/y;
  for (let end = offset - 1; end >= 0; ) {
    key.lastIndex = startOfLine(text, end);
    end = key.lastIndex - 1;
    const match = key.exec(text);
    if (match !== null) return match[2];
  }
  return undefined;
}
