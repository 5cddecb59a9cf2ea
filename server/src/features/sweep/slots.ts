import type { Evidence, Fact, Id, Knowledge, Role, Source } from "../../knowledge-base/knowledge.ts";
import type { TimeValue } from "../../time/time.ts";
import { describeTime } from "../../time/write.ts";
import { wordsOf } from "../cards/event-card.ts";
import { nameOf } from "../facts.ts";

/** One thing that an entry says: to be compared, and to be shown. */
export interface SlotValue {
  readonly value: unknown;
  readonly words: string;
}

/** Everything that an entry says, by what it is; what says nothing (no aliases) is left out. */
export function slotsOf(entry: Fact | Source, knowledge: Knowledge): ReadonlyMap<string, SlotValue> {
  const slots = new Map<string, SlotValue>();
  for (const [key, value] of Object.entries(entry)) {
    if (SILENT.has(key) || isNothing(value)) continue;
    if (key === "stages" || key === "participants")
      for (const [part, one] of Object.entries(value))
        slots.set(key === "stages" ? wordsOf(part) : `${wordsOf(part)} (participants)`, {
          value: one,
          words: inWords(one, knowledge),
        });
    else slots.set(wordsOf(key), { value: comparable(key, value), words: inWords(value, knowledge) });
  }
  const text = "kind" in entry ? undefined : knowledge.texts.get(entry.id);
  if (text !== undefined) slots.set("full text", { value: text, words: `${text.length} characters` });
  return slots;
}

/** Where it is written, and what no draft is held against. */
const SILENT: ReadonlySet<string> = new Set(["id", "kind", "origin", "sameAs", "note", "description"]);

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** In which order sources speak is all the same. */
function comparable(key: string, value: unknown): unknown {
  return key === "evidence" ? (value as Evidence[]).map((one) => JSON.stringify(one)).sort() : value;
}

/** Any value of an entry, in words. */
function inWords(value: unknown, knowledge: Knowledge): string {
  if (Array.isArray(value)) return value.map((one) => inWords(one, knowledge)).join(", ");
  if (typeof value === "string") return named(value, knowledge);
  if (typeof value !== "object" || value === null) return String(value);
  if ("edtf" in value) return describeTime(value as TimeValue);
  if ("form" in value) return String(value.form);
  if ("source" in value) return evidenceText(value as Evidence, knowledge);
  if ("of" in value) return heldText(value as Pick<Role, "of" | "during"> & Partial<Role>, knowledge);
  return JSON.stringify(value);
}

function named(id: Id, knowledge: Knowledge): string {
  return knowledge.sources.get(id)?.title ?? nameOf(knowledge, id);
}

function evidenceText({ source, quote }: Evidence, knowledge: Knowledge): string {
  const title = named(source, knowledge);
  return quote === undefined ? title : `${title}: “${quote.replace(/\s+/g, " ").trim()}”`;
}

/** "minister of Norrey (since 2 March 2029)". */
function heldText(
  { title, of, during, acting }: Pick<Role, "of" | "during"> & Partial<Role>,
  knowledge: Knowledge,
): string {
  const office = title === undefined ? "" : `${acting === true ? "acting " : ""}${title} of `;
  const time = during === undefined ? "" : ` (${describeTime(during)})`;
  return `${office}${named(of, knowledge)}${time}`;
}
