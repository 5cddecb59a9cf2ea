import type { Finding } from "../../checks/check.ts";
import type { Entity, Event, Id } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { Block, Draft } from "../../text/draft.ts";
import { lastStarting, type Span, slice, span } from "../../text/span.ts";
import { HIDDEN, OPAQUE } from "../../text/tokens.ts";
import { describeTime } from "../../time/write.ts";
import { wordsOf } from "../cards/event-card.ts";
import { namedIn } from "./named.ts";
import type { Snapshot } from "./snapshot.ts";

/** A part of a draft's outline: a section, or what is spoken of or wrong in one. */
export interface DraftOutlineItem {
  readonly kind: "section" | "actor" | "event" | "finding";
  readonly label: string;
  readonly detail: string;
  /** Of an actor: person, place…; of an event: its type. */
  readonly type: string;
  /** Of a section, from its heading to its end; of the others, the words. */
  readonly span: Span;
  /** Of a section, its heading. */
  readonly selection: Span;
  readonly children: readonly DraftOutlineItem[];
}

/** What stands between two headings, and where it stands in their order. */
interface Section {
  /** What comes before the first heading has none. */
  readonly heading?: Block;
  readonly start: number;
  readonly items: DraftOutlineItem[];
  /** Who and what is mentioned: where first, and how often. */
  readonly counts: Map<Id, { readonly first: Span; readonly count: number }>;
}

/**
 * The headings of a draft, and under each what is wrong there and the actors and events that it speaks of: each once a
 * section, at its first mention, with how often it is mentioned. A name that may be several actors' is left out. Linear in
 * what was read.
 */
export function draftOutline(snapshot: Snapshot): DraftOutlineItem[] {
  const { draft, reading, findings } = snapshot;
  const sections = sectionsOf(draft);
  const sectionAt = ({ start }: Span) => sections[lastStarting(sections, start, (one) => one.start)]!;
  for (const finding of findings) sectionAt(finding.span).items.push(findingItem(finding, draft.text));
  for (const { ids, span } of namedIn(reading)) {
    const { counts } = sectionAt(span);
    const [id, another] = ids;
    if (id === undefined || another !== undefined) continue;
    const known = counts.get(id);
    counts.set(id, { first: known?.first ?? span, count: (known?.count ?? 0) + 1 });
  }
  for (const section of sections) {
    const wrong = new Set(section.items.map(({ span }) => `${span.start}-${span.end}`));
    for (const [id, { first, count }] of section.counts) {
      // Words that are wrong stand there as that already.
      if (count === 1 && wrong.has(`${first.start}-${first.end}`)) continue;
      const fact = questionsOf(snapshot.knowledge).fact(id);
      if (fact?.kind === "entity" || fact?.kind === "event")
        section.items.push(namedItem(fact, first, count));
    }
    section.items.sort((a, b) => a.span.start - b.span.start);
  }
  return nested(sections, draft.text);
}

function sectionsOf({ blocks }: Draft): Section[] {
  const headings = blocks.filter(({ kind, level }) => kind === "heading" && level !== undefined);
  return [
    { start: Number.NEGATIVE_INFINITY, items: [], counts: new Map() },
    ...headings.map((heading) => ({ heading, start: heading.span.start, items: [], counts: new Map() })),
  ];
}

/** The sections as a tree: each under the last one before it of a lower level. */
function nested([preface, ...sections]: readonly Section[], text: string): DraftOutlineItem[] {
  const top: DraftOutlineItem[] = [...(preface?.items ?? [])];
  const open: { readonly level: number; readonly heading: Block; readonly items: DraftOutlineItem[] }[] = [];
  const close = (level: number, end: number) => {
    while (open.length > 0 && open.at(-1)!.level >= level) {
      const { heading, items } = open.pop()!;
      (open.at(-1)?.items ?? top).push(sectionItem(heading, items, text, end));
    }
  };
  for (const { heading, items } of sections) {
    const { level = 1, span } = heading!;
    close(level, span.start);
    open.push({ level, heading: heading!, items });
  }
  close(0, text.length);
  return top;
}

function sectionItem(
  heading: Block,
  children: readonly DraftOutlineItem[],
  text: string,
  before: number,
): DraftOutlineItem {
  // What stands before the next heading on its own line is its mark.
  let end = before === text.length ? before : text.lastIndexOf("\n", before - 1) + 1;
  const least = children.reduce((last, child) => Math.max(last, child.span.end), heading.span.end);
  while (end > least && /\s/.test(text[end - 1]!)) end--;
  return {
    kind: "section",
    label: oneLine(visible(heading, text)),
    detail: "",
    type: "",
    span: span(heading.span.start, Math.max(end, least)),
    selection: heading.span,
    children,
  };
}

/** A heading as a reader sees it: code in it stands as it is written, the marks of emphasis do not. */
function visible({ prose, span: { start } }: Block, text: string): string {
  return Array.from({ length: prose.length }, (_, i) =>
    prose[i] === HIDDEN ? "" : prose[i] === OPAQUE ? text[start + i] : prose[i],
  ).join("");
}

function findingItem({ span, message }: Finding, text: string): DraftOutlineItem {
  const item = { kind: "finding", detail: oneLine(message), type: "", children: [] } as const;
  return { ...item, label: oneLine(slice(text, span)), span, selection: span };
}

function namedItem(fact: Entity | Event, first: Span, count: number): DraftOutlineItem {
  const about =
    fact.kind === "event" && fact.date !== undefined ? describeTime(fact.date) : wordsOf(fact.type);
  return {
    kind: fact.kind === "event" ? "event" : "actor",
    label: oneLine(fact.name),
    detail: count === 1 ? about : `${about} · ${count} times`,
    type: fact.type,
    span: first,
    selection: first,
    children: [],
  };
}

const LONGEST = 120;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
