import type { Id, Knowledge, Source } from "../../knowledge-base/knowledge.ts";
import type { Draft, Format } from "../../text/draft.ts";
import { type Span, span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { citationKey } from "../knowledge/citations.ts";
import type { AskedBy, Suggestion } from "./completion.ts";
import { isCodeAt } from "./prose-at.ts";
import type { Snapshot } from "./snapshot.ts";

/** In characters: how far back the beginning of a citation is sought. */
const FARTHEST = 300;
const MOST = 50;

/** Pandoc's: behind an `@` that no letter comes before. With braces, anything may stand between them. */
const PANDOC = /(?<![\p{L}\p{N}\\@])(?<at>@)(?<brace>\{?)(?<typed>[\p{L}\p{N}_:.#$%&+?<>~/-]*)$/u;
const MYST = /(?<at>\{cite(?::[a-z]+)?\}`)(?:[^`\n]*,\s*)?(?<typed>[^`,\n]*)$/;
const MARKDOWN = [MYST, PANDOC];

/** What a citation begins with in each format, up to the key that is being typed. */
const BEGUN: Readonly<Record<Format, readonly RegExp[]>> = {
  markdown: MARKDOWN,
  quarto: MARKDOWN,
  plaintext: [PANDOC],
  html: [/(?<at>\[@)(?<typed>[^\][\s]*)$/],
  latex: [
    /(?<at>\\(?:[a-zA-Z]*cite[a-zA-Z]*)\*?(?:\[[^\]\n]*\]){0,2}\{)(?:[^{}\n]*,\s*)?(?<typed>[^{},\n]*)$/,
  ],
  org: [
    /(?<at>\[cite(?:\/[\w/-]+)?:[^\][\n]*?@)(?<typed>[^\][@;\s]*)$/,
    /(?<![\w])(?<at>cite[a-z]*:@?)(?:[^\s,;\][]*,)*(?<typed>[^\s,;\][]*)$/,
  ],
  restructuredtext: [/(?<at>:cite(?::[a-z]+)?:`)(?:[^`\n]*,\s*)?(?<typed>[^`,\n]*)$/],
  asciidoc: [/(?<at>(?:cite|citenp)(?::[a-z]+)?:\[)(?:[^\]\n]*,\s*)?(?<typed>[^\],\n]*)$/],
};

/** The formats whose citations may begin with a bracket. */
const BRACKETED: ReadonlySet<Format> = new Set(["markdown", "quarto", "plaintext"]);

/**
 * The sources that may be cited at an offset, by id, title, author and year; undefined where no citation is being
 * written. Where there is only the bracket that may begin one, they come on demand.
 */
export function citationSuggestions(
  { draft, knowledge }: Snapshot,
  offset: number,
  askedBy: AskedBy,
): Suggestion[] | undefined {
  const { text, format } = draft;
  const begun = begunAt(draft, offset);
  if (begun !== undefined) {
    const { typed, brace } = begun;
    const keyOf = ({ id }: Source) => (brace === "" ? citationKey(id) : id);
    return suggested(knowledge, typed, offset - typed.length, offset, keyOf);
  }
  const before = text.slice(Math.max(0, offset - 2), offset);
  if (askedBy !== "wish" || !BRACKETED.has(format) || !/(?<![\]\\!])\[$/.test(before)) return undefined;
  if (isCodeAt(draft, offset - 1)) return undefined;
  return suggested(knowledge, "", offset, offset, ({ id }) => `@${citationKey(id)}`);
}

/** The source that is cited at an offset, whether or not it is known, and the key that does it. */
export function citedAt(draft: Draft, offset: number): { readonly id: Id; readonly span: Span } | undefined {
  const rest = /^[\p{L}\p{N}_:.#$%&+?~/-]*/u.exec(draft.text.slice(offset, offset + FARTHEST))![0];
  const end = offset + rest.replace(/[.:?]+$/, "").length;
  const typed = begunAt(draft, end)?.typed ?? "";
  return typed === "" ? undefined : { id: typed, span: span(end - typed.length, end) };
}

/** The citation that is being written at an offset: its key so far, and Pandoc's brace or the lack of it. */
function begunAt(
  draft: Draft,
  offset: number,
): { readonly typed: string; readonly brace: string | undefined } | undefined {
  const { text, format } = draft;
  const from = Math.max(text.lastIndexOf("\n", offset - 1) + 1, offset - FARTHEST);
  const before = text.slice(from, offset);
  for (const begun of BEGUN[format]) {
    const match = begun.exec(before);
    if (match === null) continue;
    const { at = "", typed = "", brace } = match.groups!;
    // What stands between backticks is a citation by its role.
    if (at.endsWith("`") || !isCodeAt(draft, from + match.index)) return { typed, brace };
  }
  return undefined;
}

function suggested(
  knowledge: Knowledge,
  typed: string,
  start: number,
  end: number,
  keyOf: (source: Source) => string,
): Suggestion[] {
  const words = wordsOf(typed);
  const found: { readonly source: Source; readonly rank: number }[] = [];
  for (const source of knowledge.sources.values()) {
    const sought = wordsOf(`${source.id} ${source.title} ${source.author ?? ""} ${source.published ?? ""}`);
    const isFound = words.every((word) => sought.some((each) => each.startsWith(word)));
    if (isFound) found.push({ source, rank: Number(!fold(source.id).startsWith(fold(typed))) });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ source }) => ({
      kind: "source",
      id: source.id,
      label: source.id,
      newText: keyOf(source),
      about: source.title,
      background: [source.author, yearOf(source)].filter(Boolean).join(", "),
      replaced: span(start, end),
      typed: [source.id, source.title, source.author, source.published].filter(Boolean).join(" "),
    }));
}

function yearOf({ published }: Source): string | undefined {
  return /^\d{4}/.exec(published ?? "")?.[0];
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
