import type { FormatKeywords } from "../../knowledge-base/format/terms.ts";
import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { widened } from "../../time/algebra.ts";
import { parseEdtf, timeValue } from "../../time/edtf.ts";
import { describeTime } from "../../time/write.ts";
import { dateTitle } from "../cards/date-card.ts";
import { entryCard } from "../cards/entry-card.ts";
import { capital, wordsOf } from "../cards/event-card.ts";
import { bold, lines, paragraphs, plain } from "../cards/markdown.ts";
import { wordCard } from "../cards/word-card.ts";
import type { Card } from "../draft/hover.ts";
import { formAt, formsOf, mapForm, scalarForms } from "./format.ts";
import { type Mentions, mentionsText } from "./mentions.ts";
import { type NameAt, nameAt } from "./names.ts";
import { type Place, placeAt } from "./place.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";
import { isDeclared } from "./uses.ts";

/**
 * What is behind a place of a file: the entry that an id names and how often drafts mention it, the English words of a
 * word of the vocabulary, a date in words, what a key takes.
 */
export function hover(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  offset: number,
  mentions?: Mentions,
): Card | undefined {
  const named = nameAt(file, offset);
  const place = named?.place ?? placeAt(file, offset);
  const card = (named && nameCard(named, snapshot, mentions)) ?? placeCard(place);
  return card === undefined || card === "" ? undefined : { span: place.span, markdown: card };
}

function nameCard(
  { name }: NameAt,
  snapshot: KnowledgeSnapshot,
  mentions: Mentions | undefined,
): string | undefined {
  const { knowledge } = snapshot;
  if (name.kind === "word") return wordCard(name.part, name.word, knowledge.vocabulary);
  const card = entryCard(name.id, knowledge);
  if (card !== undefined) return paragraphs(card, mentionsLine(name.id, knowledge, mentions));
  if (!isDeclared(snapshot, name.id)) return undefined;
  return paragraphs(bold(name.id), "Its entry has an error, so nothing of it counts.");
}

/** Claims, figures and sources are not mentioned by name. */
function mentionsLine(id: Id, { entities, events }: Knowledge, mentions: Mentions | undefined): string {
  const count = entities.has(id) || events.has(id) ? mentions?.(id) : undefined;
  return count === undefined ? "" : `${capital(mentionsText(count))}.`;
}

/** What the format says of a key, a date or a choice. */
export function placeCard(place: Place, file?: FormatKeywords): string | undefined {
  const form = formAt(place.path, file);
  if (form === undefined || place.text === "") return undefined;
  if (place.at === "key") return keyCard(place, form, file);
  if (place.at !== "value") return undefined;
  if (scalarForms(form).some((each) => each["x-date"])) return dateCard(place.text);
  const choice = scalarForms(form).find((each) => each.enum?.includes(place.text));
  if (choice === undefined) return undefined;
  const meaning = choice.enumDescriptions?.[choice.enum!.indexOf(place.text)];
  return paragraphs(`${bold(place.text)}${titled(choice)}`, plain(meaning ?? choice.description ?? ""));
}

/** What the format says of a key, and what it takes. */
function keyCard({ path, text }: Place, form: FormatKeywords, file?: FormatKeywords): string {
  const parent = formAt(path.slice(0, -1), file);
  const isRequired = mapForm(parent)?.required?.includes(text) ?? false;
  // A key of the writer's own, as the name of a stage, is described where its map is.
  const description = form.description || parent?.description || "";
  return paragraphs(
    `${bold(text)}${titled(form)}${isRequired ? ", required" : ""}`,
    plain(description),
    choices(form),
    form.default === undefined ? "" : `Without it: \`${form.default}\``,
  );
}

function titled({ title }: FormatKeywords): string {
  return title === undefined ? "" : ` · ${title}`;
}

/** The words, or the kinds of entries, from which one is to be chosen. */
function choices(form: FormatKeywords): string {
  const all = formsOf(form).flatMap((each) => [
    each,
    ...(each.items === undefined ? [] : formsOf(each.items)),
  ]);
  const words = all.find((each) => each.enum !== undefined)?.enum ?? [];
  const kinds = all.find((each) => each["x-id"] !== undefined)?.["x-id"] ?? [];
  return lines(
    words.length === 0 ? "" : `One of: ${words.map((word) => `\`${word}\``).join(", ")}`,
    kinds.length === 0 ? "" : `What can stand here: ${kinds.map(wordsOf).join(", ")}`,
  );
}

/** A date in words, and what its margin comes to. */
function dateCard(text: string): string | undefined {
  const value = parseEdtf(text);
  if ("problem" in value) return undefined;
  const margin = value.approximate
    ? `It may lie anywhere ${describeMargin(timeValue(widened(value), value.precision, { range: true }))}.`
    : "";
  return paragraphs(bold(capital(dateTitle(value))), margin);
}

function describeMargin(value: ReturnType<typeof timeValue>): string {
  const words = describeTime(value);
  return /^(?:since|until) /.test(words) ? words : `from ${words}`;
}
