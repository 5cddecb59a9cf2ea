import { fold } from "../../text/tokens.ts";
import type { Fields } from "./pieces.ts";

/** What is longer is no name, no title and no id; the data sets that have such things have them by mistake. */
const LONGEST = 500;
const LONGEST_PROSE = 1000;

/** A text of another source as one clean line; undefined where nothing is left, or far too much. */
export function lineOf(text: unknown): string | undefined {
  const line = typeof text === "string" && text.length > 4 * LONGEST ? undefined : clean(text);
  return line === undefined || line.length > LONGEST ? undefined : line;
}

/** As {@link lineOf}, but what is too long is cut at a word. */
export function proseOf(text: unknown): string | undefined {
  const line = clean(typeof text === "string" ? text.slice(0, 4 * LONGEST_PROSE) : text);
  if (line === undefined || line.length <= LONGEST_PROSE) return line;
  const kept = line.slice(0, LONGEST_PROSE).replace(/\p{Cs}$/u, "");
  return `${kept.slice(0, kept.lastIndexOf(" ") + 1 || undefined).trimEnd()}…`;
}

function clean(text: unknown): string | undefined {
  if (typeof text !== "string" && typeof text !== "number") return undefined;
  const line = String(text)
    .replace(UNSEEN, "")
    .replace(/[\p{Cc}\p{Cs}\p{Co}\s\uFDD0-\uFDEF\uFFFE\uFFFF]+/gu, " ")
    .normalize("NFC")
    .trim();
  return line === "" ? undefined : line;
}

/** Marks that only steer the direction or the breaking of lines. */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** An id as the format allows it: without white space, otherwise as the source has it; undefined where nothing is left. */
export function idOf(text: unknown): string | undefined {
  return lineOf(text)?.replace(/ /g, "-");
}

/** A title as an id: "Ministry of Tides" is `ministry-of-tides`. Empty where no letter of it has a plain form. */
export function slug(text: string): string {
  return fold(text)
    .replace(/'/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST_SLUG)
    .replace(/-+$/, "");
}

const LONGEST_SLUG = 60;

/** The names of an entry as another source has them, in any number and spelling. */
export interface RawNames {
  readonly name: readonly unknown[];
  readonly aliases?: readonly unknown[];
  readonly weakAliases?: readonly unknown[];
  readonly abbreviations?: readonly unknown[];
}

type NameFields = Pick<Fields, "name" | "aliases" | "weakAliases" | "abbreviation">;

/**
 * The names as the format wants them: the first one is the preferred one, further ones are aliases, and each is there
 * only once, as an abbreviation rather than an alias, and an alias rather than a weak one. Of spellings that differ in
 * capitals, accents and punctuation alone the one in ordinary capitals stands for all. Undefined where there is no name.
 */
export function namesOf(raw: RawNames): NameFields | undefined {
  const { name, aliases = [], weakAliases = [], abbreviations = [] } = raw;
  const strong = spellings([...name, ...aliases]);
  const [preferred] = strong;
  if (preferred === undefined) return undefined;
  strong.delete(preferred[0]);
  const short = spellings(abbreviations);
  const weak = spellings(weakAliases);
  short.delete(preferred[0]);
  weak.delete(preferred[0]);
  for (const key of short.keys()) strong.delete(key);
  for (const key of [...strong.keys(), ...short.keys()]) weak.delete(key);
  return {
    name: preferred[1],
    ...(strong.size > 0 && { aliases: [...strong.values()] }),
    ...(weak.size > 0 && { weakAliases: [...weak.values()] }),
    ...(short.size > 0 && { abbreviation: [...short.values()] }),
  };
}

/** Names by what they are compared by, the most ordinary spelling of each. */
function spellings(names: readonly unknown[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    const line = lineOf(name);
    if (line === undefined || !/[\p{L}\p{N}]/u.test(line)) continue;
    const key = comparable(line);
    const known = found.get(key);
    if (known === undefined || strangeness(line) < strangeness(known)) found.set(key, line);
  }
  return found;
}

/** What reads alike: letters and digits without case, accents and a leading article. "US" and "us" stay apart. */
function comparable(name: string): string {
  if (/^\p{Lu}[\p{Lu}\p{N}.]+$/u.test(name)) return name.replaceAll(".", "");
  const words = fold(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return words.replace(/^the (?=\S)/, "") || name;
}

function strangeness(name: string): number {
  const letters = name.replace(/\P{L}/gu, "");
  if (letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return 1;
  return letters === letters.toLowerCase() && letters !== letters.toUpperCase() ? 2 : 0;
}

/** The texts as lines, each once. */
export function linesOf(texts: readonly unknown[]): string[] {
  return [...new Set(texts.map(lineOf).filter((line) => line !== undefined))];
}
