import type { YamlFile } from "../../../knowledge-base/yaml/tree.ts";
import { lastBefore, type Span, span } from "../../../text/span.ts";
import type { Path } from "../format.ts";
import { isBlank, lineEnd, lineStart, nextLine } from "./scanner.ts";
import { type Sketch, type Sketched, sketch } from "./sketch.ts";

/** A line at the margin that begins a top-level map, and all lines under it. */
export interface Section extends Span {
  /** The end of its first line. */
  readonly head: number;
  /** What it declares stands on its first line, or goes on from there: `entities: { …`. */
  readonly inline: boolean;
}

const known = new WeakMap<YamlFile, readonly Section[]>();

/** The sections of a file as its lines have them, whether or not they can be parsed. Linear the first time, then O(1). */
export function sectionsOf(file: YamlFile): readonly Section[] {
  let sections = known.get(file);
  if (sections === undefined) {
    sections = [...sectionsIn(file.text)];
    known.set(file, sections);
  }
  return sections;
}

function* sectionsIn(text: string): Generator<Section> {
  let start = -1;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; at = nextLine(text, at)) {
    if (/[\s#]/.test(text[at]!)) continue;
    // A text that begins with a bracket is one value through and through.
    if (start < 0 && /[{[]/.test(text[at]!))
      return yield { ...span(at, text.length), head: at, inline: true };
    if (start >= 0) yield section(text, start, at);
    start = at;
  }
  if (start >= 0) yield section(text, start, text.length);
}

function section(text: string, start: number, end: number): Section {
  const head = lineEnd(text, start);
  const inline = /:[ \t]+[^#\s]/.test(text.slice(start, head));
  return { start, end, head, inline };
}

/** The key of a section, if it is one. */
export function sectionKey({ text }: YamlFile, { start, head }: Section): string {
  const { root } = sketch(text, span(start, head));
  return root.kind === "map" ? (root.pairs[0]?.key ?? "") : "";
}

/** The passage around an offset that can be read by itself: a section, or one entry of it under the section's first line. */
export interface Passage extends Sketched {
  /** The line of the section, where only one entry of it was read. */
  readonly section: Section | undefined;
}

const last = new WeakMap<YamlFile, { span: Span; passage: Passage }>();

/** The sketch of what is around an offset; undefined above all sections. Linear in the entry, once. */
export function passageAt(file: YamlFile, offset: number): Passage | undefined {
  const sections = sectionsOf(file);
  const section = sections[lastBefore(sections, offset)];
  if (section === undefined) return undefined;
  const whole = section.inline || offset <= section.head;
  const place = whole
    ? span(section.start, section.inline ? section.end : section.head)
    : entryAt(file.text, section, offset);
  const before = last.get(file);
  if (before !== undefined && before.span.start === place.start && before.span.end === place.end)
    return before.passage;
  const passage = { ...sketch(file.text, place), section: whole ? undefined : section };
  last.set(file, { span: place, passage });
  return passage;
}

/** What is at a path, as far as it can be told from the entry around an offset. */
export function sketchAt(file: YamlFile, offset: number, path: Path): Sketch | undefined {
  const passage = passageAt(file, offset);
  const steps = passage?.section === undefined ? path : path.slice(1);
  return steps.reduce<Sketch | undefined>((node, step) => {
    if (node?.kind === "list") return typeof step === "number" ? node.items[step] : undefined;
    return node?.kind === "map" ? node.pairs.find(({ key }) => key === step)?.value : undefined;
  }, passage?.root);
}

/** The lines of each entry of a section, and where on its first one its key is. Linear. */
export function* beginningsIn(text: string, section: Section): Generator<Span & { readonly key: number }> {
  const begin = nextLine(text, section.head);
  let depth = -1;
  let start = -1;
  for (let line = begin; line < section.end; line = nextLine(text, line)) {
    if (depth < 0) depth = depthOf(text, line);
    if (!isBeginning(text, line, depth)) continue;
    if (start >= 0) yield { start, end: line, key: start + depthOf(text, start) };
    start = line;
  }
  if (start >= 0) yield { start, end: section.end, key: start + depthOf(text, start) };
}

/** The lines of the entry that an offset is in: up to the next line that is no deeper than the section's first one. */
function entryAt(text: string, section: Section, offset: number): Span {
  const begin = nextLine(text, section.head);
  let depth = -1;
  for (let at = begin; at < section.end && depth < 0; at = nextLine(text, at)) depth = depthOf(text, at);
  let start = lineStart(text, offset);
  while (start > begin && !isBeginning(text, start, depth))
    start = lineStart(text, start - lengthOfBreak(text, start));
  let end = nextLine(text, offset);
  // Above the first entry, that one is read.
  const first = isBeginning(text, start, depth) ? 0 : 1;
  for (let seen = 0; end < section.end; end = nextLine(text, end)) {
    if (isBeginning(text, end, depth) && ++seen > first) break;
  }
  return span(start, Math.min(end, section.end));
}

function lengthOfBreak(text: string, start: number): number {
  return text[start - 1] === "\n" && text[start - 2] === "\r" ? 2 : 1;
}

/** Whether an entry begins on a line: it has content, no deeper than `depth`, and closes no bracket. */
function isBeginning(text: string, line: number, depth: number): boolean {
  const own = depthOf(text, line);
  return own >= 0 && own <= depth && !/[\]}]/.test(text[line + own]!);
}

/** The columns before the first character of a line; -1 if it is blank or only a comment. */
function depthOf(text: string, line: number): number {
  let at = line;
  while (at < text.length && isBlank(text[at]!)) at++;
  return at === text.length || /[\r\n#]/.test(text[at]!) ? -1 : at - line;
}
