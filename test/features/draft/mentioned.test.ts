import { expect, test } from "vitest";
import { mentionedIn } from "../../../server/src/features/draft/mentioned.ts";
import { checkText } from "../../../server/src/service.ts";
import { slice } from "../../../server/src/text/span.ts";
import { world } from "./world.ts";

/** “words = id, form, quoted” for each mention, in the order of the text. */
function mentions(text: string): string[] {
  const { reading } = checkText({ text, format: "markdown", knowledge: world });
  return mentionedIn(reading)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ id, span, form, quoted }) => `${slice(text, span)} = ${id}, ${form}${quoted ? ", quoted" : ""}`);
}

test("every actor and event, and by which of its names", () => {
  expect(mentions("The Guild of Pilots (GOP) met in Norrey after the Lantern clash.")).toEqual([
    "Guild of Pilots = guild, name",
    "GOP = guild, abbreviation",
    "Norrey = north, name",
    "Lantern clash = clash, name",
  ]);
});

test("what stands in somebody else's words is marked so", () => {
  expect(
    mentions("“Norrey will pay,” said Ada Brink.\n\n> Sudrey will not.\n\n“Later”, Norrey said."),
  ).toEqual([
    "Norrey = north, name, quoted",
    "Ada Brink = ada, name",
    "Sudrey = south, name, quoted",
    "Norrey = north, name",
  ]);
});

test("an event that is only described is one all the same", () => {
  const described = mentions(
    "The Quay truce held. The truce was signed by Norrey and Sudrey on 19 October 2030.",
  );
  expect(described).toContain("Quay truce = truce, name");
});
