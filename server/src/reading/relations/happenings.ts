import { BE } from "../english/function-words.ts";
import { occurrenceAt } from "../english/occurrence.ts";
import { TAKING_PLACE } from "../english/relations.ts";
import type { Frame } from "../grammar/frames.ts";
import type { Passage } from "../grammar/passage.ts";
import { eventAt, eventOf, type Told } from "./told-events.ts";

/** An event and which end of it is told. */
export interface Happening {
  readonly told: Told;
  readonly aspect: "whole" | "begin" | "end";
}

/** The event that a verb says to have taken place: "A came", "they signed A", "A was held". */
export function happeningOf(passage: Passage, frame: Frame, told: readonly Told[]): Happening | undefined {
  if (frame.denials > 0 || (frame.scope !== undefined && frame.scope !== "carried")) return undefined;
  const own = told.find(({ cue }) => cue.how === "verb" && cue.from === frame.verb);
  if (own !== undefined) return { told: own, aspect: "whole" };
  const subject = eventOf(frame.subject, told);
  const object = frame.passive || subject !== undefined ? undefined : eventAt(passage, frame.to, told);
  const event = subject ?? object;
  if (event === undefined || !takesPlace(passage, frame, event)) return undefined;
  return { told: event, aspect: aspectOf(passage, frame) };
}

function takesPlace({ keys, verbs, tags }: Passage, { verb, subject }: Frame, told: Told): boolean {
  if (told.verbs.has(verb)) return true;
  // "After the talks came the vote".
  if (subject.length === 0 && /^(?:came|comes|followed)$/.test(keys[verb]!)) return true;
  const lemma = verbs[verb]?.lemma ?? "";
  if (TAKING_PLACE.has(lemma)) return tags[verb + 1] !== "det" && tags[verb + 1] !== "pron";
  return BE.has(keys[verb]!) && (tags[verb + 1] === "prep" || tags[verb + 1] === "adverb");
}

/** Which end of its event a verb tells. */
export function aspectOf({ keys }: Passage, { verb }: Frame): Happening["aspect"] {
  const aspect = occurrenceAt(keys, verb)?.aspect;
  if (aspect === "begin" || aspect === "end") return aspect;
  return ENDING.test(keys[verb]!) ? "end" : "whole";
}

const ENDING = /^(?:collaps|fail|founder|succeed|stall|unravel|broke)/;
