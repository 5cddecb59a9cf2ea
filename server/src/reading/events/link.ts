import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { OTHER } from "../english/told-apart.ts";
import { type Lexicon, lexiconOf } from "../lexicon.ts";
import type { Anchor } from "../reading.ts";
import type { CueTrace, Gate } from "../trace.ts";
import { candidates, saidOf } from "./candidates.ts";
import { isAnothersDate, isSure, mayBeAnother } from "./namesakes.ts";
import {
  ENOUGH,
  earlierOf,
  type Memory,
  type Score,
  type Slot,
  score,
  total,
  WEIGHT,
  without,
} from "./score.ts";
import type { Spoken } from "./spoken.ts";

/** An event found for a cue. */
export interface Link {
  readonly event: Id;
  readonly anchors: readonly Anchor[];
  /** The parts of the event that the cue's sentence contradicts, so that each may be tested against the others. */
  readonly tested: readonly Slot[];
}

/**
 * The known event that a cue speaks of, or undefined where none fits or two do. Each part that the sentence
 * contradicts must be carried by two other anchors, of which it is not one itself (design.md, invariant 2).
 */
export function link(
  spoken: Spoken,
  knowledge: Knowledge,
  memory: Memory,
  trace?: CueTrace,
): Link | undefined {
  const lexicon = lexiconOf(knowledge);
  const events = candidates(spoken, knowledge, memory, trace);
  if (events.length === 0) return undefined;
  const earlier = earlierOf(spoken, knowledge, memory);
  const scores = events
    .map((event) => score(event, saidOf(spoken, event), knowledge, lexicon, earlier))
    .filter((s) => passes(isSpokenOf(s, spoken), trace, "verb-alone", s));
  trace?.scores.push(...scores);
  const fits = scores.filter(
    (s) => s.conflicts.length === 0 && passes(total(s) >= needed(s, spoken, lexicon), trace, "too-little", s),
  );
  if (fits.length > 0) return linkTo(best(fits, total, trace), []);
  if (spoken.cue.how === "name" && isAnothersDate(spoken, scores, knowledge)) {
    passes(false, trace, "date-of-another", scores[0]);
    return undefined;
  }
  const known = scores.filter((s) =>
    passes(!s.conflicts.includes("date") || !mayBeAnother(s, spoken, knowledge), trace, "far-date", s),
  );
  const tested = (["date", "place", "participant"] as const).flatMap((slot) => {
    const carried = known.filter(
      (s) =>
        s.conflicts.includes(slot) &&
        passes(carries(s, slot, spoken, knowledge), trace, "too-little", s, slot),
    );
    const found = best(carried, (s) => without(s, slot), trace, slot);
    return found === undefined ? [] : [{ slot, found }];
  });
  const event = tested[0]?.found.event;
  if (event === undefined) return undefined;
  if (!passes(!tested.some(({ found }) => found.event !== event), trace, "slots-disagree")) return undefined;
  // Another event of the kind that nothing speaks against is as likely meant, though too little speaks for it.
  const other =
    spoken.cue.how !== "name" && scores.find((s) => s.conflicts.length === 0 && total(s) > WEIGHT.kind);
  if (other && !passes(false, trace, "another-fits", other)) return undefined;
  return linkTo(
    tested[0]!.found,
    tested.map(({ slot }) => slot),
  );
}

/** Gives `open` back, and takes down the gate where it is closed. */
function passes(open: boolean, trace: CueTrace | undefined, gate: Gate, s?: Score, slot?: Slot): boolean {
  if (!open) trace?.closed.push({ gate, ...(s && { event: s.event.id }), ...(slot && { slot }) });
  return open;
}

/** A verb alone says too little: somebody or something of the event must stand beside it, or both its day and its place. */
function isSpokenOf({ anchors, points }: Score, { cue, times }: Spoken): boolean {
  if (cue.how !== "verb" || anchors.includes("about") || anchors.includes("participant")) return true;
  const isDated = points.date >= WEIGHT.date && times.some(({ time }) => time.value?.precision === "day");
  return isDated && points.place >= WEIGHT.place;
}

