import type { Range, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { Lines } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { Text } from "../text/text.ts";

/** A document as the client has it. A change in it copies a piece of the text, however long that is. */
export class OpenDocument {
  #content: Text;
  #lines: Lines | undefined;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
  ) {
    this.#content = Text.of(text);
  }

  get content(): Text {
    return this.#content;
  }

  /** All of it, as a string that is made when it is first asked for. */
  getText(): string {
    return this.#content.whole;
  }

  /** Takes in what the client says that was changed, one after the other. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ("range" in change) this.#replace(change.range, change.text);
      else {
        this.#content = Text.of(change.text);
        this.#lines = undefined;
      }
    }
    this.version = version;
  }

  #replace(range: Range, text: string): void {
    const lines = this.#lines ?? new Lines(this.#content);
    const { start, end } = spanOf(range, lines);
    this.#content = this.#content.changed({ start, end }, text);
    this.#lines = new Lines(this.#content, {
      lines,
      change: { start, oldEnd: end, newEnd: start + text.length },
    });
  }
}

/** Whichever end of a range comes first. */
function spanOf({ start, end }: Range, lines: Lines): Span {
  const [a, b] = [lines.offsetAt(start), lines.offsetAt(end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}
