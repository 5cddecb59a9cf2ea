import type { EntryMap } from "../../../knowledge-base/format/schema.ts";
import { ENTRY_MAPS } from "../../../knowledge-base/format/schema.ts";
import type { FormatKeywords, VocabularyPart } from "../../../knowledge-base/format/terms.ts";
import { yamlText } from "../../../knowledge-base/yaml/text.ts";
import type { YamlFile } from "../../../knowledge-base/yaml/tree.ts";
import type { Span } from "../../../text/span.ts";
import { bold, paragraphs, plain } from "../../cards/markdown.ts";
import { partName } from "../../cards/word-card.ts";
import { entriesOf } from "../entries.ts";
import {
  FILE,
  formAt,
  isEntryMap,
  isVocabularyPart,
  keysInOrder,
  listForm,
  mapForm,
  type Path,
  scalarForms,
} from "../format.ts";
import { missingIds } from "../missing.ts";
import type { Place } from "../place.ts";
import { lineStart } from "../sketch/scanner.ts";
import type { KnowledgeSnapshot } from "../snapshot.ts";
import type { Proposal } from "./proposal.ts";
import { entrySkeleton, keySnippet, type Layout } from "./skeletons.ts";
import { wordProposals } from "./words.ts";

/** A place where keys of a map may stand. */
export interface KeyPlace extends Layout {
  /** To the map. */
  readonly path: Path;
  readonly replaced: Span;
  readonly typed: string;
  /** The colon is there already. */
  readonly colon: boolean;
  readonly others: readonly string[];
  /** What must be written before the key. */
  readonly lead: string;
}

/** The place as one of keys, if a key may stand at it: where one is begun, or where the value may be a map. */
export function keyPlaceOf(place: Place, file: YamlFile, offset: number): KeyPlace | undefined {
  const { at, path, begins, quote, flow, others, colon, lead, text } = place;
  if (at !== "key" && !(at === "value" && begins && quote === "" && !/\s/.test(text))) return undefined;
  const replaced = place.span;
  return {
    path: at === "key" ? path.slice(0, -1) : path,
    replaced,
    typed: file.text.slice(replaced.start, offset),
    flow,
    column: replaced.start - lineStart(file.text, replaced.start) + lead.length,
    colon,
    others: at === "key" ? others : [],
    lead,
  };
}

/** The keys of a map that are not there yet, in the order of the format, those first that are required. */
export function keyProposals(snapshot: KnowledgeSnapshot, file: YamlFile, place: KeyPlace): Proposal[] {
  const { path } = place;
  const [top, part] = path;
  const form = path.length === 0 ? FILE : mapForm(formAt(path));
  if (form === undefined) return [];
  if (path.length === 1 && isEntryMap(top)) return entryProposals(snapshot, file, place, top);
  const value = formAt([...path, ""])!;
  if (path.length === 2 && top === "vocabulary" && isVocabularyPart(part))
    return wordKeys(snapshot, place, part, value, { detail: `more words for this ${partName(part)}` });
  if (form["x-keys"] !== undefined)
    return wordKeys(snapshot, place, form["x-keys"], value, { leadsOn: !place.colon });
  if (form.properties === undefined) return stageNames(snapshot, place, value);
  return propertyProposals(place, form);
}

/** The keys that a form has and the map does not yet. */
export function propertyProposals(place: KeyPlace, form: FormatKeywords): Proposal[] {
  const { properties = {}, required = [] } = form;
  const open = keysInOrder(form).filter((key) => !place.others.includes(key));
  const sorted = [
    ...open.filter((key) => required.includes(key)),
    ...open.filter((key) => !required.includes(key)),
  ];
  return sorted.map((key) => {
    const isRequired = required.includes(key);
    return keyProposal(key, properties[key]!, place, isRequired ? "required" : "");
  });
}

function keyProposal(key: string, form: FormatKeywords, place: KeyPlace, detail: string): Proposal {
  const newText =
    place.path.length === 0 && mapForm(form) !== undefined
      ? `${key}:\n${" ".repeat(place.column + 2)}$1`
      : keySnippet(key, form, place);
  return {
    ...written(key, newText, place),
    kind: "key",
    detail,
    documentation: paragraphs(
      `${bold(key)}${form.title === undefined ? "" : ` · ${form.title}`}`,
      plain(form.description ?? ""),
    ),
    leadsOn: !place.colon && asksOn(form),
  };
}

/** Whether there is a list to choose from behind the key. */
function asksOn(form: FormatKeywords): boolean {
  const item = listForm(form)?.items;
  const all = [...scalarForms(form), ...(item === undefined ? [] : scalarForms(item))];
  return (
    all.some((each) => each["x-id"] ?? each["x-word"] ?? each.enum ?? each.type === "boolean") ||
    (mapForm(form) !== undefined && scalarForms(form).length === 0)
  );
}

/** What a key becomes; where its colon is there already, the key alone. */
function written(key: string, snippet: string, { colon, replaced, lead }: KeyPlace) {
  const newText = lead + (colon ? yamlText(key, true) : snippet);
  return { label: key, filter: key, replaced, newText, snippet: !colon };
}

/** A new entry, and those that others name already. */
function entryProposals(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  place: KeyPlace,
  map: EntryMap,
): Proposal[] {
  const { kind, schema } = ENTRY_MAPS[map];
  const layout = layoutLike(file, place, map);
  const { sources } = snapshot.knowledge;
  const source = sources.size === 1 ? [...sources.keys()][0] : undefined;
  const missing = missingIds(snapshot, kind)
    .filter(({ id }) => !place.others.includes(id))
    .map(({ id, type }): Proposal => {
      const key = yamlText(id, true);
      const snippet = entrySkeleton(key, schema, layout, { type });
      return { ...written(id, snippet, place), kind, detail: "named, but not there yet", leadsOn: false };
    });
  if (place.colon) return missing;
  const snippet = entrySkeleton(place.typed, schema, layout, { source });
  const label = place.typed === "" ? `new ${kind}` : place.typed;
  const detail = place.typed === "" ? "" : `a new ${kind}`;
  return [...missing, { ...written(label, snippet, place), kind: "skeleton", detail, leadsOn: false }];
}

/** As the entry above is laid out: on one line, or in lines of its own. */
function layoutLike(file: YamlFile, place: KeyPlace, map: EntryMap): Layout {
  const above = entriesOf(file).findLast(
    (entry) => entry.map === map && entry.pair.start < place.replaced.start,
  );
  const flow = place.flow || (above !== undefined && file.text[above.pair.value.start] === "{");
  return { flow, column: place.column };
}

/** Words of the vocabulary as keys: where they are given more words, or where roles are filled. */
function wordKeys(
  snapshot: KnowledgeSnapshot,
  place: KeyPlace,
  part: VocabularyPart,
  form: FormatKeywords,
  more: Partial<Pick<Proposal, "detail" | "leadsOn">>,
): Proposal[] {
  return wordProposals(snapshot, part, place.replaced)
    .filter(({ label }) => !place.others.includes(label))
    .map((word) => ({
      ...word,
      ...written(word.label, keySnippet(word.label, form, place), place),
      filter: word.filter,
      ...more,
    }));
}

/** Steps that drafts are known to speak of. */
const STAGES = ["announced", "inForce"];

function stageNames({ knowledge }: KnowledgeSnapshot, place: KeyPlace, form: FormatKeywords): Proposal[] {
  const used = [...knowledge.events.values()].flatMap(({ stages }) => Object.keys(stages));
  const names = [...new Set([...STAGES, ...used])].filter((name) => !place.others.includes(name));
  return names.map((name) => keyProposal(name, form, place, ""));
}
