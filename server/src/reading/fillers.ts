import type { Id } from "../knowledge-base/knowledge.ts";
import { attachment, CLOSENESS, type Stretch } from "./attachment.ts";
import type { Cue } from "./cues.ts";
import { type Lexicon, phraseAt } from "./lexicon.ts";
import type { NameMatch } from "./name-mentions.ts";
import type { Passage } from "./passage.ts";
import { isPassive, type Predicate } from "./predicates.ts";

interface Part {
  readonly cue: Cue;
  readonly predicates: readonly Predicate[];
}

/** Somebody who is given a role in the event of a cue. */
export interface Filler extends Stretch {
  readonly cue: Cue;
  readonly role: string;
  readonly ids: readonly Id[];
}

/** Who is said to fill which role of which cue's event: "brokered by A and B", "A hosted the talks", "with A as mediator". */
export function fillersOf(passage: Passage, parts: readonly Part[], lexicon: Lexicon): Filler[] {
  const found: Filler[] = [];
  const add = (cue: Cue | undefined, role: string, names: readonly NameMatch[]) => {
    if (cue === undefined) return;
    for (const { from, to, names: forms } of names) {
      if (found.some((filler) => filler.from === from)) continue;
      found.push({ cue, role, from, to, ids: [...new Set(forms.map(({ id }) => id))] });
    }
  };
  for (let i = 0; i < passage.tokens.length; i++) {
    const phrase = phraseAt(lexicon.rolePhrases, passage.keys, i);
    if (phrase !== undefined) {
      add(
        nearestCue(passage, parts, i, i + phrase.length),
        phrase.values[0]!,
        listAfter(passage, i + phrase.length),
      );
      continue;
    }
    const verb = passage.tags[i] === "verb" ? phraseAt(lexicon.roleVerbs, passage.keys, i) : undefined;
    if (verb !== undefined) {
      const clause = passage.clauses.all[passage.clauses.at[i]!]!;
      if (!isPassive(passage, clause, i))
        add(objectOf(passage, parts, i, verb.length), verb.values[0]!, subjectsOf(passage, i));
      continue;
    }
    const title = phraseAt(lexicon.roleTitles, passage.keys, i);
    if (title !== undefined)
      add(cueBeside(passage, parts, i), title.values[0]!, besideTitle(passage, i, i + title.length));
  }
  return found;
}

/** The cue that a phrase such as "brokered by" hangs on: the most closely attached one, the nearest of several. */
function nearestCue(passage: Passage, parts: readonly Part[], from: number, to: number): Cue | undefined {
  let best: { cue: Cue; order: number; distance: number } | undefined;
  for (const { cue, predicates } of parts) {
    const found = attachment(passage, cue, predicates, { from, to });
    if (found === undefined) continue;
    const order = CLOSENESS.indexOf(found.closeness);
    const distance = Math.abs(from - cue.to);
    if (best === undefined || order < best.order || (order === best.order && distance < best.distance))
      best = { cue, order, distance };
  }
  return best?.cue;
}

/** "A brokered the truce": the cue right after the verb. */
function objectOf({ tags }: Passage, parts: readonly Part[], verb: number, length: number): Cue | undefined {
  return parts.find(({ cue }) => {
    if (cue.start < verb + length || cue.governor !== undefined) return false;
    for (let i = verb + length; i < cue.start; i++) if (tags[i] !== "adverb") return false;
    return true;
  })?.cue;
}

/** The one event that a clause, or else the sentence, speaks of. */
function cueBeside({ clauses }: Passage, parts: readonly Part[], at: number): Cue | undefined {
  const nouns = parts.filter(({ cue }) => cue.how !== "verb");
  const beside = nouns.filter(({ cue }) => cue.clause === clauses.at[at]);
  if (beside.length > 0) return beside.length === 1 ? beside[0]!.cue : undefined;
  return nouns.length === 1 ? nouns[0]!.cue : undefined;
}

/** "with A and B as brokers", "two patient brokers, A and B", "A, the mediator". */
function besideTitle(passage: Passage, from: number, to: number): readonly NameMatch[] {
  const { tags, keys, tokens } = passage;
  let before = from - 1;
  while (tags[before] === "det" || tags[before] === "word" || tags[before] === "number") before--;
  if (keys[before] === "as" && keys[from - 1] !== "'s") return listBefore(passage, before);
  if (tokens[to]?.text === "," || tokens[to]?.text === ":") return listAfter(passage, to + 1);
  if (tokens[before]?.text === "," && keys[before + 1] === "the")
    return listBefore(passage, before).slice(-1);
  return [];
}

/** The names of a list that begins at a token: "the Sarn Basin Community (SBC), Lethonia and Brisay". */
export function listAfter(passage: Passage, from: number): readonly NameMatch[] {
  const { tags, keys, tokens } = passage;
  const list: NameMatch[] = [];
  let lead = 0;
  for (let i = from; i < tokens.length; ) {
    const name = passage.names.find((match) => match.from === i);
    if (name !== undefined) {
      if (keys[name.to] === "'s" || (keys[name.to] === "-" && tags[name.to + 1] === "name")) return list;
      list.push(name);
      lead = 0;
      i = pastBracket(passage, name.to);
      continue;
    }
    const joins = tags[i] === "conj" || keys[i] === "," || keys[i] === "both" || keys[i] === "with";
    const leads = tags[i] === "det" || (tags[i] === "word" && lead++ < 4 && !afterName(passage, list, i));
    if (!joins && !leads) return list;
    i++;
  }
  return list;
}

/** A word right after a name ends the list: "brokered by Qatar diplomats" is not about Qatar itself. */
function afterName(passage: Passage, list: readonly NameMatch[], i: number): boolean {
  return list.length > 0 && pastBracket(passage, list.at(-1)!.to) === i;
}

function pastBracket({ tokens }: Passage, at: number): number {
  if (tokens[at]?.text !== "(") return at;
  for (let i = at; i < Math.min(tokens.length, at + 12); i++) if (tokens[i]!.text === ")") return i + 1;
  return at;
}

/** The names of a list that ends before a token. */
function listBefore(passage: Passage, to: number): readonly NameMatch[] {
  const { tags, keys, tokens } = passage;
  const list: NameMatch[] = [];
  for (let i = to - 1; i >= 0; ) {
    const name = passage.names.find((match) => match.to === i + 1);
    if (name !== undefined) {
      list.unshift(name);
      i = name.from - 1;
    } else if (tokens[i]!.text === ")" && list.length === 0) {
      while (i >= 0 && tokens[i]!.text !== "(") i--;
      i--;
    } else if (list.length === 0 && tokens[i]!.text === "," && i === to - 1) i--;
    else if (
      list.length > 0 &&
      (tags[i] === "conj" || keys[i] === "," || tags[i] === "det" || keys[i] === "both")
    )
      i--;
    else if (
      list.length > 0 &&
      tags[i] === "word" &&
      (tags[i + 1] === "name" || tags[i + 1] === "word") &&
      i > 0
    )
      i--;
    else break;
  }
  return list;
}

/** The names that are the subject of a verb, right before it and its auxiliaries; of a relative clause, its antecedent. */
function subjectsOf(passage: Passage, verb: number): readonly NameMatch[] {
  let to = verb;
  while (to > 0 && ["aux", "modal", "adverb", "neg"].includes(passage.tags[to - 1]!)) to--;
  if (/^(?:who|which|that)$/.test(passage.keys[to - 1] ?? "")) to--;
  return listBefore(passage, to);
}
