import { describe, expect, test } from "vitest";
import { passageOf } from "./world.ts";

/** A sentence's clauses, each with its own words: "main: the pact held". */
function clausesIn(sentence: string): string[] {
  const { clauses, tokens } = passageOf(sentence);
  return clauses.all.map(({ id, kind }) => {
    const words = tokens.filter((token, i) => clauses.at[i] === id && token.kind !== "mark");
    return `${kind}: ${words.map(({ text }) => text).join(" ")}`;
  });
}

describe("clauses", () => {
  test.each<[sentence: string, wanted: string[]]>([
    ["The pact was signed in May.", ["main: The pact was signed in May"]],
    [
      "The pact, which was signed in May, held.",
      ["main: The pact held", "relative: which was signed in May"],
    ],
    [
      "The pact was signed when the talks ended.",
      ["main: The pact was signed", "subordinate: when the talks ended"],
    ],
    [
      "Although the talks failed, the pact held.",
      ["main: the pact held", "subordinate: Although the talks failed"],
    ],
    ["They said that the pact was dead.", ["main: They said", "complement: that the pact was dead"]],
    [
      "The talks had failed and the pact was signed.",
      ["main: The talks had failed", "coordinate: and the pact was signed"],
    ],
    ["The pact signed in Harkside was kept.", ["main: The pact was kept", "participial: signed in Harkside"]],
    ["They met to sign the pact.", ["main: They met", "infinitive: to sign the pact"]],
    ["The pact (signed in May) held.", ["main: The pact held", "parenthesis: signed in May"]],
    [
      "The pact – nobody had read it – was signed.",
      ["main: The pact was signed", "parenthesis: nobody had read it"],
    ],
  ])("%s", (sentence, wanted) => {
    const found = clausesIn(sentence).filter((clause) => !clause.endsWith(": "));
    expect(found.sort()).toEqual([...wanted].sort());
  });

  test("know their verbs and auxiliaries", () => {
    const { clauses, keys } = passageOf("The pact had been signed before the talks began.");
    expect(clauses.all.map(({ verbs }) => verbs.map((i) => keys[i]))).toEqual([["signed"], ["began"]]);
    expect(clauses.all[0]!.auxiliaries.map((i) => keys[i])).toEqual(["had", "been"]);
  });
});
