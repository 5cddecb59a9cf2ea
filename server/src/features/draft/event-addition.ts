import { isPlainDate } from "../../reading/accounts/events.ts";
import { isFunctionWord } from "../../reading/english/function-words.ts";
import { isPlaceType } from "../../reading/events/places.ts";
import { lexiconOf, phraseAt } from "../../reading/lexicon.ts";
import { isCapitalized } from "../../reading/names/name-index.ts";
import type { EntityMention } from "../../reading/reading.ts";
import { contains, type Span, slice } from "../../text/span.ts";
import type { Token } from "../../text/tokens.ts";
import { describeTime } from "../../time/write.ts";
import type { EventAddition } from "./additions.ts";
import { tokensAround } from "./sentence-at.ts";
import type { Snapshot } from "./snapshot.ts";

/** In words: how much may stand before the noun that says what happened. */
const MOST_BEFORE = 4;

/**
 * The event that a sentence tells with its date, if none in it is known: called as it is in the sentence, or by the words
 * that are selected; with the known places and actors that stand there. Undefined where there is no date, or no word for
 * a kind of event.
 */
export function eventIn(
  snapshot: Snapshot,
  selection: Span,
  name: Span | undefined,
): EventAddition | undefined {
  const { draft, reading, knowledge } = snapshot;
  const tokens = tokensAround(draft, selection.start);
  if (tokens.length === 0) return undefined;
  const sentence = { start: tokens[0]!.start, end: tokens.at(-1)!.end };
  const within = ({ span }: { readonly span: Span }) => contains(sentence, span);
  if (reading.events.some(within)) return undefined;
  const time = reading.times.find((each) => within(each) && isPlainDate(each));
  const kind = kindIn(snapshot, tokens, name);
  if (time?.value === undefined || kind === undefined) return undefined;
  const words = slice(draft.text, kind.place).replace(/\s+/g, " ");
  const actors = reading.entities.filter((each) => within(each) && each.ids.length === 1 && !each.quoted);
  const typeOf = ({ ids }: EntityMention) => knowledge.entities.get(ids[0]!)?.type;
  const isPlace = (each: EntityMention) =>
    isPlaceType(typeOf(each)) &&
    /(?:^|\s)(?:in|at)\s+(?:the\s+)?$/i.test(draft.text.slice(sentence.start, each.span.start));
  const places = actors.filter(isPlace);
  const acting = actors.filter(
    (each) => !isPlace(each) && PARTIES.has(typeOf(each) ?? "") && !contains(kind.place, each.span),
  );
  return {
    kind: "event",
    title: `Add “${words}”, ${describeTime(time.value)}, to the knowledge base as an event`,
    type: kind.type,
    name: words,
    date: time.value.edtf,
    place: idsOf(places.slice(0, 1)),
    participants: idsOf(acting),
  };
}

const PARTIES: ReadonlySet<string> = new Set(["person", "organization", "group", "country"]);

function idsOf(mentions: readonly EntityMention[]): string[] {
  return [...new Set(mentions.flatMap(({ ids }) => ids))];
}

/** The noun that says what happened, with the words that belong to its name; in a selection, if there is one. */
function kindIn(
  { knowledge }: Snapshot,
  tokens: readonly Token[],
  name: Span | undefined,
): { readonly type: string; readonly place: Span } | undefined {
  const { kinds } = lexiconOf(knowledge);
  const keys = tokens.map(({ key }) => key);
  for (let i = 0; i < tokens.length; i++) {
    const found = phraseAt(kinds, keys, i);
    const [type] = found?.values ?? [];
    if (found === undefined || type === undefined) continue;
    const last = i + found.length;
    const noun = { start: tokens[i]!.start, end: tokens[last - 1]!.end };
    if (name !== undefined && name.start < name.end && contains(name, noun)) return { type, place: name };
    const from = startOf(tokens, i);
    const to = endOf(tokens, last);
    // "talks", "a meeting": nothing by which one could be told from another.
    if (!tokens.slice(from, to).some(({ text }) => isCapitalized(text))) continue;
    return { type, place: { start: tokens[from]!.start, end: tokens[to - 1]!.end } };
  }
  return undefined;
}

function startOf(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0 && at - from < MOST_BEFORE) {
    const { kind, key } = tokens[from - 1]!;
    if (kind !== "word" || isFunctionWord(key) || key === "'s") break;
    from--;
  }
  return from;
}

/** "opening of the East Quay" */
function endOf(tokens: readonly Token[], at: number): number {
  if (!/^(?:of|on|in)$/.test(tokens[at]?.key ?? "")) return at;
  let to = at + 1;
  if (tokens[to]?.key === "the") to++;
  const first = to;
  while (tokens[to]?.kind === "word" && isCapitalized(tokens[to]!.text)) to++;
  return to > first ? to : at;
}
