import type { Role } from "../../knowledge-base/knowledge.ts";
import { nameTokens } from "../../text/name-words.ts";
import { fold } from "../../text/tokens.ts";
import { isCapitalized } from "../names/name-index.ts";

/** Words that make another office of an office: a deputy minister is no minister. */
const RANKS =
  /^(?:deputy|vice|assistant|associate|junior|shadow|honorary|lieutenant|under|sub|parliamentary|acting|interim|emeritus|adjunct)$/;

/** Whether an office is called so: by its title, an alias, or a shorter form of one ("governor" for "Governor of Hong Kong"). */
export function hasTitle({ title, aliases }: Role, stated: string): boolean {
  const wanted = neutral(stated);
  return [title, ...aliases].some((form) => {
    const known = wordsOf(form);
    if (known === wanted || wanted === `acting ${known}`) return true;
    if (known.startsWith(`${wanted} `)) return true;
    return known.endsWith(` ${wanted}`) && !hasRank(known.slice(0, -wanted.length));
  });
}

/** "tearful President": words before a title that are no part of it. */
export function endsInTitle({ title, aliases }: Role, stated: string): boolean {
  const words = neutral(stated).split(" ");
  const known = new Set([title, ...aliases].map((form) => wordsOf(form)));
  return words.some(
    (_, k) => k > 0 && !hasRank(words.slice(0, k).join(" ")) && known.has(words.slice(k).join(" ")),
  );
}

/** A title without what it says of a person's sex: chairman, chairwoman and chair are one office. */
function neutral(title: string): string {
  return title
    .replace(/\b(\p{L}{4,}?)(?:man|woman|person|men|women|persons)\b/gu, "$1")
    .replace(/\bvice(?=[a-z]{5})/g, "vice ")
    .replace(/\bmanageress\b/g, "manager")
    .replace(/\bmayoress\b/g, "mayor")
    .replace(/\bdirectress\b/g, "director");
}

/** Whether a title has a word such as "deputy" or "shadow". */
export function hasRank(title: string): boolean {
  return title.split(" ").some((word) => RANKS.test(word));
}

/** The noun of a title: "minister" of "foreign minister" and of "minister of finance". */
export function headOf(title: string): string {
  const words = wordsOf(title).split(" ");
  const of = words.findIndex((word) => word === "of" || word === "for");
  return words[of > 0 ? of - 1 : words.length - 1]!;
}

/** An office in the form in which another one is written: "Minister of X" or "X Minister", with capitals or without. */
export function titleLike({ title, aliases }: Role, written: string): string {
  const form = shaped(title, aliases, written);
  const words = written.split(/[\s-]+/);
  const isSmall = (word: string) => !isCapitalized(word);
  if (words.every(isSmall)) return form.replace(/\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
  const first = form.charAt(0).toUpperCase() + form.slice(1);
  if (words.length > 1 && words.slice(1).some(isSmall) && !/\s(?:of|for)\s/.test(written)) return first;
  return form.replace(/(?<![\p{L}'’])(?!(?:of|for|and|the|in)\b)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function shaped(title: string, aliases: readonly string[], written: string): string {
  const link = /\s(of|for)\s/i.exec(written)?.[1];
  if (link === undefined) return [title, ...aliases].find((form) => !/\s(?:of|for)\s/.test(form)) ?? title;
  const known = [title, ...aliases].find((form) => new RegExp(`\\s${link}\\s`).test(form));
  const words = title.split(" ");
  return (
    known ??
    (words.at(-1) !== "Minister" || words.length === 1
      ? title
      : `${words.at(-1)} ${link} ${words.slice(0, -1).join(" ")}`)
  );
}

/** How many titles are remembered in the form in which they are compared. */
const MEMO_SIZE = 20_000;
let memo = new Map<string, string>();

function wordsOf(form: string): string {
  const known = memo.get(form);
  if (known !== undefined) return known;
  const words = fold(
    nameTokens(form)
      .map(({ key }) => key)
      .join(" "),
  );
  if (memo.size >= MEMO_SIZE) memo = new Map();
  memo.set(form, neutral(words));
  return neutral(words);
}
