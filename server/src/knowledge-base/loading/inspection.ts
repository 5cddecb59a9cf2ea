import { type Span, span } from "../../text/span.ts";
import { parseEdtf } from "../../time/edtf.ts";
import { dateMistake } from "../../time/edtf-mistakes.ts";
import type { TimeValue } from "../../time/time.ts";
import type { EntryKind, VocabularyPart } from "../format/terms.ts";
import type { EntityType, Id, Knowledge, Origin, Vocabulary } from "../knowledge.ts";
import { type Near, near } from "../nearest.ts";
import type { Problem, ProblemCode, ProblemFix } from "../problems.ts";
import { BUILT_IN } from "../vocabulary/vocabulary.ts";
import type { TextEdit } from "../yaml/edits.ts";
import { replaceText, wordText } from "../yaml/rewrites.ts";
import { yamlText } from "../yaml/text.ts";
import type { YamlFile, YamlMap, YamlNode, YamlPair, YamlScalar } from "../yaml/tree.ts";
import type { KnownProblems } from "./known.ts";
import { SourceTexts } from "./source-texts.ts";

/** What is known of an id before its entry is read. */
export interface Declaration {
  readonly kind: EntryKind;
  /** Of an entity: its type, if it has one that there is. */
  readonly type: EntityType | undefined;
  readonly origin: Origin;
}

/** What belongs to a problem besides its place and its message. */
export interface Aside {
  readonly fix?: ProblemFix | undefined;
  readonly related?: Problem["related"];
}

/** Nearest ids sought at most, for each search goes through all ids, and a lost map can leave thousands dangling. */
const MOST_GUESSES = 25;
/** Problems that get a way out: nobody reads the others before these are mended. */
const MOST_ASIDES = 500;
const NOTHING_MORE: Aside = {};

/** What the readers of the format are given to judge by, and where they report. One for a knowledge base. */
export class Inspection {
  readonly problems: Problem[] = [];
  readonly declared = new Map<Id, Declaration>();
  /** Keys, ids and words perhaps, that an error took away: there is nothing wrong with naming them. */
  readonly lost = new Set<string>();
  readonly texts = new SourceTexts();
  readonly known: KnownProblems;
  vocabulary: Vocabulary;
  /** Counts the errors, so that a reader can tell whether a part of what it reads was wrong. */
  errors = 0;
  readonly #before: Knowledge | undefined;
  #file = "";
  #text = "";
  #guesses = 0;
  #silent = false;
  #entry: YamlPair | undefined;
  readonly #dates = new Map<string, TimeValue | { readonly problem: string }>();

  /** `before` is what the knowledge bases before this one say, whose ids and words it may use. */
  constructor(known: KnownProblems, before?: Knowledge) {
    this.known = known;
    this.#before = before;
    this.vocabulary = before?.vocabulary ?? BUILT_IN;
  }

  /** Turns to another entry, or to a file as a whole. */
  enter({ file, text }: Pick<YamlFile, "file" | "text">, entry?: YamlPair): void {
    this.#file = file;
    this.#text = text;
    this.#entry = entry;
  }

  /** The text of the file that is being read. */
  get text(): string {
    return this.#text;
  }

  /** The id of the entry that is being read. */
  get entry(): Id | undefined {
    return this.#entry?.key;
  }

