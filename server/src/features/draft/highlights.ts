import type { Id } from "../../knowledge-base/knowledge.ts";
import { overlaps, type Span, touches } from "../../text/span.ts";
import type { TimeMention } from "../../time/time.ts";
import { citedAt, citedIn } from "./cited.ts";
import { mentionAt } from "./mentions.ts";
import type { Snapshot } from "./snapshot.ts";

/** A place of a draft that belongs together with the one that is pointed at. */
export interface Highlight {
  readonly span: Span;
  /** Speaks of the same; or is the other side of a finding. */
  readonly kind: "same" | "side";
}

/**
 * All mentions of the actor, event or source at an offset, by whichever of their names; of a date, the same one wherever
 * else the draft gives it; of what is wrong, both of its sides. In the order of the text, none within another. Linear.
 */
export function highlights(snapshot: Snapshot, offset: number): Highlight[] {
  const sides = snapshot.findings
    .filter(({ span }) => touches(span, offset))
    .flatMap(({ span, related }) => [span, ...related.map((other) => other.span)])
    .map((span): Highlight => ({ span, kind: "side" }));
  const same = sameAs(snapshot, offset).map((span): Highlight => ({ span, kind: "same" }));
  return apart([...same, ...sides]);
}

function sameAs(snapshot: Snapshot, offset: number): Span[] {
  const cited = citedAt(snapshot, offset);
  if (cited !== undefined)
    return citedIn(snapshot).flatMap(({ source, whole }) => (source.id === cited.source.id ? [whole] : []));
  const mention = mentionAt(snapshot, offset);
  if (mention === undefined) return [];
  if (mention.kind === "date") return sameDates(mention, snapshot);
  return mentionsOf(mention.kind === "event" ? [mention.id] : mention.ids, snapshot);
}

function mentionsOf(wanted: readonly Id[], { reading: { entities, events } }: Snapshot): Span[] {
  return [
    ...events.flatMap(({ id, span }) => (wanted.includes(id) ? [span] : [])),
    ...entities.flatMap(({ ids, span }) => (ids.some((id) => wanted.includes(id)) ? [span] : [])),
  ];
}

/** Dates that come to the same days, however each is written; one of which nothing is known is only itself. */
function sameDates({ span, value, nominal }: TimeMention, { reading }: Snapshot): Span[] {
  const wanted = (nominal ?? value)?.edtf;
  if (wanted === undefined) return [span];
  return reading.times.flatMap((time) => ((time.nominal ?? time.value)?.edtf === wanted ? [time.span] : []));
}

/** In the order of the text; of those that overlap, the first that was given. */
function apart(all: readonly Highlight[]): Highlight[] {
  const kept: Highlight[] = [];
  const rank = new Map(all.map((highlight, i) => [highlight, i]));
  for (const next of all.toSorted((a, b) => a.span.start - b.span.start || rank.get(a)! - rank.get(b)!)) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last.span, next.span)) kept.push(next);
    else if (rank.get(next)! < rank.get(last)!) kept[kept.length - 1] = next;
  }
  return kept;
}