function linkTo(found: Score | undefined, tested: readonly Slot[]): Link | undefined {
  return found && { event: found.event.id, anchors: found.anchors, tested };
}

/** Another one of its kind must show by everything else that it is this one after all. */
function needed(s: Score, spoken: Spoken, lexicon: Lexicon): number {
  return spoken.cue.how !== "name" && isOther(s, spoken, lexicon) ? ENOUGH + 2 : ENOUGH;
}

/** "the final act of decommissioning" is another one, unless the event's own name has that word. */
function isOther({ event }: Score, { cue, passage }: Spoken, { tellingWords }: Lexicon): boolean {
  if (!cue.other) return false;
  const words = passage.keys.slice(cue.start, cue.from).filter((key) => OTHER.has(key));
  const own = tellingWords.get(event.id);
  return words.length === 0 || !words.every((word) => own?.has(word));
}

/** Whether the other anchors carry the event while `slot` is under test. */
function carries(s: Score, slot: Slot, spoken: Spoken, knowledge: Knowledge): boolean {
  if (isOther(s, spoken, lexiconOf(knowledge))) return false;
  const rest = without(s, slot);
  const others = isSure(s, spoken, knowledge)
    ? 0
    : s.conflicts.filter((conflict) => conflict !== slot).length;
  if (rest < ENOUGH + others) return false;
  // A wrong part makes it another event, unless something surer than a year tells which one it is.
  const told = s.anchors.some((anchor) => anchor === "name" || anchor === "earlier" || anchor === "about");
  if (slot === "participant" && !told && s.points.participant === 0 && s.points.date < WEIGHT.date)
    return false;
  // "a settlement with the FSC": by others, it is another one, unless its date is right.
  const isOneOfMany = spoken.cue.how === "noun" && spoken.cue.determiner === "indefinite";
  const isPlaced = s.points.date >= WEIGHT.date || s.points.place >= WEIGHT.place;
  if (slot === "participant" && isOneOfMany && !told && !isPlaced) return false;
  return slot !== "place" || placeCanBeWrong(s, spoken);
}

/**
 * "the ceasefire in Gaza" tells which ceasefire is meant, unless its date or its parties tell otherwise; and a place
 * that we do not know may be a part of the known one, unless the date is right to the day.
 */
function placeCanBeWrong({ points, anchors }: Score, { cue, places, times }: Spoken): boolean {
  const isDated = times.some(({ time }) => time.value?.precision === "day") && points.date >= WEIGHT.date;
  const telling = isDated || points.participant >= 2;
  const isNamed = anchors.includes("name") || anchors.includes("about");
  if (places.some(({ isTown }) => isTown)) return isNamed;
  // "the meeting in B", of which nobody knows where that is: its kind and its day are those of many a meeting.
  const isUnknown = places.every(({ ids, capitalOf }) => ids.length === 0 && capitalOf === undefined);
  if (isUnknown && !isNamed && !anchors.includes("earlier") && points.participant === 0) return false;
  if (
    places.some(({ ids, capitalOf }) => ids.length === 0 && capitalOf === undefined) &&
    points.date < WEIGHT.date
  )
    return false;
  const identifies =
    cue.how === "noun" && places.some(({ closeness }) => closeness === "phrase" || closeness === "modifier");
  return isNamed || !identifies || telling;
}

/** The highest, if no other event is as high. */
function best(
  scores: readonly Score[],
  by: (s: Score) => number,
  trace: CueTrace | undefined,
  slot?: Slot,
): Score | undefined {
  let top: Score | undefined;
  let rivals: Id[] = [];
  for (const s of scores) {
    if (top === undefined || by(s) > by(top)) [top, rivals] = [s, []];
    else if (by(s) === by(top)) rivals.push(s.event.id);
  }
  if (top === undefined || rivals.length === 0) return top;
  trace?.closed.push({ gate: "tie", event: top.event.id, rivals, ...(slot && { slot }) });
  return undefined;
}
