import { type Span, span } from "../../text/span.ts";
import { parseEdtf } from "../../time/edtf.ts";
import type { TimeValue } from "../../time/time.ts";
import type { RawEvidence, RawFigure } from "../format/schema.ts";
import type { EntryKind, FormatKeywords, VocabularyPart } from "../format/terms.ts";
import type { EntityType, Id, Vocabulary } from "../knowledge.ts";
import type { Problem, ProblemCode } from "../problems.ts";
import type { YamlMap, YamlNode, YamlScalar } from "../yaml/tree.ts";
import type { KnownProblems } from "./known.ts";
import type { SourceTexts } from "./source-texts.ts";
import { didYouMean, headOf } from "./validate.ts";

/** What is known of an id before its entry is read. */
export interface Declaration {
  readonly kind: EntryKind;
  /** Of an entity: its type, if it has one that there is. */
  readonly type: EntityType | undefined;
  readonly file: string;
}

/** Nearest ids sought at most, for each search goes through all ids, and a lost map can leave thousands dangling. */
const MOST_GUESSES = 25;

/** What the readers of the format are given to judge by, and where they report. One for a knowledge base. */
export class Inspection {
  readonly problems: Problem[] = [];
  readonly declared = new Map<Id, Declaration>();
  /** Keys, ids and words perhaps, that an error took away: there is nothing wrong with naming them. */
  readonly lost = new Set<string>();
  readonly texts: SourceTexts;
  readonly known: KnownProblems;
  vocabulary: Vocabulary;
  /** Counts the errors, so that a reader can tell whether a part of what it reads was wrong. */
  errors = 0;
  #file = "";
  #guesses = 0;
  #entry: { readonly key: Span; readonly value: YamlNode } | undefined;
  readonly #dates = new Map<string, TimeValue | { readonly problem: string }>();

  constructor(vocabulary: Vocabulary, texts: SourceTexts, known: KnownProblems) {
    this.vocabulary = vocabulary;
    this.texts = texts;
    this.known = known;
  }

  /** Turns to another entry, or to a file as a whole. */
  enter(file: string, key?: Span, value?: YamlNode): void {
    this.#file = file;
    this.#entry = key && value && { key, value };
  }

  /** Reports an error, which costs what it is in; one that a comment says is known costs nothing. */
  report(code: ProblemCode, { start, end }: Span, message: string): undefined {
    const origin = { file: this.#file, span: span(start, end) };
    const problem: Problem = { code, severity: "error", message, origin };
    if (this.known.take(problem)) return;
    this.errors++;
    this.problems.push(problem);
  }

  /** Where to point for what a map lacks: the key of the entry, or the head of a map inside it. */
  placeOf(node: YamlMap): Span {
    return this.#entry?.value === node ? this.#entry.key : headOf(node);
  }

  id(kinds: readonly EntryKind[], node: YamlScalar, label: string): void {
    const found = this.declared.get(node.text);
    if (found === undefined) {
      if (this.lost.has(node.text)) return;
      if (kinds.includes("source")) this.#unknownSource(node);
      else this.#dangling(kinds, node);
    } else if (!fits(kinds, found)) {
      const what = found.type ?? found.kind;
      const message = `\`${node.text}\` is ${article(what)}; ${label} takes ${listed(kinds)}.`;
      this.report("wrong-kind", node, message);
    }
  }

  #unknownSource(node: YamlScalar): void {
    const guess = this.#guess(node.text, this.#idsOf(["source"]));
    this.report("unknown-source", node, `There is no source \`${node.text}\`${guess}`);
  }

  #dangling(kinds: readonly EntryKind[], node: YamlScalar): void {
    const guess = this.#guess(node.text, this.#idsOf(kinds));
    this.report("dangling-id", node, `There is no entry \`${node.text}\`${guess}`);
  }

  #guess(word: string, ids: Iterable<Id>): string {
    return (++this.#guesses <= MOST_GUESSES && didYouMean(word, ids)) || ".";
  }

  *#idsOf(kinds: readonly EntryKind[]): Generator<Id> {
    for (const [id, declaration] of this.declared) if (fits(kinds, declaration)) yield id;
  }

  date(node: YamlScalar, label: string): void {
    const value = this.dateOf(node.text);
    if ("problem" in value) this.report("bad-date", node, `${label}: ${value.problem}`);
  }

  /** The value of a date as written; each text is read once. */
  dateOf(text: string): TimeValue | { readonly problem: string } {
    let value = this.#dates.get(text);
    if (value === undefined) {
      value = parseEdtf(text);
      this.#dates.set(text, value);
    }
    return value;
  }

  word(part: VocabularyPart, word: string, at: Span): void {
    if (Object.hasOwn(this.vocabulary[part], word) || this.lost.has(word)) return;
    const guess = didYouMean(word, Object.keys(this.vocabulary[part]));
    const message = `Unknown ${WORDS[part]} \`${word}\`${guess || `; add it to \`vocabulary.${part}\` to use it.`}`;
    this.report("unknown-vocabulary", at, message);
  }

  /** The conditions on whole maps that a schema can name. */
  readonly holds: Record<NonNullable<FormatKeywords["x-holds"]>, (value: unknown, node: YamlMap) => void> = {
    "quote-in-source": (value, node) => {
      const { source, quote } = value as Partial<RawEvidence>;
      if (source === undefined || quote === undefined || this.texts.hasQuote(source, quote)) return;
      const place = node.pairs.find((pair) => pair.key === "quote")!.value;
      this.report("quote-not-in-source", place, `This quote is not in the text of \`${source}\`.`);
    },
    attributed: (value, node) => {
      const { status, attributedTo } = value as { status?: string; attributedTo?: string[] };
      if (status === undefined || status === "established" || (attributedTo ?? []).length > 0) return;
      const message = `A claim that is ${status} needs \`attributedTo\`: who says so.`;
      this.report("missing-key", node.pairs.find((pair) => pair.key === "status")!.value, message);
    },
    "range-in-order": (value, node) => {
      const { value: range } = value as Partial<RawFigure>;
      if (!Array.isArray(range) || !(range[0]! > range[1]!)) return;
      const place = node.pairs.find((pair) => pair.key === "value")!.value;
      this.report("wrong-type", place, "`value` must be [low, high], the lower number first.");
    },
  };
}

const WORDS: Record<VocabularyPart, string> = {
  eventTypes: "type of event",
  participantRoles: "role",
  predicates: "predicate",
  outcomes: "outcome",
};

/** An entity whose type is missing or wrong fits everywhere: its own problem is told once, where it is. */
function fits(kinds: readonly EntryKind[], { kind, type }: Declaration): boolean {
  if (kinds.includes(kind)) return true;
  return (
    kind === "entity" &&
    kinds.some((each) => !MAP_KINDS.has(each)) &&
    (type === undefined || kinds.includes(type))
  );
}

const MAP_KINDS: ReadonlySet<EntryKind> = new Set<EntryKind>([
  "entity",
  "event",
  "claim",
  "figure",
  "source",
]);

function listed(kinds: readonly EntryKind[]): string {
  const words = kinds.map(article);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function article(word: string): string {
  return `${/^[aeio]/.test(word) ? "an" : "a"} ${word}`;
}
