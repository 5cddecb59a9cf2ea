import {
  ENTRY_MAPS,
  type EntryMap,
  Info,
  PART_DESCRIPTIONS,
  VOCABULARY_DESCRIPTION,
  VOCABULARY_PARTS,
} from "../../knowledge-base/format/schema.ts";
import type { FormatKeywords, VocabularyPart } from "../../knowledge-base/format/terms.ts";
import type { Id } from "../../knowledge-base/knowledge.ts";

/** From the top of a file to something in it: keys of maps, positions in lists. */
export type Path = readonly (string | number)[];

/** The form of a file as a whole. */
export const FILE: FormatKeywords = {
  type: "object",
  title: "a map",
  properties: {
    knowledgeBase: Info,
    ...Object.fromEntries(
      Object.entries(ENTRY_MAPS).map(([key, { schema, description }]) => [key, mapOf(schema, description)]),
    ),
    vocabulary: {
      type: "object",
      title: "a map",
      description: VOCABULARY_DESCRIPTION,
      properties: Object.fromEntries(
        Object.entries(VOCABULARY_PARTS).map(([key, schema]) => {
          return [key, mapOf(schema, PART_DESCRIPTIONS[key as VocabularyPart])];
        }),
      ),
    },
  },
};

const ENTRY_KEYS: ReadonlySet<unknown> = new Set(Object.keys(ENTRY_MAPS));

/** The form of what is at a path of a file, by default of a knowledge base; undefined where the format has nothing. */
export function formAt(path: Path, file: FormatKeywords = FILE): FormatKeywords | undefined {
  return path.reduce<FormatKeywords | undefined>((form, step) => form && formIn(form, step), file);
}

/** The form of what is under a key, or at a position of a list. */
export function formIn(form: FormatKeywords, step: string | number): FormatKeywords | undefined {
  const { map, list } = kindsOf(form);
  if (typeof step === "number") return list?.items;
  const { properties, patternProperties } = map ?? {};
  if (properties !== undefined) return Object.hasOwn(properties, step) ? properties[step] : undefined;
  return patternProperties && Object.values(patternProperties)[0];
}

/** The forms of which a value may have any. */
export function formsOf(form: FormatKeywords): readonly FormatKeywords[] {
  return kindsOf(form).all;
}

/** The form as a map, if a map can stand here. */
export function mapForm(form: FormatKeywords | undefined): FormatKeywords | undefined {
  return form && kindsOf(form).map;
}

/** The form as a list, if a list can stand here. */
export function listForm(form: FormatKeywords | undefined): FormatKeywords | undefined {
  return form && kindsOf(form).list;
}

/** The forms that a value without parts can have here. */
export function scalarForms(form: FormatKeywords | undefined): readonly FormatKeywords[] {
  return form === undefined ? [] : kindsOf(form).scalars;
}

interface Kinds {
  readonly all: readonly FormatKeywords[];
  readonly map: FormatKeywords | undefined;
  readonly list: FormatKeywords | undefined;
  readonly scalars: readonly FormatKeywords[];
}

const known = new WeakMap<FormatKeywords, Kinds>();

function kindsOf(form: FormatKeywords): Kinds {
  let kinds = known.get(form);
  if (kinds === undefined) {
    const all = form.anyOf === undefined ? [form] : form.anyOf.flatMap(formsOf);
    kinds = {
      all,
      map: all.find(({ type }) => type === "object"),
      list: all.find(({ type }) => type === "array"),
      scalars: all.filter(({ type }) => type !== "object" && type !== "array"),
    };
    known.set(form, kinds);
  }
  return kinds;
}

/** The keys of a map in the order in which people write them: background and evidence come last. */
export function keysInOrder({ properties = {} }: FormatKeywords): readonly string[] {
  const keys = Object.keys(properties);
  const last = LAST.filter((key) => keys.includes(key));
  return [...keys.filter((key) => !last.includes(key)), ...last];
}

const LAST = ["description", "sameAs", "evidence"];

export function isEntryMap(key: unknown): key is EntryMap {
  return ENTRY_KEYS.has(key);
}

/** The id of the entry that a path leads to or into, and its map. */
export function entryOf([map, id]: Path): { readonly map: EntryMap; readonly id: Id } | undefined {
  return isEntryMap(map) && typeof id === "string" ? { map, id } : undefined;
}

export function isVocabularyPart(key: unknown): key is VocabularyPart {
  return typeof key === "string" && Object.hasOwn(VOCABULARY_PARTS, key);
}

function mapOf(entry: FormatKeywords, description?: string): FormatKeywords {
  return { type: "object", title: "a map", description, patternProperties: { "^\\S+$": entry } };
}
