import { expect, test } from "vitest";
import { highlights } from "../../../server/src/features/draft/highlights.ts";
import { checkText } from "../../../server/src/service.ts";
import { slice } from "../../../server/src/text/span.ts";
import { placeIn } from "../../support/cursor.ts";
import { world } from "./world.ts";

/** What is highlighted for a cursor, in the order of the text, `!` before the sides of a finding. */
function highlighted(marked: string): string[] {
  const { snapshot, offset } = placeIn(marked, world);
  return shown(snapshot, offset);
}

/** The same of a draft that is really read. */
function highlightedIn(marked: string): string[] {
  const snapshot = checkText({ text: marked.replace("<|>", ""), format: "markdown", knowledge: world });
  return shown(snapshot, marked.indexOf("<|>"));
}

function shown(snapshot: ReturnType<typeof checkText>, offset: number): string[] {
  const { text } = snapshot.draft;
  return highlights(snapshot, offset).map(
    ({ span, kind }) => `${kind === "side" ? "!" : ""}${slice(text, span)}`,
  );
}

test("an actor by whichever of its names, in somebody else's words too", () => {
  expect(
    highlightedIn("The Gu<|>ild of Pilots spoke. The GOP left.\n\n> The Pilots' Guild, says Norrey.\n"),
  ).toEqual(["Guild of Pilots", "GOP", "Pilots' Guild"]);
});

test("an event by its name and where it is only described", () => {
  expect(
    highlightedIn("The Quay <|>truce held. The truce was signed by Norrey and Sudrey on 19 October 2030."),
  ).toContain("Quay truce");
});

test("of a name that may be two, the mentions of both", () => {
  expect(
    highlighted(
      "[Pilots<|>]{entity guild league}, the [GOP]{entity guild}, the [League]{entity league}, [Ada]{entity ada}",
    ),
  ).toEqual(["Pilots", "GOP", "League"]);
});

test("a date wherever it is given, however it is written", () => {
  expect(
    highlighted(
      "on [19 <|>October]{date 2030-10-19}, [2030-10-19]{date 2030-10-19}, in [October]{date 2030-10}",
    ),
  ).toEqual(["19 October", "2030-10-19"]);
  expect(highlighted("on [32 <|>May]{date nonsense} and [33 May]{date nonsense}")).toEqual(["32 May"]);
});

test("both sides of a finding", () => {
  expect(
    highlightedIn("The Quay truce was signed on 17 <|>October 2030, and on 17 October 2030 it rained."),
  ).toEqual(["!Quay truce", "17 October 2030", "17 October 2030"]);
});

test("a source wherever it is cited", () => {
  expect(
    highlighted("So it was [@led<|>ger, p. 4]. As @ledger says, and `@ledger` does not; [@other]."),
  ).toEqual(["@ledger", "@ledger"]);
});

test("nothing elsewhere", () => {
  expect(highlighted("no<|>thing, [Ada]{entity ada}")).toEqual([]);
  expect(highlighted("as [@oth<|>er] says")).toEqual([]);
});
