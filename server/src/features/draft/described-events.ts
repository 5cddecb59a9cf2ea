import type { Event, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { lexiconOf, phraseAt } from "../../reading/lexicon.ts";
import { isCapitalized } from "../../reading/names/name-index.ts";
import { span } from "../../text/span.ts";
import { fold, tokenize } from "../../text/tokens.ts";
import { describeTime } from "../../time/write.ts";
import { wordsOf } from "../cards/event-card.ts";
import { nameOf } from "../facts.ts";
import type { AskedBy, Suggestion } from "./completion.ts";
import { sentenceBefore } from "./sentence-at.ts";
import type { Snapshot } from "./snapshot.ts";

const MOST = 20;
/** In tokens: how far back the noun may be. */
const FARTHEST = 6;

/**
 * The events of the kind that stands before the cursor ("the truce", "the truce of Qu…"), in place of that: on demand, or
 * where behind "of" or "in" a name is begun with a capital. The latest first.
 */
export function describedEvents(
  { draft, knowledge }: Snapshot,
  offset: number,
  askedBy: AskedBy,
): Suggestion[] {
  if (askedBy === "space" || askedBy === "mark") return [];
  const { text, start } = sentenceBefore(draft, offset);
  const tokens = tokenize(text, start);
  const keys = tokens.map(({ key }) => key);
  const { kinds } = lexiconOf(knowledge);
  for (let i = Math.max(0, tokens.length - FARTHEST); i < tokens.length; i++) {
    const kind = phraseAt(kinds, keys, i);
    if (kind === undefined) continue;
    const typed = begun(tokens.slice(i + kind.length).map(({ text: word }) => word));
    if (typed === undefined || (askedBy === "letter" && !isCapitalized(typed))) continue;
    const from = tokens[i]!.start;
    const types = [...new Set(kind.values)];
    const events = types
      .flatMap((type) => questionsOf(knowledge).eventsOfType(type))
      .filter((event) => typed === "" || fits(event, typed, knowledge));
    return latest(events).map((event) => ({
      kind: "event",
      id: event.id,
      label: event.name,
      about: wordsOf(event.type),
      background: event.date === undefined ? "" : describeTime(event.date),
      typed: draft.text.slice(from, offset),
      replaced: span(from, offset),
    }));
  }
  return [];
}

/** What is typed behind "of the", perhaps nothing; undefined where it goes on in another way. */
function begun([link, ...rest]: readonly string[]): string | undefined {
  if (link === undefined) return "";
  if (!/^(?:of|in|at|on)$/i.test(link)) return undefined;
  const words = /^the$/i.test(rest[0] ?? "") ? rest.slice(1) : rest;
  return words.length > 1 ? undefined : (words[0] ?? "");
}

/** The latest, in time that is linear in their number. */
function latest(events: readonly Event[]): Event[] {
  const start = ({ date }: Event) => date?.start ?? -Infinity;
  let best: Event[] = [];
  let floor = -Infinity;
  for (const event of events) {
    if (best.length >= MOST && start(event) <= floor) continue;
    best.push(event);
    if (best.length < 2 * MOST && best.length !== MOST) continue;
    best = best.sort((a, b) => (start(b) === start(a) ? 0 : start(b) - start(a))).slice(0, MOST);
    floor = start(best.at(-1)!);
  }
  return best.sort((a, b) => (start(b) === start(a) ? 0 : start(b) - start(a))).slice(0, MOST);
}

function fits(event: Event, typed: string, knowledge: Knowledge): boolean {
  const known = [event.name, ...event.aliases, ...event.place.map((id) => nameOf(knowledge, id))];
  const key = fold(typed);
  return known.some(
    (name) =>
      fold(name).includes(key) &&
      fold(name)
        .split(/[\s-]+/)
        .some((word) => word.startsWith(key)),
  );
}
