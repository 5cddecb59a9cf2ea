import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { touches } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { entryCard } from "../cards/entry-card.ts";
import { wordCard } from "../cards/word-card.ts";
import { keyPlaceOf, keyProposals } from "./completion/keys.ts";
import type { Completion, Proposal } from "./completion/proposal.ts";
import { valueProposals } from "./completion/values.ts";
import { formAt } from "./format.ts";
import type { Name } from "./names.ts";
import { placeAt } from "./place.ts";
import { fitting, LIMIT } from "./rank.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

export type { Completion, Proposal } from "./completion/proposal.ts";

/**
 * What may be written at an offset: keys of the map there that it does not have yet, values that the format has a list
 * of, ids of the right kind, new entries; at most 100 of them. Linear in the entries of the knowledge base.
 */
export function complete(snapshot: KnowledgeSnapshot, file: YamlFile, offset: number): Completion {
  const place = placeAt(file, offset);
  // Beside a quotation mark, nothing that is inside it is begun.
  if (!touches(place.span, offset)) return { proposals: [], isIncomplete: false };
  const keys = keyPlaceOf(place, file, offset);
  const form = place.at === "value" && place.quote !== "|" ? formAt(place.path) : undefined;
  return fittingAmong(
    [
      ...(keys === undefined ? [] : keyProposals(snapshot, file, keys)),
      ...(form === undefined ? [] : valueProposals(snapshot, file, place, form, offset)),
    ],
    file,
    offset,
  );
}

/** Those of the proposals that begin with what is typed, best first. */
export function fittingAmong(all: readonly Proposal[], file: YamlFile, offset: number): Completion {
  const typed = all[0] === undefined ? "" : fold(file.text.slice(all[0].replaced.start, offset));
  const found = fitting(all, typed, ({ filter }) => fold(filter));
  return { proposals: found.slice(0, LIMIT), isIncomplete: typed !== "" || found.length > LIMIT };
}

/** More about a proposal, for the one that is looked at. */
export function documentation({ knowledge }: KnowledgeSnapshot, name: Name): string | undefined {
  return name.kind === "id"
    ? entryCard(name.id, knowledge)
    : wordCard(name.part, name.word, knowledge.vocabulary);
}
