import { BUILT_IN } from "../vocabulary/vocabulary.ts";
import { ENTRY_MAPS, Info, VOCABULARY_PARTS } from "./schema.ts";
import type { FormatKeywords } from "./terms.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * The format as a JSON Schema (draft 2020-12) for the completion and validation of other editors. Says what a schema
 * can say: ids, dates, quotes and the vocabulary are checked by the loader alone.
 */
export function jsonSchema(): Json {
  const map = (schema: FormatKeywords) => ({ type: ["object", "null"], additionalProperties: plain(schema) });
  const maps = Object.entries(ENTRY_MAPS).map(([key, { schema, description }]) => {
    return [key, { description, ...map(schema) }] as const;
  });
  const words = Object.entries(VOCABULARY_PARTS).map(([key, schema]) => [key, map(schema)] as const);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A knowledge base of Aide-Mémoire, or one file of it",
    type: "object",
    additionalProperties: false,
    properties: {
      knowledgeBase: plain(Info),
      ...Object.fromEntries(maps),
      vocabulary: {
        description: "Words that the built-in vocabulary lacks.",
        type: ["object", "null"],
        additionalProperties: false,
        properties: Object.fromEntries(words),
      },
    },
  };
}

/** A schema without the keywords of our own, put into those of JSON Schema as far as that can be done. */
function plain(schema: FormatKeywords): Json {
  const { description, properties, patternProperties, items, anyOf } = schema;
  return {
    ...(description ? { description } : {}),
    ...typeOf(schema),
    ...only(schema, ["enum", "const", "minLength", "minItems", "maxItems", "required"]),
    ...(anyOf && { anyOf: anyOf.map(plain) }),
    ...(items && { items: plain(items) }),
    ...(properties && { additionalProperties: false, properties: mapped(properties) }),
    ...(patternProperties && { additionalProperties: plain(Object.values(patternProperties)[0]!) }),
    ...(schema["x-word"] && suggestions(Object.keys(BUILT_IN[schema["x-word"]]))),
    ...(schema["x-keys"] && { propertyNames: suggestions(Object.keys(BUILT_IN[schema["x-keys"]])) }),
    ...(schema["x-holds"] === "attributed" && ATTRIBUTED),
  };
}

/** What is read as text may look like a number to another reader of YAML: 1893, or a party called 1984. */
function typeOf({ type, anyOf }: FormatKeywords): Json {
  if (type === undefined || anyOf !== undefined) return {};
  return { type: type === "string" ? ["string", "number"] : type };
}

function only(schema: FormatKeywords, keys: readonly (keyof FormatKeywords)[]): Json {
  return Object.fromEntries(keys.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]]])));
}

function mapped(schemas: Readonly<Record<string, FormatKeywords>>): Json {
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, plain(schema)]));
}

function suggestions(words: readonly string[]): Json {
  return { anyOf: [{ enum: words }, { type: "string" }] };
}

const ATTRIBUTED = {
  if: { required: ["status"], properties: { status: { enum: ["contested", "alleged"] } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ["attributedTo"] },
};
