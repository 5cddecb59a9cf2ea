import type { Knowledge, OutcomeWords } from "../../knowledge-base/knowledge.ts";
import { BE } from "../english/function-words.ts";
import type { Passage } from "../grammar/passage.ts";
import type { EventOutcomeStatement } from "../reading.ts";
import { outcomesAgree } from "../relations/outcome-words.ts";
import { outcomesIn, type ToldOutcome } from "../relations/outcomes.ts";
import type { Told } from "../relations/told-events.ts";
import { inTense } from "../relations/verb-phrases.ts";
import type { Place } from "./offices.ts";

/** What a passage says of how events ended. */
export function* eventOutcomes(
  passage: Passage,
  told: readonly Told[],
  place: Place,
  knowledge: Knowledge,
): Generator<EventOutcomeStatement> {
  const seen = new Set<number>();
  for (const outcome of outcomesIn(passage, told, knowledge)) {
    if (seen.has(outcome.words.from)) continue;
    seen.add(outcome.words.from);
    yield outcomeStatement(outcome, passage, place, knowledge);
  }
}

/** One outcome, held against what is known. */
export function outcomeStatement(
  outcome: ToldOutcome,
  passage: Passage,
  place: Place,
  knowledge: Knowledge,
): EventOutcomeStatement {
  const { event, span, isDoubtful } = outcome.told;
  const known = event.outcome;
  const agree = known === undefined ? "unknown" : outcomesAgree(outcome.outcomes, known, outcome.denied);
  const verdict =
    agree === "yes" ? "supported" : agree === "no" && !isDoubtful ? "contradicted" : "unverified";
  return {
    kind: "event-outcome",
    event: event.id,
    eventSpan: span,
    outcome: outcome.outcomes[0]!,
    span: place(outcome.words),
    verdict,
    instead: verdict === "contradicted" ? insteadOf(outcome, passage, knowledge) : [],
  };
}

/** How many ways to say it are offered. */
const OFFERED = 6;

/** What to write in place of the words: those of the known outcome in the same form. */
function insteadOf(
  { told, denied, form, words }: ToldOutcome,
  passage: Passage,
  knowledge: Knowledge,
): string[] {
  const right = knowledge.vocabulary.outcomes[told.event.outcome!];
  const { keys, tokens } = passage;
  const plural = /[^siu]s$/.test(keys[told.cue.to - 1] ?? "");
  if (form.kind === "ofSubject" || form.kind === "ofObject") {
    if (denied) return [inTense(form.lemma, form.tense === "base" ? "past" : form.tense, plural)];
    if (told.isSwapped === true)
      return (right?.objectOf ?? []).slice(0, 1).map((verb) => `was ${inTense(verb, "participle")} by`);
    return unique(verbsOf(form, right, plural)).slice(0, OFFERED);
  }
  const written = tokens[words.to - 1]!.text;
  if (denied) return [`${tokens[words.from]!.text} ${written}`];
  const article = keys[words.from - 1];
  const sounds = (word: string) =>
    !/^an?$/.test(article ?? "") || /^[aeiou]/.test(word) === (article === "an");
  return (right?.[form.kind] ?? []).filter(sounds).sort(byKin(written)).slice(0, OFFERED);
}

function verbsOf(
  form: Extract<ToldOutcome["form"], { lemma: string }>,
  right: OutcomeWords | undefined,
  plural: boolean,
): string[] {
  if (right === undefined) return [];
  if (form.kind === "ofObject" && right.objectOf.length > 0)
    return right.objectOf.map((verb) => inTense(verb, form.tense));
  const be = form.tense === "participle" ? "been" : inTense("be", form.tense, plural);
  const passives =
    form.tense === "gerund"
      ? []
      : right.objectOf.slice(0, 1).map((verb) => `${be} ${inTense(verb, "participle")}`);
  // "was a success", but not "was a rejection".
  const isPlain =
    form.tense !== "gerund" && right.adjectives.some((word) => right.nouns[0]?.startsWith(word.slice(0, 4)));
  const nouns = isPlain ? right.nouns.slice(0, 1).map((noun) => `${be} a ${noun}`) : [];
  const verbs = right.verbs.map((verb) => inTense(verb, form.tense, plural));
  return form.kind === "ofObject" ? [] : [...verbs.slice(0, OFFERED - 2), ...nouns, ...passives];
}

/** Words that share letters with what stands there come first: "successful" → "unsuccessful". */
function byKin(written: string): (a: string, b: string) => number {
  const kin = (word: string) => (word.includes(written) || written.includes(word) ? 0 : 1);
  return (a, b) => kin(a) - kin(b);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => !BE.has(text));
}
