import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import type { TimeMention } from "../../time/time.ts";
import { HELD, ONCE_BY_ITSELF, ONCE_DONE, TAKES_PLACE } from "../english/once.ts";
import { isPlaceType } from "../events/places.ts";
import { spanOf } from "../events/spoken.ts";
import type { Passage, TimeMatch } from "../grammar/passage.ts";
import type { Account } from "./account.ts";
import { type EventPhrase, eventPhrases } from "./phrases.ts";
import { tellsSimply } from "./words.ts";

/** What a passage tells of when and where events were that the knowledge base does not have. */
export function eventAccounts(
  block: Block,
  passage: Passage,
  timeAt: (offset: number) => TimeMention | undefined,
  knowledge: Knowledge,
): Account[] {
  const accounts: Account[] = [];
  // What it tells is either a date or a known place.
  if (passage.times.length + passage.names.length === 0 || !tellsSimply(passage)) return accounts;
  for (const phrase of eventPhrases(passage, knowledge)) {
    if (passage.scopes[phrase.from] !== undefined) continue;
    const { subject, by, recurs } = phrase;
    const subjectSpan = spanOf(block, passage, { from: phrase.start, to: phrase.to });
    for (const { match, how, restrictive } of datesOf(passage, phrase)) {
      const time = timeAt(block.span.start + match.expression.span.start);
      if (time === undefined || !isPlainDate(time) || passage.scopes[match.from] !== undefined) continue;
      accounts.push({
        subject,
        by,
        recurs,
        subjectSpan,
        how,
        restrictive,
        slot: "date",
        time,
        span: time.core,
      });
    }
    const place = placeOf(passage, phrase, knowledge);
    if (place !== undefined)
      accounts.push({
        subject,
        by,
        recurs,
        subjectSpan,
        how: "held",
        restrictive: false,
        slot: "place",
        place: place.id,
        span: spanOf(block, passage, place),
      });
  }
  return accounts;
}

/** A date that is neither an end of something, nor about so, nor counted from elsewhere. */
export function isPlainDate(time: TimeMention): boolean {
  const { value, boundary, approximate, modifier, offset, relative, problem } = time;
  if (boundary !== undefined || approximate || modifier !== undefined || problem !== undefined) return false;
  return (
    value !== undefined &&
    offset === undefined &&
    relative === undefined &&
    Number.isFinite(value.end - value.start)
  );
}

interface Dated {
  readonly match: TimeMatch;
  readonly how: string;
  readonly restrictive: boolean;
}

function* datesOf(passage: Passage, phrase: EventPhrase): Generator<Dated> {
  const { times, keys, clauses } = passage;
  const before = times.find(({ to }) => to === phrase.from);
  if (before !== undefined) return yield { match: before, how: "held", restrictive: true };
  const next = times.find(({ from }) => from >= phrase.to);
  if (next === undefined) return;
  const between = keys.slice(phrase.to, next.from).join(" ");
  const opens = clauses.all[clauses.at[phrase.from]!]!.from >= phrase.start;
  if (between === "of" || between === "(" || (opens && /^(?:on|in)$/.test(between)))
    return yield { match: next, how: "held", restrictive: between !== "(" };
  const how = verbOf(passage, phrase, next.from);
  const inClause = times.filter(
    ({ from }) => clauses.at[from] === clauses.at[phrase.from] && from > phrase.to,
  );
  if (how !== undefined && inClause.length === 1 && inClause[0] === next)
    yield { match: next, how, restrictive: false };
}

/** What the verb says of the phrase, if it is the subject and the words up to `until` belong to the same clause. */
function verbOf(passage: Passage, phrase: EventPhrase, until: number): string | undefined {
  const { clauses, tags, keys, verbs } = passage;
  const clause = clauses.at[phrase.from]!;
  if (until < keys.length && clauses.at[until] !== clause) return undefined;
  const verb = clauses.all[clause]!.verbs.find((at) => at >= phrase.to);
  if (verb === undefined || verb >= until) return undefined;
  for (let i = phrase.to; i < verb; i++) if (tags[i] !== "aux" && tags[i] !== "adverb") return undefined;
  // "was signed by the mill on 3 May", "after the strike of 3 May": somebody's, or something else's, date.
  for (let i = verb + 1; i < until; i++)
    if (
      tags[i] === "verb" ||
      tags[i] === "sub" ||
      /^(?:by|after|before|since|until|and|but|,|;)$/.test(keys[i]!)
    )
      return undefined;
  const lemma = verbs[verb]?.lemma ?? "";
  const isPassive = keys.slice(phrase.to, verb).some((key) => /^(?:was|were|is|are|been|be)$/.test(key));
  if (lemma === "take" && keys[verb + 1] === "place") return "held";
  if (TAKES_PLACE.has(lemma) || (isPassive && HELD.has(lemma))) return "held";
  return (isPassive ? ONCE_DONE : ONCE_BY_ITSELF).has(lemma) ? lemma : undefined;
}

/** "The Lisbon Accord was signed in Porto": a known place, after a verb that tells that it was. */
function placeOf(passage: Passage, phrase: EventPhrase, knowledge: Knowledge) {
  const { names, keys, clauses, scopes } = passage;
  for (const { from, to, names: forms } of names) {
    if (from < phrase.to || clauses.at[from] !== clauses.at[phrase.from] || scopes[from] !== undefined)
      continue;
    if (!/^(?:in|at)$/.test(keys[from - 1] ?? "")) continue;
    const ids = [...new Set(forms.map(({ id }) => id))];
    const isPlace = ids.length === 1 && isPlaceType(knowledge.entities.get(ids[0]!)?.type);
    return isPlace && verbOf(passage, phrase, from) === "held" ? { id: ids[0]!, from, to } : undefined;
  }
  return undefined;
}
