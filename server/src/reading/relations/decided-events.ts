import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { agrees } from "../../time/compare.ts";
import type { TimeMention } from "../../time/time.ts";
import { isSameSide } from "../events/roles.ts";
import { type Chunk, type Frame, framesOf } from "../grammar/frames.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import type { Place } from "../statements/offices.ts";
import { outcomeLexicon, outcomesAgree } from "./outcome-words.ts";
import type { Told } from "./told-events.ts";
import { phrasesAt } from "./verb-phrases.ts";

/**
 * Decisions that are told by a verb of an outcome alone: "the Senate rejected the bill" tells the Senate's vote on it.
 * Its anchors are who decided and what was decided on; a date that fits tells several apart.
 */
export function decidedEvents(
  passage: Passage,
  told: readonly Told[],
  timeAt: (token: number) => TimeMention | undefined,
  place: Place,
  knowledge: Knowledge,
): readonly Told[] {
  if (!mayDecide(passage)) return [];
  const { ofObject, ofSubject, nouns } = outcomeLexicon(knowledge);
  let last: readonly Id[] = [];
  const events: Told[] = [];
  const add = (at: number, event: Event | undefined, isSwapped = false) => {
    if (event === undefined || told.some(({ cue }) => cue.how === "verb" && cue.from === at)) return;
    const cue = { how: "verb" as const, start: at, from: at, to: at + 1 };
    events.push({ event, cue, span: place(cue), verbs: new Set([at]), isDoubtful: false, isSwapped });
  };
  for (const frame of framesOf(passage)) {
    const byObject = phrasesAt(ofObject, passage, frame.verb);
    const found = byObject.length > 0 ? byObject : phrasesAt(ofSubject, passage, frame.verb);
    if (found.length === 0) continue;
    const dates = datesOf(passage, frame.clause, timeAt);
    const outcomes = found.map(({ value }) => value);
    const denied = frame.denials % 2 === 1;
    const [who, what] = partiesOf(passage, frame, found[0]!.to, byObject.length === 0, last);
    if (what.length > 0) last = what;
    const event = decided(who, what, outcomes, denied, dates, knowledge);
    // "The bill passed the Senate": the bill is what was decided on.
    const isPassing = found[0]!.lemma === "pass" && !frame.passive;
    if (event !== undefined || !isPassing) add(frame.verb, event);
    else add(frame.verb, decided(what, who, outcomes, denied, dates, knowledge), true);
  }
  for (let at = 1; at < passage.keys.length; at++) {
    const outcomes = nouns.get(passage.keys[at]!);
    if (outcomes === undefined || passage.tags[at] !== "word" || passage.scopes[at] !== undefined) continue;
    const [who, what] = partiesOfNoun(passage, at);
    add(
      at,
      decided(who, what, outcomes, false, datesOf(passage, passage.clauses.at[at]!, timeAt), knowledge),
    );
  }
  return events;
}

const OUTCOME = wordClass(({ key }, _, knowledge) => {
  const { telling, nouns } = outcomeLexicon(knowledge);
  return telling.has(key) || nouns.has(key);
});

/** Whether a passage has a word for a decision, and somebody: who decided, and on what, are known actors. */
export function mayDecide(passage: Passage): boolean {
  return passage.names.length > 0 && hasClass(passage, OUTCOME);
}

/** "the Senate's rejection of the bill", "the rejection of the bill by the Senate". */
function partiesOfNoun(passage: Passage, at: number): readonly [who: readonly Id[], what: readonly Id[]] {
  const { keys } = passage;
  if (keys[at + 1] !== "of") return [[], []];
  const object = nameAt(passage, at + 2);
  const owner = keys[at - 1] === "'s" ? passage.names.find(({ to }) => to === at - 1) : undefined;
  const agent = object !== undefined && keys[object.to] === "by" ? nameAt(passage, object.to + 1) : undefined;
  const who = owner ?? agent;
  return [who === undefined ? [] : idsOf(who), object === undefined ? [] : idsOf(object)];
}

function nameAt({ names, tags }: Passage, at: number): Passage["names"][number] | undefined {
  const start = tags[at] === "det" ? at + 1 : at;
  return names.find(({ from }) => from === start);
}

/** Who decides, and on what; "it" is what was decided on before. */
function partiesOf(
  passage: Passage,
  frame: Frame,
  to: number,
  intransitive: boolean,
  last: readonly Id[],
): readonly [who: readonly Id[], what: readonly Id[]] {
  const { keys } = passage;
  const subject = frame.subject.flatMap((chunk) => idsIn(passage, chunk));
  if (keys[to] === "it" && !frame.passive) return [subject, last];
  // "was rejected by the Senate", "failed in the Senate".
  const isDone = frame.passive || intransitive;
  const at = isDone && /^(?:by|in)$/.test(keys[to] ?? "") ? to + 1 : to;
  const name = isDone && at === to ? undefined : nameAt(passage, at);
  const object = name === undefined || keys[name.to] === "'s" ? [] : idsOf(name);
  return isDone ? [object, subject] : [subject, object];
}

function idsIn(passage: Passage, { to }: Chunk): readonly Id[] {
  const name = passage.names.find((match) => match.to === to);
  return name === undefined ? [] : idsOf(name);
}

function idsOf({ names }: Passage["names"][number]): readonly Id[] {
  return [...new Set(names.map(({ id }) => id))];
}

function datesOf(
  passage: Passage,
  clause: number,
  timeAt: (token: number) => TimeMention | undefined,
): readonly TimeMention[] {
  return passage.times.flatMap(({ from }) => {
    const time = passage.clauses.at[from] === clause ? timeAt(from) : undefined;
    return time === undefined ? [] : [time];
  });
}

/** Of the decisions of these people on this matter: the one that came out so, or the only one that the date allows. */
function decided(
  who: readonly Id[],
  what: readonly Id[],
  outcomes: readonly string[],
  denied: boolean,
  dates: readonly TimeMention[],
  knowledge: Knowledge,
): Event | undefined {
  if (who.length === 0 || what.length === 0) return undefined;
  const sides = (event: Event) => Object.values(event.participants).flat();
  const isBy = (event: Event) =>
    sides(event).some((side) => who.some((id) => isSameSide(knowledge, id, side)));
  const all = what
    .flatMap((id) => questionsOf(knowledge).events({ about: id }))
    .filter((event) => event.outcome !== undefined && isBy(event));
  const fits = (event: Event) =>
    event.date !== undefined &&
    dates.every((time) => time.value === undefined || agrees(time, event.date!) !== "no");
  const dated = all.filter(fits);
  const alone = (events: readonly Event[]) =>
    events.filter((event) => sides(event).every((side) => who.includes(side)));
  const agreeing = dated.filter((event) => outcomesAgree(outcomes, event.outcome!, denied) === "yes");
  if (agreeing.length > 0) return only(alone(agreeing)) ?? only(agreeing) ?? undefined;
  return dates.length === 0 && all.length > 1 ? undefined : only(dated);
}

function only<T>(things: readonly T[]): T | undefined {
  return things.length === 1 ? things[0] : undefined;
}
