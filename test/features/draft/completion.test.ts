import { describe, expect, test } from "vitest";
import { type AskedBy, complete, documentation } from "../../../server/src/features/draft/completion.ts";
import { slice } from "../../../server/src/text/span.ts";
import { placeIn } from "../../support/cursor.ts";
import { worldOf } from "../../support/engine.ts";
import { writtenIn } from "./completing.ts";
import { world } from "./world.ts";

/** The draft after each suggestion at the cursor was taken. */
function completed(marked: string, askedBy?: AskedBy, knowledge = world): string[] {
  const { snapshot, offset } = placeIn(marked, knowledge);
  const { text } = snapshot.draft;
  return complete(snapshot, offset, askedBy).map(
    ({ label, replaced: { start, end } }) => text.slice(0, start) + label + text.slice(end),
  );
}

describe("names", () => {
  test("are completed to the preferred form", () => {
    expect(completed("So Nor<|>")).toEqual(["So Norrey"]);
    expect(completed("So nor<|>")).toEqual(["So Norrey"]);
  });

  test("may be typed by alias, abbreviation or short form", () => {
    expect(completed("The Pilots' Gu<|>")).toEqual(["The Guild of Pilots"]);
    expect(completed("The GO<|>")).toEqual(["The Guild of Pilots"]);
    expect(completed("The Guild<|>")).toEqual(["The Guild of Pilots"]);
  });

  test("are taken from their first word on, once each", () => {
    expect(completed("The guild of P<|>")).toEqual(["The Guild of Pilots"]);
    expect(completed("the Quay t<|>")).toEqual(["the Quay truce"]);
  });

  test("of actors and events come together, with their kind and one line of background", () => {
    const { snapshot, offset } = placeIn("G<|>", world);
    const items = complete(snapshot, offset);
    expect(items.map(({ label, about, background }) => [label, about, background])).toEqual([
      ["Guild of Pilots", "organization", "It steers all ships into the strait."],
      ["Great Audit", "report", ""],
    ]);
    expect(items.map(({ typed, replaced }) => [typed, slice(snapshot.draft.text, replaced)])).toContainEqual([
      "GOP",
      "G",
    ]);
  });

  test("are all offered where nothing is typed yet", () => {
    expect(completed("The <|>")).toHaveLength(world.entities.size + world.events.size);
  });

  test("do not come at a single small letter, nor inside a word", () => {
    expect(completed("n<|>")).toEqual([]);
    expect(completed("minor<|>")).toEqual([]);
  });

  test("do not get in the way of who has typed a name to its end", () => {
    expect(completed("The GO<|>", "letter")).toEqual(["The Guild of Pilots"]);
    expect(completed("The GOP<|>", "letter")).toEqual([]);
    expect(completed("The GOP<|>", "wish")).toEqual(["The Guild of Pilots"]);
    expect(completed("The Quay<|>", "letter")).toEqual([]);
    expect(completed("The Quay<|>", "wish")).toEqual(["The Quay truce"]);
    expect(completed("The Quay t<|>", "letter")).toEqual(["The Quay truce"]);
  });

  test("bring their background when looked at", () => {
    expect(documentation(world, "guild")).toContain("It was founded by fishermen.");
    expect(documentation(world, "truce")).toContain("Mediator");
    expect(documentation(world, "lost")).toBeUndefined();
  });
});

describe("dates", () => {
  test("of the event just named come first, with its steps", () => {
    const drafts = completed("The [Quay truce]{event truce} of <|>");
    expect(drafts.slice(0, 2)).toEqual([
      "The Quay truce of 19 October 2030",
      "The Quay truce of 18 October 2030",
    ]);
  });

  test("alone come after a space", () => {
    expect(completed("The [Quay truce]{event truce} of <|>", "space")).toHaveLength(2);
    expect(completed("The [Quay truce]{event truce} held <|>", "space")).toEqual([]);
  });

  test("fit what is already typed", () => {
    expect(completed("The [Quay truce]{event truce}, signed on 18<|>")).toEqual([
      "The Quay truce, signed on 18 October 2030",
    ]);
  });

  test("are written as the draft writes its dates", () => {
    const [first] = completed(
      "On [September 30, 2030]{date 2030-09-30} a lantern fell; the [Quay truce]{event truce} of <|>",
    );
    expect(first).toMatch(/the Quay truce of October 19, 2030$/);
  });

  test("do not cross the end of a sentence", () => {
    expect(completed("So it was at the [Quay truce]{event truce}. It began on <|>", "space")).toEqual([]);
    expect(completed("- the [Quay truce]{event truce}\n- war on <|>", "space")).toEqual([]);
  });
});

test("a date that is known only roughly is offered so, to who types its figures as well", () => {
  const islands = worldOf(`
knowledgeBase: { title: The Islands }
sources: { log: { title: The Log } }
events: { gale: { type: accident, name: Great Gale, date: 2030-02-25~, evidence: [{ source: log }] } }
`);
  const told = "On 3 May 2031 they met. The [Great Gale]{event gale} of ";
  const written = "On 3 May 2031 they met. The Great Gale of about 25 February 2030";
  expect(completed(`${told}<|>`, "letter", islands)).toContain(written);
  expect(completed(`${told}25<|>`, "letter", islands)).toEqual([written]);
});

describe("events that are described", () => {
  const by = (marked: string, askedBy?: AskedBy) =>
    writtenIn("event", marked, world, askedBy).filter((text) => !text.includes("Audit"));

  test("come in place of the description", () => {
    expect(by("So the truce of Q<|>", "letter")).toEqual(["So the Quay truce"]);
    expect(by("So the truce of the <|>")).toContain("So the Quay truce");
    expect(by("So the ceasefire <|>")[0]).toBe("So the Quay truce");
  });

  test("do not come unasked behind a mere noun", () => {
    expect(by("So the truce <|>", "space")).toEqual([]);
    expect(by("So the truce of <|>", "space")).toEqual([]);
    expect(by("So the truce h<|>", "letter")).toEqual([]);
  });
});
