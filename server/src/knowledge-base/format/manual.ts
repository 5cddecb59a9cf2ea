import { calendarDate } from "../../time/calendar.ts";
import { parseEdtf } from "../../time/edtf.ts";
import { ENTRY_MAPS, Info, VOCABULARY_PARTS } from "./schema.ts";
import { rows } from "./tables.ts";
import type { EntryKind, FormatKeywords } from "./terms.ts";

/**
 * The manual page of the format with its tables brought up to date: what stands between `<!-- name -->` and
 * `<!-- /name -->` is written anew, what stands around it is left as it is. `problems` are the codes of all that can be
 * wrong with a knowledge base, each with its meaning.
 */
export function formatPage(page: string, problems: Readonly<Record<string, string>>): string {
  return page.replace(
    /(<!-- ([\w:.]+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g,
    (_, begin: string, name: string, end: string) => `${begin}\n${section(name, problems)}\n\n${end}`,
  );
}

function section(name: string, problems: Readonly<Record<string, string>>): string {
  const [what, where] = name.split(":") as [string, string | undefined];
  switch (what) {
    case "keys":
      return keysOf(schemaAt(where!));
    case "values":
      return valuesOf(schemaAt(where!));
    case "dates":
      return rows(["written", "means", "first day", "last day"], DATES.map(dateRow));
    case "seasons":
      return rows(["code", "means", "in 2021"], PARTS_OF_YEAR.map(partRow));
    default:
      return rows(
        ["code", "what is wrong"],
        Object.entries(problems).map(([code, meaning]) => [`\`${code}\``, meaning]),
      );
  }
}

const MAPS: Readonly<Record<string, FormatKeywords>> = {
  knowledgeBase: Info,
  ...Object.fromEntries(Object.entries(ENTRY_MAPS).map(([map, { schema }]) => [map, schema])),
  ...VOCABULARY_PARTS,
};

/** "events.evidence": the schema of a map, or of the values of a key in it. */
function schemaAt(path: string): FormatKeywords {
  const [map, ...keys] = path.split(".");
  return keys.reduce((schema, key) => mapIn(schema)?.properties?.[key] ?? {}, MAPS[map!] ?? {});
}

/** The map that a value is, or that it may be, or that the items of a list are. */
function mapIn(schema: FormatKeywords): FormatKeywords | undefined {
  if (schema.properties !== undefined) return schema;
  const inner = [...(schema.anyOf ?? []), ...(schema.items === undefined ? [] : [schema.items])];
  return inner.map(mapIn).find((found) => found !== undefined);
}

function keysOf(schema: FormatKeywords): string {
  const { properties = {}, required = [] } = mapIn(schema) ?? {};
  const list = Object.entries(properties).map(([key, value]) => [
    `\`${key}\``,
    taken(value) + (required.includes(key) ? "; **required**" : ""),
    value.description ?? "",
    (value.examples ?? []).map((example) => `\`${flow(example)}\``).join(" or "),
  ]);
  return rows(["key", "takes", "meaning", "example"], list);
}

/** What a key takes: its form, what an id in it may name, and what holds without it. */
function taken(schema: FormatKeywords): string {
  const kinds = kindsIn(schema);
  const of = kinds.length === 0 ? "" : ` (${kinds.map((kind) => KINDS[kind] ?? kind).join(", ")})`;
  const otherwise = schema.default === undefined ? "" : `; \`${flow(schema.default)}\` unless said`;
  return schema.title + of + otherwise;
}

const KINDS: Partial<Record<EntryKind, string>> = { entity: "any entity" };

function kindsIn(schema: FormatKeywords): readonly EntryKind[] {
  const { items, anyOf = [], patternProperties = {} } = schema;
  const inner = [...(items === undefined ? [] : [items]), ...anyOf, ...Object.values(patternProperties)];
  return [...new Set([...(schema["x-id"] ?? []), ...inner.flatMap(kindsIn)])];
}

function valuesOf(schema: FormatKeywords): string {
  const choice = [schema, ...(schema.anyOf ?? [])].find((each) => each.enum !== undefined);
  const list = (choice?.enum ?? []).map((value, i) => [`\`${value}\``, choice?.enumDescriptions?.[i] ?? ""]);
  return rows(["value", "meaning"], list);
}

/** A value as YAML writes it on one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
    return `{ ${pairs.join(", ")} }`;
  }
  const text = String(value);
  return typeof value === "string" && /^[^\w./-]|[,[\]{}#]|: |:$/.test(text) ? JSON.stringify(text) : text;
}

const DATES: readonly (readonly [text: string, meaning: string])[] = [
  ["1893", "a year"],
  ["199X", "a decade"],
  ["19XX", "a century"],
  ["2025-10", "a month"],
  ["2025-10-19", "a day"],
  ["2025-10-19T08:30:00Z", "the same day: a time of day is understood, and not used"],
  ["2025-22", "a part of a year, by its code in the table below: the summer"],
  ["2025-XX", "some month of the year"],
  ["2025-10-XX", "some day of the month"],
  ["-0043", "a year before year 0: 44 BC, for year 0 is 1 BC"],
  ["Y-12000", "a year of more than four digits"],
  ["2025-10-25~", "about that day; a date within one unit of it, here a day, still fits"],
  ["2025-10~", "about that month"],
  ["2025-10?", "that month, though not for sure"],
  ["2025-10%", "about that month, and not for sure"],
  ["2025-10-25/2025-10-30", "from one day to another, both included"],
  ["2021-08/2022", "from the beginning of the first to the end of the last"],
  ["2021-08/..", "from then on"],
  ["../2021-08", "until then"],
];

const PARTS_OF_YEAR: readonly (readonly [code: number, meaning: string])[] = [
  [21, "spring, in the north"],
  [22, "summer, in the north"],
  [23, "autumn, in the north"],
  [24, "winter, in the north"],
  [25, "spring, in the north, where that is to be said"],
  [26, "summer, in the north"],
  [27, "autumn, in the north"],
  [28, "winter, in the north"],
  [29, "spring, in the south"],
  [30, "summer, in the south"],
  [31, "autumn, in the south"],
  [32, "winter, in the south"],
  [33, "first quarter"],
  [34, "second quarter"],
  [35, "third quarter"],
  [36, "fourth quarter"],
  [40, "first half"],
  [41, "second half"],
];

function dateRow([text, meaning]: readonly [string, string]): string[] {
  return [`\`${text}\``, meaning, ...daysOf(text)];
}

function partRow([code, meaning]: readonly [number, string]): string[] {
  return [`\`${code}\``, meaning, daysOf(`2021-${code}`).join(" to ")];
}

/** The first and the last day, as the program itself reads the date. */
function daysOf(text: string): string[] {
  const value = parseEdtf(text);
  return "problem" in value ? [value.problem, ""] : [dayText(value.start), dayText(value.end)];
}

function dayText(day: number): string {
  if (!Number.isFinite(day)) return "open";
  const { year, month, day: dayOfMonth } = calendarDate(day);
  const digits = String(Math.abs(year)).padStart(4, "0");
  return [`${year < 0 ? "−" : ""}${digits}`, month, dayOfMonth]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}
