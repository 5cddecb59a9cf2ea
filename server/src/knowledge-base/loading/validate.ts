import type { Span } from "../../text/span.ts";
import type { FormatKeywords } from "../format/terms.ts";
import { nearest } from "../nearest.ts";
import type { YamlMap, YamlNode, YamlScalar } from "../yaml/tree.ts";
import type { Inspection } from "./inspection.ts";

/**
 * Reads a YAML value as its schema demands and returns it as plain data, or undefined where it is wrong, which it
 * tells the inspection. `label` is what the value is called in messages: mostly its key.
 */
export type Reader = (node: YamlNode, inspection: Inspection, label: string) => unknown;

/** Compiles a schema into its reader: the validator of the format. */
export function compile(schema: FormatKeywords): Reader {
  if (schema.anyOf !== undefined) return unionReader(schema, schema.anyOf);
  if (schema.enum !== undefined) return choiceReader(schema.enum);
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

/** "unknown key `participant`; did you mean `participants`?" */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : `; did you mean \`${near}\`?`;
}

function objectReader(schema: FormatKeywords): Reader {
  const fields = new Map(
    Object.entries(schema.properties ?? {}).map(([key, value]) => [key, compile(value)]),
  );
  const required = schema.required ?? [];
  const holds = schema["x-holds"];
  return (node, inspection, label) => {
    if (node.kind !== "map") return wrongType(node, inspection, label, schema);
    const value: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const pair of node.pairs) {
      const field = fields.get(pair.key);
      if (field === undefined) {
        const guess = didYouMean(pair.key, fields.keys());
        inspection.report("unknown-key", pair, `Unknown key \`${pair.key}\`${guess || ` in ${label}.`}`);
      } else if (seen.has(pair.key)) {
        inspection.report("duplicate-key", pair, `The key \`${pair.key}\` is here twice.`);
      } else {
        seen.add(pair.key);
        value[pair.key] = field(placed(pair.value, pair), inspection, `\`${pair.key}\``);
      }
    }
    for (const key of required) {
      if (!seen.has(key))
        inspection.report("missing-key", inspection.placeOf(node), `\`${key}\` is missing in ${label}.`);
    }
    if (holds !== undefined) inspection.holds[holds](value, node);
    return value;
  };
}

function recordReader(schema: FormatKeywords): Reader {
  const item = compile(Object.values(schema.patternProperties ?? {})[0] ?? {});
  const part = schema["x-keys"];
  return (node, inspection, label) => {
    if (node.kind !== "map") return wrongType(node, inspection, label, schema);
    const value: Record<string, unknown> = Object.create(null);
    for (const pair of node.pairs) {
      if (part !== undefined) inspection.word(part, pair.key, pair);
      if (pair.key in value)
        inspection.report("duplicate-key", pair, `The key \`${pair.key}\` is here twice.`);
      else value[pair.key] = item(placed(pair.value, pair), inspection, `\`${pair.key}\``);
    }
    return value;
  };
}

function listReader(schema: FormatKeywords): Reader {
  const item = compile(schema.items ?? {});
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  const itemwise = schema["x-itemwise"] === true;
  return (node, inspection, label) => {
    if (node.kind !== "list" || node.items.length < minItems || node.items.length > maxItems) {
      return wrongType(node, inspection, label, schema);
    }
    const values: unknown[] = [];
    for (const each of node.items) {
      const errors = inspection.errors;
      const value = item(each, inspection, `an item of ${label}`);
      if (!itemwise || inspection.errors === errors) values.push(value);
      else inspection.errors = errors;
    }
    return values;
  };
}

