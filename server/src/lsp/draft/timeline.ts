import { TIMELINE_FORMATS } from "../../features/timeline/formats.ts";
import { timeline } from "../../features/timeline/items.ts";
import type { TimelineRequest } from "../protocol.ts";
import type { Session } from "../session.ts";

/** The timeline of an open draft, written as the client wants it; null for what is no draft, or a form there is not. */
export async function timelineOf(
  session: Session,
  { uri, format = "svg" }: TimelineRequest,
): Promise<string | null> {
  const write = Object.hasOwn(TIMELINE_FORMATS, format) ? TIMELINE_FORMATS[format] : undefined;
  const snapshot = write && (await session.drafts.current(uri));
  if (snapshot === undefined) return null;
  return write!(timeline(snapshot, (origin) => session.bases.locate(origin)));
}
