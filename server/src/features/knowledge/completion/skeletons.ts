import type { FormatKeywords } from "../../../knowledge-base/format/terms.ts";
import { formsOf, listForm, mapForm, scalarForms } from "../format.ts";
import { inSnippet } from "./proposal.ts";

/** How what is written is laid out: between brackets, or in lines that begin at a column. */
export interface Layout {
  readonly flow: boolean;
  readonly column: number;
}

/** Numbers the places of a snippet at which the writer stops. */
export class Stops {
  #last = 0;

  next(placeholder = ""): string {
    const number = ++this.#last;
    return placeholder === "" ? `$${number}` : `\${${number}:${inSnippet(placeholder)}}`;
  }

  choice(words: readonly string[]): string {
    return `\${${++this.#last}|${words.map((word) => word.replace(/[\\,|$}]/g, "\\$&")).join(",")}|}`;
  }
}

/** A key with its colon and as much of its value as can be said beforehand. */
export function keySnippet(key: string, form: FormatKeywords, layout: Layout): string {
  const value = valueSnippet(form, layout, new Stops());
  return `${inSnippet(key)}:${value.startsWith("\n") ? "" : " "}${value}`;
}

/** Nothing but a place to stop where a plain value may stand; brackets for lists and maps. */
function valueSnippet(form: FormatKeywords, { flow, column }: Layout, stops: Stops): string {
  if (scalarForms(form).length > 0) return stops.next();
  const item = listForm(form)?.items;
  if (item === undefined) return `{ ${stops.next()} }`;
  const map = mapForm(item);
  if (map === undefined || scalarForms(item).length > 0) return `[${stops.next()}]`;
  const skeleton = mapSkeleton(map, stops);
  return flow ? `[${skeleton}]` : `\n${" ".repeat(column + 2)}- ${skeleton}`;
}

/** `{ source: $1, quote: $2 }`: the keys that are required, and all where there are but two. */
export function mapSkeleton(map: FormatKeywords, stops: Stops): string {
  const keys = Object.keys(map.properties ?? {});
  const shown = keys.length <= 2 ? keys : keys.filter((key) => map.required?.includes(key));
  return `{ ${shown.map((key) => `${key}: ${stops.next()}`).join(", ")} }`;
}

/** A whole new entry: what is required, and its evidence. */
export function entrySkeleton(id: string, form: FormatKeywords, layout: Layout, known: Known): string {
  const stops = new Stops();
  const { flow, column } = layout;
  const key = id === "" ? stops.next("id") : inSnippet(id);
  const pairs = (form.required ?? []).map((each) => {
    const given = known[each];
    return `${each}: ${given === undefined ? firstValue(each, form.properties![each]!, stops) : inSnippet(given)}`;
  });
  const evidence = form.properties?.evidence;
  const item = mapForm(evidence && listForm(evidence)?.items);
  const proof = item && mapSkeleton(item, stops);
  if (flow) {
    const all = proof === undefined ? pairs : [...pairs, `evidence: [${proof}]`];
    return `${key}: { ${all.join(", ")} }`;
  }
  const indent = `\n${" ".repeat(column + 2)}`;
  const lines = proof === undefined ? pairs : [...pairs, `evidence:${indent}  - ${proof}`];
  return `${key}:${lines.map((line) => indent + line).join("")}`;
}

/** What is known of a new entry, as YAML, by key. */
export type Known = Readonly<Record<string, string | undefined>>;

function firstValue(key: string, form: FormatKeywords, stops: Stops): string {
  const words = formsOf(form).find((each) => each.enum !== undefined)?.enum;
  if (words !== undefined) return stops.choice(words);
  return stops.next(key);
}
