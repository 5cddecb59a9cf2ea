import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Clause } from "../grammar/clauses.ts";
import type { Passage } from "../grammar/passage.ts";
import { subjectsOf } from "../names/name-lists.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import type { Cue } from "./cues.ts";

/** The person and the thing that "she" and "it" can take up; undefined where none or several could be meant. */
export interface Topic {
  readonly person?: Id;
  readonly thing?: Id;
}

/** The topic that each sentence leaves to the next, worked out where one asks for it. */
export class RunningTopic {
  readonly #isPerson: (id: Id) => boolean;
  #topic: Topic = {};
  /** The sentences since then. */
  #since: Passage[] = [];

  constructor(isPerson: (id: Id) => boolean) {
    this.#isPerson = isPerson;
  }

  goOn(passage: Passage): void {
    this.#since.push(passage);
  }

  /** What the next sentence can take up. */
  get now(): Topic {
    for (const passage of this.#since) this.#topic = topicAfter(passage, this.#topic, this.#isPerson);
    this.#since = [];
    return this.#topic;
  }
}

/**
 * The actor that a verb's pronoun stands for ("it touched down", "he was convicted on 4 March and sentenced on 27
 * June"), where only one candidate is left: the one person named before in the sentence, or the topic of the sentence
 * before; for "it" the subject of an earlier clause.
 */
export function pronounSubject(
  passage: Passage,
  cue: Cue,
  topic: RunningTopic,
  isPerson: (id: Id) => boolean,
): Id | undefined {
  const at = cue.how === "verb" ? pronounBefore(passage, cue.from) : undefined;
  if (at === undefined) return undefined;
  const before = passage.names.filter(({ to }) => to <= at);
  if (passage.keys[at] === "it") {
    const subjects = subjectsBefore(passage, at).filter((name) => !isOne(name, isPerson));
    if (subjects.length > 0) return subjects.length === 1 ? idOf(subjects[0]!) : undefined;
    return before.length === 0 ? topic.now.thing : undefined;
  }
  const persons = new Set(before.filter((name) => isOne(name, isPerson)).map(idOf));
  return persons.size === 0 ? topic.now.person : persons.size === 1 ? [...persons][0] : undefined;
}

/** What the next sentence can take up; a sentence that names nobody leaves the topic as it is. */
function topicAfter(passage: Passage, topic: Topic, isPerson: (id: Id) => boolean): Topic {
  const persons = new Set(passage.names.filter((name) => isOne(name, isPerson)).map(idOf));
  const subjects = subjectsBefore(passage, passage.tokens.length);
  const things = new Set(subjects.filter((name) => !isOne(name, isPerson)).map(idOf));
  const first = passage.tags.indexOf("pron");
  const goesOn = first >= 0 && /^(?:it|he|she)$/.test(passage.keys[first]!);
  const leading = subjects.filter((name) => isOne(name, isPerson)).map(idOf);
  const person =
    persons.size === 0 ? topic.person : persons.size === 1 ? [...persons][0] : only(new Set(leading));
  const thing = things.size > 0 ? only(things) : goesOn ? topic.thing : undefined;
  return { ...(person === undefined ? {} : { person }), ...(thing === undefined ? {} : { thing }) };
}

function only<T>(set: ReadonlySet<T>): T | undefined {
  return set.size === 1 ? [...set][0] : undefined;
}

/** The names that are subjects of main and coordinate clauses before a token, if it is one name each. */
function subjectsBefore(passage: Passage, to: number): readonly NameMatch[] {
  return passage.clauses.all.flatMap((clause) => {
    const verb = verbOfClause(clause);
    if (verb === undefined || verb >= to || (clause.kind !== "main" && clause.kind !== "coordinate"))
      return [];
    const subjects = subjectsOf(passage, verb);
    return subjects.length === 1 ? subjects : [];
  });
}

function verbOfClause({ verbs, auxiliaries }: Clause): number | undefined {
  return verbs[0] ?? auxiliaries[0];
}

/** The pronoun that is a verb's subject: right before it, or before the verb that it is coordinated with. */
function pronounBefore(passage: Passage, verb: number): number | undefined {
  const { tags, keys, clauses } = passage;
  let at = verb - 1;
  while (["aux", "modal", "adverb", "neg"].includes(tags[at]!)) at--;
  if (/^(?:he|she|it)$/.test(keys[at] ?? "")) return at;
  const clause = clauses.all[clauses.at[verb]!]!;
  // "Founded in 1924, it …": the participle's subject follows.
  if (clause.kind === "participial" && clause.from === verb) {
    let end = verb;
    while (clauses.at[end] === clause.id) end++;
    return keys[end] === "," && /^(?:he|she|it)$/.test(keys[end + 1] ?? "") ? end + 1 : undefined;
  }
  if (tags[at] !== "conj" || clause.kind !== "coordinate" || clause.parent === undefined) return undefined;
  const earlier = verbOfClause(clauses.all[clause.parent]!);
  return earlier === undefined || earlier >= verb ? undefined : pronounBefore(passage, earlier);
}

function idOf({ names }: NameMatch): Id {
  return names[0]!.id;
}

function isOne({ names }: NameMatch, isPerson: (id: Id) => boolean): boolean {
  return names.every(({ id }) => isPerson(id));
}
