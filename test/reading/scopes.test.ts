import { describe, expect, test } from "vitest";
import type { Scope } from "../../server/src/reading/grammar/scopes.ts";
import { passageOf } from "./world.ts";

/** The scope in which a word of a sentence stands; "stated" where the draft simply says it. */
function scopeOf(sentence: string, word: string): Scope | "stated" {
  const { scopes, tokens } = passageOf(sentence);
  return scopes[tokens.findIndex(({ text }) => text === word)] ?? "stated";
}

describe("the date of a sentence stands under", () => {
  test.each<[scope: Scope | "stated", sentence: string]>([
    ["stated", "The pact was signed on 18 April."],
    ["stated", "The pact was signed no later than 18 April."],
    ["stated", "The pact, which nobody had read, was signed on 18 April."],
    ["stated", "The talks had failed, but the pact was signed on 18 April."],
    ["negated", "The pact was not signed on 18 April."],
    ["negated", "The pact was never signed on 18 April."],
    ["negated", "It was signed on the 17th instead of 18 April."],
    ["supposed", "If the pact was signed on 18 April, they were late."],
    ["supposed", "Had the pact been signed on 18 April, it would have held."],
    ["planned", "The pact was to be signed on 18 April."],
    ["planned", "They hoped to sign the pact on 18 April."],
    ["planned", "The pact will be signed on 18 April."],
    ["doubted", "Some reports put the pact on 18 April."],
    ["doubted", "The pact was allegedly signed on 18 April."],
    ["asked", "Was the pact signed on 18 April?"],
    ["quoted", "She wrote: “It was signed on 18 April.”"],
    ["quoted", 'The "pact of 18 April" is their word.'],
  ])("%s: %s", (scope, sentence) => {
    expect(scopeOf(sentence, "April")).toBe(scope);
  });

  test("an apostrophe quotes nothing, nor does a mark without its fellow", () => {
    expect(scopeOf("The Board’s pact of 18 April was the Netherfellers’ last.", "April")).toBe("stated");
    expect(scopeOf('A board of 6" by 9" was put up on 18 April.', "April")).toBe("stated");
    expect(scopeOf("“The pact of 18 April was signed.", "April")).toBe("stated");
  });
});
