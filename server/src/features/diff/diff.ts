import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Statement, Verdict } from "../../reading/reading.ts";
import { describeTime } from "../../time/write.ts";
import { mentionedIn } from "../draft/mentioned.ts";
import type { Snapshot } from "../draft/snapshot.ts";
import { contextsOf } from "../fact-sheet/context.ts";
import { phraseFor } from "../fact-sheet/phrases.ts";
import type { PlaceRange } from "../fact-sheet/sheet.ts";
import { nameOf } from "../facts.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { type Told, toldIn } from "./told.ts";
import type { Slot } from "./topic.ts";

/** Two versions of a draft, compared by what they state. Plain values: they may be sent and stored as JSON. */
export interface DraftDiff {
  /** In the order of the new text; what was removed where it stood in the old one. */
  readonly changes: readonly Change[];
  readonly counts: Readonly<Record<Change["change"], number>>;
  /** Known actors and events that only one of the two mentions, in the order of the text. */
  readonly actors: Difference<{ readonly id: Id; readonly name: string }>;
  /** Dates that only one of the two has, but for those that the changes tell. */
  readonly dates: Difference<string>;
}

export interface Difference<T> {
  readonly appeared: readonly T[];
  readonly vanished: readonly T[];
}

/** A statement that is not the same in both. `verdict`: it is, but no longer judged alike. */
export interface Change {
  readonly change: "changed" | "added" | "removed" | "verdict";
  readonly slot: Slot;
  readonly kind: Statement["kind"];
  /** What it is about: "date of the Doha ceasefire". */
  readonly about: string;
  readonly before?: Said;
  readonly after?: Said;
}

/** What one of the two says. */
export interface Said {
  /** "18 October 2025". */
  readonly value: string;
  /** In words that would follow "the draft": "dates the Doha ceasefire 18 October 2025". */
  readonly says: string;
  /** The draft's own words, and where they stand in it. */
  readonly words: string;
  readonly range: PlaceRange;
  readonly verdict: Verdict;
}

/** Compares two drafts that were read against one knowledge. The texts may be moved about as one likes. */
export function diffOf(before: Snapshot, after: Snapshot): DraftDiff {
  const told = [toldIn(before), toldIn(after)] as const;
  const say = [saying(before), saying(after)] as const;
  const changes = pairsOf(...told)
    .flatMap((pair) => {
      const change = kindOf(pair);
      return change === undefined ? [] : [{ pair, change }];
    })
    .sort((a, b) => placeOf(a.pair) - placeOf(b.pair))
    .map(({ pair, change }) => changeOf(pair, change, say));
  const counts = { changed: 0, added: 0, removed: 0, verdict: 0 };
  for (const { change } of changes) counts[change]++;
  const shown = changes.flatMap((each) => [each.before?.value ?? "", each.after?.value ?? ""]);
  return {
    ...{ changes, counts },
    actors: actorsOf(before, after),
    dates: datesOf(before, after, shown),
  };
}

/** Whether nothing is stated otherwise, and nobody and no date is new or gone. */
export function isSame({ changes, actors, dates }: DraftDiff): boolean {
  const lists = [changes, actors.appeared, actors.vanished, dates.appeared, dates.vanished];
  return lists.every(({ length }) => length === 0);
}

/** Undefined where nothing changed that anybody needs to hear of. */
function kindOf({ before, after }: Pair): Change["change"] | undefined {
  if (before === undefined || after === undefined) {
    const { kind, verdict } = (before ?? after)!.statement;
    // That a date has a right weekday, or is one, is no statement on the matter.
    const isFormal = kind === "weekday" || kind === "calendar";
    return isFormal && verdict !== "contradicted" ? undefined : before === undefined ? "added" : "removed";
  }
  if (before.topic.value !== after.topic.value) return "changed";
  return before.statement.verdict === after.statement.verdict ? undefined : "verdict";
}

/** Where a change is told: by its place in the new text, or else as far in as it was in the old one. */
function placeOf({ before, after }: Pair): number {
  return (after ?? before)!.at;
}

type Saying = (told: Told) => Said;

function saying({ draft, knowledge }: Snapshot): Saying {
  const contextOf = contextsOf(draft);
  const at = (offset: number) => draft.lines.positionAt(offset);
  return ({ statement, topic }) => ({
    value: topic.shown,
    says: phraseFor(statement, draft, knowledge),
    words: contextOf(statement.span).words,
    range: { start: at(statement.span.start), end: at(statement.span.end) },
    verdict: statement.verdict,
  });
}

function changeOf(
  { before, after }: Pair,
  change: Change["change"],
  [sayBefore, sayAfter]: readonly [Saying, Saying],
): Change {
  const { topic, statement } = (after ?? before)!;
  return {
    change,
    ...{ slot: topic.slot, kind: statement.kind, about: topic.label },
    ...(before && { before: sayBefore(before) }),
    ...(after && { after: sayAfter(after) }),
  };
}

function actorsOf(before: Snapshot, after: Snapshot): DraftDiff["actors"] {
  const [old, now] = [idsIn(before), idsIn(after)];
  const named = (id: Id) => ({ id, name: nameOf(after.knowledge, id) });
  return { appeared: missing(now, old).map(named), vanished: missing(old, now).map(named) };
}

function datesOf(before: Snapshot, after: Snapshot, told: Iterable<string>): DraftDiff["dates"] {
  const [old, now] = [datesIn(before), datesIn(after)];
  return {
    appeared: missing(now.stated, [...old.all, ...told]),
    vanished: missing(old.stated, [...now.all, ...told]),
  };
}

/** Everybody whom a draft surely means. */
function idsIn({ reading }: Snapshot): Id[] {
  const sure = { ...reading, entities: reading.entities.filter(({ ids }) => ids.length === 1) };
  return mentionedIn(sure)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ id }) => id);
}

/** Days and months that a draft states in full, and besides (`all`) those that it only lets one infer. */
function datesIn({ reading }: Snapshot): { readonly stated: string[]; readonly all: string[] } {
  const dates = reading.times.flatMap(({ value, nominal, problem, inferred }) => {
    const date = nominal ?? value;
    if (date === undefined || problem !== undefined) return [];
    const isFine = date.precision === "day" || date.precision === "month";
    return [
      { words: describeTime(date), isStated: isFine && inferred === undefined && nominal === undefined },
    ];
  });
  const words = (list: typeof dates) => list.map((each) => each.words);
  return { stated: words(dates.filter(({ isStated }) => isStated)), all: words(dates) };
}

function missing<K>(keys: readonly K[], from: Iterable<K>): K[] {
  const known = new Set(from);
  return [...new Set(keys)].filter((key) => !known.has(key));
}
