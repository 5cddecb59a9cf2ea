import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import { CLAIMING } from "../english/reporting-words.ts";
import { spanOf } from "../events/spoken.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import type { UncoveredStatement } from "../reading.ts";

/**
 * What a sentence says of a known actor, with a date or as the actor's own claim, where it speaks of no known event and
 * tells no known claim. Linear in the sentence, but for its few names.
 */
export function uncoveredStatements(
  block: Block,
  passage: Passage,
  knowledge: Knowledge,
): UncoveredStatement[] {
  if (block.quoted || block.kind === "heading" || passage.eventNames.length > 0) return [];
  const { names, times } = passage;
  if (names.length === 0 || (times.length === 0 && !hasClass(passage, CLAIMS))) return [];
  const actor = subjectOf(passage, knowledge);
  if (actor === undefined) return [];
  const { clauses, keys, scopes, tags } = passage;
  const verb = clauses.all[clauses.at[actor.from]!]!.verbs.find((at) => at >= actor.to);
  if (verb === undefined || scopes[verb] !== undefined || tags[verb] !== "verb") return [];
  const about = actor.names[0]!.id;
  const made = { kind: "uncovered", verdict: "unverified", about } as const;
  const time = times.find(
    ({ from, expression }) => scopes[from] === undefined && expression.offset === undefined,
  );
  if (time !== undefined) return [{ ...made, how: "dated", span: spanOf(block, passage, time) }];
  if (
    !hasClass(passage.words[verb]!, CLAIMS) ||
    !/^(?:that|the|a|an|it|its|his|her|they)$/.test(keys[verb + 1] ?? "")
  )
    return [];
  return [{ ...made, how: "attributed", span: spanOf(block, passage, { from: actor.from, to: verb + 1 }) }];
}

const CLAIMS = wordClass(({ key }) => CLAIMING.has(key));

/** The known actor who is the subject of the main clause. */
function subjectOf(
  { names, clauses, keys, tags, scopes }: Passage,
  { entities }: Knowledge,
): NameMatch | undefined {
  const name = names.find(({ from }) => clauses.all[clauses.at[from]!]!.kind === "main");
  if (name === undefined || scopes[name.from] !== undefined) return undefined;
  const ids = new Set<Id>(name.names.map(({ id }) => id));
  const entity = ids.size === 1 ? entities.get([...ids][0]!) : undefined;
  const acts = entity !== undefined && /^(?:person|organization|group|country)$/.test(entity.type);
  if (!acts || keys[name.to] === "'s" || name.names[0]!.form === "demonym") return undefined;
  for (let i = 0; i < name.from; i++)
    if (tags[i] === "verb" && clauses.at[i] === clauses.at[name.from]) return undefined;
  return /^(?:of|in|for|to|by|from|with|and|or)$/.test(keys[name.from - 1] ?? "") ? undefined : name;
}
