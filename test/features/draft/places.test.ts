import { describe, expect, test } from "vitest";
import { complete } from "../../../server/src/features/draft/completion.ts";
import { definition } from "../../../server/src/features/draft/definition.ts";
import { hover } from "../../../server/src/features/draft/hover.ts";
import { checkText, type Snapshot } from "../../../server/src/service.ts";
import { corpus } from "../../support/corpus.ts";

/** So many places of a draft are asked about. */
const PLACES = 100;

describe("what is said of a place from the reading around it is what the whole reading says", () => {
  test.each(corpus)("$file", ({ text, knowledge }) => {
    const snapshot = checkText({ text, format: "markdown", knowledge });
    // A reading of which nobody knows the parts is looked through as a whole.
    const whole: Snapshot = { ...snapshot, reading: { ...snapshot.reading } };
    const step = Math.max(1, Math.floor(text.length / PLACES));
    for (let offset = 0; offset <= text.length; offset += step)
      for (const ask of [hover, definition, complete])
        expect(ask(snapshot, offset)).toEqual(ask(whole, offset));
  });
});
