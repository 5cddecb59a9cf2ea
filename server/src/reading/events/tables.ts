import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import { agrees } from "../../time/compare.ts";
import type { TimeMention } from "../../time/time.ts";
import type { Passage } from "../grammar/passage.ts";
import { type Lexicon, phraseAt } from "../lexicon.ts";
import { isCapitalized } from "../names/name-index.ts";
import { listAfter, listBefore } from "../names/name-lists.ts";
import { isPlaceType, placeIds } from "./places.ts";
import type { AttachedFiller, AttachedPlace, AttachedTime, Spoken } from "./spoken.ts";
import { spanOf, spokenOf } from "./spoken.ts";

/** A table's cell with its passages. */
export interface CellPassage {
  readonly block: Block;
  readonly passages: readonly Passage[];
}

type Column =
  | { readonly kind: "date" | "place" | "event" | "other" }
  | { readonly kind: "role"; readonly roles: readonly string[] };

/** Words of a column's head. A head with any other word ("Where discussed", "Report due") is about something else. */
const HEADS: Record<"date" | "place" | "event", RegExp> = {
  date: /^(?:date|dates|day|when|year|month|time|period)$/,
  place: /^(?:place|places|where|location|venue|city|town|site)$/,
  event: /^(?:event|events|what|milestone|step|agreement|meeting|entry)$/,
};
const FILLING = /^(?:and|or|who|of|the|held|in|at|event|\/|,|\(|\)|s)$/;

/**
 * What the rows of a table say: a row is about the event in one of its cells, and the other cells give its date, its
 * place and its participants, going by the words at the head of their columns.
 */
export function tableSpoken(
  rows: readonly (readonly CellPassage[])[],
  timeAt: (offset: number) => TimeMention | undefined,
  knowledge: Knowledge,
  lexicon: Lexicon,
): Spoken[] {
  const [head, ...body] = rows;
  if (head === undefined) return [];
  const columns = new Map(head.map((cell) => [cell.block.cell!.column, columnOf(cell, lexicon)]));
  const told = body.flatMap((row) => rowSpoken(row, columns, timeAt, knowledge, lexicon) ?? []);
  return told.map((spoken) => ({ ...spoken, around: datesOfOthers(spoken, told, knowledge) }));
}

/** The dates of the rows whose own event has the date of this row: the two have changed places. */
function datesOfOthers(
  { cue, around, times }: Spoken,
  rows: readonly Spoken[],
  { events }: Knowledge,
): readonly TimeMention[] {
  const hasThisDate = (id: Id) => {
    const date = cue.events.includes(id) ? undefined : events.get(id)?.date;
    return date !== undefined && times.some(({ time }) => agrees(time, date) === "yes");
  };
  const others = rows.filter((row) => row.cue.events.some(hasThisDate));
  return [...around, ...others.flatMap((row) => row.times.map(({ time }) => time))];
}

function columnOf({ passages }: CellPassage, lexicon: Lexicon): Column {
  const keys = passages[0]?.keys ?? [];
  const role = keys.length === 0 ? undefined : phraseAt(lexicon.roleTitles, keys, 0);
  if (role !== undefined && role.length === keys.length) return { kind: "role", roles: role.values };
  for (const kind of ["date", "place", "event"] as const) {
    const fits = keys.every((key) => HEADS[kind].test(key) || FILLING.test(key));
    if (fits && keys.some((key) => HEADS[kind].test(key))) return { kind };
  }
  return { kind: "other" };
}

function rowSpoken(
  row: readonly CellPassage[],
  columns: ReadonlyMap<number, Column>,
  timeAt: (offset: number) => TimeMention | undefined,
  knowledge: Knowledge,
  lexicon: Lexicon,
): Spoken | undefined {
  const column = ({ block }: CellPassage) => columns.get(block.cell!.column) ?? { kind: "other" };
  const eventCells = row.filter((cell) => column(cell).kind === "event");
  const about = (
    eventCells.length > 0 ? eventCells : row.filter((cell) => column(cell).kind === "other")
  ).slice(0, 1)[0];
  if (about === undefined) return undefined;
  const own = about.passages.flatMap((passage) => spokenOf(about.block, passage, timeAt, knowledge, lexicon));
  // "statement on the crash": the row is about the statement.
  const free = own.filter(({ cue }) => cue.governor === undefined);
  const main = free.find(({ cue }) => cue.how === "name") ?? free[0];
  if (main === undefined || own.filter(({ cue }) => cue.how === "name").length > 1) return undefined;
  const times: AttachedTime[] = [...main.times];
  const places: AttachedPlace[] = [...main.places];
  const fillers: AttachedFiller[] = [...main.fillers];
  for (const cell of row) {
    const { kind } = column(cell);
    for (const passage of cell.passages) {
      if (kind === "date") times.push(...timesIn(cell, passage, timeAt));
      // A note that is nothing but a place says where it was.
      const isWhere = cell !== about && kind === "other" && isPlaceAlone(passage, knowledge);
      if (kind === "place" || isWhere) places.push(...placesIn(cell, passage, knowledge));
      const role = column(cell);
      if (role.kind === "role") fillers.push(...fillersIn(cell, passage, role.roles));
      else if (cell !== about && kind !== "date") fillers.push(...fillersTold(cell, passage, lexicon));
    }
  }
  return { ...main, times, places, fillers };
}

