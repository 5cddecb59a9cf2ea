import { DETERMINERS } from "../english/function-words.ts";
import { APPOINTED } from "../english/office-verbs.ts";
import {
  BEFORE_OFFICE,
  IN_OFFICE,
  OFFICE_NOUNS,
  PAST,
  PAST_OR_FUTURE,
  PORTFOLIOS,
} from "../english/offices.ts";
import type { Stretch } from "../events/attachment.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
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
  /** "former", "ex-": the word that says that the office is over. */
  readonly past?: Stretch;
  /** "elected president": chosen for it, which may be some time before it begins. */
  readonly chosen: boolean;
  /** "prime minister-elect". */
  readonly elect: boolean;
  /** "its director", "her deputy mayor": of one that has been named. */
  readonly possessive: boolean;
  /** "the chancellor": there is but one. */
  readonly definite: boolean;
  /** "a director": there are many. */
  readonly indefinite: boolean;
}

/** First words of known offices, and nouns that name one by themselves. */
const OFFICE = wordClass(({ key }, { offices }) => offices.has(key) || OFFICE_NOUNS.has(key));

/** Whether a passage has any word for an office. */
export function mayNameOffice(passage: Passage): boolean {
  return hasClass(passage, OFFICE);
}

/** The offices that a passage names. */
export function officePhrases(passage: Passage, lexicon: Lexicon): OfficePhrase[] {
  const phrases: OfficePhrase[] = [];
  if (!hasClass(passage, OFFICE)) return phrases;
  for (let i = 0; i < passage.tokens.length; i++) {
    const title = hasClass(passage.words[i]!, OFFICE) ? titleAt(passage, lexicon, i) : undefined;
    if (title === undefined || isOfUnknown(passage, title)) continue;
    phrases.push(withOwner(passage, title));
    i = title.to - 1;
  }
  return phrases;
}

/** "home minister of Punjab": an office of a body that is not known tells nothing about those that are. */
function isOfUnknown({ keys, tags, tokens }: Passage, { to }: Stretch): boolean {
  const at = tags[to + 1] === "det" ? to + 2 : to + 1;
  if (keys[to] === "of" && /^(?:an?|another|some|one)$/.test(keys[to + 1] ?? "")) return true;
  return keys[to] === "of" && tags[at] === "word" && isCapitalized(tokens[at]!.text);
}

/** A known title, or an office noun with the words before it and a field after it ("minister of foreign affairs"). */
function titleAt(passage: Passage, lexicon: Lexicon, i: number): Stretch | undefined {
  const { keys, tags, tokens } = passage;
  const known = phraseAt(lexicon.offices, keys, i);
  // "was appointed finance minister": no verb, whatever it looks like by itself.
  if (known !== undefined && (tags[i] !== "verb" || known.length > 1)) {
    const from = modifiersBefore(passage, i);
    return { from, to: i + known.length };
  }
  if (!OFFICE_NOUNS.has(keys[i]!) || tags[i] === "verb" || tags[i] === "name") return undefined;
  let to = i + 1;
  // "chief statistician"
  if (keys[i] === "chief" && tags[to] === "word" && !OFFICE_NOUNS.has(keys[to]!)) to++;
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
      /^(?:chief|senior|principal|executive|managing)$/.test(key) ||
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
  const past = before.findIndex((key) => PAST.has(key));
  const elect = keys[title.to] === "-" && /^(?:elect|designate)$/.test(keys[title.to + 1] ?? "");
  const ofTheDay =
    keys[title.to] === "of" &&
    keys[title.to + 1] === "the" &&
    /^(?:day|time|hour|moment)$/.test(keys[title.to + 2] ?? "");
  const office = {
    to: title.to + (elect ? 2 : ofTheDay ? 3 : 0),
    title,
    shifted:
      elect ||
      before.some((key) => PAST_OR_FUTURE.has(key)) ||
      IN_HISTORY.test(keys[from - 1] ?? "") ||
      isCandidate(passage, from),
    atThatTime: before.includes("then") || ofTheDay,
    chosen: isChosen(passage, from, title.from),
    elect,
    possessive: before.some((key) => /^(?:its|their|his|her)$/.test(key)),
    definite: before.includes("the"),
    indefinite: before.some((key) => /^(?:an?|another|one)$/.test(key)),
    ...(inOffice.length === 0 ? {} : { status: { from: inOffice[0]!, to: inOffice.at(-1)! + 1 } }),
    ...(past < 0 ? {} : { past: { from: from + past, to: from + past + 1 } }),
  };
  const possessive = keys[from - 1] === "'s" ? from - 1 : from;
  if (keys[from - 1] === "whose") {
    const end = keys[from - 2] === "," ? from - 2 : from - 1;
    const antecedent = passage.names.find(({ to }) => to === end);
    if (antecedent !== undefined)
      return { ...office, from, owner: { from: antecedent.from, to: antecedent.to, match: antecedent } };
  }
  const isJoined = possessive < from || !before.some((key) => DETERMINERS.has(key));
  const owner = isJoined ? passage.names.find(({ to }) => to === possessive) : undefined;
  if (owner !== undefined)
    return { ...office, from: owner.from, owner: { from: owner.from, to: from, match: owner } };
  const after = /^(?:of|for|to|at)$/.test(keys[office.to] ?? "")
    ? afterOf(passage, office.to + 1)
    : undefined;
  if (after === undefined) return { ...office, from };
  return { ...office, from, to: after.to, owner: { from: after.from, to: after.to, match: after } };
}

/** "was elected president", "appointed her director": chosen, but perhaps not yet in office. */
function isChosen({ keys, tags }: Passage, from: number, title: number): boolean {
  const chosen = keys.slice(from, title).findIndex((key) => APPOINTED.test(key));
  if (chosen >= 0 && (tags[from + chosen - 1] === "aux" || tags[from + chosen] === "verb")) return true;
  const before = keys[from - 1] === "as" || keys[from - 1] === "in" ? from - 2 : from - 1;
  return APPOINTED.test(keys[before] ?? "") || (keys[before] === "in" && keys[before - 1] === "sworn");
}

/** "the nominee for president", "ran for mayor": not even chosen. */
function isCandidate({ keys }: Passage, from: number): boolean {
  if (/^nominated$/.test(keys[from - 1] ?? "") || (keys[from - 1] === "as" && keys[from - 2] === "nominated"))
    return true;
  return (
    keys[from - 1] === "for" &&
    /^(?:nominee|candidate|contender|bid|run|ran|race|campaign|hopeful|candidacy|nomination|stood|stand)$/.test(
      keys[from - 2] ?? "",
    )
  );
}

function afterOf(passage: Passage, at: number): NameMatch | undefined {
  const from = passage.tags[at] === "det" ? at + 1 : at;
  return passage.names.find((match) => match.from === from || match.from === at);
}
