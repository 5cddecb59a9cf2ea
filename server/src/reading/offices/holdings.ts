import type { Id } from "../../knowledge-base/knowledge.ts";
import { BE } from "../english/function-words.ts";
import { APPOINTED, APPOINTING, GIVING_UP, SERVING, TAKING_UP, TENURE } from "../english/office-verbs.ts";
import { HONORIFICS } from "../english/offices.ts";
import type { Passage } from "../grammar/passage.ts";
import type { Lexicon } from "../lexicon.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import { type OfficePhrase, officePhrases } from "./office-phrases.ts";
import { subjectOf } from "./subjects.ts";

/** How a passage gives an office to a person. */
interface Holding {
  /** Whether it says that the person holds it, takes it up, or gives it up. */
  readonly manner: "held" | "begun" | "ended";
  /** A title, or in apposition: taken for granted, whatever the sentence says of its truth. */
  readonly isAside: boolean;
  /** The verb that says it. */
  readonly verb?: number;
  /** "succeeded X as": who had the office before. */
  readonly predecessor?: NameMatch;
}

/** A person to whom a passage gives an office. */
export interface OfficeHeld extends Holding {
  readonly person: NameMatch;
  readonly office: OfficePhrase;
  /** Right before the name, as its title. */
  readonly isTitle: boolean;
}

/**
 * Who is given which office: title before the name, apposition before or after it, "was", "became", "served as", "was
 * appointed", "appointed her", "succeeded X as". `meant` are the pronouns and descriptions that stand for one actor.
 */
export function officesHeld(
  passage: Passage,
  lexicon: Lexicon,
  isPerson: (id: Id) => boolean,
  meant: readonly NameMatch[],
): OfficeHeld[] {
  const owners = meant.filter(({ names }) => !names.some(({ id }) => isPerson(id)));
  const offices = officePhrases(passage.withNames([...passage.names, ...owners]), lexicon);
  if (offices.length === 0) return [];
  const isSubject = ({ from }: NameMatch) => /^(?:he|she|the)$/.test(passage.keys[from]!);
  const spokenOf = meant.filter((match) => match.names.some(({ id }) => isPerson(id)) && isSubject(match));
  const inOffice = ({ from, to }: NameMatch) => offices.some((o) => o.from < to && from < o.to);
  const persons = [
    ...passage.names.filter(({ names }) => names.some(({ id }) => isPerson(id))),
    ...spokenOf.filter((match) => !inOffice(match)),
  ];
  return persons.flatMap((person) => {
    for (const holding of [before, after, told, appointed] as const)
      for (const office of offices) {
        const how = holding(passage, office, person, persons);
        if (how !== undefined) return [{ person, office, isTitle: office.to === person.from, ...how }];
      }
    return [];
  });
}

/** "Information Minister Attaullah Tarar", "Pakistan's information minister, Attaullah Tarar", "the minister is X". */
function before(
  { keys, tokens, tags }: Passage,
  office: OfficePhrase,
  person: NameMatch,
): Holding | undefined {
  if (keys[person.to] === "'s" || office.to > person.from) return undefined;
  let at = office.to;
  // "Her foreign minister from 2016 was X"
  let verb = at;
  while (tags[verb] === "time" || tags[verb] === "prep") verb++;
  if (/^(?:has|had)$/.test(keys[verb] ?? "") && keys[verb + 1] === "been") verb++;
  if (/^(?:is|was|been)$/.test(keys[verb] ?? "") && verb + 1 === person.from)
    return { manner: "held", isAside: false };
  const isAs = keys[office.from - 1] === "as";
  // "As foreign minister in 2021, X …"
  if (isAs && tokens[verb]?.text === ",") at = verb;
  const mark = tokens[at]?.text;
  if (mark === ",") {
    at++;
    // "for the foreign minister, Petra Hollis and a doctor": an aside must be closed.
    const close = tokens[person.to];
    if (!isAs && close !== undefined && !/^[,;.)—–:]$/.test(close.text)) return undefined;
  } else if ((mark === ":" || isDash(mark)) && office.from <= 1) at++;
  while (HONORIFICS.has(keys[at] ?? "") || (tokens[at]?.text === "." && at > office.to)) at++;
  return at === person.from ? { manner: "held", isAside: true } : undefined;
}

