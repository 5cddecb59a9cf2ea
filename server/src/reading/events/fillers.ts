import type { Id } from "../../knowledge-base/knowledge.ts";
import { verbsOfNoun } from "../english/nominals.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { type Lexicon, phraseAt } from "../lexicon.ts";
import { listAfter, listBefore, subjectsOf } from "../names/name-lists.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import { attachment, CLOSENESS, type Stretch } from "./attachment.ts";
import type { Cue } from "./cues.ts";
import type { Part } from "./parts.ts";
import { isPassive, isSaidOf } from "./predicates.ts";
import { titleOf } from "./titles.ts";

/** Somebody who is given a role in the event of a cue. */
export interface Filler extends Stretch {
  readonly cue: Cue;
  readonly role: string;
  /** Other roles that the words can mean ("called by": who declared it, or organized it). */
  readonly otherRoles: readonly string[];
  readonly ids: readonly Id[];
}

/** Who is said to fill which role of which cue's event: "brokered by A and B", "A hosted the talks", "with A as mediator". */
export function fillersOf(passage: Passage, parts: readonly Part[], lexicon: Lexicon): Filler[] {
  const found: Filler[] = [];
  if (passage.names.length === 0) return found;
  const add = (cue: Cue | undefined, roles: readonly string[], names: readonly NameMatch[]) => {
    if (cue === undefined) return;
    for (const { from, to, names: forms } of names) {
      if (found.some((filler) => filler.from === from)) continue;
      found.push({
        cue,
        role: roles[0]!,
        otherRoles: roles.slice(1),
        from,
        to,
        ids: [...new Set(forms.map(({ id }) => id))],
      });
    }
  };
  for (let i = 0; i < passage.words.length; i++) {
    if (!hasClass(passage.words[i]!, FILLING) && passage.keys[i + 1] !== "of") continue;
    const phrase = phraseAt(lexicon.rolePhrases, passage.keys, i);
    if (phrase !== undefined) {
      add(
        nearestCue(passage, parts, i, i + phrase.length),
        phrase.values,
        listAfter(passage, i + phrase.length),
      );
      continue;
    }
    const absolute = passage.keys[i] === "with" ? withAt(passage, lexicon, i) : undefined;
    if (absolute !== undefined) {
      add(cueBeside(passage, parts, i), absolute.roles, absolute.names);
      continue;
    }
    const partner = passage.keys[i] === "with" ? partnersAt(passage, parts, i) : undefined;
    if (partner !== undefined) {
      add(partner.cue, [PARTNER], partner.names);
      continue;
    }
    const agent = agentAt(passage, parts, i);
    if (agent !== undefined) {
      add(agent.cue, [AGENT], agent.names);
      continue;
    }
    const deed = deedAt(passage, parts, lexicon, i);
    if (deed !== undefined) {
      add(deed.cue, deed.roles, deed.names);
      continue;
    }
    const marks = signsOf(passage, lexicon, i);
    if (marks !== undefined) {
      const events = parts.filter(({ cue }) => cue.how === "name" || cue.how === "pronoun");
      // "The accord is short; it bears the signature of A": the nearer one has it.
      const isHere = ({ cue }: Part) => cue.clause === passage.clauses.at[i];
      const here = events.filter((part) => isHere(part) && part.cue.governor === undefined);
      const { kind, from } = passage.clauses.all[passage.clauses.at[i]!]!;
      // "…, and the statement bears the signature of A": of something else.
      const hasSubject = kind === "coordinate" && passage.tags[from + 1] === "det";
      const isCut = hasSubject || passage.keys.slice(0, i).includes(";") || events.some(isHere);
      const [event, ...others] = here.length > 0 || isCut ? here : events;
      if (others.length === 0) add(event?.cue, marks.roles, marks.names);
      continue;
    }
    const verb = passage.tags[i] === "verb" ? phraseAt(lexicon.roleVerbs, passage.keys, i) : undefined;
    if (verb !== undefined) {
      const clause = passage.clauses.all[passage.clauses.at[i]!]!;
      if (!isPassive(passage, clause, i))
        add(objectOf(passage, parts, i, verb.length), verb.values, subjectsOf(passage, i));
      continue;
    }
    const title = phraseAt(lexicon.roleTitles, passage.keys, i);
    if (title === undefined) continue;
    const owned = titleOf(passage, parts, i, i + title.length);
    const inChair = inTheChair(passage, parts, i);
    if (owned !== undefined) add(owned.cue, title.values, owned.names);
    else if (inChair !== undefined) add(inChair.cue, title.values, inChair.names);
    else add(cueBeside(passage, parts, i), title.values, besideTitle(passage, i, i + title.length));
  }
  return found;
}

