import { CERTAIN, CLAIM_NOUNS, CLAIMING, HEDGES, SAID_TO, TELLING } from "../english/reporting-words.ts";
import type { Passage } from "../grammar/passage.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import type { ClaimMention } from "./claim-mentions.ts";

/** "In X's view", "in the words of X". */
const VIEWS = /^(?:view|words|telling|eyes|opinion|reading|account)$/;

/** How a sentence gives a claim: as somebody's, as something open, as certain in so many words, or plainly. */
export interface Framing {
  readonly how: "attributed" | "open" | "certain" | "plain";
  /** Attributed: all who are said to make the claim; none, where they are not known by name. */
  readonly holders: readonly NameMatch[];
  /** Certain: the words that say so ("it has been proved"), and how they are built in. */
  readonly words?: { readonly from: number; readonly to: number; readonly passive: boolean };
}

/** In tokens: how far a holder may stand from the verb that says what he claims. */
const REACH = 8;

/** What a sentence does with a claim that it tells. Linear. */
export function framingOf(passage: Passage, mention: ClaimMention): Framing {
  const { keys, names } = passage;
  const holders: NameMatch[] = [];
  let attributed = false;
  const isOwn = (i: number) => mention.at <= i && i < mention.at + 1;
  // What follows a semicolon is told for itself.
  const end = keys.indexOf(";", mention.at);
  for (let i = 0; i < (end < 0 ? keys.length : end); i++) {
    // "the Association of Landlocked States" states nothing.
    if (isOwn(i) || passage.tags[i] === "name") continue;
    const key = keys[i]!;
    const isClaiming = CLAIMING.has(key) || isHeldThat(keys, i);
    const isVerb = isClaiming || TELLING.has(key);
    const isNoun = CLAIM_NOUNS.has(key) && !isVerbHere(passage, i);
    if (isVerb && !isNoun && !(SAID_TO.test(key) && isPassive(passage, i))) {
      attributed = true;
      if (isClaiming) holders.push(...subjectOf(passage, i));
    } else if (isNoun) {
      attributed = true;
      holders.push(...holdersOf(passage, i));
    } else if (key === "according" && keys[i + 1] === "to") {
      attributed = true;
      holders.push(...names.filter(({ from }) => from >= i + 2 && from <= i + 3));
    } else if (SAID_TO.test(key) && isPassive(passage, i)) {
      attributed = true;
      if (keys[i + 1] === "by") holders.push(...names.filter(({ from }) => from > i + 1 && from <= i + 3));
    } else if (VIEWS.test(key) && (keys[i - 1] === "'s" || keys[i + 1] === "of")) {
      attributed = true;
      const isTheirs = ({ from, to }: NameMatch) =>
        to === i - 1 || (keys[i + 1] === "of" && from >= i + 2 && from <= i + 3);
      holders.push(...names.filter(isTheirs));
    }
  }
  const words = certainty(passage);
  if (words !== undefined) return { how: "certain", holders: [], words };
  if (attributed) return { how: "attributed", holders };
  return { how: keys.some((key) => HEDGES.test(key)) ? "open" : "plain", holders: [] };
}

/** "X holds that", "X takes the view that": an opinion, where "holds an office" is none. */
function isHeldThat(keys: readonly string[], i: number): boolean {
  if (/^(?:hold|holds|held)$/.test(keys[i]!)) return keys[i + 1] === "that";
  return (
    keys[i] === "view" && keys[i + 1] === "that" && /^(?:take|takes|took|taken)$/.test(keys[i - 2] ?? "")
  );
}

function isVerbHere({ tags, keys }: Passage, i: number): boolean {
  if (tags[i - 1] === "det" || tags[i - 1] === "prep" || keys.slice(Math.max(0, i - 2), i).includes("'s"))
    return false;
  // "the government claims that": a singular before it, and what is claimed behind it.
  return (
    tags[i] === "verb" ||
    (i > 0 && keys[i]!.endsWith("s") && !keys[i - 1]!.endsWith("s") && keys[i + 1] === "that")
  );
}

/** "is said to", "was alleged by". */
function isPassive({ keys }: Passage, i: number): boolean {
  return (
    /^(?:is|are|was|were|been|be|being)$/.test(keys[i - 1] ?? "") ||
    (/^(?:is|are|was|were|been)$/.test(keys[i - 2] ?? "") &&
      /ly$|^(?:not|also|now|often|widely)$/.test(keys[i - 1] ?? ""))
  );
}

