import { lastBefore, type Span } from "../../../text/span.ts";
import type { Piece } from "../document-writer.ts";
import type { Anchor } from "../docx/runs.ts";
import { attribute, elementAt, elementsIn, isElement, type XmlElement } from "../xml.ts";

/** A place in the main part at which marks of comments may stand, once what is there is parted. */
interface Point {
  /** An offset in the part's text. */
  readonly at: number;
  /** The run that is parted there, and the words in it, if the place is amid them. */
  readonly parts?: { readonly run: XmlElement; readonly words?: XmlElement };
}

/** A change of a text: what is written at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A comment's marks, to be set at the ends of a span. */
export interface Marked {
  readonly span: Span;
  readonly start: string;
  readonly end: string;
}

/**
 * What to write into a document's main part so that each mark stands at its very words: runs are parted where a mark falls
 * amid them, and either half keeps what the run looked like. Nothing but insertions, so all else stays as it is.
 */
export function insertionsFor(
  marked: readonly Marked[],
  pieces: readonly Piece<Anchor>[],
  text: string,
): readonly Insertion[] {
  const places = new Map<
    number,
    { readonly point: Point; readonly starts: string[]; readonly ends: string[] }
  >();
  const placeOf = (point: Point) => {
    const place = places.get(point.at) ?? { point, starts: [], ends: [] };
    places.set(point.at, place);
    return place;
  };
  for (const { span, start, end } of marked) {
    const at = lastBefore(pieces, span.start);
    const first = (pieces[at]?.end ?? 0) > span.start ? pieces[at] : pieces[at + 1];
    const last = pieces[lastBefore(pieces, Math.max(span.end - 1, span.start))];
    if (first === undefined || last === undefined || last.end < first.start) continue;
    placeOf(startOf(first, span.start, text)).starts.push(start);
    placeOf(endOf(last, span.end, text)).ends.push(end);
  }
  const preserved = new Map<number, Insertion>();
  const insertions = Array.from(places.values(), ({ point, starts, ends }): Insertion => {
    // What ends here is ended before anything begins.
    const marks = [...ends, ...starts].join("");
    const words = point.parts?.words;
    if (words !== undefined && attribute(words, "space") !== "preserve") {
      const at = words.start + 1 + tagOf(words, text).length;
      preserved.set(at, { at, text: ' xml:space="preserve"' });
    }
    return { at: point.at, text: point.parts === undefined ? marks : parted(point.parts, marks, text) };
  });
  return [...insertions, ...preserved.values()];
}

/** A text with what is inserted into it. */
export function inserted(text: string, insertions: readonly Insertion[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, text: added } of [...insertions].sort((a, b) => a.at - b.at)) {
    parts.push(text.slice(from, at), added);
    from = at;
  }
  return parts.join("") + text.slice(from);
}

function startOf({ start, origin }: Piece<Anchor>, offset: number, text: string): Point {
  const { around, run, words } = origin;
  if (around !== undefined) return { at: around.start };
  if (offset > start) return amid(origin, offset - start, text);
  const before = elementsIn(run).filter((child) => child.start < words.start && child.name !== "rPr");
  return before.length === 0 ? { at: run.start } : { at: words.start, parts: { run } };
}

function endOf({ start, end, origin }: Piece<Anchor>, offset: number, text: string): Point {
  const { around, run, words } = origin;
  if (around !== undefined) return { at: around.end };
  if (offset < end) return amid(origin, Math.max(1, offset - start), text);
  const after = elementsIn(run).filter((child) => child.start >= words.end);
  return after.length === 0 ? { at: run.end } : { at: words.end, parts: { run } };
}

/** Between two characters of the words of a run. */
function amid({ run, words }: Anchor, characters: number, text: string): Point {
  return { at: offsetIn(words, characters, text), parts: { run, words } };
}

/** Where a character of an element's words stands in its XML, in which one may be written as several. */
function offsetIn(words: XmlElement, characters: number, text: string): number {
  let left = characters;
  const trims = attribute(words, "space") !== "preserve";
  let isFirst = trims;
  for (const child of words.children) {
    if (isElement(child)) continue;
    const raw = text.slice(child.start, child.end);
    if (raw.startsWith("<![CDATA[")) {
      // No tag can stand in here: the mark comes before it or after it.
      if (left < child.text.length) return child.start;
      left -= child.text.length;
      continue;
    }
    for (const { index, 0: written } of raw.matchAll(/&[^;]*;|\r\n|[\s\S]/g)) {
      if (isFirst && /^\s$/.test(written)) continue;
      isFirst = false;
      if (left <= 0) return child.start + index;
      left -= /^&#/.test(written) ? characterLength(written) : 1;
    }
  }
  return words.closeStart;
}

/** Of "&#128512;", which is two in UTF-16. */
function characterLength(entity: string): number {
  const isHex = /^&#x/i.test(entity);
  const code = Number.parseInt(entity.slice(isHex ? 3 : 2, -1), isHex ? 16 : 10);
  return code > 0xffff ? 2 : 1;
}

/** Ends a run, and goes on with one that looks the same; between them the marks. */
function parted(
  { run, words }: { readonly run: XmlElement; readonly words?: XmlElement },
  marks: string,
  text: string,
): string {
  const look = elementAt(run, "rPr");
  const again =
    text.slice(run.start, run.openEnd) + (look === undefined ? "" : text.slice(look.start, look.end));
  const tag = words && tagOf(words, text);
  const ends = `${tag === undefined ? "" : `</${tag}>`}</${tagOf(run, text)}>`;
  return `${ends}${marks}${again}${tag === undefined ? "" : `<${tag} xml:space="preserve">`}`;
}

/** An element's name as it is written, with its prefix. */
function tagOf({ start, openEnd }: XmlElement, text: string): string {
  return /^<([^\s/>]+)/.exec(text.slice(start, openEnd))![1]!;
}
