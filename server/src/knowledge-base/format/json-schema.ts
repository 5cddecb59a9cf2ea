import { BUILT_IN } from "../vocabulary/vocabulary.ts";
import { ENTRY_MAPS, Info, PART_DESCRIPTIONS, VOCABULARY_DESCRIPTION, VOCABULARY_PARTS } from "./schema.ts";
import { NEW_BASE, SNIPPETS, type Snippet } from "./snippets.ts";
import type { FormatKeywords, VocabularyPart } from "./terms.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * The format as a JSON Schema for the completion and validation of other editors; of draft 07, which the most of them
 * know. As strict as a schema can be: whether an id leads anywhere, a day exists and a quote is in its source, only the
 * loader can tell, and words that the vocabulary lacks are not refused, for another file may add them.
 */
export function jsonSchema(): Json {
  const maps = Object.entries(ENTRY_MAPS).map(([key, { schema, description }]) => {
    const snippet = SNIPPETS[key as keyof typeof ENTRY_MAPS];
    return [key, { ...described(description), ...map(schema), ...snippets(snippet) }] as const;
  });
  const parts = Object.entries(VOCABULARY_PARTS).map(([key, schema]) => {
    return [key, { ...described(PART_DESCRIPTIONS[key as VocabularyPart]), ...map(schema) }] as const;
  });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "urn:aide-memoire:knowledge-base:1",
    title: "A knowledge base of Aide-Mémoire, or one file of it",
    // Where nothing but comments is written, there is null.
    type: ["object", "null"],
    additionalProperties: false,
    properties: {
      knowledgeBase: plain(Info),
      ...Object.fromEntries(maps),
      vocabulary: {
        ...described(VOCABULARY_DESCRIPTION),
        type: ["object", "null"],
        additionalProperties: false,
        properties: Object.fromEntries(parts),
      },
    },
    ...snippets(NEW_BASE),
  };
}

/** Entries by id; the key of a map may stand without any. */
function map(schema: FormatKeywords): Json {
  return { type: ["object", "null"], additionalProperties: plain(schema) };
}

/** A schema without the keywords of our own, put into those of JSON Schema as far as that can be done. */
export function plain(schema: FormatKeywords): Json {
  const { properties, patternProperties, items, anyOf } = schema;
  return {
    ...described(schema.description),
    ...only(schema, ["default", "examples"]),
    ...typeOf(schema),
    ...only(schema, [
      "pattern",
      "enum",
      "enumDescriptions",
      "const",
      "minLength",
      "minItems",
      "maxItems",
      "required",
    ]),
    ...(anyOf && { anyOf: anyOf.map(plain) }),
    ...(items && { items: plain(items) }),
    ...(properties && { additionalProperties: false, properties: mapped(properties) }),
    ...(patternProperties && { additionalProperties: plain(Object.values(patternProperties)[0]!) }),
    ...(schema["x-word"] && suggestions(Object.keys(BUILT_IN[schema["x-word"]]))),
    ...(schema["x-keys"] && { propertyNames: suggestions(Object.keys(BUILT_IN[schema["x-keys"]])) }),
    ...(schema["x-holds"] === "attributed" && ATTRIBUTED),
  };
}

/** Where the sentence has marks of Markdown in it, it says so. */
function described(description: string | undefined): Json {
  if (!description) return {};
  return /[`*]/.test(description) ? { description, markdownDescription: description } : { description };
}

/** What is read as text may look like a number to another reader of YAML: 1893, or a party called 1984. */
function typeOf({ type, anyOf, "x-date": isDate }: FormatKeywords): Json {
  if (type === undefined || anyOf !== undefined) return {};
  if (isDate) return { type: ["string", "integer"], pattern: DATE, minimum: -9999, maximum: 9999 };
  return type === "string" ? { type: ["string", "number"], pattern: "\\S" } : { type };
}

const DATE = dates();

/** The shape of EDTF, levels 0 and 1: "2025-1X~", "../2025-10-19", "Y-12000". */
function dates(): string {
  const year = "(?:-?\\d[\\dX]{3}|Y-?\\d{5,})";
  const month = "(?:0[1-9X]|1[0-2X]|2[1-9]|3\\d|4[01]|XX)";
  const day = "(?:0[1-9X]|[12][\\dX]|3[01X]|XX)";
  const single = `${year}(?:-${month}(?:-${day})?)?(?:T[\\d:Z+-]+)?[~?%]?`;
  const end = `(?:\\.\\.|${single})?`;
  return `^\\s*(?:${single}|${end}/${end})\\s*$`;
}

function only(schema: FormatKeywords, keys: readonly (keyof FormatKeywords)[]): Json {
  return Object.fromEntries(keys.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]]])));
}

function mapped(schemas: Readonly<Record<string, FormatKeywords>>): Json {
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, plain(schema)]));
}

function suggestions(words: readonly string[]): Json {
  return { anyOf: [{ enum: words }, { type: ["string", "number"] }] };
}

function snippets(...list: readonly Snippet[]): Json {
  return { defaultSnippets: list };
}

const ATTRIBUTED = {
  if: { required: ["status"], properties: { status: { enum: ["contested", "alleged"] } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ["attributedTo"], properties: { attributedTo: { minItems: 1 } } },
};
