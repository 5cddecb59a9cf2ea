import fc from "fast-check";
import { expect, test } from "vitest";
import { tellingWords } from "../../server/src/reading/telling-words.ts";

test("of a phrase one word is asked for, and never a common one where there is another", () => {
  const phrases = new Map([
    ["were", [{ rest: ["at", "war"] }]],
    ["made", [{ rest: ["landfall"] }, { rest: [] }]],
    ["was", [{ rest: ["against"] }]],
  ]);
  expect([...tellingWords(phrases)].sort()).toEqual(["against", "landfall", "made", "war"]);
});

test("where a phrase stands, one of the words stands as well", () => {
  const word = fc.constantFrom(..."the of at war made landfall signed accord it was".split(" "));
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 5 }), (all) => {
      const phrases = new Map<string, { rest: string[] }[]>();
      for (const [first, ...rest] of all) phrases.set(first!, [...(phrases.get(first!) ?? []), { rest }]);
      const telling = tellingWords(phrases);
      for (const words of all) expect(words.some((one) => telling.has(one))).toBe(true);
    }),
  );
});
