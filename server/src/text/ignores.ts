import type { IgnoreComment, IgnoredName } from "./ignore-comments.ts";
import type { Lines } from "./lines.ts";

/** A comment that ignores nothing, or a name in it that does not. */
export interface UnusedIgnore {
  readonly comment: IgnoreComment;
  readonly name?: IgnoredName;
}

/** The ignore comments of one text, and what has come under them. */
export class Ignores {
  /** In the order of the text. */
  readonly comments: readonly IgnoreComment[];
  readonly #lines: Lines;
  /** Those about one line, by that line. */
  readonly #ofLine = new Map<number, IgnoreComment[]>();
  /** Those from which on something holds. */
  readonly #onwards: readonly IgnoreComment[];
  /** Comments, and names in them, under which something came. */
  readonly #used = new Set<IgnoreComment | IgnoredName>();

  /** `passedOver` says which lines hold no more than comments: they are not the next line that a comment means. */
  constructor(comments: readonly IgnoreComment[], lines: Lines, passedOver: (line: number) => boolean) {
    this.comments = comments;
    this.#lines = lines;
    this.#onwards = comments.filter(holdsOnwards);
    for (const comment of comments) {
      if (comment.kind === undefined || holdsOnwards(comment)) continue;
      let line = lines.positionAt(comment.start).line;
      if (comment.kind === "disable-next-line") {
        line = lines.positionAt(comment.end).line + 1;
        while (line < lines.count && passedOver(line)) line++;
      }
      this.#ofLine.set(line, [...(this.#ofLine.get(line) ?? []), comment]);
    }
  }

  /** Whether what a rule says of a place is to be ignored; what it is ignored by counts as used. */
  cover(rule: string, offset: number): boolean {
    const { line } = this.#lines.positionAt(offset);
    const last = this.#onwards.findLast((each) => this.#lineOf(each) <= line && isAbout(each, rule));
    const covering = (this.#ofLine.get(line) ?? []).filter((each) => isAbout(each, rule));
    if (last?.kind === "disable") covering.push(last);
    for (const comment of covering) {
      this.#used.add(comment.names.find(({ name }) => name === rule) ?? comment);
    }
    return covering.length > 0;
  }

  /** What ignored nothing, in the order of the text; an `enable` that ends nothing as well. */
  get unused(): UnusedIgnore[] {
    return this.comments.flatMap((comment): UnusedIgnore[] => {
      if (comment.kind === undefined) return [];
      const isUsed = (each: IgnoreComment | IgnoredName) =>
        comment.kind === "enable" ? this.#ends(comment, each) : this.#used.has(each);
      if (comment.names.length === 0) return isUsed(comment) ? [] : [{ comment }];
      return comment.names.filter((name) => !isUsed(name)).map((name) => ({ comment, name }));
    });
  }

  /** Whether something is disabled that an `enable`, or a name in it, can end. */
  #ends(comment: IgnoreComment, part: IgnoreComment | IgnoredName): boolean {
    const before = this.#onwards.slice(0, this.#onwards.indexOf(comment));
    if ("name" in part) return before.findLast((each) => isAbout(each, part.name))?.kind === "disable";
    const last = before.findLastIndex(({ kind, names }) => kind === "enable" && names.length === 0);
    return before.slice(last + 1).some(({ kind }) => kind === "disable");
  }

  #lineOf({ start }: IgnoreComment): number {
    return this.#lines.positionAt(start).line;
  }
}

function holdsOnwards({ kind }: IgnoreComment): boolean {
  return kind === "disable" || kind === "enable";
}

function isAbout({ names }: IgnoreComment, rule: string): boolean {
  return names.length === 0 || names.some(({ name }) => name === rule);
}
