import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Carried } from "../time/around.ts";
import type { Calendar } from "./dates.ts";
import { Ledger, type ReadPart } from "./ledger.ts";

/** What a reading was made of, for the one after the next keystroke. */
export interface Making {
  readonly parts: readonly ReadPart[];
  /** What was carried into each part to complete its dates. */
  readonly carried: readonly Carried[];
  readonly calendar: Calendar;
  readonly knowledge: Knowledge;
  readonly written: string | undefined;
  /** How many parts were read for it, and not taken over. */
  readonly readAnew: number;
  /** Nothing, if a later reading has taken it on. */
  ledger: Ledger | undefined;
}

/** What is taken on of an older reading, if there is one. */
export interface Old extends Pick<Making, "parts" | "carried"> {
  readonly calendar?: Calendar;
}

/** The older reading's ledger is taken on; where another reading has it already, it is made again. */
export function claimed(
  earlier: Making | undefined,
  knowledge: Knowledge,
): { readonly old: Old; readonly ledger: Ledger } {
  if (earlier === undefined) return { old: { parts: [], carried: [] }, ledger: new Ledger(knowledge) };
  const { ledger } = earlier;
  if (ledger === undefined) return remade(earlier, knowledge);
  earlier.ledger = undefined;
  return { old: earlier, ledger };
}

/** What an older reading was made of, when another one has its ledger. Linear in its parts. */
export function remade(
  making: Making,
  knowledge: Knowledge,
): { readonly old: Making; readonly ledger: Ledger } {
  const parts = making.parts.map((part, order) => ({ ...part, order }));
  const ledger = new Ledger(knowledge);
  for (const part of parts) {
    ledger.add(part);
    ledger.dates.add(part.words.tells);
  }
  return { old: { ...making, parts }, ledger };
}
