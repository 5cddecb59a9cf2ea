import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { NO_WORD } from "../../knowledge-base/names/name-table.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { meaningsOf } from "../../knowledge-base/vocabulary/kinds.ts";
import { nameTokens } from "../../text/name-words.ts";
import { agrees } from "../../time/compare.ts";
import type { TimeMention } from "../../time/time.ts";
import { NAMESAKE, OTHER } from "../english/told-apart.ts";
import type { Stretch } from "../events/attachment.ts";
import { isPlaceType } from "../events/places.ts";
import { isSameSide } from "../events/roles.ts";
import { CAPITALIZED } from "../grammar/capitals.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { type Lexicon, lexiconOf, phraseAt } from "../lexicon.ts";
import { isCapitalized, nameIndex } from "../names/name-index.ts";

/** A name that is put together from two events. */
export interface MixedName {
  /** The event that the date and the kind tell. */
  readonly event: Event;
  /** The event that the rest of the name belongs to. */
  readonly other: Event;
  readonly name: Stretch;
  /** The words that are wrong, and what should stand there. */
  readonly words: Stretch;
  readonly instead: readonly string[];
}

type TimeAt = (token: number) => TimeMention | undefined;

/**
 * The names of a passage that mix two events: "the Vell truce of 3 May", where the truce of that day was at Orda and Vell
 * had another event. The anchors are the date and the kind; the rest of the name is what is wrong.
 */
export function* mixedNames(passage: Passage, timeAt: TimeAt, knowledge: Knowledge): Generator<MixedName> {
  if (hasClass(passage, POSSESSIVE)) yield* misjoined(passage, knowledge);
  if (passage.times.length === 0) return;
  for (const name of passage.eventNames) {
    const date = dateOf(passage, name, timeAt);
    const mixed = date && ofNamesake(passage, name, date, knowledge);
    if (mixed !== undefined) yield mixed;
  }
  const lexicon = lexiconOf(knowledge);
  for (const modifier of passage.names) {
    const kind = phraseAt(lexicon.kinds, passage.keys, modifier.to);
    if (
      kind === undefined ||
      passage.eventNames.some(({ from, to }) => from <= modifier.to && modifier.to < to)
    )
      continue;
    const name = { from: modifier.from, to: modifier.to + kind.length };
    const date = isPlain(passage, name) ? dateOf(passage, name, timeAt) : undefined;
    const mixed =
      date === undefined
        ? undefined
        : ofPlace(passage, name, modifier.to, kind.values, date, lexicon, knowledge);
    if (mixed !== undefined) yield mixed;
  }
}

/** Whether a passage may have such a name. */
export function mayMixNames(passage: Passage): boolean {
  return (
    hasClass(passage, POSSESSIVE) ||
    (passage.times.length > 0 && passage.names.length + passage.eventNames.length > 0)
  );
}

const POSSESSIVE = wordClass(({ key }) => key === "'s");

/** "St Brand's Day Accord" for "St Brands Day Accord": the letters of a name, with an apostrophe more. */
function* misjoined(passage: Passage, knowledge: Knowledge): Generator<MixedName> {
  const { tokens, words, keys, eventNames } = passage;
  const index = nameIndex(knowledge);
  const last = keys.lastIndexOf("'s");
  for (let from = 0; from < last; from++) {
    if (!hasClass(words[from]!, CAPITALIZED)) continue;
    const first = joined(keys, from);
    const one = index.words.numberOf(first.key);
    const two = index.words.numberOf(joined(keys, first.next).key);
    if (two === NO_WORD || passage.scopes[from] !== undefined) continue;
    for (const name of index.named("event", one, two)) {
      if (name.form === "discouraged") continue;
      const to = endOfLetters(keys, from, name.keys.join(""));
      const event = knowledge.events.get(name.id);
      if (
        to === undefined ||
        event === undefined ||
        eventNames.some((match) => match.from < to && from < match.to)
      )
        continue;
      if (!keys.slice(from, to).includes("'s") || !isCapitalized(tokens[to - 1]!.text)) continue;
      yield { event, other: event, name: { from, to }, ...whole({ from, to }, name.text) };
      break;
    }
  }
}

/** A word with the possessive after it, as one word without its apostrophe. */
function joined(keys: readonly string[], at: number): { readonly key: string; readonly next: number } {
  const key = keys[at] ?? "";
  return keys[at + 1] === "'s" ? { key: `${key}s`, next: at + 2 } : { key, next: at + 1 };
}

function endOfLetters(keys: readonly string[], from: number, letters: string): number | undefined {
  let read = "";
  for (let i = from; i < keys.length && read.length < letters.length; i++) {
    read += keys[i]!.replace(/[^\p{L}\p{N}]/gu, "");
    if (read === letters) return i + 1;
  }
  return undefined;
}

