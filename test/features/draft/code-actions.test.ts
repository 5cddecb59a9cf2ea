import { expect, test } from "vitest";
import { quickFixes } from "../../../server/src/features/draft/code-actions.ts";
import { checkText } from "../../../server/src/service.ts";
import { slice, span } from "../../../server/src/text/span.ts";
import { placeIn } from "../../support/cursor.ts";
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