/** Who is the subject of a verb of claiming: "X says", "It is X that says", "…, says X". */
function subjectOf(passage: Passage, i: number): NameMatch[] {
  const { keys, names, tags } = passage;
  // "suspected of it", "was blamed by X".
  if (isPassive(passage, i) || keys[i + 1] === "of" || keys[i + 1] === "by")
    return keys[i + 1] === "by" ? names.filter(({ from }) => from > i + 1 && from <= i + 3) : [];
  for (let k = i - 1; k >= Math.max(0, i - REACH); k--) {
    if (tags[k] === "name") {
      const name = names.find(({ from, to }) => from <= k && k < to);
      return name === undefined || keys[name.to] === "'s" ? [] : [name];
    }
    if (/^[,;:"]$/.test(keys[k]!) || (tags[k] === "verb" && k < i - 1)) break;
    if (tags[k] === "pron" && keys[k] !== "that" && keys[k] !== "who") return [];
  }
  const next = names.find(({ from }) => from > i && from <= i + 2);
  return next !== undefined && (i === 0 || keys[i - 1] === "," || keys[i - 1] === '"') ? [next] : [];
}

/** "X's allegation", "the charge, made by X", "the claim comes from X", "an accusation by X". */
function holdersOf({ keys, names }: Passage, i: number): NameMatch[] {
  const owner = names.find(({ to }) => to === i - 1 && keys[to] === "'s");
  if (owner !== undefined) return [owner];
  return names.filter(({ from, to }) => {
    const before = keys.slice(Math.max(0, from - 4), from).filter((key) => !/^(?:the|a|an)$/.test(key));
    const [verb, prep] = before.slice(-2);
    const made = prep === "by" && from > i && keys.slice(i, from).some((key) => MADE.test(key));
    const comes = /^(?:comes|came|stems|originates|originated|come)$/.test(verb ?? "") && prep === "from";
    const beside = from > i && from <= i + 3 && (prep === "by" || (prep === "of" && keys[to] === "that"));
    return made || comes || beside;
  });
}

/** "levelled against X by Y". */
const MADE = /^(?:made|levelled|leveled|raised|brought|voiced|put|directed|first|repeated)$/;

/** "It has been proved that", ", it is now certain,", "is known to have". */
function certainty({ keys, tags }: Passage): Framing["words"] {
  for (let i = 0; i < keys.length; i++) {
    // "there is no doubt that", "nobody doubts that"
    const sure =
      /^(?:doubt|question|dispute)$/.test(keys[i]!) && keys[i - 1] === "no" && keys[i - 3] === "there";
    const agreed =
      /^(?:doubts|disputes|denies|questions)$/.test(keys[i]!) && /^(?:nobody|one)$/.test(keys[i - 1] ?? "");
    if ((sure || agreed) && keys[i + 1] === "that") {
      const from = sure ? i - 3 : keys[i - 1] === "one" && keys[i - 2] === "no" ? i - 2 : i - 1;
      return { from, to: i + 1, passive: false };
    }
    if (!CERTAIN.test(keys[i]!)) continue;
    let from = i - 1;
    while (
      from >= 0 &&
      (tags[from] === "aux" || tags[from] === "adverb" || /^(?:a|the|now)$/.test(keys[from]!))
    )
      from--;
    const copula = keys.slice(from + 1, i).some((key) => /^(?:is|are|was|were|been|be|'s)$/.test(key));
    if (!copula || keys.slice(from + 1, i).some((key) => key === "not" || key === "never")) continue;
    if (keys[i + 1] === "to" && /^(?:have|be)$/.test(keys[i + 2] ?? "") && keys[from] !== "it")
      return { from: from + 1, to: i + 1, passive: true };
    const to =
      keys[i] === "beyond" ? i + 1 + (/^(?:doubt|dispute|question)$/.test(keys[i + 1] ?? "") ? 1 : 0) : i + 1;
    const ends = keys[to] === "that" || (keys[to] === "," && keys[from - 1] === ",");
    if (keys[from] === "it" && ends) return { from, to, passive: false };
  }
  return undefined;
}
