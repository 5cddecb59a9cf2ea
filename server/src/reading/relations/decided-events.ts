import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { agrees } from "../../time/compare.ts";
import type { TimeMention } from "../../time/time.ts";
import { isSameSide } from "../events/roles.ts";
import { type Chunk, type Frame, framesOf } from "../grammar/frames.ts";
import type { Passage } from "../grammar/passage.ts";
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
  const { ofObject } = outcomeLexicon(knowledge);
  let last: readonly Id[] = [];
  return framesOf(passage).flatMap((frame) => {
    const found = phrasesAt(ofObject, passage, frame.verb);
    if (found.length === 0 || told.some(({ cue }) => cue.how === "verb" && cue.from === frame.verb))
      return [];
    const [who, what] = partiesOf(passage, frame, found[0]!.to, last);
    if (what.length > 0) last = what;
    const outcomes = found.map(({ value }) => value);
    const event = decided(
      who,
      what,
      outcomes,
      frame.denials % 2 === 1,
      datesOf(passage, frame, timeAt),
      knowledge,
    );
    if (event === undefined) return [];
    const cue = { how: "verb" as const, start: frame.verb, from: frame.verb, to: frame.verb + 1 };
    return [{ event, cue, span: place(cue), verbs: new Set([frame.verb]), isDoubtful: false }];
  });
}

/** Who decides, and on what; "it" is what was decided on before. */
function partiesOf(
  passage: Passage,
  frame: Frame,
  to: number,
  last: readonly Id[],
): readonly [who: readonly Id[], what: readonly Id[]] {
  const { keys, tags } = passage;
  const subject = frame.subject.flatMap((chunk) => idsIn(passage, chunk));
  const at = keys[to] === "by" && frame.passive ? to + 1 : to;
  if (keys[at] === "it" && !frame.passive) return [subject, last];
  const start = tags[at] === "det" ? at + 1 : at;
  const name = passage.names.find(({ from }) => from === start);
  const object = name === undefined || keys[name.to] === "'s" ? [] : idsOf(name);
  return frame.passive ? [object, subject] : [subject, object];
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
  { clause }: Frame,
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
