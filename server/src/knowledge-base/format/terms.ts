import {
  Array as ArrayOf,
  Enum,
  Object as MapOf,
  Optional,
  Record as RecordOf,
  String as Text,
  Boolean as TruthValue,
  type TSchema,
  Union,
} from "typebox";
import type { ENTITY_TYPES } from "../knowledge.ts";

/** The keywords of JSON Schema that the format of knowledge bases uses, and a few of its own. */
export interface FormatKeywords {
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly minLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly const?: unknown | undefined;
  readonly enum?: readonly string[] | undefined;
  /** What each value of `enum` means, in their order. */
  readonly enumDescriptions?: readonly string[] | undefined;
  /** What holds where the key is not there. */
  readonly default?: unknown;
  readonly examples?: readonly unknown[] | undefined;
  readonly anyOf?: readonly FormatKeywords[] | undefined;
  readonly items?: FormatKeywords | undefined;
  readonly properties?: Readonly<Record<string, FormatKeywords>> | undefined;
  readonly patternProperties?: Readonly<Record<string, FormatKeywords>> | undefined;
  readonly required?: readonly string[] | undefined;
  /** The text is an EDTF date or interval. */
  readonly "x-date"?: true | undefined;
  /** The text is the id of an entry of one of these maps; entities may be narrowed to types. */
  readonly "x-id"?: readonly EntryKind[] | undefined;
  /** The text is a word of this part of the vocabulary. */
  readonly "x-word"?: VocabularyPart | undefined;
  /** The keys of the map are words of this part of the vocabulary. */
  readonly "x-keys"?: VocabularyPart | undefined;
  /** What else must hold of the map, by name; see inspection.ts. */
  readonly "x-holds"?: "quote-in-source" | "attributed" | "range-in-order" | undefined;
  /** An item of the list that is wrong loses only itself. */
  readonly "x-itemwise"?: true | undefined;
}

export type VocabularyPart = "eventTypes" | "participantRoles" | "predicates" | "outcomes";

/** What an id may name: an entity of any or of one type, or an entry of another map. */
export type EntryKind = "entity" | "event" | "claim" | "figure" | "source" | (typeof ENTITY_TYPES)[number];

/** What a description may be followed by: an example, as the value that YAML makes of it. */
const shown = (example: unknown) => (example === undefined ? {} : { examples: [example] });

export const text = (description: string, example?: string) =>
  Text({ description, minLength: 1, title: "a text", ...shown(example) });
export const texts = (description: string, example?: readonly string[]) =>
  Optional(
    ArrayOf(Text({ minLength: 1, title: "a text" }), {
      description,
      title: "a list of texts",
      ...shown(example),
    }),
  );
export const date = (description: string, example?: string) =>
  Text({ description, minLength: 1, title: "a date or an interval", "x-date": true, ...shown(example) });
export const id = (kinds: readonly EntryKind[], description: string, example?: string) =>
  Text({ description, minLength: 1, title: "an id", "x-id": kinds, ...shown(example) });
export const ids = (kinds: readonly EntryKind[], description: string, example?: readonly string[]) =>
  Optional(ArrayOf(id(kinds, ""), { description, title: "a list of ids", ...shown(example) }));
export const word = (part: VocabularyPart, title: string, description: string, example?: string) =>
  Text({ description, minLength: 1, title, "x-word": part, ...shown(example) });
export const yesNo = (description: string, otherwise?: boolean) =>
  TruthValue({
    description,
    title: "true or false",
    ...(otherwise === undefined ? {} : { default: otherwise, examples: [!otherwise] }),
  });

/** One of a few words, each with what it means. */
export const choice = <Value extends string>(
  values: Readonly<Record<Value, string>>,
  options: { title: string; description: string; default?: NoInfer<Value> },
) => Enum(Object.keys(values) as Value[], { ...options, enumDescriptions: Object.values(values) });

export const mapOf = <T extends TSchema>(value: T, options: object) =>
  RecordOf(Text({ pattern: "^\\S+$" }), value, { title: "a map", ...options });

export function oneOrMore<T extends TSchema>(item: T, title: string, description: string, example?: unknown) {
  return Union([item, ArrayOf(item, { minItems: 1 })], { title, description, ...shown(example) });
}

export function dated(kinds: readonly EntryKind[], description: string, example?: unknown) {
  const during = MapOf(
    {
      of: id(kinds, "What it belongs to, lies in or is a member of."),
      during: Optional(date("The time for which it holds.", "2014/2019-05")),
    },
    { additionalProperties: false, title: "a map of `of` and `during`" },
  );
  return oneOrMore(
    Union([id(kinds, ""), during], { title: "an id or a map of `of` and `during`" }),
    "an id, a map of `of` and `during`, or a list of these",
    description,
    example,
  );
}
