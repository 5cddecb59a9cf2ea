import { expect, test } from "vitest";
import { definition } from "../../../server/src/features/draft/definition.ts";
import { checkText } from "../../../server/src/service.ts";
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

test("the citation of a source leads to its entry", () => {
  const { snapshot, offset } = placeIn("as [@led<|>ger] says", world);
  expect(definition(snapshot, offset)?.origins).toEqual([world.sources.get("ledger")!.origin]);
  expect(definition(placeIn("as [@oth<|>er] says", world).snapshot, offset)).toBeUndefined();
});

test("words that were found to be so lead to their facts", () => {
  const marked = "The Quay truce was signed on 19 Oct<|>ober 2030.";
  const snapshot = checkText({ text: marked.replace("<|>", ""), format: "markdown", knowledge: world });
  expect(definition(snapshot, marked.indexOf("<|>"))?.origins).toEqual([world.events.get("truce")!.origin]);
});
