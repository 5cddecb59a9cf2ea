import type { Id } from "../../knowledge-base/knowledge.ts";
import {
  BEFORE_OFFICE,
  HONORIFICS,
  IN_OFFICE,
  OFFICE_NOUNS,
  PAST_OR_FUTURE,
  PORTFOLIOS,
} from "../english/offices.ts";
import type { Stretch } from "../events/attachment.ts";
import type { Passage } from "../grammar/passage.ts";
import { type Lexicon, phraseAt } from "../lexicon.ts";
import { isCapitalized } from "../names/name-index.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import { hasRank } from "./titles.ts";

/** An office as a passage names it: "Pakistan's information minister", "the Minister of Finance of Arlen". */
export interface OfficePhrase extends Stretch {
  /** The title alone, without owner, article and words such as "then". */
  readonly title: Stretch;
  /** Whose office, if the passage says so: the name, with its possessive ending. */
  readonly owner?: Stretch & { readonly match: NameMatch };
  /** "former", "future": not the office of the time that is told. */
  readonly shifted: boolean;
  /** "the then finance minister": at the time of whatever date the sentence has. */
  readonly atThatTime: boolean;
  /** "the present", "the newly appointed": the words that say so. */
  readonly status?: Stretch;
}

/** A person to whom a passage gives an office. */
export interface OfficeHeld {
  readonly person: NameMatch;
  readonly office: OfficePhrase;
  /** Right before the name, as its title. */
  readonly isTitle: boolean;
}

/** Who is given which office: title before the name, apposition before or after it, "was", "became", "served as". */
export function officesHeld(passage: Passage, lexicon: Lexicon, isPerson: (id: Id) => boolean): OfficeHeld[] {
  const offices = officePhrases(passage, lexicon);
  const persons = passage.names.filter(({ names }) => names.some(({ id }) => isPerson(id)));
  const held: OfficeHeld[] = [];
  for (const person of persons) {
    const office =
      offices.find((o) => isBefore(passage, o, person)) ?? offices.find((o) => isAfter(passage, o, person));
    if (office !== undefined) held.push({ person, office, isTitle: office.to === person.from });
  }
  return held;
}

/** The offices that a passage names. */
export function officePhrases(passage: Passage, lexicon: Lexicon): OfficePhrase[] {
  const phrases: OfficePhrase[] = [];
  for (let i = 0; i < passage.tokens.length; i++) {
    const title = titleAt(passage, lexicon, i);
    if (title === undefined || isOfUnknown(passage, title)) continue;
    phrases.push(withOwner(passage, title));
    i = title.to - 1;
  }
  return phrases;
}

/** "home minister of Punjab": an office of a body that is not known tells nothing about those that are. */
function isOfUnknown({ keys, tags, tokens }: Passage, { to }: Stretch): boolean {
  const at = tags[to + 1] === "det" ? to + 2 : to + 1;
  return keys[to] === "of" && tags[at] === "word" && isCapitalized(tokens[at]!.text);
}

/** A known title, or an office noun with the words before it and a field after it ("minister of foreign affairs"). */
function titleAt(passage: Passage, lexicon: Lexicon, i: number): Stretch | undefined {
  const { keys, tags, tokens } = passage;
  const known = phraseAt(lexicon.offices, keys, i);
  if (known !== undefined && tags[i] !== "verb") {
    const from = modifiersBefore(passage, i);
    return { from, to: i + known.length };
  }
  if (!OFFICE_NOUNS.has(keys[i]!) || tags[i] === "verb" || tags[i] === "name") return undefined;
  let to = i + 1;
  // "minister of finance", "Minister of Finance", but not "minister of Punjab".
  const isField =
    tags[to + 1] === "word" && isCapitalized(tokens[to + 1]!.text) === isCapitalized(tokens[i]!.text);
  if (/^(?:of|for)$/.test(keys[to] ?? "") && isField && keys[i] === "minister") {
    to++;
    while (tags[to] === "word" || (keys[to] === "and" && tags[to + 1] === "word")) to++;
  }
  if (tags[to] === "word" && OFFICE_NOUNS.has(keys[to]!)) return undefined;
  if (keys[to] === "'s" || (tokens[to]?.text === "'" && !tokens[to]!.spaced)) return undefined;
  return { from: modifiersBefore(passage, i), to };
}

/** "longest-serving", "one-time", "disgraced": a rank in a history, not the office of the time that is told. */
const IN_HISTORY = /^(?:serving|time|disgraced|legendary)$/;

/** Back over the words of a portfolio ("foreign minister"), written like the title; other offices take a rank at most. */
function modifiersBefore({ tags, keys, tokens }: Passage, at: number): number {
  let from = at;
  while (from > 0 && from > at - 4) {
    const key = keys[from - 1]!;
    if (key === "-" && !tokens[from - 1]!.spaced) {
      from--;
      continue;
    }
    if (tags[from - 1] !== "word" || BEFORE_OFFICE.has(key) || PAST_OR_FUTURE.has(key) || key === "'s") break;
    if (IN_HISTORY.test(key)) break;
    const fits =
      hasRank(key) ||
      (PORTFOLIOS.has(keys[at]!) &&
        isCapitalized(tokens[from - 1]!.text) === isCapitalized(tokens[at]!.text));
    if (!fits) break;
    from--;
  }
  return from;
}

