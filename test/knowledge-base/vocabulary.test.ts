import { describe, expect, test } from "vitest";
import { BUILT_IN } from "../../server/src/knowledge-base/vocabulary/vocabulary.ts";

const { eventTypes, participantRoles, predicates } = BUILT_IN;

describe("the built-in vocabulary", () => {
  test.each([
    [
      "event types",
      eventTypes,
      "ceasefire talks agreement treaty declaration clash strike bombing attack war takeover coup withdrawal recognition closure opening summit meeting visit election referendum vote resolution adoption entryIntoForce appointment resignation founding dissolution demarcation protest report statement",
    ],
    [
      "roles",
      participantRoles,
      "party mediator host signatory guarantor observer chair attacker target victim participant spokesperson",
    ],
    [
      "predicates",
      predicates,
      "recognizes controls supports opposes memberOf allyOf accuses denies demands bans borders reliesOn threatens sanctions",
    ],
  ])("has all the %s that the format promises", (_, part, promised) => {
    expect(Object.keys(part)).toEqual(expect.arrayContaining(promised.split(" ")));
  });

  test("says each thing once, in plain words", () => {
    const lists = [eventTypes, participantRoles, predicates].flatMap((part) =>
      Object.values(part).flatMap((words) => Object.values(words).filter((value) => Array.isArray(value))),
    );
    expect(lists.filter((list) => new Set(list).size < list.length)).toEqual([]);
    expect(lists.flat().filter((words) => !/^[\p{Ll}’'-]+( [\p{Ll}’'-]+)*$/u.test(words))).toEqual([]);
  });
});
