import { span } from "../../text/span.ts";
import type { FormatKeywords } from "../format/terms.ts";
import { near } from "../nearest.ts";
import { addKey, isFlow, removeItem, removePair, writtenSpan } from "../yaml/edits.ts";
import { fillPair, replaceKey } from "../yaml/rewrites.ts";
import type { YamlList, YamlMap, YamlNode, YamlPair } from "../yaml/tree.ts";
import { capital, fixOf, type Inspection, meant, quoted, replaceBy } from "./inspection.ts";

// What can be wrong with the keys of a map and the items of a list, apart from the values themselves.

/** A key that a map may have. */
export interface Field {
  readonly key: string;
  readonly label: string;
  readonly schema: FormatKeywords;
  readonly required: boolean;
}

export function isNeverEmpty(schema: FormatKeywords): boolean {
  return schema.type !== "array" && schema.anyOf?.some(({ minItems = 0 }) => minItems > 0) === true;
}

/** Reports a key without a value, which is as good as none; of one that must be there, a value may be known. */
export function reportNothing(
  { key, required, schema }: Field,
  map: YamlMap,
  pair: YamlPair,
  inspection: Inspection,
): undefined {
  const { value } = pair;
  const what = value.kind === "list" ? "is an empty list" : "has no value";
  const written = writtenSpan(inspection.text, value);
  const at = written.start === written.end ? pair : written;
  return inspection.report("wrong-type", at, `\`${key}\` ${what}; it should be ${schema.title}.`, () => {
    const { text } = inspection;
    // Without a colon it may be a part of what stands before it.
    const isKey = /^["']?[ \t]*:/.test(text.slice(pair.end, pair.end + 20));
    if (!required) return { fix: fixOf(`Remove \`${key}\``, one(without(text, map, pair)), isKey) };
    const known = inspection.valueFor(key, map);
    const edit = known === undefined ? undefined : fillPair(text, pair, known);
    return { fix: fixOf(`Write \`${key}: ${known}\``, one(edit), false) };
  });
}

/** A map that was left empty would lack something else. */
function without(text: string, map: YamlMap, pair: YamlPair) {
  return map.pairs.length < 2 ? undefined : removePair(text, map, map.pairs.indexOf(pair));
}

function contentOf(text: string, { value }: YamlPair): string {
  return text.slice(value.start, value.end);
}

function one<T>(edit: T | undefined): readonly T[] | undefined {
  return edit === undefined ? undefined : [edit];
}

const COMMA_IN_TEXT = ": in brackets, a text with a comma needs quotation marks.";

/** Reports the keys that there are not, and gives those that were meant by them. */
export function reportUnknownKeys<F extends Field>(
  node: YamlMap,
  fields: ReadonlyMap<string, F>,
  inspection: Inspection,
  label: string,
  read: (field: F, map: YamlMap, pair: YamlPair, inspection: Inspection) => unknown,
): ReadonlySet<string> {
  const given = new Set(node.pairs.map(({ key }) => key));
  const misspelt = new Set<string>();
  for (const [i, pair] of node.pairs.entries()) {
    if (fields.has(pair.key)) continue;
    const known = near(pair.key, fields.keys());
    const free = known !== undefined && !given.has(known.word) && !misspelt.has(known.word);
    const rest = known === undefined ? restOfText(node, i, inspection) : undefined;
    const way = meant(known) || (rest && COMMA_IN_TEXT) || ` in ${label}.`;
    const message = `Unknown key ${quoted(pair.key)}${way}`;
    inspection.report("unknown-key", pair, message, () => {
      const whole = rest && fields.get(rest.earlier.key);
      if (whole !== undefined && inspection.isSound(() => read(whole, node, rest!.earlier, inspection)))
        return { fix: fixOf("Put the text into quotation marks", [rest!.edit], true) };
      if (!free) return {};
      const field = fields.get(known.word)!;
      const sound = inspection.isSound(() => read(field, node, pair, inspection));
      return { fix: sound ? replaceBy(known, replaceKey(pair, known.word)) : undefined };
    });
    if (free) misspelt.add(known.word);
  }
  return misspelt;
}

/** In brackets a comma ends a text: what looks like a key without a value may be the rest of the text before it. */
function restOfText(map: YamlMap, at: number, { text }: Inspection) {
  const earlier = map.pairs[at - 1];
  const pair = map.pairs[at]!;
  const before = earlier?.value;
  const unwritten = pair.value.start === pair.end && pair.value.end === pair.end;
  if (!isFlow(text, map) || !unwritten || before?.kind !== "scalar" || !before.plain) return undefined;
  const isJoint = /^\s*,\s*$/.test(text.slice(before.end, pair.start));
  if (!isJoint || /^\s*:/.test(text.slice(pair.end))) return undefined;
  const whole = text.slice(before.start, pair.end).replace(/\s+/g, " ");
  return {
    earlier: { ...earlier!, value: { ...before, text: whole, plain: false } },
    edit: { span: span(before.start, pair.end), newText: JSON.stringify(whole) },
  };
}

export function reportMissing(
  node: YamlMap,
  fields: ReadonlyMap<string, Field>,
  misspelt: ReadonlySet<string>,
  inspection: Inspection,
  label: string,
): void {
  const given = new Set(node.pairs.map(({ key }) => key));
  for (const { key, required } of fields.values()) {
    if (!required || given.has(key) || misspelt.has(key)) continue;
    const message = `\`${key}\` is missing in ${label}.`;
    inspection.report("missing-key", inspection.placeOf(node), message, () => {
      const isWritten =
        node.pairs.length > 0 || /^\{\s*\}$/.test(inspection.text.slice(node.start, node.end));
      if (!isWritten) return {};
      const value = inspection.valueFor(key, node) ?? "";
      const order = [...fields.keys()];
      const edit = addKey(inspection.text, node, key, value, order.slice(order.indexOf(key)));
      return { fix: fixOf(`Add \`${`${key}: ${value}`.trimEnd()}\``, one(edit), false) };
    });
  }
}

export function reportDuplicate(node: YamlMap, pair: YamlPair, inspection: Inspection): void {
  inspection.report("duplicate-key", pair, `The key ${quoted(pair.key)} is here twice.`, () => {
    const first = node.pairs.find(({ key }) => key === pair.key)!;
    return {
      fix: fixOf(
        `Remove the second ${quoted(pair.key)}`,
        one(without(inspection.text, node, pair)),
        contentOf(inspection.text, first) === contentOf(inspection.text, pair),
      ),
      related: [{ origin: inspection.originOf(first), message: `${quoted(pair.key)} is here first.` }],
    };
  });
}

/** A name that is to be one word: "in force" is to be `inForce`. */
export function reportName(node: YamlMap, pair: YamlPair, inspection: Inspection): void {
  inspection.report("bad-id", pair, `${quoted(pair.key)} must be one word, without spaces.`, () => {
    const [first = "", ...others] = pair.key.trim().split(/\s+/);
    const name = first + others.map(capital).join("");
    const free = name !== "" && !node.pairs.some(({ key }) => key === name);
    return { fix: free ? replaceBy({ word: name, sure: true }, replaceKey(pair, name)) : undefined };
  });
}

export function reportEmptyItem(
  list: YamlList,
  item: YamlNode,
  inspection: Inspection,
  label: string,
  { items, minItems = 0 }: FormatKeywords,
): undefined {
  const message = `${capital(label)} has no value; it should be ${items?.title}.`;
  const written = writtenSpan(inspection.text, item);
  // Of an item that is not written, there is the dash.
  const at = written.start === written.end ? span(item.start - 1, item.end) : written;
  return inspection.report("wrong-type", at, message, () => {
    const others = list.items.length > Math.max(minItems, 1);
    return {
      fix: fixOf(
        "Remove it",
        others ? one(removeItem(inspection.text, list, list.items.indexOf(item))) : undefined,
        true,
      ),
    };
  });
}
