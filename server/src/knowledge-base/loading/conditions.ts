import { span } from "../../text/span.ts";
import type { RawEvidence, RawFigure } from "../format/schema.ts";
import type { FormatKeywords } from "../format/terms.ts";
import { type TextEdit, writtenSpan } from "../yaml/edits.ts";
import { replaceText } from "../yaml/rewrites.ts";
import type { YamlMap, YamlNode } from "../yaml/tree.ts";
import { fixOf, type Inspection, quoted, valueIn } from "./inspection.ts";

type Condition = (value: unknown, node: YamlMap, inspection: Inspection) => void;

/** The conditions on whole maps that a schema can name (`x-holds`); each reports where it does not hold. */
export const CONDITIONS: Record<NonNullable<FormatKeywords["x-holds"]>, Condition> = {
  "quote-in-source": quoteInSource,
  attributed,
  "range-in-order": rangeInOrder,
};

function quoteInSource(value: unknown, node: YamlMap, inspection: Inspection): void {
  const { source, quote } = value as Partial<RawEvidence>;
  if (source === undefined || quote === undefined || inspection.texts.hasQuote(source, quote)) return;
  const place = valueIn(node, "quote")!;
  const words = inspection.texts.nearQuote(source, quote);
  const near =
    words === undefined ? "." : `; it has “${words.length > 80 ? `${words.slice(0, 80)}…` : words}”.`;
  const message = `This quote is not in the text of ${quoted(source)}${near}`;
  inspection.report("quote-not-in-source", place, message, () => {
    const edit =
      words === undefined || place.kind !== "scalar" ? undefined : replaceText(inspection.text, place, words);
    return { fix: fixOf("Write it as the source does", edit && [edit], true) };
  });
}

function attributed(value: unknown, node: YamlMap, inspection: Inspection): void {
  const { status, attributedTo } = value as { status?: string; attributedTo?: string[] };
  if (status === undefined || status === "established" || (attributedTo ?? []).length > 0) return;
  // What is there, but wrong, has its own problem.
  const given = valueIn(node, "attributedTo");
  if (attributedTo === undefined && given !== undefined) return;
  const message = `A claim that is ${status} needs \`attributedTo\`: who says so.`;
  inspection.report("missing-key", valueIn(node, "status")!, message);
}

function rangeInOrder(value: unknown, node: YamlMap, inspection: Inspection): void {
  const { value: range } = value as Partial<RawFigure>;
  if (!Array.isArray(range) || !(range[0]! > range[1]!)) return;
  const place = valueIn(node, "value")!;
  inspection.report("wrong-type", place, "`value` must be [low, high], the lower number first.", () => {
    const [low, high] = place.kind === "list" ? place.items : [];
    if (low === undefined || high === undefined) return {};
    const edits = [swap(inspection.text, low, high), swap(inspection.text, high, low)];
    return { fix: fixOf("Swap the numbers", edits, false) };
  });
}

function swap(text: string, place: YamlNode, by: YamlNode): TextEdit {
  const to = writtenSpan(text, place);
  const from = writtenSpan(text, by);
  return { span: span(to.start, to.end), newText: text.slice(from.start, from.end) };
}