/** Stated simply, of one event, and no word says that it is another one. */
function isPlain({ keys, tags, scopes }: Passage, { from, to }: Stretch): boolean {
  if (scopes[from] !== undefined || tags[to] === "word") return false;
  const before = keys[from - 1] ?? "";
  if (OTHER.has(before) || NAMESAKE.has(before) || /^(?:a|an|failed|another)$/.test(before)) return false;
  return (
    before === "the" || tags[from - 1] === "time" || tags[from - 1] === "prep" || tags[from - 1] === undefined
  );
}

/** The date in a name's own phrase: "of 3 May", "(3 May)", or before it. */
function dateOf(
  { times, keys, tags }: Passage,
  { from, to }: Stretch,
  timeAt: TimeAt,
): TimeMention | undefined {
  const after = keys[to] === "of" || keys[to] === "(" ? (tags[to + 1] === "det" ? to + 2 : to + 1) : to;
  const time = times.find((each) => (each.from === after && after > to) || each.to === from);
  const mention = time && timeAt(time.from);
  if (mention?.value === undefined || mention.boundary !== undefined || mention.offset !== undefined)
    return undefined;
  const isMonth = mention.value.precision === "month" && mention.stated.year !== undefined;
  return mention.value.precision === "day" || isMonth ? mention : undefined;
}

/** "the Ulver drilling of 11 January", where another drilling has just that date. */
function ofNamesake(
  passage: Passage,
  { from, to, names }: Passage["eventNames"][number],
  date: TimeMention,
  knowledge: Knowledge,
): MixedName | undefined {
  const [id, ...others] = new Set(names.map((name) => name.id));
  const other = id === undefined || others.length > 0 ? undefined : knowledge.events.get(id);
  if (other?.date === undefined || passage.scopes[from] !== undefined || date.value?.precision !== "day")
    return undefined;
  if (datesOf(other).some((known) => agrees(date, known) !== "no")) return undefined;
  const named = new Set(passage.eventNames.flatMap((match) => match.names.map((name) => name.id)));
  const [event, ...more] = questionsOf(knowledge)
    .eventsOfType(other.type)
    .filter((each) => each.date !== undefined && agrees(date, each.date) === "yes");
  if (event === undefined || more.length > 0 || named.has(event.id)) return undefined;
  const right = likestName(passage, { from, to }, event);
  if (right === undefined) return undefined;
  return { event, other, name: { from, to }, ...differing(passage, { from, to }, right) };
}

function datesOf({ date, stages }: Event) {
  return [...(date === undefined ? [] : [date]), ...Object.values(stages)];
}

/** "the Istanbul truce of 19 October": a place, or an actor, of another event before the noun for the kind. */
function ofPlace(
  passage: Passage,
  name: Stretch,
  noun: number,
  types: readonly string[],
  date: TimeMention,
  lexicon: Lexicon,
  knowledge: Knowledge,
): MixedName | undefined {
  const ids = idsBefore(passage, name.from, noun);
  const isProper = isCapitalized(passage.tokens[name.to - 1]!.text);
  const meant = new Set(types.flatMap((type) => meaningsOf(type, knowledge.vocabulary)));
  const questions = questionsOf(knowledge);
  const belongs = (event: Event) => ids.some((id) => isRelated(event, id, lexicon, knowledge));
  const ofKind = [...meant]
    .flatMap((type) => questions.eventsOfType(type))
    .filter((event) => isOnDay(event, date) && !isFighting(event, knowledge));
  const all = ids.flatMap((id) => questions.eventsInvolving(id));
  if (ofKind.some(belongs) || (isProper && ofKind.length === 0)) {
    const here = all.filter((each) => isOnDay(each, date));
    return isProper ? ofKindword(passage, name, noun, here, meant, knowledge) : undefined;
  }
  const [event, ...more] = ofKind;
  const other = all.find((each) => each !== event);
  if (event !== undefined && more.length === 0 && other !== undefined) {
    const known = likestName(passage, name, event) ?? event.name;
    // "truce" may stand for "ceasefire": only what comes before it is wrong.
    const last = known.split(" ").at(-1)!;
    const isKind = lexicon.kindWords.has(last.toLowerCase()) && name.to === noun + 1;
    const right = isKind && !isProper ? known.slice(0, -last.length) + passage.tokens[noun]!.text : known;
    return { event, other, name, ...(isProper ? whole(name, right) : differing(passage, name, right)) };
  }
  return undefined;
}

/** Whether a date is an event's; where it has no year, day and month must be the same. */
function isOnDay({ date: known }: Event, date: TimeMention): boolean {
  if (known === undefined) return false;
  const answer = agrees(date, known);
  return (
    answer === "yes" || (answer === "unknown" && date.stated.year === undefined && known.precision === "day")
  );
}

