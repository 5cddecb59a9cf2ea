import { COLLECTION_STYLE, CORE_SCHEMA, type Document, dump, type Node, visit } from "js-yaml";

/** Lists of texts this short, in characters, stand in one line. */
const SHORT_LIST = 96;
const LINE_WIDTH = 120;
/** Keys whose value is a date: a bare year is written as one, without quotation marks. */
const DATE_KEYS: ReadonlySet<string> = new Set(["date", "during", "exists", "published", "asOf"]);

/**
 * One entry of a top-level map as the lines of YAML under that map's key, in the style of hand-written files: blocks,
 * short lists in brackets, long texts folded. What is undefined is left out. Reads back as the same values.
 */
export function entryYaml(id: string, entry: object): string {
  const text = mapYaml("_", { [id]: entry });
  return text.slice(text.indexOf("\n") + 1);
}

/** A top-level map with all its entries. */
export function mapYaml(key: string, entries: object): string {
  return dump({ [key]: withoutGaps(entries) }, OPTIONS);
}

const OPTIONS = {
  // The format reads every value as text; a number or `null` that is one is put into quotation marks for other readers.
  schema: CORE_SCHEMA,
  lineWidth: LINE_WIDTH,
  noRefs: true,
  transform: (documents: Document[]) => visit(documents, style),
};

function style(node: Node, { parent }: { parent: Node | null }): void {
  if (node.kind !== "sequence" || parent === null) return;
  let length = 0;
  for (const item of node.items) {
    if (item.kind !== "scalar") return;
    length += item.value.length + 2;
  }
  if (length <= SHORT_LIST) node.style = COLLECTION_STYLE.FLOW;
}

function withoutGaps(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutGaps(item));
  if (typeof value === "string")
    return DATE_KEYS.has(key) && /^[1-9]\d{3}$/.test(value) ? Number(value) : value;
  if (typeof value !== "object" || value === null) return value;
  const kept = new Map<string, unknown>();
  for (const [name, each] of Object.entries(value)) {
    if (each !== undefined) kept.set(name, withoutGaps(each, name));
  }
  // Not an assignment, which would lose an entry called `__proto__`.
  return Object.fromEntries(kept);
}
