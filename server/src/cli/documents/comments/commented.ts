import type { Span } from "../../../text/span.ts";
import type { Docx } from "../docx/read-docx.ts";
import { readStyles } from "../docx/styles.ts";
import { openPackage, withParts } from "../package.ts";
import { escaped } from "../xml.ts";
import { inserted, insertionsFor, type Marked } from "./anchors.ts";
import { CommentsPart, type Writing, writingIn } from "./comments-part.ts";

/** What is to be said of a span of the draft that was made of a document, in paragraphs. */
export interface Comment {
  readonly span: Span;
  readonly paragraphs: readonly string[];
}

const AUTHOR = { author: "Aide-Mémoire", initials: "AM" };

/**
 * A Word document with comments at the very words that they are about, in bytes. What was there before stays as it was, its
 * comments too. `date` is told as Word does: the time of day where it is written.
 */
export function commented(
  bytes: Uint8Array,
  docx: Docx,
  comments: readonly Comment[],
  date: Date,
): Uint8Array {
  if (comments.length === 0) return bytes;
  const pack = openPackage(bytes);
  const { main, pieces } = docx;
  const part = new CommentsPart(pack, main);
  const styles = readStyles(pack, main.name);
  const look = { reference: styles.idOf("annotation reference"), text: styles.idOf("annotation text") };
  const inMain = writingIn(main.root);
  const told = comments.map((comment) => ({ ...comment, id: part.id() }));
  const marked = told.map(({ span, id }): Marked => marksOf(span, id, inMain, look.reference));
  const text = inserted(main.text, insertionsFor(marked, pieces, main.text));
  const written = told.map((comment) => commentElement(comment, part.writing, look, date)).join("");
  return withParts(bytes, new Map([[main.name, text], ...part.with(written)]));
}

interface Look {
  readonly reference: string | undefined;
  readonly text: string | undefined;
}

function marksOf(span: Span, id: string, { element }: Writing, reference: string | undefined): Marked {
  const run = element("r", {}, styled(element, reference) + element("commentReference", { id }));
  return {
    span,
    start: element("commentRangeStart", { id }),
    end: element("commentRangeEnd", { id }) + run,
  };
}

function commentElement(
  { id, paragraphs }: Comment & { readonly id: string },
  { element }: Writing,
  look: Look,
  date: Date,
): string {
  const properties = look.text === undefined ? "" : element("pPr", {}, element("pStyle", { val: look.text }));
  const content = paragraphs.map((words, i) => {
    const mark = element("r", {}, styled(element, look.reference) + element("annotationRef"));
    const run = element("r", {}, textElement(element, words));
    return element("p", {}, properties + (i === 0 ? mark : "") + run);
  });
  return element("comment", { id, ...AUTHOR, date: localTime(date) }, content.join(""));
}

/** Words in one line, whose spaces count. */
function textElement(element: Writing["element"], words: string): string {
  return element("t", {}, escaped(words.replace(/\s+/g, " "))).replace(
    /^<([^\s>]+)/,
    '<$1 xml:space="preserve"',
  );
}

function styled(element: Writing["element"], style: string | undefined): string {
  return style === undefined ? "" : element("rPr", {}, element("rStyle", { val: style }));
}

function localTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return `${local.toISOString().slice(0, 19)}Z`;
}
