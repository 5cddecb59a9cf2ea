import { parseEdtf } from "../../time/edtf.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import type { Passage, TimeMatch } from "../grammar/passage.ts";
import type { OfficeHeld } from "./holdings.ts";

/** What a date says of a tenure: that the office was held then, that it began then, ended then, or lasted so long. */
export type TenureRelation = "at" | "since" | "until" | "during";

/** When somebody is said to have an office. */
export interface OfficeTime {
  /** The day, or the stretch, in which the office must have been held. */
  readonly at?: TimeValue;
  /** Dates that bound the tenure itself, as the draft has them. */
  readonly bounds: readonly { readonly relation: TenureRelation; readonly time: TimeMention }[];
  /** The draft says when, in so many words; else it follows from the event that is told. */
  readonly isStated: boolean;
}

/** What a sentence may take its time from, besides its own dates. */
export interface TimeSources {
  /** The mention of a passage's date. */
  readonly timeOf: (time: TimeMatch) => TimeMention | undefined;
  /** Dates of the events that the passage tells, with the clause of each. */
  readonly events: readonly { readonly date: TimeValue; readonly clause: number; readonly at: number }[];
  /** The time that the narrative has come to. */
  readonly before: () => TimeValue | undefined;
}

/** The time for which a passage says that somebody holds an office. */
export function officeTime(passage: Passage, held: OfficeHeld, sources: TimeSources): OfficeTime {
  const beside = timesBeside(passage, held, sources);
  if (beside.length > 0) {
    const { relation, time } = beside[0]!;
    const ends = beside.filter((bound) => bound.relation !== "at");
    const bounds = ends.length > 0 ? ends : turningPoint(held, beside[0]!.time);
    // "until 2020": an end says nothing of any day before it.
    if (relation === "until") return { bounds, isStated: false };
    const at = relation === "since" && beside.length === 1 ? lasting(time.value) : time.value;
    return {
      ...(at === undefined ? {} : { at }),
      bounds,
      isStated: true,
    };
  }
  const since = sinceHead(passage, held, sources);
  if (since !== undefined) return since;
  const stated = timeOfSentence(passage, held, sources);
  if (stated?.value !== undefined)
    return { at: stated.value, bounds: turningPoint(held, stated), isStated: true };
  if (held.office.atThatTime && passage.times.length === 0 && sources.events.length !== 1) {
    const before = sources.before();
    if (before !== undefined) return { at: before, bounds: [], isStated: true };
  }
  const told = timeOfEvent(passage, held, sources);
  return { ...(told === undefined ? {} : { at: told }), bounds: [], isStated: false };
}

/** "became minister in May", "resigned as minister in May": the date is that of the tenure's beginning, or of its end. */
function turningPoint({ manner, office, verb }: OfficeHeld, time: TimeMention): OfficeTime["bounds"] {
  if (manner === "held" || verb === undefined || time.boundary !== undefined) return [];
  if (office.shifted) return [];
  return [{ relation: manner === "begun" ? "since" : "until", time }];
}

/** "since May 2020": from then on. */
export function lasting(value: TimeValue | undefined): TimeValue | undefined {
  if (value === undefined || value.range) return value;
  const open = parseEdtf(`${value.edtf}/..`);
  return "problem" in open ? value : open;
}

/** "since May 2020", "from 2019 to 2023", "(2015–2020)", "in November 2020", right behind the office. */
function timesBeside(
  passage: Passage,
  { office, person, isAside }: OfficeHeld,
  { timeOf }: TimeSources,
): OfficeTime["bounds"] {
  const { keys, times, tags, tokens } = passage;
  const bounds: OfficeTime["bounds"][number][] = [];
  let at = office.to;
  // "As prime minister from 2020, X": between them as well; "Director X (2015–2020)" behind the name.
  if (person.from === at) at = person.to;
  for (;;) {
    let from = at;
    const bracket =
      tokens[from]?.text === "(" ||
      (bounds.length === 0 && office.to === at && tokens[from]?.text === "," && isPeriod(passage, from + 1));
    if (bracket) from++;
    while (
      tags[from] === "prep" ||
      (bounds.length > 0 && (tags[from] === "conj" || keys[from] === "to" || keys[from] === "-"))
    )
      from++;
    const match = times.find((time) => time.from === from);
    const time = match && timeOf(match);
    if (match === undefined || time === undefined) return bounds;
    const lead = keys
      .slice(at, match.from + 1)
      .find((key) => /^(?:from|since|until|till|to|between|in|on|during|of)$/.test(key));
    if (at === person.to && at !== office.to && !bracket) return bounds;
    bounds.push({ relation: relationOf(lead, time, bounds.length, isAside), time });
    at = match.to;
    if (bounds.length === 2) return bounds;
  }
}

