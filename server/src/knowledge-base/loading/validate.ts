import type { FormatKeywords } from "../format/terms.ts";
import { near } from "../nearest.ts";
import { replaceKey, replaceText } from "../yaml/rewrites.ts";
import { isNothing, type YamlMap, type YamlNode, type YamlPair } from "../yaml/tree.ts";
import { CONDITIONS } from "./conditions.ts";
import { capital, fixOf, type Inspection, meant, quoted } from "./inspection.ts";
import {
  type Field as AnyField,
  isNeverEmpty,
  reportDuplicate,
  reportEmptyItem,
  reportMissing,
  reportName,
  reportNothing,
  reportUnknownKeys,
} from "./misfits.ts";
import { wayOut } from "./ways-out.ts";

/**
 * Reads a YAML value as its schema demands and returns it as plain data, or undefined where it is wrong, which it
 * tells the inspection. `label` is what the value is called in messages: mostly its key.
 */
export type Reader = (node: YamlNode, inspection: Inspection, label: string) => unknown;

/** Compiles a schema into its reader: the validator of the format. */
export function compile(schema: FormatKeywords): Reader {
  if (schema.anyOf !== undefined) return unionReader(schema, schema.anyOf);
  if (schema.enum !== undefined) return choiceReader(schema.enum, schema);
  if (schema.const === false) return constantReader("false", false);
  switch (schema.type) {
    case "object":
      return schema.patternProperties === undefined ? objectReader(schema) : recordReader(schema);
    case "array":
      return listReader(schema);
    case "number":
      return numberReader(schema);
    case "boolean":
      return booleanReader(schema);
    default:
      return textReader(schema);
  }
}

interface Field extends AnyField {
  readonly read: Reader;
  /** A bit of its own. */
  readonly bit: number;
}

function objectReader(schema: FormatKeywords): Reader {
  const fields = new Map<string, Field>();
  for (const [key, of] of Object.entries(schema.properties ?? {})) {
    const required = schema.required?.includes(key) ?? false;
    fields.set(key, {
      key,
      label: `\`${key}\``,
      schema: of,
      read: compile(of),
      required,
      bit: 1 << fields.size,
    });
  }
  const needed = [...fields.values()].reduce((bits, { required, bit }) => (required ? bits | bit : bits), 0);
  const condition = schema["x-holds"] && CONDITIONS[schema["x-holds"]];
  const read: Reader = (node, inspection, label) => {
    if (node.kind !== "map") return wrongType(node, inspection, label, schema, read);
    const value: Record<string, unknown> = {};
    let seen = 0;
    let unknown = false;
    for (const pair of node.pairs) {
      const field = fields.get(pair.key);
      if (field === undefined) unknown = true;
      else if ((seen & field.bit) !== 0) reportDuplicate(node, pair, inspection);
      else {
        seen |= field.bit;
        value[field.key] = readField(field, node, pair, inspection);
      }
    }
    const misspelt = unknown ? reportUnknownKeys(node, fields, inspection, label, readField) : NONE;
    if ((seen & needed) !== needed) reportMissing(node, fields, misspelt, inspection, label);
    condition?.(value, node, inspection);
    return value;
  };
  return read;
}

const NONE: ReadonlySet<string> = new Set();

function readField(field: Field, map: YamlMap, pair: YamlPair, inspection: Inspection): unknown {
  const { value } = pair;
  if (isBroken(value)) return inspection.lose();
  const isEmptyList = value.kind === "list" && value.items.length === 0 && isNeverEmpty(field.schema);
  return isUnwritten(value) || isEmptyList
    ? reportNothing(field, map, pair, inspection)
    : field.read(value, inspection, field.label);
}

function recordReader(schema: FormatKeywords): Reader {
  const [[pattern, of] = [".", {}]] = Object.entries(schema.patternProperties ?? {});
  const form = new RegExp(pattern, "u");
  const readValue = compile(of);
  const part = schema["x-keys"];
  const read: Reader = (node, inspection, label) => {
    if (node.kind !== "map") return wrongType(node, inspection, label, schema, read);
    const value: Record<string, unknown> = Object.create(null);
    for (const pair of node.pairs) {
      const { key } = pair;
      if (key in value) {
        reportDuplicate(node, pair, inspection);
        continue;
      }
      if (part !== undefined) {
        const replacement = (word: string) =>
          node.pairs.some((other) => other.key === word) ? undefined : replaceKey(pair, word);
        inspection.word(part, key, pair, replacement);
      } else if (!form.test(key)) reportName(node, pair, inspection);
      const field = { key, label: quoted(key), schema: of, read: readValue, required: false, bit: 0 };
      value[key] = readField(field, node, pair, inspection);
    }
    return value;
  };
  return read;
}