/** Decides by the kind of value alone, so that a message can speak of the one alternative that was meant. */
function unionReader(schema: FormatKeywords, alternatives: readonly FormatKeywords[]): Reader {
  const readers = flatten(alternatives).map((each) => ({ accepts: kindOf(each), read: compile(each) }));
  return (node, inspection, label) => {
    const fitting = readers.filter((each) => each.accepts === node.kind);
    const constant = fitting.length > 1 && node.kind === "scalar" && node.plain && node.text === "false";
    const reader = constant ? fitting.at(-1) : fitting[0];
    return reader === undefined
      ? wrongType(node, inspection, label, schema)
      : reader.read(node, inspection, label);
  };
}

function flatten(alternatives: readonly FormatKeywords[]): FormatKeywords[] {
  return alternatives.flatMap((each) => (each.anyOf === undefined ? [each] : flatten(each.anyOf)));
}

function kindOf(schema: FormatKeywords): YamlNode["kind"] {
  if (schema.type === "array") return "list";
  return schema.type === "object" ? "map" : "scalar";
}

function choiceReader(choices: readonly string[]): Reader {
  return (node, inspection, label) => {
    if (node.kind === "scalar" && choices.includes(node.text)) return node.text;
    const given = node.kind === "scalar" ? node.text : "";
    const guess = didYouMean(given, choices) || `, but is ${shown(node)}.`;
    return inspection.report(
      "wrong-type",
      node,
      `${capital(label)} must be one of ${choices.join(", ")}${guess}`,
    );
  };
}

function constantReader(text: string, value: unknown): Reader {
  return (node, inspection, label) => {
    if (node.kind === "scalar" && node.text === text) return value;
    return inspection.report("wrong-type", node, `${capital(label)} must be ${text}.`);
  };
}

const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/;

function numberReader(schema: FormatKeywords): Reader {
  return (node, inspection, label) => {
    if (node.kind === "scalar" && node.plain && NUMBER.test(node.text)) return Number(node.text);
    return wrongType(node, inspection, label, schema);
  };
}

function booleanReader(schema: FormatKeywords): Reader {
  return (node, inspection, label) => {
    const text = node.kind === "scalar" && node.plain ? node.text : "";
    if (text === "true" || text === "false") return text === "true";
    return wrongType(node, inspection, label, schema);
  };
}

function textReader(schema: FormatKeywords): Reader {
  const kinds = schema["x-id"];
  const word = schema["x-word"];
  const date = schema["x-date"];
  return (node, inspection, label) => {
    if (node.kind !== "scalar" || isNothing(node)) return wrongType(node, inspection, label, schema);
    if (kinds !== undefined) inspection.id(kinds, node, label);
    else if (date === true) inspection.date(node, label);
    else if (word !== undefined) inspection.word(word, node.text, node);
    return node.text;
  };
}

/** YAML's ways to write nothing, and a text without a character; `Null` with a capital may be somebody's name. */
export function isNothing({ text, plain }: YamlScalar): boolean {
  return text.trim() === "" || (plain && (text === "~" || text === "null"));
}

/** A value that is not written has no place of its own: it is shown at its key. */
function placed(node: YamlNode, key: Span): YamlNode {
  return node.kind === "scalar" && node.start === node.end
    ? { ...node, start: key.start, end: key.end }
    : node;
}

function wrongType(node: YamlNode, inspection: Inspection, label: string, schema: FormatKeywords): undefined {
  if (node.kind === "scalar" && node.broken === true) {
    inspection.errors++;
    return undefined;
  }
  if (node.kind === "scalar" && isNothing(node)) {
    return inspection.report(
      "wrong-type",
      node,
      `${capital(label)} has no value; it should be ${schema.title}.`,
    );
  }
  return inspection.report(
    "wrong-type",
    node,
    `${capital(label)} must be ${schema.title}, but is ${shown(node)}.`,
  );
}

function shown(node: YamlNode): string {
  if (node.kind === "list") return "a list";
  if (node.kind === "map") return "a map";
  return isNothing(node)
    ? "empty"
    : `\`${node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text}\``;
}

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Where a map as a whole is pointed at: its first key, for a map may be long. */
export function headOf(node: YamlMap): Span {
  return node.pairs[0] ?? node;
}