  /**
   * Reports an error, which costs what it is in, or else a warning; what a comment says is known costs nothing. What
   * else there is to say is asked for only if it is heard.
   */
  report(code: ProblemCode, at: Span, message: string, aside?: () => Aside, costs = true): undefined {
    const heard = aside !== undefined && !this.#silent && this.problems.length < MOST_ASIDES;
    const { related = [], fix } = heard ? aside() : NOTHING_MORE;
    const problem: Problem = {
      code,
      severity: costs ? "error" : "warning",
      message,
      origin: this.originOf(at),
      ...(related.length > 0 && { related }),
      ...(fix && { fix }),
    };
    if (!this.#silent && this.known.take(problem)) return;
    if (costs) this.errors++;
    this.problems.push(problem);
  }

  /** Counts an error that is told elsewhere. */
  lose(): undefined {
    this.errors++;
  }

  /** A place in the file that is being read, without the white space behind what stands there. */
  originOf({ start, end }: Span): Origin {
    let last = end;
    while (last > start && isSpace(this.#text.charCodeAt(last - 1))) last--;
    return { file: this.#file, span: span(start, last > start ? last : end) };
  }

  /** Whether something could be read without a problem; of what there is, nothing is told. */
  isSound(read: () => unknown): boolean {
    const { errors } = this;
    const { length } = this.problems;
    const silent = this.#silent;
    this.#silent = true;
    read();
    this.#silent = silent;
    const sound = this.errors === errors && this.problems.length === length;
    this.errors = errors;
    this.problems.length = length;
    return sound;
  }

  /** Where to point for what a map lacks: the key of the entry, or the head of a map inside it. */
  placeOf(node: YamlMap): Span {
    return this.#entry?.value === node ? this.#entry : (node.pairs[0] ?? node);
  }

  /** What a required key most likely holds: the name of an entry its id in words, a piece of evidence the only source. */
  valueFor(key: string, map: YamlMap): string | undefined {
    if (key === "source") {
      const [only, second] = this.idsOf(["source"]);
      return only === undefined || second !== undefined ? undefined : wordText(only);
    }
    const id = this.#entry?.value === map ? this.#entry.key : "";
    const declared = this.declared.get(id);
    if (declared === undefined || !/^(?:name|title|label)$/.test(key)) return undefined;
    const words = id.replace(/[-_]+/g, " ").trim();
    const proper = declared.kind === "entity";
    return yamlText(words.replace(proper ? /(?<!\S)\p{L}/gu : /^\p{L}/u, (letter) => letter.toUpperCase()));
  }

  id(kinds: readonly EntryKind[], node: YamlScalar, label: string): void {
    const own = this.declared.get(node.text);
    const found = own ?? this.#earlier(node.text);
    if (found === undefined) {
      if (!this.lost.has(node.text)) this.#dangling(kinds, node);
    } else if (!fits(kinds, found)) {
      const what = article(found.type ?? found.kind);
      const message = `${quoted(node.text)} is ${what}; ${label} takes ${listed(kinds)}.`;
      // What another knowledge base says stands in its files.
      const related = own && [{ origin: own.origin, message: `${quoted(node.text)} is here.` }];
      this.report("wrong-kind", node, message, () => ({ related }));
    }
  }

  /** Whether an id, or anything else that has this name, is one of some kinds. */
  isOf(kinds: readonly EntryKind[], id: Id): boolean {
    const found = this.declared.get(id) ?? this.#earlier(id);
    return found !== undefined && fits(kinds, found);
  }

  /** What the knowledge bases before this one have under an id. */
  #earlier(id: Id): Declaration | undefined {
    const before = this.#before;
    if (before === undefined) return undefined;
    const entity = before.entities.get(id);
    if (entity !== undefined) return { kind: "entity", type: entity.type, origin: entity.origin };
    const fact = before.events.get(id) ?? before.claims.get(id) ?? before.figures.get(id);
    if (fact !== undefined) return { kind: fact.kind, type: undefined, origin: fact.origin };
    const source = before.sources.get(id);
    return source && { kind: "source", type: undefined, origin: source.origin };
  }

  #dangling(kinds: readonly EntryKind[], node: YamlScalar): void {
    const source = kinds.includes("source");
    if (!this.#silent) this.#guesses++;
    const meantId = this.#guesses <= MOST_GUESSES ? near(node.text, this.idsOf(kinds)) : undefined;
    const message = `There is no ${source ? "source" : "entry"} ${quoted(node.text)}${meant(meantId) || "."}`;
    this.report(source ? "unknown-source" : "dangling-id", node, message, this.instead(node, meantId));
  }

  /** The ids that can stand where some kinds are asked for; an entry is never meant inside itself. */
  *idsOf(kinds: readonly EntryKind[]): Generator<Id> {
    for (const [id, declaration] of this.declared)
      if (id !== this.entry && fits(kinds, declaration)) yield id;
    if (this.#before === undefined) return;
    const { entities, events, claims, figures, sources } = this.#before;
    for (const map of [entities, events, claims, figures, sources]) {
      for (const id of map.keys()) if (!this.declared.has(id) && fits(kinds, this.#earlier(id)!)) yield id;
    }
  }

  /** Another word in place of one. */
  instead(node: YamlScalar, meant: Near | undefined): () => Aside {
    return () => ({ fix: meant && replaceBy(meant, replaceText(this.#text, node, meant.word)) });
  }

  date(node: YamlScalar, label: string): void {
    if (!("problem" in this.dateOf(node.text))) return;
    const { message, instead, sure = false } = dateMistake(node.text);
    this.report(
      "bad-date",
      node,
      `${label}: ${message}`,
      this.instead(node, instead === undefined ? undefined : { word: instead, sure }),
    );
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

  /** `replacement` is the edit that puts another word there, if one can. */
  word(
    part: VocabularyPart,
    word: string,
    at: Span,
    replacement: (word: string) => TextEdit | undefined,
  ): void {
    if (Object.hasOwn(this.vocabulary[part], word) || this.lost.has(word)) return;
    const known = near(word, Object.keys(this.vocabulary[part]));
    const way = meant(known) || `; add it to \`vocabulary.${part}\` to use it.`;
    this.report("unknown-vocabulary", at, `Unknown ${WORDS[part]} ${quoted(word)}${way}`, () => {
      return { fix: known && replaceBy(known, replacement(known.word)) };
    });
  }
}

/** "; did you mean `participants`?" */
export function meant(near: Near | undefined): string {
  return near === undefined ? "" : `; did you mean \`${near.word}\`?`;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** A text of the file in a message, cut short if need be. */
export function quoted(text: string): string {
  if (text.length <= 40 && !text.includes("\n")) return `\`${text}\``;
  const line = text.replace(/\s+/g, " ");
  return `\`${line.length > 40 ? `${line.slice(0, 40)}…` : line}\``;
}

/** A label at the beginning of a sentence. */
export function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

export function replaceBy({ word, sure }: Near, edit: TextEdit | undefined): ProblemFix | undefined {
  return fixOf(`Replace by ${quoted(word)}`, edit && [edit], sure);
}

/** A way out with its title, if there are edits for it; `sure` is one that can be taken unseen. */
export function fixOf(
  title: string,
  edits: readonly TextEdit[] | undefined,
  sure: boolean,
): ProblemFix | undefined {
  return edits && { title, edits, ...(!sure && { unsafe: true }) };
}

/** What stands under a key of a map. */
export function valueIn(node: YamlMap, key: string): YamlNode | undefined {
  return node.pairs.find((pair) => pair.key === key)?.value;
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
