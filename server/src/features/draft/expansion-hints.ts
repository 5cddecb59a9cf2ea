import { isKnown } from "../../checks/acronym-definition.ts";
import type { Entity, Id } from "../../knowledge-base/knowledge.ts";
import type { Span } from "../../text/span.ts";
import type { Snapshot } from "./snapshot.ts";

/** What an acronym stands for, to be shown behind its first use. */
export interface ExpansionHint {
  readonly offset: number;
  readonly label: string;
  readonly id: Id;
}

/**
 * The expansions of the acronyms of known actors that a draft uses and nowhere spells out, in a part of it. What everybody
 * knows (UN), or the house, is left alone. Linear in the mentions.
 */
export function expansionHints(
  { reading, knowledge, acronyms = [] }: Snapshot,
  { start, end }: Span,
): ExpansionHint[] {
  const spelt = new Set<Id>();
  for (const { ids, form } of reading.entities)
    if (form === "name" || form === "alias" || form === "near") for (const id of ids) spelt.add(id);
  const defined = new Set(reading.statements.flatMap((one) => (one.kind === "acronym" ? [one.short] : [])));
  const seen = new Set<Id>();
  return reading.entities.flatMap(({ ids: [id, ...others], form, span, quoted }) => {
    const entity = id === undefined ? undefined : knowledge.entities.get(id);
    if (entity === undefined || others.length > 0 || form !== "abbreviation" || quoted) return [];
    if (spelt.has(entity.id) || seen.has(entity.id)) return [];
    seen.add(entity.id);
    const written = reading.draft.text.slice(span.start, span.end).replaceAll(".", "");
    if (isKnown(written, acronyms) || defined.has(written) || !isLonger(entity, written)) return [];
    return span.start < end && start < span.end
      ? [{ offset: span.end, label: entity.name, id: entity.id }]
      : [];
  });
}

/** Not where the short form is itself the preferred name. */
function isLonger({ name }: Entity, written: string): boolean {
  return name.length > written.length && name !== written;
}
