import { pairsOf } from "../../knowledge-base/loading/top-level.ts";
import type { Problem, ProblemFix } from "../../knowledge-base/problems.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { contains, lastBefore, type Span, span } from "../../text/span.ts";
import { wordsOfWord } from "../cards/word-card.ts";
import { type Addition, newEntries, newWord } from "./create-entry.ts";
import type { FileEdit } from "./edits.ts";
import { entriesOf, kindOf } from "./entries.ts";
import { missingAt } from "./missing.ts";
import { nameAt } from "./names.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";
import { entrySorting, keySorting, type Sorting } from "./sort.ts";

/** Something that can be done about a place of a knowledge file. */
export interface KnowledgeAction {
  readonly title: string;
  /** As the Language Server Protocol has kinds. */
  readonly kind: "quickfix" | "refactor.rewrite" | "source.sort";
  /** What it mends. */
  readonly problem?: Problem;
  /** The way out that is most likely meant. */
  readonly preferred: boolean;
  /** Made only when it is asked for, for some go over the whole file; empty where it cannot be done after all. */
  readonly edits: () => readonly FileEdit[];
}

/** The edit that says in a file that a problem is known, where it may be. */
export type KnownEdit = (problem: Problem, file: YamlFile) => ProblemFix | undefined;

/** What can be done about a selection: ways out of its problems first, then what puts things in order. */
export function codeActions(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  selection: Span,
  knownEdit?: KnownEdit,
): KnowledgeAction[] {
  const problems = snapshot.problems.filter(
    ({ origin }) =>
      origin.file === file.file && origin.span.start <= selection.end && selection.start <= origin.span.end,
  );
  return [
    ...problems.flatMap((problem) => fixOf(problem, file, problem.fix, problem.fix?.unsafe !== true)),
    ...additions(snapshot, file, selection, problems),
    ...problems.flatMap((problem) => fixOf(problem, file, knownEdit?.(problem, file), false)),
    ...sortings(file, selection),
  ];
}

function fixOf(
  problem: Problem,
  { file }: YamlFile,
  fix: ProblemFix | undefined,
  preferred: boolean,
): KnowledgeAction[] {
  if (fix === undefined) return [];
  const edits = () => fix.edits.map((edit) => ({ file, ...edit }));
  return [{ title: fix.title, kind: "quickfix", problem, preferred, edits }];
}

/** Entries for ids, and words, that are not there yet, at the cursor or where a problem says so. */
function additions(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  { start }: Span,
  problems: readonly Problem[],
): KnowledgeAction[] {
  const dangling = problems.filter(({ code }) => MISSING.has(code)).map(({ origin }) => origin.span.start);
  const made = new Map<string, KnowledgeAction>();
  for (const offset of [start, ...dangling]) {
    const problem = problems.find(({ code, origin }) => MISSING.has(code) && origin.span.start === offset);
    for (const { title, edit } of additionsAt(snapshot, file, offset)) {
      const edits = () => [edit];
      const action: KnowledgeAction = { title, kind: "quickfix", preferred: false, edits };
      if (!made.has(title) || problem) made.set(title, problem ? { ...action, problem } : action);
    }
  }
  return [...made.values()];
}

const MISSING: ReadonlySet<string> = new Set(["dangling-id", "unknown-source", "unknown-vocabulary"]);

function additionsAt(snapshot: KnowledgeSnapshot, file: YamlFile, offset: number): Addition[] {
  const named = nameAt(file, offset);
  if (named === undefined || named.declares) return [];
  const { name } = named;
  if (name.kind === "word") {
    const isThere = wordsOfWord(snapshot.knowledge.vocabulary, name.part, name.word) !== undefined;
    const word = isThere || /\s/.test(name.word) ? undefined : newWord(snapshot, file, name.part, name.word);
    return word === undefined ? [] : [word];
  }
  const missing = missingAt(named);
  if (missing === undefined || /\s/.test(name.id) || kindOf(snapshot, name.id) !== undefined) return [];
  return newEntries(snapshot, file, missing);
}

function sortings(file: YamlFile, selection: Span): KnowledgeAction[] {
  const top = file.roots
    .flatMap(pairsOf)
    .find(({ start, value }) => contains(span(start, Math.max(start, value.end)), selection));
  const entries = entriesOf(file);
  const at = lastBefore(
    entries.map(({ pair }) => pair),
    selection.start,
  );
  const entry = entries[at];
  const isIn = entry !== undefined && selection.end <= entry.pair.value.end + 1;
  return [
    ...action(file, "refactor.rewrite", isIn ? keySorting(entry) : undefined),
    ...action(file, "source.sort", top && entrySorting(file, top)),
  ];
}

function action(
  { file }: YamlFile,
  kind: KnowledgeAction["kind"],
  sorting: Sorting | undefined,
): KnowledgeAction[] {
  if (sorting === undefined) return [];
  const edits = () => {
    const edit = sorting.edit();
    return edit === undefined ? [] : [{ file, ...edit }];
  };
  return [{ title: sorting.title, kind, preferred: false, edits }];
}
