import type { Entity } from "../../knowledge-base/knowledge.ts";
import { isGeneric } from "../english/generic-words.ts";
import type { Stretch } from "../events/attachment.ts";
import type { Passage } from "../grammar/passage.ts";
import type { NameMatch } from "./name-mentions.ts";

/** What to write where one actor's name stands for another's. */
export interface Replacement {
  readonly span: Stretch;
  readonly instead: readonly string[];
}

/**
 * Another actor's name in the form in which a wrong one stands: an abbreviation for an abbreviation, an adjective for an
 * adjective, with its "the" if it takes one; of names that begin alike only the words that differ.
 */
export function replacementOf(passage: Passage, match: NameMatch, right: Entity): Replacement {
  const form = match.names[0]!.form;
  if (form === "demonym") return { span: match, instead: [adjectiveOf(right)] };
  const short = form === "abbreviation" ? right.abbreviations.filter((text) => text.length > 2) : [];
  if (short.length === 0) {
    const words = sharedStart(passage, match, right.name);
    if (words !== undefined) return words;
  }
  const hasArticle = passage.keys[match.from - 1] === "the";
  const instead =
    short.length > 0
      ? [short[0]!, ...(takesArticle(right.name) === hasArticle ? [] : [right.name])]
      : [right.name];
  const needs = instead.map((text) => (text === right.name ? takesArticle(text) : takesArticle(right.name)));
  if (!hasArticle || needs.every(Boolean)) return { span: match, instead };
  const upper = passage.tokens[match.from - 1]!.text === "The";
  return {
    span: { from: match.from - 1, to: match.to },
    instead: instead.map((text, k) => (needs[k] ? `${upper ? "The" : "the"} ${text}` : text)),
  };
}

/**
 * A name that is built as the words that it replaces: "the Irish government" for "the British government"; else the
 * name itself.
 */
export function nameLike(right: Entity, written: string): string {
  const words = written.split(/\s+/);
  const last = words.at(-1)!;
  if (words.length < 2 || last !== last.toLowerCase()) return right.name;
  const alike = right.aliases.find((alias) => {
    const own = alias.split(/\s+/);
    return own.length === words.length && own.at(-1) === last;
  });
  const isPeople = right.type === "country" && right.demonyms.length > 0;
  return alike ?? (isPeople && words.length === 2 ? `${adjectiveOf(right)} ${last}` : right.name);
}

/** The adjective of a country, where several words for its people are known ("Finnish", not "Finns"). */
export function adjectiveOf({ demonyms, name }: Entity): string {
  const endings = [/ish$/, /ese$/, /(?:i|e)?an$/, /ic$/, /i$/, /ch$/];
  for (const ending of endings) {
    const found = demonyms.find((demonym) => ending.test(demonym));
    if (found !== undefined) return found;
  }
  return demonyms[0] ?? `${name}'s`;
}

/** "the Harbour Board", "the University of Oria", but "Sinn Féin", "Orbix". */
export function takesArticle(name: string): boolean {
  const words = name.toLowerCase().split(/[\s-]+/);
  if (/^the\s/i.test(name)) return false;
  return (
    words.includes("of") ||
    words.includes("for") ||
    words.some((word) => isGeneric(word) || BODIES.test(word))
  );
}

const BODIES =
  /^(?:survey|forum|league|alliance|club|academy|federation|brigade|command|constabulary|community|congress|parliament|senate|union|corps|institute|observatory|laboratory|library|museum|orchestra|conference|network|organi[sz]ation|authority|coalition|campaign|guild|chamber|court|cabinet|consortium|initiative|foundation|fund|partnership|service|delegation|mission|tribunal|unionists|democrats|liberals|conservatives|greens|socialists|communists|taliban|provisionals|list|bloc|school|college|society)$/;

/** "the People's Movement" → "the People's Front": only the end is written anew, where at least half of it agrees. */
function sharedStart(passage: Passage, { from, to }: NameMatch, right: string): Replacement | undefined {
  const words = right.split(" ");
  const starts = Array.from({ length: to - from }, (_, k) => from + k).filter(
    (at) => at === from || passage.tokens[at]!.spaced,
  );
  const written = starts.map((at, k) =>
    passage.tokens
      .slice(at, starts[k + 1] ?? to)
      .map(({ text }) => text)
      .join(""),
  );
  let head = 0;
  while (head < written.length && plain(written[head]!) === plain(words[head] ?? "")) head++;
  let tail = 0;
  while (
    tail < Math.min(written.length, words.length) - head &&
    plain(written.at(-1 - tail)!) === plain(words.at(-1 - tail)!)
  )
    tail++;
  if (written.length !== words.length || head + tail < written.length / 2 || head + tail === written.length)
    return undefined;
  const last = starts[written.length - tail] ?? to;
  return {
    span: { from: starts[head]!, to: last },
    instead: [words.slice(head, words.length - tail).join(" ")],
  };
}

function plain(word: string): string {
  return word.replaceAll("’", "'").toLowerCase();
}
