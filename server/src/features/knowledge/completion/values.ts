import type { FormatKeywords } from "../../../knowledge-base/format/terms.ts";
import { yamlText } from "../../../knowledge-base/yaml/text.ts";
import type { YamlFile } from "../../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../../text/span.ts";
import { fold } from "../../../text/tokens.ts";
import { plain } from "../../cards/markdown.ts";
import { listForm, mapForm, scalarForms } from "../format.ts";
import type { Place } from "../place.ts";
import { sketchAt } from "../sketch/passage.ts";
import type { KnowledgeSnapshot } from "../snapshot.ts";
import { idProposals } from "./ids.ts";
import { inSnippet, type Proposal } from "./proposal.ts";
import { mapSkeleton, Stops } from "./skeletons.ts";
import { wordProposals } from "./words.ts";

/**
 * What may stand at a place of a value; where only a list may, its items, with the brackets or the dash. Without facts,
 * in a file that is no knowledge base, what the form itself has a list of.
 */
export function valueProposals(
  snapshot: KnowledgeSnapshot | undefined,
  file: YamlFile,
  place: Place,
  form: FormatKeywords,
  offset: number,
): Proposal[] {
  const replaced = wordAt(file.text, place, offset);
  const typed = file.text.slice(replaced.start, offset);
  const items = scalarForms(form).length > 0 ? undefined : listForm(form)?.items;
  const asLines = items !== undefined && (place.begins || startsLine(file.text, place));
  const [before, after] = items === undefined ? ["", ""] : asLines ? ["- ", ""] : ["[", "]"];
  const inner = { ...place, flow: place.flow || before === "[" };
  return [
    ...scalars(snapshot, file, inner, items ?? form, replaced, typed),
    ...skeletonOf(items ?? form, inner, replaced, typed),
  ].map((proposal) => framed(proposal, place, before, after));
}

function startsLine(text: string, { span: { start } }: Place): boolean {
  return /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
}

/** The word that is begun, to its end: of a text without quotation marks no more than what has no space in it. */
function wordAt(text: string, { span: { start, end }, quote }: Place, offset: number): Span {
  if (quote !== "") return span(start, end);
  const before = /[^\s,[\]{}]*$/.exec(text.slice(start, offset))![0].length;
  const after = /^[^\s,[\]{}]*/.exec(text.slice(offset, end))![0].length;
  return span(offset - before, offset + after);
}

/** With what must stand around it. */
function framed(proposal: Proposal, place: Place, before: string, after: string): Proposal {
  const { newText, snippet } = proposal;
  const head = place.quote === "" ? place.lead + before : "";
  const tail = place.quote === "" ? after : "";
  return { ...proposal, newText: head + newText + (snippet ? inSnippet(tail) : tail) };
}

function scalars(
  snapshot: KnowledgeSnapshot | undefined,
  file: YamlFile,
  place: Place,
  form: FormatKeywords,
  replaced: Span,
  typed: string,
): Proposal[] {
  return scalarForms(form).flatMap((each): Proposal[] => {
    const kinds = each["x-id"];
    const part = each["x-word"];
    if (snapshot !== undefined && kinds !== undefined)
      return idProposals(snapshot, place, kinds, replaced, fold(typed));
    if (snapshot !== undefined && part !== undefined) return words(snapshot, file, place, part, replaced);
    if (each.enum !== undefined) return each.enum.map((word, i) => choice(word, each, replaced, i));
    if (each["x-date"] === true) return place.text === "" ? dates(place, replaced) : [];
    const truths = each.const === false ? ["false"] : each.type === "boolean" ? ["true", "false"] : [];
    return place.quote === "" ? truths.map((word) => choice(word, each, replaced)) : [];
  });
}

function words(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  { others, flow, quote, path }: Place,
  part: NonNullable<FormatKeywords["x-word"]>,
  replaced: Span,
): Proposal[] {
  // A role is said to be open where somebody is named in it.
  const participants = sketchAt(file, replaced.start, [...path.slice(0, 2), "participants"]);
  const used = participants?.kind === "map" ? participants.pairs.map(({ key }) => key) : [];
  const all = wordProposals(snapshot, part, replaced).filter(({ label }) => !others.includes(label));
  const near = all.filter(({ label }) => used.includes(label));
  const open = [...near, ...all.filter((word) => !near.includes(word))];
  return quote === "" ? open.map((word) => ({ ...word, newText: yamlText(word.label, flow) })) : open;
}

function choice(
  word: string,
  { title, enumDescriptions }: FormatKeywords,
  replaced: Span,
  rank = -1,
): Proposal {
  const meaning = enumDescriptions?.[rank];
  const documentation = meaning === undefined ? {} : { documentation: plain(meaning) };
  const detail = title ?? "";
  return {
    ...BARE,
    label: word,
    filter: word,
    kind: "choice",
    detail,
    ...documentation,
    replaced,
    newText: word,
  };
}

const BARE = { detail: "", snippet: false, leadsOn: false } as const;

/** The forms of dates, for who does not have them in mind: today is nobody's date. */
function dates({ quote }: Place, replaced: Span): Proposal[] {
  if (quote !== "") return [];
  return DATES.map(([label, detail, newText]) => {
    return { ...BARE, label, filter: label, kind: "date", detail, replaced, newText, snippet: true };
  });
}

const DATES = [
  ["year-month-day", "a day", `\${1:2025}-\${2:10}-\${3:19}`],
  ["year-month", "a month", `\${1:2025}-\${2:10}`],
  ["year", "a year", `\${1:2025}`],
  ["year-season", "spring 21, summer 22, autumn 23, winter 24", `\${1:2025}-\${2|21,22,23,24|}`],
  ["from/to", "from one date to another", `\${1:2024-03}/\${2:2025-10}`],
  ["from/..", "since a date", `\${1:2024-03}/..`],
  ["../to", "until a date", `../\${1:2025-10}`],
  ["date~", "about", `\${1:2025-10-25}~`],
] as const;

/** A whole map between braces, where one may stand beside or instead of a plain value. */
function skeletonOf(form: FormatKeywords, { quote }: Place, replaced: Span, typed: string): Proposal[] {
  const map = mapForm(form);
  if (map?.properties === undefined || quote !== "") return [];
  const newText = mapSkeleton(map, new Stops());
  const label = newText.replace(/\$\d+/g, "…");
  return [
    {
      ...BARE,
      label,
      filter: typed || label,
      kind: "skeleton",
      replaced,
      newText,
      snippet: true,
      leadsOn: true,
    },
  ];
}
