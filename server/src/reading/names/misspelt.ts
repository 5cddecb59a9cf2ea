import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { overlaps } from "../../text/span.ts";
import type { EntityMention } from "../reading.ts";
import { slipsOf, type Unknown } from "./slips.ts";

/** Words near a known name, and whether they are a slip only if the draft names the actor rightly as well. */
export interface Near {
  readonly mention: EntityMention;
  readonly needsOther: boolean;
  /** As it is written. */
  readonly word: string;
}

/** The misspelt names of a draft, of which it depends on who is named elsewhere; `wordOf` gives the words of a mention. */
export function misspelt(
  near: readonly Near[],
  unknown: readonly Unknown[],
  named: ReadonlySet<Id>,
  knowledge: Knowledge,
  wordOf: (mention: EntityMention) => string,
): EntityMention[] {
  const all = [...near];
  for (const slip of slipsOf(unknown, named, knowledge)) {
    const isNew = !all.some((other) => overlaps(other.mention.span, slip.mention.span));
    if (isNew) all.push({ ...slip, word: wordOf(slip.mention) });
  }
  const times = new Map<string, number>();
  for (const { word } of all) times.set(word, (times.get(word) ?? 0) + 1);
  // A word that is spelt so again and again is no slip, but another name.
  const isSlip = ({ mention, word }: Near) => named.has(mention.ids[0]!) && times.get(word) === 1;
  return all.filter((one) => !one.needsOther || isSlip(one)).map(({ mention }) => mention);
}
