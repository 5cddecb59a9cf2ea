import type { Event } from "../../knowledge-base/knowledge.ts";
import { BODIES } from "../english/told-apart.ts";
import type { Lexicon } from "../lexicon.ts";
import { argumentsOf, namesInPhrase, phraseOf } from "./arguments.ts";
import type { Cue } from "./cues.ts";
import type { Spoken } from "./spoken.ts";

/** How many of the actors in the event's own names stand with the cue ("the drawing of the Durand Line"); for a verb, other words of them may do. */
export function subjectsNamed(event: Event, { cue, passage, subject }: Spoken, lexicon: Lexicon): number {
  const named = lexicon.named.get(event.id) ?? [];
  // A place as a verb's subject or object is what it is done to ("Baghdad fell"); around a noun it is only where.
  const places = new Set(cue.how === "verb" ? [] : event.place);
  const isHere = (at: number) => passage.clauses.at[at] === cue.clause || isAntecedent(passage, cue, at);
  const around =
    cue.how === "noun"
      ? namesInPhrase(passage, cue)
      : argumentsOf(passage).filter(({ from }) => !isOwner(passage, from));
  const found = around.flatMap(({ from, names }) =>
    cue.how === "noun" || isHere(from)
      ? names.flatMap(({ id, form }) =>
          form === "metonym" || form === "demonym" || places.has(id) ? [] : [id],
        )
      : [],
  );
  if (subject !== undefined) found.push(subject);
  const ids = new Set(found.filter((id) => named.includes(id)));
  if (ids.size > 0) return ids.size;
  if (namesProper(event, cue, passage, lexicon)) return 1;
  if (cue.how === "noun" && isDecidedIn(event, cue, passage, lexicon)) return 1;
  if (cue.how !== "verb") return 0;
  const words = lexicon.nameWords.get(event.id);
  const told = passage.keys.filter((key, at) => words?.has(key) && passage.tags[at] === "word" && isHere(at));
  return new Set(told).size > 1 ? 1 : 0;
}

const DECIDING =
  /^(?:accept|adopt|approve|back|carry|confirm|defeat|endorse|pass|ratify|reject|throw|turn|uphold|veto)$/;

const IN_ORDER = /^(?:first|second|third|final|last)$/;

/** "In the referendum the voters rejected the Harbour Act": what the event is about is what was decided there. */
function isDecidedIn(
  { id, about }: Event,
  { governor, determiner, other, clause, start, from, to }: Cue,
  { names, keys, tags, verbs, clauses }: Spoken["passage"],
  { nameWords }: Lexicon,
): boolean {
  if (governor !== "in" || keys[start - 1] !== "in" || determiner !== "definite" || other) return false;
  // "in the vote on the amendment", "in the vote of the committee": another one.
  if (/^(?:on|over|about|for|against|of|by|in|at|among)$/.test(keys[to] ?? "") && tags[to + 1] !== "time")
    return false;
  // "in the committee vote", "in the vote" of what has a final one: there are others.
  const own = nameWords.get(id) ?? new Set<string>();
  if (keys.slice(start, from).some((key, k) => tags[start + k] !== "det" && !own.has(key))) return false;
  if ([...own].some((word) => IN_ORDER.test(word) && !keys.slice(start, to).includes(word))) return false;
  const here = (i: number) => clauses.at[i] === clause;
  const deeds = keys.flatMap((_, i) => (here(i) && tags[i] === "verb" ? [i] : []));
  const [verb] = deeds;
  if (deeds.length !== 1 || verb === undefined || !DECIDING.test(verbs[verb]?.lemma ?? keys[verb]!))
    return false;
  return names.some(({ from: at, names: found }) => {
    const before = tags[at - 1] === "det" ? at - 1 : at;
    // The object, right behind the verb and its particle.
    const gap = before - verb;
    const isObject = gap >= 1 && (gap === 1 || (gap === 2 && /^(?:out|down)$/.test(keys[verb + 1]!)));
    return here(at) && isObject && found.some(({ id }) => about.includes(id));
  });
}

/** "the crew of the expedition landed": it was the crew, though an army or a parliament stands for its state. */
function isOwner({ keys, tags }: Spoken["passage"], from: number): boolean {
  const of = tags[from - 1] === "det" ? from - 2 : from - 1;
  return keys[of] === "of" && tags[of - 1] === "word" && !BODIES.has(keys[of - 1]!);
}

/**
 * "The Senna Terminal opened": what the event's own name has in capitals stands with the verb, though it is no actor of
 * the knowledge base; "a strike of the tram drivers": all other words of a name stand in the noun's phrase.
 */
function namesProper({ id }: Event, cue: Cue, passage: Spoken["passage"], lexicon: Lexicon): boolean {
  const { from, to } = cue.how === "verb" ? reachOf(passage, cue) : phraseOf(passage, cue);
  // What another event or actor is called says nothing of this one: "a protocol to the Tolna Accord".
  const named = lexicon.named.get(id) ?? [];
  const strangers = passage.names.filter(({ names }) => !names.some((name) => named.includes(name.id)));
  const isOthers = (at: number) =>
    [...passage.eventNames, ...strangers].some((name) => name.from <= at && at < name.to);
  // "St Oda's ward closed": the ward did.
  const owner = cue.how === "verb" ? passage.keys.lastIndexOf("'s", cue.from) : -1;
  const words = new Set(
    passage.keys
      .slice(from, to)
      .filter((_, k) => passage.tags[from + k] !== "time" && !isOthers(from + k) && from + k > owner),
  );
  return (lexicon.ownWords.get(id) ?? []).some(({ proper, common }) => {
    if (cue.how === "verb") return proper.length > 0 && proper.every((word) => words.has(word));
    const all = [...proper, ...common];
    const enough = all.length > 1 || (all.length === 1 && proper.length === 1);
    return enough && all.every((word) => words.has(word));
  });
}

/** The words that a verb's clause has around it: its subject and its object. */
function reachOf({ clauses, tags }: Spoken["passage"], cue: Cue): { from: number; to: number } {
  let from = cue.from;
  while (from > 0 && clauses.at[from - 1] === cue.clause && tags[from - 1] !== "mark") from--;
  let to = cue.to;
  while (["det", "word", "name", "number"].includes(tags[to]!) && clauses.at[to] === cue.clause) to++;
  return { from, to };
}

/** "the Durand Line, drawn in 1893": what a participle describes stands before its clause. */
function isAntecedent({ clauses, keys }: Spoken["passage"], cue: Cue, from: number): boolean {
  const clause = clauses.all[cue.clause]!;
  if (
    clause.kind !== "participial" &&
    clause.kind !== "parenthesis" &&
    clause.kind !== "relative" &&
    clause.kind !== "coordinate"
  )
    return false;
  // "the accord, whose rules were adopted in B": the rules were.
  if (keys[clause.from] === "whose") return false;
  // "Founded in 1924, the federation …": before its noun, at the head of the sentence.
  const opens =
    clause.kind === "participial" && clause.from <= 1 && keys[from - 2] === "," && keys[from - 1] === "the";
  const leads = clause.kind === "participial" && clause.from <= 1 && keys[from - 1] === ",";
  if (clauses.at[from] === clause.parent && (opens || leads)) return true;
  if (clauses.at[from] !== clause.parent || from > clause.from) return false;
  return clause.kind === "coordinate" || keys.slice(from, clause.from).every((key) => key !== ";");
}
