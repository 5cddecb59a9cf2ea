import type { Draft } from "../text/draft.ts";
import type { IgnoredName } from "../text/ignore-comments.ts";
import { type IgnoreFault, Ignores } from "../text/ignores.ts";
import type { Span } from "../text/span.ts";
import { fingerprint } from "./fingerprint.ts";
import type { RecordedIgnore } from "./ignore-file.ts";

/** By what a finding is ignored, and why if somebody said so. */
export interface IgnoredBy {
  readonly by: "comment" | "front-matter" | "file";
  readonly reason: string | undefined;
}

/** What the workspace's file says is known, and how it names the draft, if it can. */
export interface Recorded {
  readonly entries: readonly RecordedIgnore[];
  readonly draft: string | undefined;
}

/** What is wrong with a comment of a draft, with a name in it or in its front matter, or with what is recorded for it. */
export type DraftIgnoreFault =
  | (IgnoreFault & { readonly whole: Span })
  | { readonly fault: "unknown" | "unneeded"; readonly name: IgnoredName }
  | { readonly fault: "unknown" | "unneeded"; readonly recorded: RecordedIgnore };

/** What is to be ignored in one draft: by comments, by its front matter, by the workspace's file. One way for all checks. */
export class Ignoring {
  readonly #draft: Draft;
  readonly #comments: Ignores;
  readonly #recorded = new Map<string, RecordedIgnore>();
  /** Names of the front matter under which something came, and whether something came under "everything". */
  readonly #disabled = new Set<string>();
  /** The recorded ones under which something came. */
  readonly #used = new Set<RecordedIgnore>();
  /** The draft as the file names it. */
  readonly #path: string | undefined;

  constructor(draft: Draft, recorded?: Recorded) {
    const { lines, ignores } = draft;
    this.#draft = draft;
    this.#path = recorded?.draft;
    this.#comments = new Ignores(ignores, lines, (line) => this.#isPassedOver(line));
    for (const each of recorded?.entries ?? []) this.#recorded.set(`${each.check} ${each.fingerprint}`, each);
  }

  /** By what a finding of a check is ignored, if by anything. */
  cover(check: string, span: Span): IgnoredBy | undefined {
    const { disable } = this.#draft.frontMatter;
    if (disable !== undefined && (disable.length === 0 || disable.some(({ name }) => name === check))) {
      this.#disabled.add(check);
      return { by: "front-matter", reason: undefined };
    }
    const comment = this.#comments.cover(check, span.start);
    if (comment !== undefined) return { by: "comment", reason: comment.reason };
    if (this.#recorded.size === 0) return undefined;
    const key = `${check} ${fingerprint(check, span, this.#draft)}`;
    const recorded = this.#recorded.get(key);
    if (recorded === undefined) return undefined;
    this.#used.add(recorded);
    return { by: "file", reason: recorded.reason };
  }

  /** What is wrong with the comments and the front matter, when all findings have been covered; see {@link Ignores.faults}. */
  *faults(checks: readonly string[], isUnsure: (check?: string) => boolean): Generator<DraftIgnoreFault> {
    for (const name of this.#draft.frontMatter.disable ?? []) {
      if (!checks.includes(name.name)) yield { fault: "unknown", name };
      else if (!isUnsure(name.name) && !this.#disabled.has(name.name)) yield { fault: "unneeded", name };
    }
    const wholes = new Map(this.#draft.ignores.map((each) => [each.start, each.whole]));
    for (const fault of this.#comments.faults(checks, isUnsure))
      yield { ...fault, whole: wholes.get(fault.comment.start)! };
    for (const recorded of this.#recorded.values()) {
      if (recorded.file === undefined || recorded.file !== this.#path || this.#used.has(recorded)) continue;
      if (!checks.includes(recorded.check) || !isUnsure(recorded.check))
        yield { fault: checks.includes(recorded.check) ? "unneeded" : "unknown", recorded };
    }
  }

  /** A line that holds no more than a comment. */
  #isPassedOver(line: number): boolean {
    const { lines, ignores } = this.#draft;
    const text = lines.line(line);
    if (text.trim() === "") return true;
    const start = lines.offsetAt({ line, character: 0 });
    const rest = ignores.reduce((left, { whole }) => {
      if (whole.end <= start || whole.start >= start + text.length) return left;
      const [from, to] = [Math.max(0, whole.start - start), Math.min(text.length, whole.end - start)];
      return left.slice(0, from) + " ".repeat(to - from) + left.slice(to);
    }, text);
    return rest.trim() === "";
  }
}
