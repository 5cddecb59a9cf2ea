import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { AFTER_OBJECT, ANYBODY, AUTHORITIES } from "../english/relations.ts";
import { type Chunk, chunkEnd, type Frame, framesOf } from "../grammar/frames.ts";
import type { Passage } from "../grammar/passage.ts";
import { isCapitalized } from "../names/name-index.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import { eventAt, eventOf, type Told } from "./told-events.ts";

/** Who or what a claim is made of, as a passage has it. */
export interface Party {
  /** All that the words can stand for. */
  readonly ids: readonly Id[];
  readonly from: number;
  readonly to: number;
}

/** Who stands before a verb: known actors, nobody at all, or somebody else. */
export type Subject =
  | { readonly kind: "known"; readonly parties: readonly Party[] }
  | { readonly kind: "nobody" };

/** The subject of a frame; undefined where it is somebody unknown, or cannot be told. */
export function subjectOf(
  passage: Passage,
  frame: Frame,
  told: readonly Told[],
  before: () => readonly Party[],
  knowledge: Knowledge,
): Subject | undefined {
  const chunks = frame.subject;
  const [first] = chunks;
  if (first === undefined) return undefined;
  if (isNobody(passage, first)) return { kind: "nobody" };
  const event = eventOf(chunks, told);
  if (event !== undefined)
    return { kind: "known", parties: [{ ids: [event.event.id], from: event.cue.from, to: event.cue.to }] };
  if (passage.tags[first.from] === "pron") {
    const party = antecedentOf(passage, frame, told, before, knowledge);
    return party && { kind: "known", parties: [{ ...party, from: first.from, to: first.to }] };
  }
  const isDescribed = passage.clauses.all[frame.clause]?.kind === "relative";
  const parties = (isDescribed ? chunks.slice(0, 1) : chunks).map((chunk) => partyOf(passage, chunk));
  return parties.some((party) => party === undefined)
    ? undefined
    : { kind: "known", parties: parties as Party[] };
}

/** "no country", "nobody", but not "no other country" or "no state but one". */
export function isNobody({ keys }: Passage, { from, to }: Chunk): boolean {
  if (/^(?:nobody|none)$/.test(keys[from]!)) return to === from + 1;
  return (
    keys[from] === "no" &&
    to === from + 2 &&
    ANYBODY.has(keys[to - 1]!) &&
    !/^(?:but|except|other|besides)$/.test(keys[to] ?? "")
  );
}

/** The known actor that a noun phrase names: its head, or "the Lumerian government". */
export function partyOf(passage: Passage, { from, to }: Chunk): Party | undefined {
  const { keys, names, tags, tokens } = passage;
  const name = names.findLast((match) => match.from >= from && match.to <= to);
  if (name === undefined || name.from > from + 4) return undefined;
  const rest = keys.slice(name.to, to).filter((key) => key !== "'s");
  if (!rest.every((key) => AUTHORITIES.has(key)) || (keys[to - 1] === "'s" && rest.length === 0))
    return undefined;
  const isAdjective = name.names.every(({ form }) => form === "demonym");
  if (isAdjective && rest.length === 0 && !/s$/.test(keys[name.to - 1]!)) return undefined;
  for (let i = from; i < name.from; i++) {
    if (keys[i] === "-" || (tags[i] === "word" && i > 0 && isCapitalized(tokens[i]!.text))) return undefined;
    if (/^(?:former|ex|anti|pro|no|neither|any|some|most|many|few|half|another|other)$/.test(keys[i]!))
      return undefined;
    if (names.some((match) => match !== name && match.from <= i && i < match.to)) return undefined;
  }
  return { ids: idsOf(name), from: name.from, to: Math.max(name.to, to) };
}

function idsOf({ names }: NameMatch): readonly Id[] {
  return [...new Set(names.map(({ id }) => id))];
}

/** "it": the only actor that was a subject before it in the sentence, or else in the sentence before. */
function antecedentOf(
  passage: Passage,
  frame: Frame,
  told: readonly Told[],
  before: () => readonly Party[],
  knowledge: Knowledge,
): Pick<Party, "ids"> | undefined {
  const pronoun = passage.keys[frame.subject[0]!.from]!;
  if (!/^(?:it|they|he|she)$/.test(pronoun)) return undefined;
  const own = framesOf(passage)
    .filter((other) => other.to <= frame.subject[0]!.from)
    .flatMap((other) => partiesOf(passage, other, told));
  const parties = own.length > 0 ? own : before();
  const [only, ...others] = new Map(parties.map((party) => [party.ids.join(" "), party])).values();
  if (only === undefined || others.length > 0) return undefined;
  const isPerson = only.ids.some((id) => knowledge.entities.get(id)?.type === "person");
  return isPerson === /^(?:he|she)$/.test(pronoun) || pronoun === "they" ? only : undefined;
}

/** The known actors that are a frame's subject. */
export function partiesOf(passage: Passage, frame: Frame, told: readonly Told[]): readonly Party[] {
  if (eventOf(frame.subject, told) !== undefined) return [];
  return frame.subject.flatMap((chunk) => partyOf(passage, chunk) ?? []);
}

/** The known actors and events that stand as the object at a token, more than one in a list. */
export function objectsAt(passage: Passage, at: number, told: readonly Told[]): readonly Party[] {
  const { keys, tags } = passage;
  let from = at;
  while (tags[from] === "adverb" || keys[from] === "both" || keys[from] === "either") from++;
  const event = eventAt(passage, from, told);
  if (event !== undefined) return [{ ids: [event.event.id], from: event.cue.from, to: event.cue.to }];
  const end = chunkEnd(passage, from);
  let to = from;
  while (to < end && !AFTER_OBJECT.has(keys[to]!)) to++;
  const party = to > from ? partyOf(passage, { from, to }) : undefined;
  if (party === undefined || keys[party.to] === "-" || keys[party.to] === "'s") return [];
  const joined = keys[to] === "," || keys[to] === "and" || keys[to] === "or";
  return [party, ...(joined ? objectsAt(passage, to + 1, told) : [])];
}
