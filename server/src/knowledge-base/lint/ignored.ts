import {
  IGNORE_KINDS,
  IGNORE_PREFIX,
  type IgnoreComment,
  type IgnoredName,
} from "../../text/ignore-comments.ts";
import type { Ignores } from "../../text/ignores.ts";
import { type Span, span } from "../../text/span.ts";
import { nearest } from "../nearest.ts";
import { LOADING_PROBLEMS, type ProblemFix, type Trouble } from "../problems.ts";
import { commentableAt, ignoresOf } from "../yaml/comments.ts";
import { endOfLine, startOfLine } from "../yaml/edits.ts";
import type { YamlFile } from "../yaml/tree.ts";
import { listed } from "./wording.ts";

/** The comments in the files of a knowledge base that say something is known, and whether they are needed. */
export class Ignored {
  /** What a comment may say is known. */
  readonly #rules: readonly string[];
  readonly #files: ReadonlyMap<string, { readonly file: YamlFile; readonly ignores: Ignores }>;

  constructor(files: readonly YamlFile[], rules: readonly string[]) {
    this.#rules = rules;
    this.#files = new Map(
      files.flatMap((file) => {
        const ignores = ignoresOf(file);
        return ignores === undefined ? [] : [[file.file, { file, ignores }] as const];
      }),
    );
  }

  /** Whether a comment covers a problem, which then is to go unsaid. */
  cover(code: string, { origin }: Trouble): boolean {
    if (!this.#rules.includes(code)) return false;
    const found = this.#files.get(origin.file);
    return found?.ignores.cover(code, commentableAt(found.file.text, origin.span.start)) !== undefined;
  }

  /** Comments that are misspelt or cover nothing; see {@link Ignores.faults}. */
  *unneeded(isUnsure: (rule?: string) => boolean): Generator<Trouble> {
    for (const { file, ignores } of this.#files.values()) {
      for (const { fault, comment, name } of ignores.faults(this.#rules, isUnsure)) {
        if (fault === "misspelt") yield misspelt(comment, file);
        else if (fault === "unknown") yield unknownRule(name!, comment, this.#rules, file);
        // What a syntax error took away may have been covered.
        else if (file.lost.length === 0) yield unneeded(comment, name, ignores, file);
      }
    }
  }
}

function misspelt({ word, start }: IgnoreComment, file: YamlFile): Trouble {
  const near = nearest(word.slice(IGNORE_PREFIX.length), IGNORE_KINDS);
  const place = span(start, start + word.length);
  const known = IGNORE_KINDS.map((kind) => `\`${IGNORE_PREFIX}${kind}\``);
  const guess =
    near === undefined ? `; there are ${listed(known)}.` : `; did you mean \`${IGNORE_PREFIX}${near}\`?`;
  return {
    message: `No comment begins with \`${word}\`${guess}`,
    origin: { file: file.file, span: place },
    ...(near !== undefined && { fix: replacement(place, IGNORE_PREFIX + near) }),
  };
}

function unknownRule(
  { name, start, end }: IgnoredName,
  { names }: IgnoreComment,
  rules: readonly string[],
  file: YamlFile,
): Trouble {
  const origin = { file: file.file, span: span(start, end) };
  if (Object.hasOwn(LOADING_PROBLEMS, name))
    return { message: `\`${name}\` is an error of the format, and cannot be ignored.`, origin };
  const near = nearest(
    name,
    rules.filter((rule) => !names.some((each) => each.name === rule)),
  );
  const guess = near === undefined ? "." : `; did you mean \`${near}\`?`;
  return {
    message: `There is no rule \`${name}\`${guess}`,
    origin,
    ...(near !== undefined && { fix: replacement(origin.span, near) }),
  };
}

function unneeded(
  comment: IgnoreComment,
  name: IgnoredName | undefined,
  ignores: Ignores,
  { file, text }: YamlFile,
): Trouble {
  const { start, end } = name ?? comment;
  const rule = name === undefined ? "" : ` \`${name.name}\``;
  const gone =
    name === undefined
      ? [comment, ...endOf(comment, ignores)].map((each) => wholeComment(each, text))
      : [withSeparator(name, comment)];
  return {
    message:
      comment.kind === "enable"
        ? `Nothing above was disabled that this enables again${rule && `:${rule}`}.`
        : `This is not needed: nothing${rule} is reported here.`,
    origin: { file, span: span(start, end) },
    fix: {
      title: name === undefined ? "Remove the comment" : `Remove${rule}`,
      edits: gone.map((each) => ({ span: each, newText: "" })),
    },
  };
}

/** The `enable` that is there for a `disable`, and for nothing else. */
function endOf({ kind, start, names }: IgnoreComment, { comments }: Ignores): IgnoreComment[] {
  if (kind !== "disable") return [];
  const next = comments.find((each) => each.start > start && /^(?:en|dis)able$/.test(each.kind ?? ""));
  const own = (each: IgnoreComment) => each.names.map(({ name }) => name).join(" ");
  return next?.kind === "enable" && own(next) === names.map(({ name }) => name).join(" ") ? [next] : [];
}

/** With its line, if it has one to itself; else with the white space before it. */
function wholeComment({ start }: IgnoreComment, text: string): Span {
  const line = startOfLine(text, start);
  const before = text.slice(line, start).replace(/[ \t]*#[ \t]*$/, "");
  const end = endOfLine(text, start);
  if (before.trim() !== "") return span(line + before.length, end);
  return span(line, end + (/^\r\n|^[\r\n]/.exec(text.slice(end, end + 2))?.[0].length ?? 0));
}

/** A name with what parts it from the next one, or, if it is the last, from the one before. */
function withSeparator(name: IgnoredName, { names }: IgnoreComment): Span {
  const at = names.indexOf(name);
  const next = names[at + 1];
  return next !== undefined ? span(name.start, next.start) : span(names[at - 1]!.end, name.end);
}

function replacement(place: Span, by: string): ProblemFix {
  return { title: `Replace by \`${by}\``, edits: [{ span: place, newText: by }] };
}
