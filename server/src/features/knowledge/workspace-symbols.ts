import { fold } from "../../text/tokens.ts";
import { type Nameable, nameablesOf } from "./entries.ts";
import { beginsWord, hasInOrder } from "./rank.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

/**
 * The facts and sources whose id or name fits a query, at most `limit`: first those that are called so, then those whose
 * name begins so, the shorter first; whose id does; in which the words of the query begin words, in any order; that have it
 * elsewhere. Without a query, the first ones. Linear in the entries.
 */
export function workspaceSymbols(
  snapshot: Pick<KnowledgeSnapshot, "knowledge" | "files">,
  query: string,
  limit = 200,
): Nameable[] {
  const all = nameablesOf(snapshot);
  const typed = fold(query).trim();
  if (typed === "") return all.slice(0, limit);
  const words = typed.split(/\s+/);
  const ranks: Nameable[][] = [[], [], [], [], []];
  for (const each of all) {
    const rank = rankOf(each, typed, words);
    if (rank !== undefined) ranks[rank]!.push(each);
  }
  ranks[1]!.sort((a, b) => a.key.length - b.key.length);
  return ranks.flat().slice(0, limit);
}

function rankOf({ id, filter, key }: Nameable, typed: string, words: readonly string[]): number | undefined {
  const at = filter.indexOf(typed);
  if (at < 0) {
    if (words.length > 1 && words.every((word) => beginsWord(filter, word))) return 3;
    // A few letters are in order in many a name by chance.
    return hasInOrder(fold(id), typed) ? 4 : undefined;
  }
  if (key === typed || id === typed) return 0;
  if (key.startsWith(typed)) return 1;
  if (at === 0) return 2;
  return beginsWord(filter, typed, at) ? 3 : 4;
}
