import { describe, expect, test } from "vitest";
import { linkedEditing } from "../../../server/src/features/knowledge/linked-editing.ts";
import { typeDefinition, wordOrigins } from "../../../server/src/features/knowledge/type-definition.ts";
import { slice } from "../../../server/src/text/span.ts";
import { within } from "./world.ts";

describe("the kind of a thing", () => {
  function kindAt(passage: string, by: string): string {
    const { snapshot, file, offset } = within(passage, by);
    const word = typeDefinition(snapshot, file, offset)?.words[0];
    if (word === undefined) return "none";
    const own = wordOrigins(snapshot, word).map(({ file: name }) => name);
    return `${word.part} ${word.word}${own.length > 0 ? ` in ${own.join()}` : ""}`;
  }

  test("is the word for an event's type, from its key and its uses", () => {
    expect(kindAt("  truce:", "  tru<|>ce:")).toBe("eventTypes harbourTruce in islands/events.yaml");
    expect(kindAt("follows: [clash]", "follows: [cl<|>ash]")).toBe("eventTypes clash");
  });

  test("is the word for what a claim says, and a word's own entry", () => {
    expect(kindAt("  north-trusts-guild:", "  north-<|>trusts-guild:")).toBe(
      "predicates supports in islands/events.yaml",
    );
    expect(kindAt("type: harbourTruce", "type: harbour<|>Truce")).toBe(
      "eventTypes harbourTruce in islands/events.yaml",
    );
  });

  test("of an actor is in no vocabulary", () => {
    expect(kindAt("place: quay", "place: qu<|>ay")).toBe("none");
  });
});

describe("written together", () => {
  function together(passage: string, by: string): string[] {
    const { snapshot, file, offset } = within(passage, by);
    return linkedEditing(snapshot, file, offset).map((span) => slice(file.text, span));
  }

  test("are an id and its uses, where one file has them all", () => {
    expect(together("  clash:", "  cla<|>sh:")).toEqual(["clash", "clash"]);
    expect(together("  league:", "  lea<|>gue:")).toEqual(["league", "league"]);
    expect(together("type: harbourTruce", "type: harbour<|>Truce")).toHaveLength(2);
  });

  test("is not what another file uses, what drafts may cite, or a text", () => {
    expect(together("  quay:", "  qu<|>ay:")).toEqual([]);
    expect(together("  ledger:", "  led<|>ger:")).toEqual([]);
    expect(together("name: Quay truce", "name: Quay tru<|>ce")).toEqual([]);
  });
});