/** What the name before the noun stands for: a capital is rather the town than its government. */
function idsBefore({ names }: Passage, start: number, noun: number): readonly Id[] {
  const found = names.filter(({ from, to }) => from === start && to === noun).flatMap((match) => match.names);
  const own = found.filter(({ form }) => form === "name" || form === "alias");
  return (own.length > 0 ? own : found.filter(({ form }) => form !== "demonym")).map(({ id }) => id);
}

/** "the St Ives Declaration of 3 May", where that day brought the St Ives Agreement, and another event is a declaration. */
function ofKindword(
  { keys }: Passage,
  name: Stretch,
  noun: number,
  here: readonly Event[],
  types: ReadonlySet<string>,
  knowledge: Knowledge,
): MixedName | undefined {
  const modifier = keys.slice(name.from, noun).join(" ");
  const rights = here.flatMap((event) =>
    [event.name, ...event.aliases].flatMap((text) => {
      const words = nameTokens(text);
      const isLike = words.length === noun - name.from + 1 && isCapitalized(words.at(-1)!.text);
      const starts =
        words
          .slice(0, -1)
          .map(({ key }) => key)
          .join(" ") === modifier;
      return isLike && starts ? [{ event, text }] : [];
    }),
  );
  const kind = keys[name.to - 1]!;
  const isCalled = (text: string) => nameTokens(text).at(-1)?.key === kind;
  if (here.some((event) => [event.name, ...event.aliases].some(isCalled))) return undefined;
  const other = [...types]
    .flatMap((type) => questionsOf(knowledge).eventsOfType(type))
    .find((event) => isCalled(event.name));
  const [right, ...more] = rights;
  if (right === undefined || other === undefined || more.some(({ event }) => event !== right.event))
    return undefined;
  return { event: right.event, other, name, ...whole(name, right.text) };
}

function whole(name: Stretch, right: string): Pick<MixedName, "words" | "instead"> {
  return { words: name, instead: [right] };
}

/** Of fights there are more than a knowledge base has. */
function isFighting({ type }: Event, { vocabulary }: Knowledge): boolean {
  const fights = new Set(["war", "clash", "attack", "strike", "bombing", "protest"]);
  return (
    fights.has(type) || (vocabulary.eventTypes[type]?.alsoCalled.some((each) => fights.has(each)) ?? false)
  );
}

/** Whether an actor or a place has to do with an event. */
function isRelated(event: Event, id: Id, lexicon: Lexicon, knowledge: Knowledge): boolean {
  const questions = questionsOf(knowledge);
  const near = (place: Id) => questions.isWithin(place, id) || questions.isWithin(id, place);
  const people = [
    ...Object.values(event.participants).flat(),
    ...event.about,
    ...(lexicon.named.get(event.id) ?? []),
  ];
  // A town of a country that took part is not thereby a place of the event.
  const isActor = !isPlaceType(knowledge.entities.get(id)?.type);
  return (
    event.place.some(near) ||
    people.some((each) => each === id || (isActor && isSameSide(knowledge, id, each)))
  );
}

/** Of an event's names the one that shares the most words with what is written, its last word among them. */
function likestName({ keys, tokens }: Passage, { from, to }: Stretch, event: Event): string | undefined {
  const written = keys.slice(from, to);
  const ranked = [event.name, ...event.aliases].flatMap((text) => {
    const words = nameTokens(text);
    const shared = words.filter(({ key }) => written.includes(key)).length;
    const length = words.length === written.length ? 1 : 0;
    const capital = isCapitalized(words[0]!.text) === isCapitalized(tokens[from]!.text) ? 1 : 0;
    const last = words.at(-1)!.key === written.at(-1) ? 1 : 0;
    return shared === 0 ? [] : [{ text, rank: last * 10 + shared * 3 + length * 2 + capital }];
  });
  return ranked.sort((a, b) => b.rank - a.rank)[0]?.text;
}

/** The words in which a name differs from another: those that both begin and end with are left out. */
export function differing(
  { tokens, keys }: Passage,
  { from, to }: Stretch,
  name: string,
): Pick<MixedName, "words" | "instead"> {
  const right = nameTokens(name);
  const written = keys.slice(from, to);
  const most = Math.min(right.length, written.length) - 1;
  let start = 0;
  while (start < most && written[start] === right[start]!.key) start++;
  let end = 0;
  while (end < most - start && written.at(-1 - end) === right.at(-1 - end)!.key) end++;
  const rest = right.slice(start, right.length - end);
  const text = rest.map((token, i) => (i > 0 && token.spaced ? " " : "") + token.text).join("");
  const words = { from: from + start, to: to - end };
  const upper = words.from === 0 && isCapitalized(tokens[0]!.text);
  return { words, instead: [upper ? text.charAt(0).toUpperCase() + text.slice(1) : text] };
}
