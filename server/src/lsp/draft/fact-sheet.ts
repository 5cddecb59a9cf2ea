import { factSheet } from "../../features/fact-sheet/fact-sheet.ts";
import { FACT_SHEET_FORMATS } from "../../features/fact-sheet/formats.ts";
import type { FactSheetRequest } from "../protocol.ts";
import type { Session } from "../session.ts";

/** The fact sheet of an open draft, written as the client wants it; null for what is no draft, or a form there is not. */
export async function factSheetOf(
  session: Session,
  { uri, format = "markdown" }: FactSheetRequest,
): Promise<string | null> {
  const write = Object.hasOwn(FACT_SHEET_FORMATS, format) ? FACT_SHEET_FORMATS[format] : undefined;
  const snapshot = write && (await session.drafts.current(uri));
  if (snapshot === undefined) return null;
  return write!(factSheet(snapshot, (origin) => session.bases.locate(origin)));
}
