import { overlaps, type Span, slice, span } from "../../server/src/text/span.ts";

const SECTIONS = ["Flags", "Leaves alone"] as const;
export type Section = (typeof SECTIONS)[number];

/** One draft of a check's page, or of a lint rule's: what it shows, and the marked draft itself. */
export interface SpecCase {
  readonly section: Section;
  /** The paragraph before the draft. */
  readonly name: string;
  /** The YAML of the knowledge base that holds for it: the nearest one above. */
  readonly world: string;
  /** The texts of sources on the page, by file. */
  readonly texts: ReadonlyMap<string, string>;
  /** A draft with its marks; on the page of a lint rule, another file of the knowledge base. */
  readonly draft: string;
  /** The draft as fixes leave it, where the page shows that. */
  readonly mended?: string;
}

export interface SpecPage {
  readonly title: string;
  readonly cases: readonly SpecCase[];
}

/** `[[TEXT]]{check-a|check-b => SUGGESTION}`: a finding of one of the checks must overlap the text. */
export interface Mark {
  readonly span: Span;
  readonly checks: readonly string[];
  readonly suggestion: string | undefined;
  /** As written, brackets and all. */
  readonly source: string;
}

/** What a check says about a draft, as far as a page can ask for it. */
export interface Found {
  readonly check: string;
  readonly span: Span;
  readonly suggestions: readonly string[];
  /** An error or a warning: unmarked, it is a false alarm. */
  readonly loud: boolean;
}

/**
 * Takes a manual page apart: its title, and its drafts in order. On the page of a lint rule, drafts are blocks of
 * `yaml marked`, and what fixes make of the one before is a block of `yaml mended`.
 */
export function parsePage(page: string): SpecPage {
  const cases: SpecCase[] = [];
  const texts = new Map<string, string>();
  let title = "";
  let section: Section | undefined;
  let world = "";
  let name = "";
  for (const { info, text } of piecesOf(page)) {
    const source = /^text source=(\S+)$/.exec(info ?? "")?.[1];
    if (info === "yaml knowledge") world = text;
    else if (source !== undefined) texts.set(source, text);
    else if ((info === "draft" || info === "yaml marked") && section)
      cases.push({ section, name, world, texts, draft: text });
    else if (info === "yaml mended") cases.push({ ...cases.pop()!, mended: text });
    else if (info === undefined && text.startsWith("# ")) title = text.slice(2).trim();
    else if (info === undefined && text.startsWith("## ")) section = sectionOf(text.slice(3).trim());
    else if (info === undefined) name = text;
  }
  return { title, cases };
}

/** A draft without its marks, and the marks with their places in it. */
export function parseMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(MARK)) {
    const { content, checks, wanted } = match.groups!;
    text += marked.slice(at, match.index);
    const start = text.length;
    text += content!;
    at = match.index + match[0].length;
    const suggestion = wanted?.trim() || undefined;
    marks.push({ span: span(start, text.length), checks: checks!.split("|"), suggestion, source: match[0] });
  }
  return { text: text + marked.slice(at), marks };
}

/**
 * The draft marked with what was found. It equals the page's own draft exactly if every mark was met, its suggestion
 * offered, and nothing loud found outside the marks. Where a mark was met, other findings may speak at its place.
 */
export function markFindings(text: string, marks: readonly Mark[], findings: readonly Found[]): string {
  const met = marks.filter((mark) => findings.some((finding) => meets(text, mark, finding)));
  const others = findings
    .filter(({ loud, span }) => loud && !met.some((mark) => overlaps(mark.span, span)))
    .concat(findings.filter((finding) => marks.some((mark) => !met.includes(mark) && touches(mark, finding))))
    .map((finding) => ({ span: finding.span, source: markOf(text, finding) }));
  return insert(text, [...met, ...others]);
}

/** The draft with every mark's suggestion in place; undefined where a mark asks for none. */
export function correct(text: string, marks: readonly Mark[]): string | undefined {
  if (marks.length === 0 || marks.some((mark) => mark.suggestion === undefined)) return undefined;
  return insert(
    text,
    marks.map((mark) => ({ span: mark.span, source: mark.suggestion! })),
  );
}

const MARK =
  /\[\[(?!\[)(?<content>(?:(?!\]\]).)+?)\]\]\{(?<checks>[a-z|-]+)(?:\s*=>\s*(?<wanted>[^}]*))?\}/gs;

/** Paragraphs and headings (no `info`), and fenced blocks with their info string. */
function piecesOf(page: string): { info?: string; text: string }[] {
  const pieces: { info?: string; text: string }[] = [];
  const paragraph: string[] = [];
  const lines = page.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const fence = /^`{3,}/.exec(line)?.[0];
    if (paragraph.length > 0 && (fence || line.trim() === ""))
      pieces.push({ text: paragraph.splice(0).join(" ") });
    if (!fence) {
      if (line.trim() !== "") paragraph.push(line.trim());
      continue;
    }
    const end = lines.findIndex((other, i) => i > at && other.startsWith(fence));
    if (end < 0) throw new Error(`Line ${at + 1}: this block has no end.`);
    pieces.push({ info: line.slice(fence.length).trim(), text: lines.slice(at + 1, end).join("\n") });
    at = end;
  }
  return pieces;
}

function sectionOf(heading: string): Section | undefined {
  return SECTIONS.find((section) => section === heading);
}

/** A finding of one of the mark's checks overlaps it. */
export function touches(mark: Mark, finding: Found): boolean {
  return mark.checks.includes(finding.check) && overlaps(mark.span, finding.span);
}

/** Touches it, and offers what the mark asks for. Two edits are the same if the text after them is, whatever the spans: "18 May" → "19 May" or "18" → "19". */
export function meets(text: string, mark: Mark, finding: Found): boolean {
  if (!touches(mark, finding)) return false;
  const { suggestion } = mark;
  if (suggestion === undefined) return true;
  const wanted = insert(text, [{ span: mark.span, source: suggestion }]);
  return finding.suggestions.some((source) => insert(text, [{ span: finding.span, source }]) === wanted);
}

function markOf(text: string, { check, span, suggestions }: Found): string {
  const offer = suggestions.length > 0 ? ` => ${suggestions.join(" / ")}` : "";
  return `[[${slice(text, span)}]]{${check}${offer}}`;
}

/** Puts each source in place of its span; of two that overlap, the earlier one counts. */
function insert(text: string, edits: readonly { readonly span: Span; readonly source: string }[]): string {
  let result = "";
  let at = 0;
  for (const { span, source } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < at) continue;
    result += text.slice(at, span.start) + source;
    at = span.end;
  }
  return result + text.slice(at);
}
