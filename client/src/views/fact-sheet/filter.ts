import type { FactRow } from "../../../../server/src/features/fact-sheet/sheet.ts";

/** Which statements somebody wants to see. */
export interface SheetFilter {
  /** Verdicts that are not wanted. */
  readonly hidden?: readonly string[];
  /** Words that must all be somewhere in a row. */
  readonly text?: string;
}

export function matches(row: FactRow, { hidden = [], text = "" }: SheetFilter): boolean {
  if (hidden.includes(row.verdict)) return false;
  const wanted = folded(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (wanted.length === 0) return true;
  const { says, before, words, after, known, facts, sources } = row;
  const all = folded(
    [
      says,
      `${before}${words}${after}`,
      known,
      ...facts.map(({ id, label }) => `${id} ${label}`),
      ...sources.map(({ title, quotes }) => [title, ...quotes].join(" ")),
    ].join(" "),
  );
  return wanted.every((word) => all.includes(word));
}

/** Without capitals and accents: "turkiye" finds Türkiye. */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
