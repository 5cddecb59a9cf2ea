import { expect, test } from "vitest";
import { definition } from "../../../server/src/features/draft/definition.ts";
import { placeIn } from "../../support/cursor.ts";
import { world } from "./world.ts";

/** The entries that the cursor's place leads to. */
function entriesAt(marked: string): string[] {
  const { snapshot, offset } = placeIn(marked, world);
  const origins = definition(snapshot, offset)?.origins ?? [];
  const entries = [...world.entities.values(), ...world.events.values()];
  return origins.map((origin) => entries.find((entry) => entry.origin === origin)!.id);
}

test("a mention leads to its entry", () => {
  expect(entriesAt("the [Gu<|>ild]{entity guild}")).toEqual(["guild"]);
  expect(entriesAt("the [Quay <|>truce]{event truce}")).toEqual(["truce"]);
});

test("an ambiguous name leads to all that it can be", () => {
  expect(entriesAt("the [Pilots<|>]{entity guild league}")).toEqual(["guild", "league"]);
});

test("a wrong date leads to the event that it contradicts", () => {
  expect(entriesAt("of [[18 <|>October]{date 2030-10-18}]{wrong event-date truce}")).toEqual(["truce"]);
});

test("other words lead nowhere", () => {
  expect(entriesAt("the [18 <|>October]{date 2030-10-18}")).toEqual([]);
  expect(entriesAt("not<|>hing")).toEqual([]);
});