function timesIn(
  { block }: CellPassage,
  passage: Passage,
  timeAt: (offset: number) => TimeMention | undefined,
): AttachedTime[] {
  return passage.times.flatMap(({ from, to, expression }) => {
    const time = timeAt(block.span.start + expression.span.start);
    const span = spanOf(block, passage, { from, to });
    return time === undefined
      ? []
      : [{ time, span, scope: passage.scopes[from], closeness: "heading" as const }];
  });
}

function placesIn({ block }: CellPassage, passage: Passage, knowledge: Knowledge): AttachedPlace[] {
  const name = passage.names.find(({ names }) =>
    names.some(({ id }) => isPlaceType(knowledge.entities.get(id)?.type)),
  );
  if (name !== undefined)
    return [{ ...place(block, passage, name), ...placeIds(name.names), closeness: "heading" }];
  const { tokens, tags } = passage;
  const unknown =
    tokens.length > 0 &&
    tokens.length <= 3 &&
    tokens.every((token, i) => tags[i] === "word" && isCapitalized(token.text));
  return unknown
    ? [{ ...place(block, passage, { from: 0, to: tokens.length }), ids: [], closeness: "heading" }]
    : [];
}

function isPlaceAlone({ names, tokens }: Passage, knowledge: Knowledge): boolean {
  const [name, ...others] = names;
  const isAll = name !== undefined && others.length === 0 && name.from === 0 && name.to === tokens.length;
  return isAll && name.names.every(({ id }) => isTown(knowledge, id));
}

/** A country in a cell may be a party as well. */
function isTown({ entities }: Knowledge, id: Id): boolean {
  return /^(?:place|facility)$/.test(entities.get(id)?.type ?? "");
}

function place(block: Block, passage: Passage, { from, to }: { from: number; to: number }) {
  return { span: spanOf(block, passage, { from, to }), scope: passage.scopes[from] };
}

function fillersIn({ block }: CellPassage, passage: Passage, roles: readonly string[]): AttachedFiller[] {
  return listAfter(passage, 0).map((name) => ({
    ...place(block, passage, name),
    ids: idsOf(name),
    role: roles[0]!,
    otherRoles: roles.slice(1),
  }));
}

/** "verified by A", "A in the chair", "hosts: A and B": notes in a cell about the event of its row. */
function fillersTold({ block }: CellPassage, passage: Passage, lexicon: Lexicon): AttachedFiller[] {
  const { keys, tokens } = passage;
  const filled = (roles: readonly string[], names: readonly Passage["names"][number][]) =>
    names.map((name) => ({
      ...place(block, passage, name),
      ids: idsOf(name),
      role: roles[0]!,
      otherRoles: roles.slice(1),
    }));
  return keys.flatMap((_, i) => {
    const phrase = phraseAt(lexicon.rolePhrases, keys, i);
    if (phrase !== undefined) return filled(phrase.values, listAfter(passage, i + phrase.length));
    const title = phraseAt(lexicon.roleTitles, keys, i);
    if (title === undefined) return [];
    if (tokens[i + title.length]?.text === ":")
      return filled(title.values, listAfter(passage, i + title.length + 1));
    const inChair =
      keys[i - 1] === "the" && (keys[i - 2] === "in" || keys[i - 2] === "as") ? i - 2 : undefined;
    return inChair === undefined ? [] : filled(title.values, listBefore(passage, inChair));
  });
}

function idsOf({ names }: Passage["names"][number]): readonly Id[] {
  return [...new Set(names.map(({ id }) => id))];
}
