import { findingPlacedBy } from "../../checks/finding.ts";
import { carriedReading } from "../../reading/lists.ts";
import { changeBetween } from "../../text/change.ts";
import type { Draft } from "../../text/draft.ts";
import { movedSpan, movedWhole } from "../../text/moved.ts";
import { partAt } from "../../text/parts.ts";
import { type Span, span } from "../../text/span.ts";
import type { Snapshot } from "./snapshot.ts";

/** What is known of a draft while its newest text is being read. */
export interface Meanwhile extends Snapshot {
  /** The parts in which the text is another one: more may be known of them than is said here. */
  readonly unread?: Span;
}

/**
 * What was known of an older text of a draft, said of a newer one as far as the change between them does not touch it.
 * Takes as long as comparing the texts, and moves what is asked for.
 */
export function knownMeanwhile(older: Snapshot, draft: Draft): Meanwhile {
  const change = changeBetween(older.draft.content, draft.content);
  if (change === undefined) return { ...older, draft };
  const { reading, findings, ignored, readTo } = older;
  const { parts, content } = draft;
  const first = partAt(parts, change.start);
  const last = Math.max(first, partAt(parts, change.newEnd - 1));
  return {
    ...older,
    draft,
    reading: carriedReading(reading, draft, change),
    findings: findings.flatMap((one) => movedWhole(change, (moved) => findingPlacedBy(one, moved)) ?? []),
    ignored: ignored.flatMap(({ finding, ...by }) => {
      const now = movedWhole(change, (moved) => findingPlacedBy(finding, moved));
      return now === undefined ? [] : { ...by, finding: now };
    }),
    ...(readTo !== undefined && { readTo: movedSpan(span(readTo, readTo), change)?.end ?? change.start }),
    unread: span(parts.starts[first] ?? 0, parts.starts[last + 1] ?? content.length),
  };
}
