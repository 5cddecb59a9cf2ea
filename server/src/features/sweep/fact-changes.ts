import type { Fact, Id, Knowledge, Source } from "../../knowledge-base/knowledge.ts";
import { labelOf } from "../facts.ts";
import { slotsOf } from "./slots.ts";

/** An entry of a knowledge base that is not what it was. */
export interface FactChange {
  readonly id: Id;
  readonly kind: Fact["kind"] | "source";
  readonly change: "added" | "removed" | "changed";
  /** What it is called now, or was. */
  readonly label: string;
  /** What is different of it; of an added or removed entry nothing is told. */
  readonly slots: readonly SlotChange[];
}

export interface SlotChange {
  /** "date", "participants: mediator", "text". */
  readonly slot: string;
  /** In words; empty where nothing was or is known. */
  readonly before: string;
  readonly after: string;
}

/** Two states of what is known, and what is different between them. */
export interface KnowledgeChanges {
  readonly before: Knowledge;
  readonly after: Knowledge;
  /** By id, in the order of the knowledge base; what was removed comes last of its kind. */
  readonly facts: ReadonlyMap<Id, FactChange>;
  /** The words of event types, roles, predicates or outcomes are others, on which any reading may rest. */
  readonly hasOtherWords: boolean;
}

/** Compares all entries by what they say, wherever they are written. Linear in the entries. */
export function changesOf(before: Knowledge, after: Knowledge): KnowledgeChanges {
  const facts = new Map<Id, FactChange>();
  if (before.version !== after.version) {
    for (const change of changedEntries(before, after)) facts.set(change.id, change);
  }
  const hasOtherWords = canonical(before.vocabulary) !== canonical(after.vocabulary);
  return { before, after, facts, hasOtherWords };
}

function* changedEntries(before: Knowledge, after: Knowledge): Generator<FactChange> {
  for (const map of ["entities", "events", "claims", "figures", "sources"] as const) {
    const [old, now] = [before[map], after[map]] as readonly ReadonlyMap<Id, Fact | Source>[];
    for (const [id, entry] of now!) {
      const earlier = old!.get(id);
      if (earlier === undefined) yield { ...headOf(entry), change: "added", slots: [] };
      else {
        const slots = changedSlots(earlier, entry, before, after);
        if (slots.length > 0) yield { ...headOf(entry), change: "changed", slots };
      }
    }
    for (const [id, entry] of old!)
      if (!now!.has(id)) yield { ...headOf(entry), change: "removed", slots: [] };
  }
}

function headOf(entry: Fact | Source): Pick<FactChange, "id" | "kind" | "label"> {
  return "kind" in entry
    ? { id: entry.id, kind: entry.kind, label: labelOf(entry) }
    : { id: entry.id, kind: "source", label: entry.title };
}

function changedSlots(
  old: Fact | Source,
  now: Fact | Source,
  before: Knowledge,
  after: Knowledge,
): SlotChange[] {
  const was = slotsOf(old, before);
  const is = slotsOf(now, after);
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
    (slot) => canonical(was.get(slot)?.value) !== canonical(is.get(slot)?.value),
  );
  return changed.map((slot) => ({
    slot,
    before: was.get(slot)?.words ?? "",
    after: is.get(slot)?.words ?? "",
  }));
}

/** The same for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : Number(a > b))))
        : part,
    ) ?? ""
  );
}