function withOwner(passage: Passage, title: Stretch): OfficePhrase {
  const { keys } = passage;
  let from = title.from;
  while (
    from > 0 &&
    (BEFORE_OFFICE.has(keys[from - 1]!) || PAST_OR_FUTURE.has(keys[from - 1]!) || keys[from - 1] === "-")
  ) {
    from--;
  }
  const before = keys.slice(from, title.from);
  const inOffice = before.flatMap((key, k) => (IN_OFFICE.has(key) ? [from + k] : []));
  const office = {
    to: title.to,
    title,
    shifted:
      before.some((key) => PAST_OR_FUTURE.has(key)) ||
      IN_HISTORY.test(keys[from - 1] ?? "") ||
      isChosen(passage, from, title.from),
    atThatTime: before.includes("then"),
    ...(inOffice.length === 0 ? {} : { status: { from: inOffice[0]!, to: inOffice.at(-1)! + 1 } }),
  };
  const possessive = keys[from - 1] === "'s" ? from - 1 : from;
  const owner = passage.names.find(({ to }) => to === possessive);
  if (owner !== undefined)
    return { ...office, from: owner.from, owner: { from: owner.from, to: from, match: owner } };
  const after = /^(?:of|for|to)$/.test(keys[title.to] ?? "") ? afterOf(passage, title.to + 1) : undefined;
  if (after === undefined) return { ...office, from };
  return { ...office, from, to: after.to, owner: { from: after.from, to: after.to, match: after } };
}

/** "was elected president", "the nominee for president": chosen, or not even that, but not yet in office. */
function isChosen({ keys, tags }: Passage, from: number, title: number): boolean {
  const chosen = keys
    .slice(from, title)
    .findIndex((key) => /^(?:elected|appointed|nominated|named|chosen|selected)$/.test(key));
  if (chosen >= 0 && (tags[from + chosen - 1] === "aux" || tags[from + chosen] === "verb")) return true;
  if (/^(?:elected|appointed|nominated|named|chosen|selected)$/.test(keys[from - 1] ?? "")) return true;
  return (
    keys[from - 1] === "for" &&
    /^(?:nominee|candidate|contender|bid|run|race|campaign|hopeful|candidacy|nomination)$/.test(
      keys[from - 2] ?? "",
    )
  );
}

function afterOf(passage: Passage, at: number): NameMatch | undefined {
  const from = passage.tags[at] === "det" ? at + 1 : at;
  return passage.names.find((match) => match.from === from);
}

/** "Information Minister Attaullah Tarar", "Pakistan's information minister, Attaullah Tarar". */
function isBefore({ keys, tokens, tags }: Passage, office: OfficePhrase, person: NameMatch): boolean {
  let at = office.to;
  // "Her foreign minister from 2016 was X"
  let verb = at;
  while (tags[verb] === "time" || tags[verb] === "prep") verb++;
  if (/^(?:is|was)$/.test(keys[verb] ?? "") && verb + 1 === person.from && keys[person.to] !== "'s")
    return true;
  // "the foreign minister of the day, X"
  if (keys[at] === "of" && keys[at + 1] === "the" && /^(?:day|time|hour)$/.test(keys[at + 2] ?? "")) at += 3;
  if (tokens[at]?.text === ",") {
    at++;
    // "for the foreign minister, Petra Hollis and a doctor": an aside must be closed.
    const close = tokens[person.to];
    if (keys[office.from - 1] !== "as" && close !== undefined && !/^[,;.)—–:]$/.test(close.text))
      return false;
  }
  while (HONORIFICS.has(keys[at] ?? "") || (tokens[at]?.text === "." && at > office.to)) at++;
  return at === person.from && keys[person.to] !== "'s";
}

const HOLDING = /^(?:is|was|became|becomes|remains|remained|being)$/;

/** "Attaullah Tarar, the information minister, …", "X was foreign minister", "X served as chair", "X (minister of …)". */
function isAfter({ keys, tokens, tags }: Passage, office: OfficePhrase, person: NameMatch): boolean {
  let at = person.to;
  if (tokens[at]?.text === "," && keys[at + 1] === "who") at += 2;
  const opener = tokens[at]?.text;
  if (opener === "," || opener === "(") {
    at++;
    while (tags[at] === "det" || tags[at] === "adverb") at++;
    const close = tokens[office.to]?.text;
    const closes =
      close === undefined ||
      /^[,;.)—–:]$/.test(close) ||
      tags[office.to] === "time" ||
      tags[office.to] === "prep";
    return at >= office.from && at <= office.title.from && closes;
  }
  if (HOLDING.test(keys[at] ?? "") || (keys[at + 1] === "as" && tags[at] === "verb")) {
    at += keys[at + 1] === "as" ? 2 : 1;
    while (tags[at] === "det" || tags[at] === "adverb") at++;
    return at >= office.from && at <= office.title.from;
  }
  return false;
}
