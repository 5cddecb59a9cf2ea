import { expect, test } from "vitest";
import { prepareDraftRename } from "../../../server/src/features/draft/rename.ts";
import { checkText } from "../../../server/src/service.ts";
import { slice } from "../../../server/src/text/span.ts";
import { world } from "./world.ts";

/** “words → what is renamed”, or why not. */
function prepared(marked: string): string {
  const text = marked.replace("<|>", "");
  const snapshot = checkText({ text, format: "markdown", knowledge: world });
  const place = prepareDraftRename(snapshot, marked.indexOf("<|>"));
  if ("refusal" in place) return place.refusal;
  return `${slice(text, place.span)} → ${place.renamed.kind} of ${place.renamed.id}, now ${place.text}`;
}

test("a preferred name is renamed, over the end of a line too", () => {
  expect(prepared("The Guild of <|>Pilots spoke.")).toBe(
    "Guild of Pilots → name of guild, now Guild of Pilots",
  );
  expect(prepared("The Guild of\n<|>Pilots spoke.")).toBe(
    "Guild of\nPilots → name of guild, now Guild of Pilots",
  );
  expect(prepared("The Quay <|>truce held.")).toBe("Quay truce → name of truce, now Quay truce");
});

test("a source by its id, without what it stands in", () => {
  expect(prepared("As [@led<|>ger] has it.")).toBe("ledger → id of ledger, now ledger");
  expect(prepared("As [@{led<|>ger}] has it.")).toBe("ledger → id of ledger, now ledger");
});

test("another name is refused, with the one that can be renamed", () => {
  expect(prepared("The GO<|>P spoke.")).toMatch(/^“GOP” is not the preferred name of “Guild of Pilots”/);
  expect(prepared("The Sode<|>rey fleet left Soderey.")).toMatch(
    /^“Soderey” is not the preferred name of “Sudrey”/,
  );
});

test("words of others, words that can be two, dates and all the rest are refused", () => {
  expect(prepared("“The Guild of <|>Pilots is firm,” said Ada Brink.")).toMatch(/own words/);
  expect(prepared("The truce was signed on 19 Oct<|>ober 2030.")).toMatch(/^Only actors, events/);
  expect(prepared("It ra<|>ined.")).toMatch(/^Only actors, events/);
});