function listReader(schema: FormatKeywords): Reader {
  const item = compile(schema.items ?? {});
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  const itemwise = schema["x-itemwise"] === true;
  // The label of the items, which is made once for all lists of a key.
  let lastLabel = "";
  let itemLabel = "";
  const read: Reader = (node, inspection, label) => {
    if (node.kind !== "list" || node.items.length < minItems || node.items.length > maxItems) {
      return wrongType(node, inspection, label, schema, read);
    }
    if (label !== lastLabel) {
      lastLabel = label;
      itemLabel = `an item of ${label}`;
    }
    let wrong: Set<number> | undefined;
    const values = node.items.map((each, i) => {
      const errors = inspection.errors;
      const value = isBroken(each)
        ? inspection.lose()
        : isUnwritten(each)
          ? reportEmptyItem(node, each, inspection, itemLabel, schema)
          : item(each, inspection, itemLabel);
      if (itemwise && inspection.errors !== errors) {
        inspection.errors = errors;
        wrong = (wrong ?? new Set()).add(i);
      }
      return value;
    });
    return wrong === undefined ? values : values.filter((_, i) => !wrong!.has(i));
  };
  return read;
}

/** Decides by the kind of value alone, so that a message can speak of the one alternative that was meant. */
function unionReader(schema: FormatKeywords, alternatives: readonly FormatKeywords[]): Reader {
  const forms = flatten(alternatives);
  const readers = forms.map((each) => ({ accepts: kindOf(each), read: compile(each) }));
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } =
    forms.find(({ type }) => type === "array") ?? {};
  const read: Reader = (node, inspection, label) => {
    const constant = node.kind === "scalar" && node.plain && node.text === "false";
    const reader = constant
      ? readers.findLast((each) => each.accepts === node.kind)
      : readers.find((each) => each.accepts === node.kind);
    const size = node.kind === "list" ? node.items.length : minItems;
    return reader === undefined || size < minItems || size > maxItems
      ? wrongType(node, inspection, label, schema, read)
      : reader.read(node, inspection, label);
  };
  return read;
}

function flatten(alternatives: readonly FormatKeywords[]): FormatKeywords[] {
  return alternatives.flatMap((each) => (each.anyOf === undefined ? [each] : flatten(each.anyOf)));
}

function kindOf(schema: FormatKeywords): YamlNode["kind"] {
  if (schema.type === "array") return "list";
  return schema.type === "object" ? "map" : "scalar";
}

function choiceReader(choices: readonly string[], schema: FormatKeywords): Reader {
  const read: Reader = (node, inspection, label) => {
    if (node.kind !== "scalar" || isNothing(node)) return wrongType(node, inspection, label, schema, read);
    if (choices.includes(node.text)) return node.text;
    const known = near(node.text, choices);
    const message = `${capital(label)} must be one of ${choices.join(", ")}${meant(known) || `, but is ${shown(node)}.`}`;
    inspection.report("wrong-type", node, message, inspection.instead(node, known));
    // What depends on the choice is told at the same time.
    return known?.word;
  };
  return read;
}

function constantReader(text: string, value: unknown): Reader {
  return (node, inspection, label) => {
    if (node.kind === "scalar" && node.text === text) return value;
    return inspection.report("wrong-type", node, `${capital(label)} must be ${text}.`);
  };
}

const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/;

function numberReader(schema: FormatKeywords): Reader {
  const read: Reader = (node, inspection, label) => {
    if (node.kind === "scalar" && node.plain && NUMBER.test(node.text) && Number.isFinite(Number(node.text)))
      return Number(node.text);
    return wrongType(node, inspection, label, schema, read);
  };
  return read;
}

function booleanReader(schema: FormatKeywords): Reader {
  const read: Reader = (node, inspection, label) => {
    const text = node.kind === "scalar" && node.plain ? node.text : "";
    if (text === "true" || text === "false") return text === "true";
    return wrongType(node, inspection, label, schema, read);
  };
  return read;
}

function textReader(schema: FormatKeywords): Reader {
  const { "x-id": kinds, "x-word": word, "x-date": date, pattern } = schema;
  const form = pattern === undefined ? undefined : new RegExp(pattern, "u");
  const read: Reader = (node, inspection, label) => {
    if (node.kind !== "scalar" || isNothing(node)) return wrongType(node, inspection, label, schema, read);
    if (kinds !== undefined) inspection.id(kinds, node, label);
    else if (date === true) inspection.date(node, label);
    else if (word !== undefined)
      inspection.word(word, node.text, node, (near) => replaceText(inspection.text, node, near));
    else if (form?.test(node.text) === false) return wrongType(node, inspection, label, schema, read);
    return node.text;
  };
  return read;
}

function wrongType(
  node: YamlNode,
  inspection: Inspection,
  label: string,
  schema: FormatKeywords,
  read: Reader,
): undefined {
  if (isBroken(node)) return inspection.lose();
  const message = isUnwritten(node)
    ? `${capital(label)} has no value; it should be ${schema.title}.`
    : `${capital(label)} must be ${schema.title}, but is ${shown(node)}.`;
  return inspection.report("wrong-type", node, message, () => {
    const way = wayOut(schema, node, inspection.text);
    const sound = way !== undefined && inspection.isSound(() => read(way.becomes, inspection, label));
    return { fix: sound ? fixOf(way.title, way.edits, way.unsafe !== true) : undefined };
  });
}

function isUnwritten(node: YamlNode): boolean {
  return node.kind === "scalar" && isNothing(node);
}

/** Something is written that cannot be read; a syntax problem has said so. */
function isBroken(node: YamlNode): boolean {
  return node.kind === "scalar" && node.broken === true;
}

function shown(node: YamlNode): string {
  if (node.kind === "list") return node.items.length === 0 ? "an empty list" : "a list";
  return node.kind === "map" ? "a map" : quoted(node.text);
}
