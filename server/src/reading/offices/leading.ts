import type { Entity, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import { LEADING } from "../english/office-verbs.ts";
import { mayBeFormOf } from "../grammar/lemmas.ts";
import type { Passage, TimeMatch } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { idsOf } from "../names/meant.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import type { Verdict } from "../reading.ts";
import { lasting } from "./office-times.ts";
import { subjectOf } from "./subjects.ts";
import { headOf } from "./titles.ts";

/** "X has led the Movement since 2018": an office told by its verb. */
export interface Led {
  readonly person: Entity;
  readonly match: NameMatch;
  readonly body: Id;
  /** The office of who led it, or else the verb. */
  readonly title: string;
  readonly at: TimeValue | undefined;
  readonly verdict: Verdict;
  /** Who led it then. */
  readonly instead: readonly string[];
}

/** Who is said to lead, head, chair or command which body, and whether another is known to have done so then. */
export function* ledBodies(
  passage: Passage,
  timeOf: (time: TimeMatch) => TimeMention | undefined,
  isPerson: (id: Id) => boolean,
  knowledge: Knowledge,
): Generator<Led> {
  if (!mayLead(passage)) return;
  const persons = passage.names.filter((match) => match.names.some(({ id }) => isPerson(id)));
  if (persons.length === 0) return;
  const { tags, verbs, tokens, words } = passage;
  for (let verb = 0; verb < words.length; verb++) {
    if (!hasClass(words[verb]!, LEADS)) continue;
    const nouns = tags[verb] === "verb" ? LEADING.get(verbs[verb]?.lemma ?? "") : undefined;
    if (nouns === undefined || passage.scopes[verb] !== undefined || isPassive(passage, verb)) continue;
    const match = subjectOf(passage, verb, persons);
    const body = bodyAfter(passage, verb);
    const [id, ...others] = match === undefined ? [] : idsOf(match);
    const person = id === undefined || others.length > 0 ? undefined : knowledge.entities.get(id);
    if (match === undefined || body === undefined || person === undefined) continue;
    const at = timeBehind(passage, body.to, timeOf);
    yield {
      title: tokens[verb]!.text,
      person,
      match,
      at,
      ...judge(person, idsOf(body), nouns, at, knowledge),
    };
  }
}

const LEADS = wordClass((word, lexicon) => mayBeFormOf(LEADING, word, lexicon));

/** Whether a passage names anybody and has a word for leading. */
export function mayLead(passage: Passage): boolean {
  return passage.names.length > 0 && hasClass(passage, LEADS);
}

function isPassive({ keys }: Passage, verb: number): boolean {
  return /^(?:is|are|was|were|been|being)$/.test(keys[verb - 1] ?? "");
}

/** The body right behind the verb, and nothing of it ("the Movement's delegation"). */
function bodyAfter({ names, tags, keys }: Passage, verb: number): NameMatch | undefined {
  const from = tags[verb + 1] === "det" ? verb + 2 : verb + 1;
  const body = names.find((match) => match.from === from);
  const goesOn =
    body &&
    (keys[body.to] === "'s" ||
      /^(?:word|name|ing)$/.test(tags[body.to] ?? "") ||
      (/^(?:to|into|through|out|from|in)$/.test(keys[body.to] ?? "") && !isTime(body.to)));
  return goesOn ? undefined : body;

  function isTime(at: number): boolean {
    return tags[at + 1] === "time";
  }
}

/** The date right behind the body: "since 2018", "in 2019". */
function timeBehind(
  { tags, times }: Passage,
  at: number,
  timeOf: (time: TimeMatch) => TimeMention | undefined,
): TimeValue | undefined {
  const from = tags[at] === "prep" ? at + 1 : at;
  const match = times.find((time) => time.from === from || time.from === at);
  const time = match && timeOf(match);
  return time?.boundary === "since"
    ? lasting(time.value)
    : time?.boundary === undefined
      ? time?.value
      : undefined;
}

/** Contradicted where others are known to have led the body at the time, and the person holds no office in it. */
function judge(
  person: Entity,
  bodies: readonly Id[],
  nouns: ReadonlySet<string>,
  at: TimeValue | undefined,
  knowledge: Knowledge,
): Pick<Led, "body" | "verdict" | "instead"> & { readonly title?: string } {
  const [body] = bodies;
  const isThen = ({ during }: { readonly during?: TimeValue | undefined }) =>
    at === undefined || during === undefined || (during.start <= at.end && at.start <= during.end);
  const tenures = questionsOf(knowledge).officesOf(body!);
  const own = tenures.some(({ holder, role }) => holder.id === person.id && isThen(role));
  if (own) return { body: body!, verdict: "supported", instead: [] };
  const leaders = tenures.filter(
    ({ role }) => isThen(role) && [role.title, ...role.aliases].some((title) => nouns.has(headOf(title))),
  );
  // Without a date, who led it at some other time may be meant.
  const isSure = at !== undefined || leaders.every(({ role }) => role.during === undefined);
  const isElsewhere = person.roles.length > 0 && !tenures.some(({ holder }) => holder.id === person.id);
  if (bodies.length > 1 || leaders.length === 0 || !isSure || !isElsewhere)
    return { body: body!, verdict: "unverified", instead: [] };
  return {
    body: body!,
    title: leaders[0]!.role.title,
    verdict: "contradicted",
    instead: [...new Set(leaders.map(({ holder }) => holder.name))],
  };
}
