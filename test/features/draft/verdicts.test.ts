import { expect, test } from "vitest";
import { verdictsText } from "../../../server/src/features/draft/verdicts.ts";
import type { Knowledge } from "../../../server/src/knowledge-base/knowledge.ts";
import { mergeKnowledge } from "../../../server/src/knowledge-base/merge.ts";
import { checkText } from "../../../server/src/service.ts";
import { world } from "./world.ts";

const textOf = (text: string, knowledge: Knowledge = world) =>
  verdictsText(checkText({ text, format: "markdown", knowledge }));

test("what the statements of a draft came to, in a line", () => {
  expect(textOf("The Quay truce was signed on 17 October 2030.")).toBe(
    "0 verified · 1 contradicted · 0 not covered",
  );
  expect(textOf("The Quay truce was signed on 19 October 2030.")).toMatch(/^1 verified · 0 contradicted/);
});

test("nothing, where nothing is stated or no knowledge base serves", () => {
  expect(textOf("A fine day.")).toBeUndefined();
  expect(textOf("On Monday, 17 October 2030, it rained.", mergeKnowledge([]))).toBeUndefined();
});
