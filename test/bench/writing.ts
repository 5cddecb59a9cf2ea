import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { check, finish, type Snapshot } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { Text } from "../../server/src/text/text.ts";

/** A draft as the server has it while somebody writes: of each change only that is read again which it concerns. */
export class Writing {
  readonly #knowledge: Knowledge;
  #text: Text;
  #snapshot: Snapshot | undefined;

  constructor(text: string, knowledge: Knowledge) {
    this.#text = Text.of(text);
    this.#knowledge = knowledge;
  }

  get length(): number {
    return this.#text.length;
  }

  /** Writes words in place of so many code units from an offset on. */
  write(at: number, words: string, inPlaceOf = 0): Snapshot {
    this.#text = this.#text.changed({ start: at, end: at + inPlaceOf }, words);
    const draft = readDraft({ uri: "draft:", text: this.#text, format: "markdown" }, this.#snapshot?.draft);
    this.#snapshot = finish(check(draft, this.#knowledge, { earlier: this.#snapshot }));
    return this.#snapshot;
  }
}
