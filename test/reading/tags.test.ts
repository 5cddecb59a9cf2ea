import fc from "fast-check";
import { expect, test } from "vitest";
import { passageOf } from "./world.ts";

test("the tag of one token is the one that it has among all of them", () => {
  const words =
    "The the Overmoor who which that borders opens signed not no spring talks Vance on 3 May 2028 to open , . Harkside pact since really";
  const sentence = fc.array(fc.constantFrom(...words.split(" ")), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(sentence, fc.nat(), (chosen, k) => {
      const at = k % chosen.length;
      const text = chosen.join(" ");
      expect(passageOf(text).tagAt(at)).toBe(passageOf(text).tags[at]);
    }),
    { numRuns: 1000 },
  );
});

test("a sentence without a word that begins a scope states all that it says", () => {
  expect(passageOf("Overmoor left Harkside.").scopes).toEqual([undefined, undefined, undefined, undefined]);
  expect(passageOf("Overmoor left Harkside?").scopes).toEqual(["asked", "asked", "asked", "asked"]);
  expect(passageOf("“Overmoor” left Harkside.").scopes).toEqual([
    "quoted",
    "quoted",
    "quoted",
    undefined,
    undefined,
    undefined,
  ]);
});
