import type { Block } from "../../text/draft.ts";
import type { TimeMention } from "../../time/time.ts";
import { verbOf } from "../english/verbs.ts";
import { spanOf } from "../events/spoken.ts";
import type { Passage } from "../grammar/passage.ts";
import type { DateAccount } from "./account.ts";
import { isPlainDate } from "./events.ts";
import { singular, tellsSimply } from "./words.ts";

/** "On 12 May weavers met in Harl", "12 May – Weavers meet in Harl": what the main verb of a sentence with one day tells. */
export function deedAccounts(
  block: Block,
  passage: Passage,
  timeAt: (offset: number) => TimeMention | undefined,
): DateAccount[] {
  const accounts: DateAccount[] = [];
  const [only, ...others] = passage.times;
  if (only === undefined || others.length > 0 || only.expression.stated.day === undefined) return accounts;
  const time = timeAt(block.span.start + only.expression.span.start);
  if (time === undefined || !isPlainDate(time) || !tellsSimply(passage)) return accounts;
  const { clauses, keys, scopes } = passage;
  for (const { at, lemma } of verbsOf(passage)) {
    const clause = clauses.at[at]!;
    const isOwn = clauses.at[only.from] === clause || only.from === 0;
    if (!isOwn || scopes[at] !== undefined || scopes[only.from] !== undefined) continue;
    const words = new Set(keys.filter((_, i) => clauses.at[i] === clause).map(singular));
    const subjectSpan = spanOf(block, passage, { from: at, to: at + 1 });
    accounts.push({
      subject: lemma,
      by: "deed",
      how: "held",
      recurs: false,
      restrictive: false,
      slot: "date",
      time,
      words,
      subjectSpan,
      span: time.core,
    });
  }
  return accounts;
}

/** The main verb; where none is seen, in an entry of a chronology, every word that can be one ("Weavers meet in Harl"). */
function verbsOf({ clauses, verbs, tags, keys, times }: Passage): { at: number; lemma: string }[] {
  const found = clauses.all.filter(({ kind }) => kind === "main").flatMap((clause) => clause.verbs);
  const told = found.filter((at) => tags[at] === "verb").slice(0, 1);
  if (told.length > 0) return told.map((at) => ({ at, lemma: verbs[at]!.lemma }));
  const { from, to } = times[0]!;
  if (from !== 0 || tags[to] !== "mark") return [];
  return keys.flatMap((key, at) => {
    const form = tags[at] === "word" ? verbOf(key) : undefined;
    return form?.tense === "base" ? [{ at, lemma: form.lemma }] : [];
  });
}
