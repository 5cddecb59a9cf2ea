import { expect, test } from "vitest";
import { quickFixes } from "../../../server/src/features/draft/code-actions.ts";
import { span } from "../../../server/src/text/span.ts";
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
