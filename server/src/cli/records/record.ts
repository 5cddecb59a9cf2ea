import type { Format } from "../../text/draft.ts";
import { FORMATS, formatOf, formatOfLanguage } from "../../text/formats.ts";

/** A draft that comes as a line of JSON. */
export interface DraftRecord {
  /** Whatever the caller knows it by; it comes back as it was. */
  readonly id: unknown;
  readonly text: string;
  readonly format: Format;
}

/** A record, or why it is none, or why it is not to be checked. */
export type ReadRecord =
  | { readonly record: DraftRecord }
  | { readonly id: unknown; readonly error: string }
  | { readonly id: unknown; readonly skipped: string };

/** Reads one line of JSON Lines: `{"id", "text", "language"}`, of which only the text must be there. Total. */
export function readRecord(line: string): ReadRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: "This line is no JSON." };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { id: null, error: "This line is no JSON object." };
  const { id = null, text, language } = value as Record<string, unknown>;
  if (typeof text !== "string") return { id, error: "This record has no “text”." };
  if (language !== undefined && language !== null && typeof language !== "string")
    return { id, error: "The “language” of this record is no text." };
  const format = formatFor(language ?? undefined, id);
  if (format === undefined) return { id, skipped: `Nothing is read in the language “${language}”.` };
  return { record: { id, text, format } };
}

/** By what editors call it; an English text of no such kind is of the kind that its id ends in, or else plain. */
function formatFor(language: string | undefined, id: unknown): Format | undefined {
  const known = language === undefined ? undefined : formatOfLanguage(language.toLowerCase());
  if (known !== undefined) return known;
  const isEnglish = language === undefined || /^(?:en|eng|english)(?:[-_].*)?$/i.test(language);
  if (!isEnglish) return language! in FORMATS ? (language as Format) : undefined;
  return (typeof id === "string" ? formatOf(id) : undefined) ?? "plaintext";
}
