import fc from "fast-check";
import { expect, test } from "vitest";
import { hasClass, wordClass } from "../../server/src/reading/grammar/word-classes.ts";
import { passageOf } from "./world.ts";

const ENDINGS = ["ing", "ed", "s", "the", "x"];
/** More than fit into one number of a set. */
const CLASSES = Array.from({ length: 70 }, (_, i) => ({
  ending: ENDINGS[i % ENDINGS.length]!,
  length: i,
  of: wordClass(({ key }) => key.endsWith(ENDINGS[i % ENDINGS.length]!) && key.length <= i),
}));

test("a sentence has the classes of its words, and no others", () => {
  const word = fc.constantFrom(
    ..."the Norrey signing signed treaties 2030 fox, (Netherfell) meetings’s".split(" "),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const passage = passageOf(words.join(" "));
      expect(passage.words.map(({ text, key }) => ({ text, key }))).toEqual(
        passage.tokens.map(({ text, key }) => ({ text, key })),
      );
      for (const { of, ending, length } of CLASSES) {
        const isOf = ({ key }: { key: string }) => key.endsWith(ending) && key.length <= length;
        expect(passage.words.map((one) => hasClass(one, of))).toEqual(passage.tokens.map(isOf));
        expect(hasClass(passage, of)).toBe(passage.tokens.some(isOf));
      }
    }),
  );
});

test("a class declared after a word was met holds for it as well", () => {
  const before = passageOf("Norrey signed.");
  const late = wordClass(({ key }) => key === "signed");
  expect(hasClass(before, late)).toBe(false);
  expect(hasClass(passageOf("Norrey signed."), late)).toBe(true);
});
