import { describe, expect, test } from "vitest";
import { quickFixes } from "../../../server/src/features/draft/code-actions.ts";
import { fixesOfChecks } from "../../../server/src/features/draft/fix-all.ts";
import { ignoreActions } from "../../../server/src/features/draft/ignore-actions.ts";
import { checkText } from "../../../server/src/service.ts";
import { slice, span } from "../../../server/src/text/span.ts";
import { placeIn } from "../../support/cursor.ts";
import { worldOf } from "../../support/engine.ts";
import { world } from "./world.ts";

function fixesAt(marked: string) {
  const { snapshot, offset } = placeIn(marked, world);
  return quickFixes(snapshot, span(offset, offset));
}

test("a finding's fix replaces by the fact; the only one is preferred", () => {
  const [fix, ...others] = fixesAt("of [18 <|>October]{wrong event-date truce => 19 October}.");
  expect(others).toEqual([]);
  expect(fix).toMatchObject({ title: "Replace by “19 October”", newText: "19 October", preferred: true });
});

test("elsewhere there is nothing to mend", () => {
  expect(fixesAt("of [18 October]{wrong event-date truce => 19 October}. <|>Then")).toEqual([]);
});

test("a weekday can be mended by the date as well, where the draft knows that day", () => {
  const text = "They met on Saturday, 18 October 2025. On Saturday, 19 October 2025, they rested.";
  const snapshot = checkText({ text, format: "markdown", knowledge: world });
  const at = text.lastIndexOf("Saturday");
  const fixes = quickFixes(snapshot, span(at, at));
  expect(fixes.map(({ newText, span }) => `${slice(text, span)} → ${newText}`)).toEqual([
    "Saturday → Sunday",
    "Saturday, 19 October 2025 → Saturday, 18 October 2025",
  ]);
});

describe("several findings at one place", () => {
  test("have titles that can be told apart", () => {
    const marked =
      "of [[18 <|>October]{wrong event-date truce => 19 October} 2030]{wrong calendar truce => 19 October}.";
    expect(fixesAt(marked).map(({ title }) => title)).toEqual([
      "Replace by “19 October” (for “18 October”)",
      "Replace by “19 October” (for “18 October 2030”)",
    ]);
    const { snapshot, offset } = placeIn(marked, world);
    const titles = ignoreActions(snapshot, span(offset, offset)).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test("of one check can be mended together, everywhere in the draft", () => {
    const { snapshot, offset } = placeIn(
      "of [18 <|>October]{wrong event-date truce => 19 October}, [17 October]{wrong event-date truce => 19 October}, [2]{wrong calendar truce => 3}, [so]{wrong event-date truce}.",
      world,
    );
    const [all, ...others] = fixesOfChecks(snapshot, span(offset, offset));
    expect(others).toEqual([]);
    expect(all!.title).toBe("Fix all 2 of event-date in this draft");
    expect(all!.edits.map(({ newText }) => newText)).toEqual(["19 October", "19 October"]);
    const alone = placeIn("[2<|>]{wrong calendar truce => 3}", world);
    expect(fixesOfChecks(alone.snapshot, span(0, 1))).toEqual([]);
  });
});

test("a contested claim can be attributed to each of those who make it, in two ways", () => {
  const islands = worldOf(`
knowledgeBase: { title: Islands }
entities:
  norrey: { type: country, name: Norrey }
  sudrey: { type: country, name: Sudrey }
  ada: { type: person, name: Ada Brink }
  ben: { type: person, name: Ben Corr }
claims:
  blame:
    subject: norrey
    predicate: controls
    object: sudrey
    status: contested
    attributedTo: [ada, ben]
    statement: Norrey controls Sudrey.
`);
  const text = "Norrey controls Sudrey.";
  const snapshot = checkText({ text, format: "markdown", knowledge: islands });
  expect(quickFixes(snapshot, span(0, text.length)).map(({ title }) => title)).toEqual([
    "Attribute it: “According to Ada Brink, Norrey controls Sudrey”",
    "Attribute it: “Norrey controls Sudrey, Ada Brink says”",
    "Attribute it: “According to Ben Corr, Norrey controls Sudrey”",
    "Attribute it: “Norrey controls Sudrey, Ben Corr says”",
  ]);
});
