import { span } from "../../text/span.ts";
import { parseEdtf } from "../../time/edtf.ts";
import type { FormatKeywords } from "../format/terms.ts";
import { type TextEdit, writtenSpan } from "../yaml/edits.ts";
import { isBlockScalar, unwrapList, wordText, wrapInList } from "../yaml/rewrites.ts";
import { isNothing, type YamlList, type YamlNode, type YamlScalar } from "../yaml/tree.ts";

/** How a value of the wrong form is brought into the right one, and what is read then. */
export interface WayOut {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly becomes: YamlNode;
  /** A text with a comma may be several. */
  readonly unsafe?: true;
}

/** The mechanical way out for a value that is not of the form of its schema, if there is just one. */
export function wayOut(schema: FormatKeywords, node: YamlNode, text: string): WayOut | undefined {
  const forms = alternatives(schema);
  const list = forms.find((form) => form.type === "array");
  if (node.kind === "list")
    return list === undefined || forms.length > 1 ? outOfList(forms, node, text) : undefined;
  if (node.kind === "scalar" && (isNothing(node) || isBlockScalar(text, node))) return undefined;
  if (list !== undefined) return intoList(list, node, text);
  if (node.kind !== "scalar") return undefined;
  if (forms.some(isEvidence)) return asSource(text, node);
  const words = forms.map((form) =>
    form.type === "boolean" ? truthOf(node) : form.type === "number" ? numberOf(node) : undefined,
  );
  const word = words.find((each) => each !== undefined);
  return word === undefined ? undefined : rewrite(text, node, word, scalar(node, word));
}

function alternatives(schema: FormatKeywords): readonly FormatKeywords[] {
  return schema.anyOf === undefined ? [schema] : schema.anyOf.flatMap(alternatives);
}

const TRUTH: ReadonlyMap<string, string> = new Map([
  ...["true", "yes", "on", "y"].map((word) => [word, "true"] as const),
  ...["false", "no", "off", "n"].map((word) => [word, "false"] as const),
]);

function truthOf({ text }: YamlScalar): string | undefined {
  return TRUTH.get(text.trim().toLowerCase());
}

/** "1,000", "1 000", "1_000", and numbers in quotation marks. */
function numberOf({ text }: YamlScalar): string | undefined {
  const plain = text.trim().replace(/(?<=^[-+]?\d{1,3}(?:[, _]\d{3})*)[, _](?=\d{3}(?:\D|$))/g, "");
  return /^[-+]?\d+(?:\.\d+)?$/.test(plain) ? plain : undefined;
}

function scalar({ start, end }: YamlNode, text: string): YamlScalar {
  return { kind: "scalar", start, end, text, plain: true };
}

function list({ start, end }: YamlNode, items: readonly YamlNode[]): YamlList {
  return { kind: "list", start, end, items };
}

/** The whole value written anew, without the quotation marks that it may have. */
function rewrite(text: string, node: YamlNode, newText: string, becomes: YamlNode): WayOut {
  const { start, end } = writtenSpan(text, node);
  return { title: `Write \`${newText}\``, edits: [{ span: span(start, end), newText }], becomes };
}

function intoList({ items = {} }: FormatKeywords, node: YamlNode, text: string): WayOut | undefined {
  if (node.kind === "scalar" && items["x-id"] !== undefined && node.text.includes(",")) {
    const ids = node.text.split(",").map((id) => id.trim());
    const becomes = list(
      node,
      ids.map((id) => scalar(node, id)),
    );
    return rewrite(text, node, `[${ids.map(wordText).join(", ")}]`, becomes);
  }
  if (node.kind === "scalar" && isEvidence(items)) {
    const source = asSource(text, node);
    return rewrite(text, node, `[${source.edits[0]!.newText}]`, list(node, [source.becomes]));
  }
  const edits = wrapInList(text, node);
  const several = node.kind === "scalar" && node.text.includes(",");
  return (
    edits && { title: "Make it a list", edits, becomes: list(node, [node]), ...(several && { unsafe: true }) }
  );
}

function isEvidence(schema: FormatKeywords): boolean {
  return schema["x-holds"] === "quote-in-source";
}

/** The id of a source where a piece of evidence belongs. */
function asSource(text: string, node: YamlScalar): WayOut {
  const { start, end } = node;
  const pair = { key: "source", start, end, value: node };
  return rewrite(text, node, `{ source: ${wordText(node.text)} }`, {
    kind: "map",
    start,
    end,
    pairs: [pair],
  });
}

/** A list where one value belongs: its only item, or the interval between two dates. */
function outOfList(forms: readonly FormatKeywords[], node: YamlList, text: string): WayOut | undefined {
  const [first, second] = node.items;
  if (first === undefined || node.items.length > 2) return undefined;
  if (second === undefined) {
    const edits = unwrapList(text, node);
    return edits && { title: "Leave out the brackets", edits, becomes: first };
  }
  if (first.kind !== "scalar" || second.kind !== "scalar" || !forms.some((form) => form["x-date"]))
    return undefined;
  const interval = `${first.text}/${second.text}`;
  return "problem" in parseEdtf(interval) ? undefined : rewrite(text, node, interval, scalar(node, interval));
}
