import type { EntryKind } from "../../../knowledge-base/format/terms.ts";
import { yamlText } from "../../../knowledge-base/yaml/text.ts";
import type { Span } from "../../../text/span.ts";
import { wordsOf } from "../../cards/event-card.ts";
import { fits, type Nameable, nameablesOf } from "../entries.ts";
import { entryOf } from "../format.ts";
import type { Place } from "../place.ts";
import { fitting } from "../rank.ts";
import type { KnowledgeSnapshot } from "../snapshot.ts";
import type { Proposal } from "./proposal.ts";

/** The ids of entries that may stand at a place and fit what is typed, folded: none that the list has already, and not the entry's own. */
export function idProposals(
  snapshot: KnowledgeSnapshot,
  place: Place,
  kinds: readonly EntryKind[],
  replaced: Span,
  typed: string,
): Proposal[] {
  const own = entryOf(place.path)?.id;
  const open = nameablesOf(snapshot).filter(
    (each) => fits(each, kinds) && each.id !== own && !place.others.includes(each.id),
  );
  return fitting(open, typed, ({ filter }) => filter).map((each) => ({
    label: each.id,
    kind: each.kind,
    detail: detailOf(each),
    name: { kind: "id", id: each.id },
    filter: each.filter,
    replaced,
    newText: place.quote === "" ? yamlText(each.id, place.flow) : each.id,
    snippet: false,
    leadsOn: false,
  }));
}

/** “Türkiye · country”. */
function detailOf({ name, type, kind }: Nameable): string {
  return [name, wordsOf(type || kind)].filter((part) => part !== "").join(" · ");
}