/** Words at which a role may be told, beside nouns before "of" ("mediation of the truce"). */
const FILLING = wordClass(
  ({ key }, { rolePhrases, roleVerbs, roleTitles }) =>
    /^(?:with|'s|by|signatures?)$/.test(key) ||
    [rolePhrases, roleVerbs, roleTitles].some((phrases) => phrases.has(key)),
);

/** The role of whoever did it, where only the noun or verb of the event tells: "Haldane's introduction of the bill". */
export const AGENT = "(agent)";

/** The role of those who do something with each other: "the merger of A with B". */
export const PARTNER = "(partner)";

/** "the merger of A with B". */
function partnersAt(
  passage: Passage,
  parts: readonly Part[],
  i: number,
): { cue: Cue; names: readonly NameMatch[] } | undefined {
  const first = passage.names.find(({ to }) => to === i);
  const cue = parts.find(
    ({ cue: { to } }) =>
      passage.keys[to] === "of" && first !== undefined && first.from - to <= 2 && first.from > to,
  )?.cue;
  return cue && first && { cue, names: [first, ...listAfter(passage, i + 1)] };
}

/** "With A and B mediating", "with A in the chair". */
function withAt(
  passage: Passage,
  lexicon: Lexicon,
  i: number,
): { roles: readonly string[]; names: readonly NameMatch[] } | undefined {
  const names = listAfter(passage, i + 1);
  const after = names.at(-1)?.to;
  if (after === undefined) return undefined;
  const { keys } = passage;
  const does = /ing$/.test(keys[after] ?? "") ? phraseAt(lexicon.roleVerbs, keys, after) : undefined;
  const is =
    keys[after] === "in" && keys[after + 1] === "the"
      ? phraseAt(lexicon.roleTitles, keys, after + 2)
      : undefined;
  const roles = (does ?? is)?.values;
  return roles === undefined ? undefined : { roles, names };
}

/** "Haldane's introduction of the bill", "the acquisition of A by B", "was introduced by C": who did what a cue tells. */
function agentAt(
  passage: Passage,
  parts: readonly Part[],
  i: number,
): { cue: Cue; names: readonly NameMatch[] } | undefined {
  const { keys, tags } = passage;
  if (keys[i] === "'s") {
    const cue = parts.find(
      (part) => part.cue.how !== "verb" && part.cue.from > i && part.cue.from <= i + 3,
    )?.cue;
    const name = passage.names.find(({ to }) => to === i);
    return cue && name && { cue, names: [name] };
  }
  if (keys[i] !== "by" || tags[i - 1] === "adverb") return undefined;
  const cue = parts.find(({ cue }) =>
    cue.how === "verb"
      ? cue.to === i && isPassive(passage, passage.clauses.all[cue.clause]!, cue.from)
      : isDoneBy(passage, cue, i),
  )?.cue;
  return cue && { cue, names: listAfter(passage, i + 1) };
}

/** "the acquisition of A by B": nothing but the object stands between the noun and "by". */
function isDoneBy({ keys, tags }: Passage, cue: Cue, by: number): boolean {
  if (by < cue.to || (by > cue.to && keys[cue.to] !== "of")) return false;
  for (let i = cue.to; i < by; i++) if (!["prep", "det", "name", "word"].includes(tags[i]!)) return false;
  return true;
}

/** "Qatar's mediation of the truce", "Chair of the talks: A": a noun for the deed or the role, and the event after "of". */
function deedAt(
  passage: Passage,
  parts: readonly Part[],
  lexicon: Lexicon,
  i: number,
): { cue: Cue; roles: readonly string[]; names: readonly NameMatch[] } | undefined {
  const { keys, tags, tokens } = passage;
  if ((tags[i] !== "word" && tags[i] !== "verb") || keys[i + 1] !== "of") return undefined;
  const cue = parts.find(
    (part) =>
      part.cue.how !== "verb" && part.cue.from >= i + 2 && part.cue.from <= i + 4 && part.cue.start <= i + 2,
  )?.cue;
  if (cue === undefined) return undefined;
  const title = phraseAt(lexicon.roleTitles, keys, i);
  if (title?.length === 1 && tokens[cue.to]?.text === ":")
    return { cue, roles: title.values, names: listAfter(passage, cue.to + 1) };
  const name = keys[i - 1] === "'s" ? passage.names.find(({ to }) => to === i - 1) : undefined;
  const roles = verbsOfNoun(keys[i]!).flatMap((verb) => phraseAt(lexicon.roleVerbs, [verb], 0)?.values ?? []);
  return name && roles.length > 0 ? { cue, roles, names: [name] } : undefined;
}

/** "It bears the signatures of A and B", "two signatures: that of A and that of B". */
function signsOf(
  passage: Passage,
  lexicon: Lexicon,
  i: number,
): { roles: readonly string[]; names: readonly NameMatch[] } | undefined {
  const { keys, tags } = passage;
  const follows = keys[i + 1] === "of" || (keys[i + 1] === ":" && /^(?:that|those)$/.test(keys[i + 2] ?? ""));
  if (!/^signatures?$/.test(keys[i]!) || !follows) return undefined;
  const roles = phraseAt(lexicon.roleVerbs, ["sign"], 0)?.values ?? [];
  let end = i + 1;
  while (["prep", "det", "name", "conj", "mark"].includes(tags[end]!)) end++;
  const names = passage.names.filter(({ from, to }) => from > i && to <= end);
  return roles.length > 0 && names.length > 0 ? { roles, names } : undefined;
}

/** The cue that a phrase such as "brokered by" hangs on: the most closely attached one, the nearest of several. */
function nearestCue(passage: Passage, parts: readonly Part[], from: number, to: number): Cue | undefined {
  let best: { cue: Cue; order: number; distance: number } | undefined;
  // ", organized by A,": a participle describes the noun before it, and no verb.
  const describes =
    passage.tags[from] === "verb" && passage.clauses.all[passage.clauses.at[from]!]!.kind === "participial";
  for (const { cue, predicates } of parts) {
    if (describes && cue.how === "verb") continue;
    const isPassiveOf =
      passage.tags[from] === "verb" &&
      isPassive(passage, passage.clauses.all[passage.clauses.at[from]!]!, from) &&
      isSaidOf(passage, cue, from);
    const follows = isPassiveOf || from === cue.to || (from === cue.to + 1 && passage.keys[cue.to] === ",");
    const found =
      attachment(passage, cue, predicates, { from, to }) ??
      (follows ? ({ closeness: "phrase" } as const) : undefined);
    if (found === undefined) continue;
    const order = CLOSENESS.indexOf(found.closeness);
    const distance = Math.abs(from - cue.to);
    if (best === undefined || order < best.order || (order === best.order && distance < best.distance))
      best = { cue, order, distance };
  }
  return (
    best?.cue ??
    (passage.tags[from] === "prep" && to - from > 2 ? subjectBefore(passage, parts, from) : undefined)
  );
}

/** "The talks came about through the mediation of A": the one event that the clause is about. */
function subjectBefore({ clauses }: Passage, parts: readonly Part[], at: number): Cue | undefined {
  const here = parts.filter(({ cue }) => cue.clause === clauses.at[at]);
  const [only, ...others] = here;
  const isSubject = only?.cue.how !== "verb" && only?.cue.governor === undefined;
  return others.length === 0 && isSubject && only !== undefined && only.cue.to <= at ? only.cue : undefined;
}

/** "A brokered the truce": the cue right after the verb. */
function objectOf(passage: Passage, parts: readonly Part[], verb: number, length: number): Cue | undefined {
  const { tags, clauses, keys } = passage;
  // "the truce, which A and B had brokered": the object stands before its clause.
  const clause = clauses.all[clauses.at[verb]!]!;
  if (
    clause.kind === "relative" &&
    /^(?:which|that)$/.test(keys[clause.from]!) &&
    subjectsOf(passage, verb).length > 0
  ) {
    const before = keys[clause.from - 1] === "," ? clause.from - 1 : clause.from;
    const object = parts.find(({ cue }) => cue.to === before)?.cue;
    if (object !== undefined) return object;
  }
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

/** "the conference, A in the chair": right behind the event. */
function inTheChair(
  passage: Passage,
  parts: readonly Part[],
  title: number,
): { cue: Cue; names: readonly NameMatch[] } | undefined {
  const { keys, tokens } = passage;
  if (keys[title - 1] !== "the" || keys[title - 2] !== "in") return undefined;
  const names = listBefore(passage, title - 2);
  const comma = (names[0]?.from ?? 0) - 1;
  if (tokens[comma]?.text !== ",") return undefined;
  const cue = parts.find(
    ({ cue }) => cue.to === comma && cue.governor === undefined && cue.how !== "verb",
  )?.cue;
  return cue && { cue, names };
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
