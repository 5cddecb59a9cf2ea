import type { Claim, Knowledge } from "../../knowledge-base/knowledge.ts";
import { nameFormsOf } from "../../knowledge-base/questions/name-forms.ts";
import { verbForms } from "../../text/inflect.ts";
import { fold } from "../../text/tokens.ts";
import type { Stretch } from "../events/attachment.ts";
import type { Passage } from "../grammar/passage.ts";
import type { Stance } from "./claim-words.ts";
import type { ToldClaim, VerbForm } from "./claims.ts";
import { inTense, tenseOf } from "./verb-phrases.ts";

/** The words to replace, and what to write there, best first. */
export interface Rewording {
  readonly words: Stretch;
  readonly instead: readonly string[];
}

/** How to say what a claim says, in the form in which the draft says the opposite. */
export function rewordings(
  passage: Passage,
  told: ToldClaim,
  stance: Stance,
  claim: Claim,
  knowledge: Knowledge,
): Rewording {
  const { form, words } = told;
  if (told.only) return { words, instead: [] };
  if (form.kind === "state") return { words, instead: [] };
  const right = knowledge.vocabulary.predicates[claim.predicate];
  if (form.kind === "noun") {
    const last = passage.keys[words.to - 1]!;
    const noun = claim.holds ? right?.nouns[0] : undefined;
    const text = noun === undefined ? [] : [/ \w+$/.test(noun) ? noun : `${noun} ${last}`];
    return { words, instead: text };
  }
  if (told.subject === undefined) return { words, instead: [] };
  const sentence = bySentence(passage, told, form, claim, knowledge);
  if (sentence !== undefined) return sentence;
  if (told.denied) return undenied(passage, form, words);
  if (claim.holds && !stance.holds) {
    const verb = right?.verbs[0];
    return {
      words: { from: form.at, to: words.to },
      instead: verb === undefined ? [] : [inTense(verb, form.tense)],
    };
  }
  return deniedForm(passage, form, words.to, /\bnever\b/.test(claim.statement) ? "never" : "not");
}

/** The claim's own sentence has the words: "was once" → "has never been", or all of a predicate that has no object. */
function bySentence(
  passage: Passage,
  told: ToldClaim,
  { frame, lemma }: VerbForm,
  claim: Claim,
  knowledge: Knowledge,
): Rewording | undefined {
  const predicate = predicateOf(claim, knowledge);
  if (predicate === undefined || !/\bnever\b/.test(predicate)) return undefined;
  const { keys, tokens } = passage;
  const [, ...rest] = lemma.split(" ").filter((word) => !/^(?:a|an|the)$/.test(word));
  const common = rest[0];
  const at = common === undefined ? -1 : keys.indexOf(common, frame.from);
  const where = common === undefined ? -1 : predicate.search(new RegExp(`\\b${common}\\b`));
  if (lemma.startsWith("be ") && at > frame.from && where > 0 && tokens[at - 1]!.kind === "word")
    return { words: { from: frame.from, to: at }, instead: [predicate.slice(0, where).trim()] };
  if (claim.object.length > 0) return undefined;
  let to = told.words.to;
  if (keys[to] === "ever" && keys[to + 1] === "since") to += 2;
  return { words: { from: frame.from, to }, instead: [predicate] };
}

/** What a claim's sentence says of its subject. */
function predicateOf({ statement, subject }: Claim, knowledge: Knowledge): string | undefined {
  const named = knowledge.entities.get(subject[0]!) ?? knowledge.events.get(subject[0]!);
  if (named === undefined) return undefined;
  const text = statement.replace(/\.$/, "");
  for (const { text: name } of nameFormsOf(named))
    for (const lead of ["", "The ", "the "])
      if (fold(text).startsWith(fold(`${lead}${name} `))) return text.slice(lead.length + name.length + 1);
  return undefined;
}

/** Without what denies it: "has yet to recognize" → "has recognized", "does not sign" → "signs". */
function undenied(
  { keys, tokens, tags, verbs }: Passage,
  { frame, lemma, at }: VerbForm,
  words: Stretch,
): Rewording {
  const end = at < frame.verb || tags[at] === "aux" ? beforePreposition(keys, words.to) : frame.to;
  const verb = verbs[frame.verb]?.lemma ?? lemma.split(" ")[0]!;
  const head = keys[frame.from]!;
  const from = { from: frame.from, to: frame.to };
  const chained = keys[frame.verb - 1] === "to" && tags[frame.verb] === "verb";
  if (/^(?:has|have|had)$/.test(head) && chained)
    return { words: from, instead: [`${head} ${verbForms(verb).participle}`] };
  if (chained) {
    const outer = verbs[frame.from]?.lemma ?? "";
    return { words: from, instead: [inTense(verb, tenseOf(head, outer, false))] };
  }
  if (/^(?:does|do|did)(?:n't)?$/.test(head)) {
    const tense = head.startsWith("does") ? "third" : head.startsWith("did") ? "past" : "base";
    return { words: from, instead: [inTense(verb, tense)] };
  }
  const kept = tokens
    .slice(frame.from, end)
    .filter((_, k) => tags[frame.from + k] !== "neg" || keys[frame.from + k]!.endsWith("n't"))
    .map(({ text }) => text.replace(/n['’]t$/, ""));
  return { words: { from: frame.from, to: end }, instead: kept.length === 0 ? [] : [kept.join(" ")] };
}

/** Denied: "is a member" → "is not a member", "accepted" → "did not accept". */
function deniedForm(
  { keys, tokens, verbs, tags }: Passage,
  { frame, at, lemma }: VerbForm,
  to: number,
  denial: string,
): Rewording {
  const text = (from: number, end: number) =>
    tokens
      .slice(from, end)
      .map((token) => token.text)
      .join(" ");
  if (tags[frame.from] === "aux") {
    const end = at < frame.verb || tags[at] === "aux" ? beforePreposition(keys, to) : frame.to;
    const rest = text(frame.from + 1, end);
    return {
      words: { from: frame.from, to: end },
      instead: [`${tokens[frame.from]!.text} ${denial}${rest === "" ? "" : ` ${rest}`}`],
    };
  }
  const form = verbs[frame.verb];
  const verb = form?.lemma ?? lemma.split(" ")[0]!;
  const tense = tenseOf(keys[frame.verb]!, verb, false);
  const auxiliary = tense === "third" ? "does" : tense === "base" ? "do" : "did";
  return { words: { from: frame.verb, to: frame.to }, instead: [`${auxiliary} not ${verb}`] };
}

/** "is a member of": the preposition stays where it is. */
function beforePreposition(keys: readonly string[], to: number): number {
  return /^(?:of|to|with|on|for|by|from|against|over|in)$/.test(keys[to - 1] ?? "") ? to - 1 : to;
}
