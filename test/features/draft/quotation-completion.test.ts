import { describe, expect, test } from "vitest";
import type { AskedBy } from "../../../server/src/features/draft/completion.ts";
import type { Format } from "../../../server/src/text/draft.ts";
import { worldOf } from "../../support/engine.ts";
import { offeredIn, writtenIn } from "./completing.ts";

const islands = worldOf(
  `
knowledgeBase: { title: Islands }
sources:
  ledger: { title: The Harbour Ledger, text: ledger.txt }
  log: { title: The Log }
entities:
  ada: { type: person, name: Ada Brink, evidence: [{ source: log, quote: steered all ships into the strait }] }
`,
  new Map([
    [
      "ledger.txt",
      `The truce has held. “We shall not open the gate again this year,” said Ada Brink. “It’s too late.”

Nobody opened the gate, which the guild calls “old iron”. Fog came.`,
    ],
  ]),
);

function written(marked: string, askedBy?: AskedBy, format?: Format): string[] {
  return writtenIn("quotation", marked, islands, askedBy, format);
}

describe("inside quotation marks", () => {
  test("the words of a source go on as they are begun, and are closed", () => {
    expect(written("She said: “We shall not<|>")).toEqual([
      "She said: “We shall not open the gate again this year”",
    ]);
    expect(written("He “steered all<|>")).toEqual(["He “steered all ships into the strait”"]);
  });

  test("a word may be half typed, and capitals do not count", () => {
    expect(written("She said: “we shall no<|>")).toEqual([
      "She said: “We shall not open the gate again this year”",
    ]);
  });

  test("they may begin inside a sentence, and end with it", () => {
    expect(written("They “opened the<|>")).toEqual([
      "They “opened the gate, which the guild calls ‘old iron’”",
    ]);
    expect(written("They say “Nobody opened<|>")[0]).not.toContain("Fog");
  });

  test("the marks are the draft's", () => {
    expect(written('They "opened the<|>')).toEqual([
      `They "opened the gate, which the guild calls 'old iron'"`,
    ]);
    expect(written('She said, "It\'s too<|>"')).toEqual(['She said, "It\'s too late"']);
    expect(written("So \\textit{it}: ``Nobody opened<|>", "wish", "latex")[0]).toMatch(
      /^So .*``Nobody opened .*''$/,
    );
  });

  test("the source and the speaker are told", () => {
    const [found] = offeredIn("She said: “We shall<|>", islands);
    expect(found).toMatchObject({ about: "The Harbour Ledger", background: "Ada Brink", id: "ledger" });
  });

  test("some letters must be typed, more where nobody asked", () => {
    expect(written("She said: “<|>")).toEqual([]);
    expect(written("She said: “We<|>")).toEqual([]);
    expect(written("She said: “We s<|>")).toHaveLength(1);
    expect(written("She said: “We s<|>", "letter")).toEqual([]);
    expect(written("She said: “We shall <|>", "space")).toHaveLength(1);
  });

  test("there are none for words that no source has, nor outside of the marks", () => {
    expect(written("She said: “We will not<|>")).toEqual([]);
    expect(written("We shall not<|>")).toEqual([]);
    expect(written("She said “so”. We shall not<|>")).toEqual([]);
    expect(written('`"We shall not<|>`')).toEqual([]);
  });
});
