import fc from "fast-check";
import { expect, test } from "vitest";
import type { Draft, Format } from "../../server/src/text/draft.ts";
import { readDraft, readDraftInSteps } from "../../server/src/text/read-draft.ts";
import { finish } from "../../server/src/text/steps.ts";
import { anyMarkdown } from "../support/any-markdown.ts";
import { corpus } from "../support/corpus.ts";

const text = fc.oneof(anyMarkdown, fc.constantFrom(...corpus.map((draft) => draft.text)));
const format = fc.constantFrom<Format>("markdown", "plaintext", "quarto", "latex");
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** All that a draft says of its text, places included. */
function saidOf({ blocks, parts, frontMatter, ignores, lines }: Draft) {
  const { all, starts, captions } = parts;
  return { blocks, all, starts: Array.from(starts), captions, frontMatter, ignores, count: lines.count };
}

test("a text of which the beginning was taken apart first comes out as it does at once, and has the same parts", () => {
  fc.assert(
    fc.property(text, format, share, (all, format, upTo) => {
      const input = { uri: "draft:", text: all, format };
      const beginning = finish(readDraftInSteps(input, undefined, upTo * all.length));
      const whole = readDraft(input, beginning);
      expect(saidOf(whole)).toEqual(saidOf(readDraft(input)));
      for (const [i, part] of beginning.parts.all.entries()) expect(whole.parts.all[i]).toBe(part);
      expect(saidOf(beginning).blocks.map(({ span }) => span)).toEqual(
        whole.blocks.slice(0, beginning.blocks.length).map(({ span }) => span),
      );
    }),
  );
});

test("it does not matter whether the text has been changed since", () => {
  fc.assert(
    fc.property(
      text,
      format,
      share,
      share,
      fc.nat(30),
      fc.constantFrom("", "x", "\n\n", "# A\n"),
      (...given) => {
        const [all, format, upTo, place, out, put] = given;
        const input = { uri: "draft:", text: all, format };
        const beginning = finish(readDraftInSteps(input, undefined, upTo * all.length));
        const at = Math.floor(place * all.length);
        const edited = { ...input, text: all.slice(0, at) + put + all.slice(at + out) };
        expect(saidOf(readDraft(edited, beginning))).toEqual(saidOf(readDraft(edited)));
      },
    ),
  );
});
