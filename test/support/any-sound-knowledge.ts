import fc from "fast-check";
import {
  ENTRY_MAPS,
  type EntryMap,
  Info,
  VOCABULARY_PARTS,
} from "../../server/src/knowledge-base/format/schema.ts";
import type {
  EntryKind,
  FormatKeywords,
  VocabularyPart,
} from "../../server/src/knowledge-base/format/terms.ts";
import { ENTITY_TYPES } from "../../server/src/knowledge-base/knowledge.ts";
import { BUILT_IN } from "../../server/src/knowledge-base/vocabulary/vocabulary.ts";

type Value = fc.Arbitrary<unknown>;

/** What the entries of any knowledge base may speak of: an entry of each kind, and an entity of each type. */
const POOL = {
  sources: { "a-source": { title: "A source" } },
  entities: Object.fromEntries(ENTITY_TYPES.map((type) => [`a-${type}`, { type, name: type }])),
  events: { "an-event": { type: "meeting", name: "An event" } },
};

/**
 * Any sound knowledge base, as the value of its YAML, drawn from the definition of the format itself: some entries with
 * any of their keys, over a few fixed ones that they speak of.
 */
export function anyKnowledge(): fc.Arbitrary<Record<string, unknown>> {
  const maps = (Object.keys(ENTRY_MAPS) as EntryMap[]).map((map) => [map, entries(map)]);
  const parts = Object.entries(VOCABULARY_PARTS).map(([part, schema]) => [part, words(part, schema)]);
  const some = (arbitraries: Record<string, Value>): fc.Arbitrary<Record<string, unknown>> =>
    fc.record(arbitraries, { requiredKeys: [] });
  return some({
    knowledgeBase: valuesOf(Info),
    ...Object.fromEntries(maps),
    vocabulary: some(Object.fromEntries(parts)),
  }).map((added) => {
    const pooled = Object.entries(POOL).map(([map, pool]) => [map, { ...pool, ...(added[map] as object) }]);
    return { ...added, ...Object.fromEntries(pooled) };
  });
}

function entries(map: EntryMap): Value {
  const { schema, kind } = ENTRY_MAPS[map];
  const list = fc.array(valuesOf(schema), { maxLength: 3 });
  return list.map((all) => Object.fromEntries(all.map((entry, i) => [`any-${kind}-${i}`, entry])));
}

function words(part: string, schema: FormatKeywords): Value {
  const key = fc.oneof(
    fc.constantFrom(...Object.keys(BUILT_IN[part as VocabularyPart])),
    fc.constant("ownWord"),
  );
  return fc.dictionary(key, valuesOf(schema), { maxKeys: 3 });
}

/** Any value that a schema of the format allows. */
function valuesOf(schema: FormatKeywords): Value {
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(valuesOf));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema["x-id"] !== undefined) return fc.constantFrom(...idsOf(schema["x-id"]));
  if (schema["x-word"] !== undefined) return fc.constantFrom(...Object.keys(BUILT_IN[schema["x-word"]]));
  if (schema["x-date"]) return anyDate;
  if (schema.pattern !== undefined) return fc.constantFrom(...(schema.examples as string[]));
  switch (schema.type) {
    case "object":
      return mapOf(schema);
    case "array":
      return fc.array(valuesOf(schema.items!), {
        minLength: schema.minItems ?? 0,
        maxLength: schema.maxItems ?? 3,
      });
    case "number":
      return fc.oneof(fc.integer(), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
    case "boolean":
      return fc.boolean();
    default:
      return anyText;
  }
}

function mapOf({
  properties,
  patternProperties,
  required,
  "x-keys": part,
  "x-holds": holds,
}: FormatKeywords): Value {
  if (patternProperties !== undefined) {
    const key =
      part === undefined ? fc.constantFrom("announced", "inForce", "signed") : valuesOf({ "x-word": part });
    return fc.dictionary(key as fc.Arbitrary<string>, valuesOf(Object.values(patternProperties)[0]!), {
      maxKeys: 2,
    });
  }
  const keys = Object.entries(properties!).map(([key, schema]) => [key, valuesOf(schema)] as const);
  const any = fc.record(Object.fromEntries(keys), { requiredKeys: [...(required ?? [])] });
  return holds === undefined ? any : any.map(CONDITIONS[holds]);
}

/** Makes what further conditions demand of a map true of it. */
const CONDITIONS: Record<NonNullable<FormatKeywords["x-holds"]>, (map: Record<string, unknown>) => object> = {
  "quote-in-source": (map) => map,
  attributed: (map) =>
    map.status === undefined || map.status === "established" ? map : { ...map, attributedTo: ["a-person"] },
  "range-in-order": (map) =>
    Array.isArray(map.value) ? { ...map, value: map.value.toSorted((a, b) => a - b) } : map,
};

function idsOf(kinds: readonly EntryKind[]): string[] {
  return kinds.flatMap((kind) => {
    if (kind === "entity") return ENTITY_TYPES.map((type) => `a-${type}`);
    return kind === "event" ? ["an-event"] : [`a-${kind}`];
  });
}

/** A number is a text too, where one is asked for. */
const anyText: Value = fc.oneof(
  fc
    .string({ minLength: 1, unit: "grapheme" })
    .filter((text) => text.trim() !== "" && !text.includes("\uFFFD")),
  fc.constantFrom("true", "null", "~", "1893", "- a", "a: b", "#", "two\nlines", " padded "),
  fc.integer(),
);

const shortYear = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, "0")),
  fc.constant("-0044"),
);
const year = fc.oneof(shortYear, fc.constantFrom("Y-12000", "Y123456"));
const single = fc.oneof(
  year,
  fc.constantFrom("199X", "20XX", "2025-XX", "2025-1X", "2025-10-XX", "2025-10-1X", "2025-XX-XX", "-04XX"),
  fc.tuple(shortYear, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
  fc
    .tuple(shortYear, fc.constantFrom(21, 22, 23, 24, 25, 28, 29, 32, 33, 36, 40, 41))
    .map(([y, p]) => `${y}-${p}`),
  fc
    .tuple(shortYear, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
);
const qualified = fc.tuple(single, fc.constantFrom("", "", "~", "?", "%")).map((parts) => parts.join(""));
const anyDate: Value = fc.oneof(
  qualified,
  fc.constantFrom("2025-10-19T08:30", "2025-10-19T08:30:00Z", "2025-10-19T08:30:00+05:00"),
  qualified.map((date) => `${date}/..`),
  qualified.map((date) => `../${date}`),
  qualified.map((date) => `/${date}`),
  qualified.map((date) => `${date}/${date}`),
  // Ends of which one is less sure than the other.
  fc.constantFrom("2021~/2022", "2021/2022-05-03~", "2021~/2022-05%"),
  fc.integer({ min: 1000, max: 9999 }),
);

function two(n: number): string {
  return String(n).padStart(2, "0");
}
