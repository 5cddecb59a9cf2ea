import type { Tagged } from "./tagged.ts";
import type { Tag } from "./tags.ts";

/** A dash with space around it, or an em dash: a break, not a hyphen. */
export function isDash({ tokens }: Tagged, i: number): boolean {
  const token = tokens[i]!;
  if (token.kind !== "mark" || token.key !== "-") return false;
  return token.text === "—" || (token.spaced && (tokens[i + 1]?.spaced ?? true));
}

/** "begun", "signed", but not "began": a form that can stand in the passive or behind its noun. */
export function isParticiple({ verbs, words }: Tagged, i: number): boolean {
  return verbs[i] !== undefined && verbs[i] === words[i]!.verb && words[i]!.isParticiple;
}

export function skipAdverbs(tags: readonly Tag[], from: number): number {
  let i = from;
  while (tags[i] === "adverb" || tags[i] === "neg") i++;
  return i;
}

/** "after the Taliban returned", as against "after the return": a subject and a verb follow. */
export function isSubordinatingPreposition(s: Tagged, i: number): boolean {
  return s.tags[i] === "prep" && SUBORDINATING.has(s.keys[i]!) && startsClause(s, i + 1);
}

const SUBORDINATING: ReadonlySet<string> = new Set("before after since until till as than once".split(" "));

/** A subject with a verb of its own follows before the clause could end. */
export function startsClause({ tags, tokens }: Tagged, from: number): boolean {
  for (let i = from; i < tokens.length && i < from + 12; i++) {
    const tag = tags[i]!;
    if (tag === "verb" || tag === "aux" || tag === "modal") return i > from;
    if (tag === "mark" && tokens[i]!.text !== "-" && tokens[i]!.text !== "'") return false;
    if (tag === "sub" || tag === "time") return false;
  }
  return false;
}

/** The auxiliary that a verb stands with, if any. */
export function lastAuxiliary({ tags }: Tagged, verb: number): number | undefined {
  let i = verb - 1;
  while (tags[i] === "adverb" || tags[i] === "neg") i--;
  return tags[i] === "aux" || tags[i] === "modal" ? i : undefined;
}

/** What follows is the verb's object, so that it is active: "opened talks", as against "opened by the king". */
export function takesObject(next: Tag | undefined): boolean {
  return next === "det" || next === "name" || next === "word" || next === "pron" || next === "number";
}

export function isOneGroup({ tags }: Tagged, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (!IN_GROUP.has(tags[i]!)) return false;
  return true;
}

const IN_GROUP: ReadonlySet<Tag> = new Set(["adverb", "neg", "aux", "modal", "conj"]);

/** Another finite verb follows the aside that begins here: "The truce, signed in Doha, | collapsed". */
export function hasFiniteAfterAside(s: Tagged, from: number): boolean {
  let comma = from;
  while (comma < s.tokens.length && s.tokens[comma]!.text !== ",") comma++;
  return (
    comma < s.tokens.length &&
    s.tags.some((tag, i) => i > comma && (tag === "verb" || tag === "aux" || tag === "modal"))
  );
}

export function hasFiniteLater({ tags, tokens }: Tagged, from: number): boolean {
  for (let i = from; i < tokens.length; i++) {
    if (tags[i] === "aux" || tags[i] === "modal" || tags[i] === "verb") return true;
    if (tags[i] === "mark" && /^[,;:.()]$/.test(tokens[i]!.text)) return false;
    if (tags[i] === "sub") return false;
  }
  return false;
}
