import { type Captions, captionsAmong, withCaptions } from "./captions.ts";
import { type Change, changeBetween } from "./change.ts";
import type { Comment } from "./comment.ts";
import type { Block, Draft, Format, FrontMatter } from "./draft.ts";
import { readAsciiDoc } from "./formats/asciidoc.ts";
import { readHtml } from "./formats/html.ts";
import { readLatex } from "./formats/latex.ts";
import { markdownSection } from "./formats/markdown.ts";
import { readOrg } from "./formats/org.ts";
import { plainTextSection } from "./formats/plain-text.ts";
import { COMMON, QUARTO } from "./formats/quarto.ts";
import { readReStructuredText } from "./formats/restructuredtext.ts";
import { readFrontMatter } from "./front-matter.ts";
import { draftIgnores } from "./ignore-comments.ts";
import { Lines } from "./lines.ts";
import { Masker } from "./masker.ts";
import { keptParts, type Parts, partsOf, placedBlocks } from "./parts.ts";
import { inPieces } from "./pieces.ts";
import { endOf, type ReadSection, type Sections, sectionsOf } from "./sections.ts";
import { finish } from "./steps.ts";
import { Text } from "./text.ts";

/** What a format's reader makes of a text. */
export interface Structure {
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  /** In the order of the text. */
  readonly comments: readonly Comment[];
}

/** A format of which a stretch can be read by itself, with or without front matter and captions of tables. */
interface Sectioned {
  readonly section: ReadSection;
  readonly isPlain: boolean;
}

const SECTIONED: Partial<Record<Format, Sectioned>> = {
  markdown: { section: markdownSection(COMMON), isPlain: false },
  quarto: { section: markdownSection(QUARTO), isPlain: false },
  plaintext: { section: plainTextSection, isPlain: true },
};

type WholeFormat = Exclude<Format, "markdown" | "quarto" | "plaintext">;

/** The formats in which what stands at one place can change how all is read that comes after it. */
const WHOLE: Record<WholeFormat, (text: string, masker: Masker) => Structure> = {
  latex: readLatex,
  restructuredtext: readReStructuredText,
  asciidoc: readAsciiDoc,
  org: readOrg,
  html: readHtml,
};

/** What a draft was made of, for the one after the next keystroke. */
interface Making {
  readonly sections?: Sections;
  readonly frontMatter?: FrontMatter;
  readonly masker?: Masker;
}

const makings = new WeakMap<Draft, Making>();

/** A text that is to be taken apart. */
export interface Input extends Pick<Draft, "uri" | "format"> {
  readonly text: string | Text;
}

/** Takes a text apart. Total: any string is a draft. `earlier` is an older version of it, and saves work. */
export function readDraft(input: Input, earlier?: Draft): Draft {
  return finish(readDraftInSteps(input, earlier));
}

/**
 * The same with pauses, where the format lets a stretch of a text be read by itself; of such a text no more than what begins
 * before `upTo`. What was made of a beginning is as good an `earlier` as what was made of the whole.
 */
export function* readDraftInSteps(
  input: Input,
  earlier?: Draft,
  upTo = Infinity,
): Generator<undefined, Draft, undefined> {
  const { format } = input;
  const content = Text.of(input.text);
  const older = earlier?.format === format ? earlier : undefined;
  const change = older && changeBetween(older.content, content);
  const sectioned = SECTIONED[format];
  if (sectioned !== undefined)
    return yield* readSections({ ...input, content }, sectioned, older && { draft: older, change }, upTo);
  if (older !== undefined && change === undefined) return older;
  return readWhole({ ...input, content }, WHOLE[format as WholeFormat], older);
}

function readWhole(
  { uri, content, format }: Pick<Draft, "uri" | "content" | "format">,
  read: (text: string, masker: Masker) => Structure,
  earlier: Draft | undefined,
): Draft {
  const masker = new Masker(earlier && makings.get(earlier)?.masker);
  const draft = draftOf({ uri, text: content, format }, read(content.whole, masker), earlier);
  makings.set(draft, { masker });
  return draft;
}

function* readSections(
  { uri, content, format }: Pick<Draft, "uri" | "content" | "format">,
  { section, isPlain }: Sectioned,
  earlier: { readonly draft: Draft; readonly change: Change | undefined } | undefined,
  upTo: number,
): Generator<undefined, Draft, undefined> {
  const known = earlier && makings.get(earlier.draft);
  const change = earlier?.change ?? NO_CHANGE;
  const older = known?.sections &&
    earlier && { sections: known.sections, change, lines: earlier.draft.lines };
  const isInHead = older === undefined || change.start <= older.sections.bounds[0]!;
  const { frontMatter, end } = isPlain
    ? NO_FRONT_MATTER
    : isInHead
      ? readFrontMatter(content)
      : { frontMatter: known!.frontMatter!, end: older.sections.bounds[0]! };
  const wanted = Math.min(upTo, content.length);
  let sections =
    older !== undefined && change === NO_CHANGE
      ? older.sections
      : yield* sectionsOf(content, end, section, older, wanted);
  if (endOf(sections) < wanted)
    sections = yield* sectionsOf(content, end, section, { sections, change: NO_CHANGE }, wanted);
  const { parts } = sections;
  const captions = isPlain || sections.tables === 0 ? undefined : captionsAmong(parts.all);
  let blocks: readonly Block[] | undefined;
  const draft: Draft = {
    uri,
    content,
    get text() {
      return content.whole;
    },
    format,
    lines: new Lines(content, older),
    frontMatter,
    parts: captions === undefined ? parts : { ...parts, captions },
    get blocks() {
      blocks ??= captions === undefined ? placedBlocks(parts) : withCaptions(placedBlocks(parts));
      return blocks;
    },
    ignores: draftIgnores(content, sections.comments),
  };
  makings.set(draft, { sections, frontMatter });
  return draft;
}

/** No infinity: V8 would keep the places of all changes as doubles. */
const BEYOND = 2 ** 30 - 1;
const NO_CHANGE: Change = { start: BEYOND, oldEnd: BEYOND, newEnd: BEYOND };
const NO_FRONT_MATTER: ReturnType<typeof readFrontMatter> = { frontMatter: {}, end: 0 };

/** A draft of a text whose structure is known already: one that was made of a document. */
export function draftOf(
  { uri, text: given, format, madeOf }: Input & Pick<Draft, "madeOf">,
  { frontMatter, blocks: whole, comments }: Structure,
  earlier?: Draft,
): Draft {
  const blocks = inPieces(whole);
  const content = Text.of(given);
  const text = content.whole;
  return {
    uri,
    content,
    text,
    format,
    ...(madeOf && { madeOf }),
    lines: new Lines(content),
    frontMatter,
    parts: partsIn(text, blocks, earlier?.parts),
    blocks,
    ignores: draftIgnores(content, comments),
  };
}

function partsIn(text: string, blocks: readonly Block[], earlier: Parts | undefined): Parts {
  const { all, starts } = partsOf(text, blocks);
  const kept = earlier === undefined ? all : keptParts(all, earlier.all);
  return { all: kept, starts, captions: captionsIn(blocks) };
}

/** As the blocks themselves say. */
function captionsIn(blocks: readonly Block[]): Captions {
  const captions = new Map<number, number>();
  let part = -1;
  let table: number | undefined;
  for (const { cell, captionOf } of blocks) {
    if (cell === undefined || cell.table !== table) part++;
    table = cell?.table;
    if (captionOf !== undefined) captions.set(part, captionOf);
  }
  return captions;
}
