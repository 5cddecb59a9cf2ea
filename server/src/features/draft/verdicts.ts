import type { Reading, Verdict } from "../../reading/reading.ts";
import type { Snapshot } from "./snapshot.ts";

/** How many of a reading's statements have each verdict. */
export function countVerdicts(reading: Reading): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { supported: 0, contradicted: 0, unverified: 0 };
  for (const statement of reading.statements) counts[statement.verdict]++;
  return counts;
}

/**
 * What a draft's statements came to, in a line: “4 verified · 1 contradicted · 2 not covered”. Undefined where it states
 * nothing that could be held against anything, or there is no knowledge base.
 */
export function verdictsText({ reading, knowledge }: Snapshot): string | undefined {
  if (knowledge.bases.length === 0 || reading.statements.length === 0) return undefined;
  const { supported, contradicted, unverified } = countVerdicts(reading);
  return `${supported} verified · ${contradicted} contradicted · ${unverified} not covered`;
}