/** "Attaullah Tarar, the information minister, …", "X (minister of …)", "X, who as chair …", "X – chair" on a line of its own. */
function after(
  { tokens, tags, keys }: Passage,
  office: OfficePhrase,
  person: NameMatch,
): Holding | undefined {
  let at = person.to;
  const opener = tokens[at]?.text;
  const isLine = person.from <= 1 && (isDash(opener) || opener === ":");
  if (opener !== "," && opener !== "(" && !isLine) return undefined;
  at++;
  const isAs = opener === "," && keys[at] === "who" && keys[at + 1] === "as";
  if (isAs) at += 2;
  // "X, as chair, …": at the head of a sentence it is X.
  else if (opener === "," && keys[at] === "as" && person.from <= 1) at++;
  while (tags[at] === "det" || tags[at] === "adverb") at++;
  const close = tokens[office.to]?.text;
  const closes =
    isAs ||
    close === undefined ||
    /^[,;.)—–:]$/.test(close) ||
    tags[office.to] === "time" ||
    tags[office.to] === "prep" ||
    isDash(close);
  const stands = at >= office.from && at <= office.title.from && closes;
  return stands ? { manner: "held", isAside: true } : undefined;
}

/** "X was foreign minister", "X served the board as chair", "X was appointed chair", "X succeeded Y as chair". */
function told(
  passage: Passage,
  office: OfficePhrase,
  person: NameMatch,
  persons: readonly NameMatch[],
): Holding | undefined {
  const { keys, tags, verbs } = passage;
  const isAs = keys[office.from - 1] === "as";
  const tenure = isAs && TENURE.test(keys[office.from - 2] ?? "") && keys[person.to] === "'s";
  if (tenure && person.to + 1 === office.from - 2) return { manner: "held", isAside: true };
  let verb = isAs ? office.from - 2 : office.from - 1;
  if (!isAs) while (tags[verb] === "adverb" || keys[verb] === "in") verb--;
  else
    while (verb >= 0 && tags[verb] !== "verb" && passage.clauses.at[verb] === passage.clauses.at[office.from])
      verb--;
  const key = keys[verb] ?? "";
  const lemma = verbs[verb]?.lemma ?? key;
  const isBe = !isAs && /^(?:is|was|being|been|remains|remained)$/.test(key);
  const isBecome = !isAs && /^(?:became|becomes|become)$/.test(key);
  const isPassive = APPOINTED.test(key) && BE.has(keys[verb - 1] ?? "");
  if (!isBe && !isBecome && !isPassive && !(isAs && tags[verb] === "verb")) return undefined;
  if (subjectOf(passage, verb, persons) !== person) return undefined;
  const telling = { isAside: false, verb };
  if (isBe) return { manner: "held", ...telling };
  if (isBecome || isPassive) return { manner: "begun", ...telling };
  const between = passage.names.filter(({ from }) => from > verb && from < office.from);
  // "stood in as chair": for one evening.
  if (tags[verb + 1] === "prep" && keys[verb + 1] === "in") return undefined;
  if (SERVING.has(lemma)) return { manner: "held", ...telling };
  if (isReplaced(passage, verb, lemma)) return { manner: "ended", ...telling };
  if (TAKING_UP.has(lemma)) {
    const [predecessor] = between.filter((match) => persons.includes(match));
    const succeeds = /^(?:succeed|replace|follow|take)$/.test(lemma) && predecessor !== undefined;
    return { manner: "begun", ...telling, ...(succeeds ? { predecessor } : {}) };
  }
  return GIVING_UP.has(lemma) && between.length === 0 ? { manner: "ended", ...telling } : undefined;
}

/** "was replaced as": for its subject it is over. */
function isReplaced({ keys }: Passage, verb: number, lemma: string): boolean {
  return /^(?:replace|succeed|follow)$/.test(lemma) && BE.has(keys[verb - 1] ?? "");
}

/** "appointed X foreign minister", "made X her deputy", "named X as its director". */
function appointed(
  { keys, tags, verbs }: Passage,
  office: OfficePhrase,
  person: NameMatch,
): Holding | undefined {
  const verb = person.from - 1;
  const isAppointing = APPOINTING.has(verbs[verb]?.lemma ?? "") || APPOINTED.test(keys[verb] ?? "");
  if (!isAppointing || tags[verb] === "name") return undefined;
  let at = person.to;
  if (keys[at] === "as") at++;
  else if (keys[at] === "to" && keys[at + 1] === "be") at += 2;
  while (tags[at] === "det" && at < office.from) at++;
  return at >= office.from && at <= office.title.from ? { manner: "begun", isAside: false, verb } : undefined;
}

function isDash(text: string | undefined): boolean {
  return text !== undefined && /^[–—]$/.test(text);
}
