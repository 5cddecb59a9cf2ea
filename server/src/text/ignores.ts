import type { IgnoreComment, IgnoredName } from "./ignore-comments.ts";
import type { Lines } from "./lines.ts";

/** What is wrong with a comment, or with a name in it: misspelt, of no rule that there is, or without effect. */
export interface IgnoreFault {
  readonly fault: "misspelt" | "unknown" | "unneeded";
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

  /** The comment by which what a rule says of a place is to be ignored, if there is one; it counts as used. */
  cover(rule: string, offset: number): IgnoreComment | undefined {
    const { line } = this.#lines.positionAt(offset);
    const last = this.#onwards.findLast((each) => this.#lineOf(each) <= line && isAbout(each, rule));
    const covering = (this.#ofLine.get(line) ?? []).filter((each) => isAbout(each, rule));
    if (last?.kind === "disable") covering.push(last);
    for (const comment of covering) {
      this.#used.add(comment.names.find(({ name }) => name === rule) ?? comment);
    }
    return covering[0];
  }

  /**
   * What is wrong with the comments, in the order of the text; asked when all has been covered. Of a rule that is
   * `isUnsure` nobody can tell whether it is needed; without a rule, that is asked of a comment about all.
   */
  *faults(rules: readonly string[], isUnsure: (rule?: string) => boolean): Generator<IgnoreFault> {
    for (const comment of this.comments) {
      if (comment.kind === undefined) {
        yield { fault: "misspelt", comment };
        continue;
      }
      const strange = comment.names.filter(({ name }) => !rules.includes(name));
      for (const name of strange) yield { fault: "unknown", comment, name };
      if (comment.names.length === 0 && !this.#isNeeded(comment, comment) && !isUnsure())
        yield { fault: "unneeded", comment };
      const idle = comment.names.filter(
        (name) => !this.#isNeeded(comment, name) && !isUnsure(name.name) && !strange.includes(name),
      );
      if (idle.length > 0 && idle.length === comment.names.length) yield { fault: "unneeded", comment };
      else for (const name of idle) yield { fault: "unneeded", comment, name };
    }
  }

  /** Whether something came under a comment, or a name in it; of an `enable`, whether it ends anything. */
  #isNeeded(comment: IgnoreComment, part: IgnoreComment | IgnoredName): boolean {
    return comment.kind === "enable" ? this.#ends(comment, part) : this.#used.has(part);
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
