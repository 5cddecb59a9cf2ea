import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Snapshot } from "../../service.ts";
import type { Draft } from "../../text/draft.ts";

/** A snapshot as it goes from one thread to another: without the draft and the knowledge, which both have. */
export interface PackedSnapshot extends Pick<Snapshot, "dateStyle" | "findings" | "ignored"> {
  readonly reading: Omit<Reading, "draft">;
}

/** Plain values throughout, so that a structured clone loses nothing. */
export function pack({ reading, findings, ignored, dateStyle }: Snapshot): PackedSnapshot {
  const { draft: _, ...rest } = reading;
  return { reading: rest, findings, ignored, dateStyle };
}

/** The snapshot that was packed, of the same draft and the same knowledge. */
export function unpack(
  { reading, findings, ignored, dateStyle }: PackedSnapshot,
  draft: Draft,
  knowledge: Knowledge,
): Snapshot {
  return {
    draft,
    knowledge,
    reading: { ...reading, draft },
    findings,
    ignored,
    ...(dateStyle && { dateStyle }),
  };
}