/** A comma and then dates alone, up to the next mark: "director, 2015–2020,". */
function isPeriod({ times, tokens }: Passage, at: number): boolean {
  const time = times.find(({ from }) => from === at);
  const close = time && tokens[time.to]?.text;
  return (
    time !== undefined &&
    time.expression.statedEnd !== undefined &&
    (close === undefined || /^[,;.)]$/.test(close))
  );
}

function relationOf(
  lead: string | undefined,
  time: TimeMention,
  number: number,
  isAside: boolean,
): TenureRelation {
  if (time.boundary === "since" || lead === "since") return "since";
  if (time.boundary === "until" || lead === "until" || lead === "till" || number > 0) return "until";
  if (
    time.value?.range === true &&
    (lead === "from" || lead === "between" || lead === undefined || lead === "of" || isAside)
  )
    return lead === "in" || lead === "during" ? "at" : "during";
  return lead === "from" ? "since" : "at";
}

/** "From 1319 the regent was X." */
function sinceHead(
  { keys, times, clauses }: Passage,
  held: OfficeHeld,
  { timeOf }: TimeSources,
): OfficeTime | undefined {
  const [only, ...others] = times;
  if (only === undefined || others.length > 0 || only.from > 1 || held.manner === "ended") return undefined;
  const time = timeOf(only);
  const isSince = time?.boundary === "since" || (keys[0] === "from" && time?.value?.range === false);
  const isOwn = clauses.at[only.from] === clauses.at[held.person.from];
  const at = lasting(time?.value);
  if (!isSince || !isOwn || at === undefined) return undefined;
  return { at, bounds: [{ relation: "since", time: time! }], isStated: true };
}

/** The one date that a sentence tells of: not the date of a letter, nor one of several. */
function timeOfSentence(
  { times, keys, clauses }: Passage,
  { person, office, isTitle, isAside, verb }: OfficeHeld,
  { timeOf }: TimeSources,
): TimeMention | undefined {
  const beside = times.filter(({ from }) => clauses.at[from] === clauses.at[person.from]);
  const [only, ...others] = times.length > 1 && beside.length === 1 ? beside : times;
  if (only === undefined) return undefined;
  if (others.length > 0 || keys.includes("now")) return undefined;
  if (office.atThatTime) return timeOf(only);
  if (keys[only.from - 1] === "of") return undefined;
  const clause = clauses.at[only.from]!;
  const { auxiliaries } = clauses.all[clause]!;
  // "a portrait of Mayor X", "had been a professor": not what the office-holder does at that time.
  if ((isTitle && keys[office.from - 1] === "of") || auxiliaries.some((at) => keys[at] === "had"))
    return undefined;
  const isOwn = clause === clauses.at[person.from] || clause === clauses.at[office.title.from];
  // "On 8 May, A took the chair, and B became her deputy": a date at the head holds for what is told after it.
  const holder = clauses.all[clauses.at[verb ?? person.from]!]!;
  const isHead = only.from <= 2 && holder.kind === "coordinate" && keys[0] !== "since";
  if (!isOwn && !isHead) return undefined;
  if (only.expression.aside === true && !isAside) return undefined;
  const time = timeOf(only);
  return time?.boundary === undefined ? time : undefined;
}

/** "when the truce was signed", or the one dated event that a sentence without dates tells in the holder's own clause. */
function timeOfEvent(
  { times, clauses, keys }: Passage,
  { person, office, verb, isTitle }: OfficeHeld,
  { events, before }: TimeSources,
): TimeValue | undefined {
  if (office.atThatTime) return events.length === 1 ? events[0]!.date : before();
  if (times.length > 0 || keys.includes("now")) return undefined;
  const when = events.filter(({ clause, at }) => {
    const { from } = clauses.all[clause]!;
    return keys[from] === "when" && at > from && verb !== undefined;
  });
  if (when.length === 1) return when[0]!.date;
  const own = clauses.at[person.from]!;
  const told = events.filter(({ clause }) => clause === own);
  // A courtesy: those who were once president are called so for life.
  return told.length === 1 && events.length === 1 && !isTitle && verb === undefined
    ? told[0]!.date
    : undefined;
}
