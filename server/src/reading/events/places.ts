import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { AT, PLACE_NOUNS } from "../english/places.ts";
import type { Passage } from "../grammar/passage.ts";
import { isCapitalized, type Name } from "../names/name-index.ts";
import type { Stretch } from "./attachment.ts";
import type { Cue } from "./cues.ts";

/** "the Port Amber fisheries summit": a place before the event's name. */
export function placesBefore(
  passage: Passage,
  cue: Cue,
  knowledge: Knowledge,
): (PlaceStretch & { readonly closeness: "modifier" })[] {
  const place = cue.how === "name" ? passage.names.find(({ to }) => to === cue.from) : undefined;
  const isPlace = place?.names.every(
    ({ id, form }) => form !== "demonym" && isPlaceType(knowledge.entities.get(id)?.type),
  );
  return place && isPlace
    ? [{ from: place.from, to: place.to, ...placeIds(place.names), closeness: "modifier" }]
    : [];
}

export interface PlaceStretch extends Stretch {
  readonly ids: readonly Id[];
  readonly capitalOf?: Id;
  readonly isTown?: boolean;
}

/** The names that stand as places: after "in" or "at", not before a noun that they only describe. */
export function placesOf(passage: Passage, knowledge: Knowledge): PlaceStretch[] {
  let lastPlace = -1;
  const known = passage.names.flatMap(({ from, to, names }) => {
    const isPlace = names.some(
      ({ id, form }) => form !== "demonym" && isPlaceType(knowledge.entities.get(id)?.type),
    );
    if (!isPlace || isDescribing(passage, to)) return [];
    if (!isLocated(passage, { from, to }) && !(passage.keys[from - 1] === "and" && from - 1 === lastPlace))
      return [];
    lastPlace = to;
    return [{ from, to, ...placeIds(names) }];
  });
  return [...known, ...unknownPlaces(passage)];
}

/** What a name is as a place; a metonym of a country is its capital, which lies there. */
export function placeIds(names: readonly Name[]): { readonly ids: readonly Id[]; readonly capitalOf?: Id } {
  const own = names.filter(({ form }) => form !== "metonym");
  const [metonym] = names;
  if (own.length === 0 && metonym !== undefined) return { ids: [], capitalOf: metonym.id };
  return { ids: [...new Set(own.map(({ id }) => id))] };
}

export function isPlaceType(type: string | undefined): boolean {
  return type === "place" || type === "country" || type === "facility";
}

const PLACE_LABEL = /^(?:place|venue|location|site|seat|scene)$/;

function isLocated({ tags, keys, tokens }: Passage, { from, to }: Stretch): boolean {
  if (tokens[from - 1]?.text === ":" && keys[1] === "of" && PLACE_LABEL.test(keys[0]!)) return true;
  const after = keys[to] === "," ? to + 1 : to;
  // "Lodde, 15 December 2022: vote on …": a dateline.
  const first = tags.findIndex((tag) => tag !== "mark");
  if (from === first && after > to && tags[after] === "time" && tokens.some(({ text }) => text === ":"))
    return true;
  if (keys[after] === "where" || tokens[from - 1]?.text === "(") return true;
  for (let i = from - 1; i >= 0 && i > from - 7; i--) {
    if (tags[i] === "prep") {
      if (AT.has(keys[i]!)) return true;
      if (keys[i] !== "of" || !PLACE_NOUNS.has(keys[i - 1]!)) return false;
    } else if (tags[i] !== "det" && tags[i] !== "word") return false;
  }
  return false;
}

/** "in the Istanbul talks", "in Qatar's capital": the name is no place of its own here. */
function isDescribing({ tags, keys, tokens }: Passage, to: number): boolean {
  if (keys[to] === "'s") return true;
  const next = tags[to];
  return next === "word" || next === "name" || (keys[to] === "-" && !tokens[to]!.spaced);
}

/** "in the town of Ostrand", "in Abu Dhabi": one to three capitalised words that nothing else explains. */
function unknownPlaces(passage: Passage): PlaceStretch[] {
  const { tags, keys, tokens } = passage;
  const places: PlaceStretch[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const opens =
      keys[i - 1] === "in" ||
      keys[i - 1] === "at" ||
      (keys[i - 1] === "of" && PLACE_NOUNS.has(keys[i - 2] ?? ""));
    if (!opens || tags[i] !== "word" || !isCapitalized(tokens[i]!.text)) continue;
    let to = i;
    while (to < tokens.length && tags[to] === "word" && isCapitalized(tokens[to]!.text) && to < i + 3) to++;
    // "at Hillsborough Castle", but not "at Oxford" nor "at Siemens": a body can stand there too.
    if (keys[i - 1] === "at" && !(to - i > 1 && PLACE_NOUNS.has(keys[to - 1]!))) continue;
    if (tags[to] !== "word" && tags[to] !== "name" && keys[to] !== "'s" && keys[to] !== "-")
      places.push({ from: i, to, ids: [], isTown: keys[i - 1] === "of" });
  }
  return places;
}
