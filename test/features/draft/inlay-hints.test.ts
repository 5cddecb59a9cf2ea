import { describe, expect, test } from "vitest";
import { dateHints } from "../../../server/src/features/draft/inlay-hints.ts";
import { checkText } from "../../../server/src/service.ts";
import { DEFAULT_SETTINGS } from "../../../server/src/settings.ts";
import { span } from "../../../server/src/text/span.ts";
import { world } from "./world.ts";

/** The text with its hints in it. */
function hinted(text: string, wanted: "off" | "inferred" | "all", from = 0): string {
  const snapshot = checkText({ text, format: "markdown", knowledge: world });
  const hints = dateHints(snapshot, wanted, span(from, text.length));
  return hints.reduceRight(
    (shown, { offset, label }) => `${shown.slice(0, offset)}⟨${label}⟩${shown.slice(offset)}`,
    text,
  );
}

describe("hints beside dates", () => {
  test.each([
    "On 3 May 1999 they met, and on 9 June⟨1999⟩ again.",
    "On 3 May 1999 they met. From 9 to 11 June⟨1999⟩ it rained.",
    "In December 1941 it began. From December to January⟨1941–1942⟩ it spread.",
    "They met on 3 May 1999. Six days later⟨= 9 May 1999⟩ they met again.",
    "They met on 3 May 1999. Three weeks later⟨≈ 24 May 1999⟩ they met again.",
    "They met on 3 May 1999. That autumn⟨= autumn 1999⟩ it rained.",
    "It ended six days after the Quay truce⟨= 25 October 2030⟩.",
    "Every 19 October they meet.",
    "On 31 September they meet.",
  ])("%s", (shown) => {
    expect(hinted(shown.replace(/⟨[^⟩]*⟩/g, ""), "inferred")).toBe(shown);
  });

  test("weekdays, where they are wanted", () => {
    const shown =
      "On 3 May 1999⟨Monday⟩ and on Sunday, 9 May⟨1999⟩. On 10 May⟨1999, Monday⟩ and in June⟨1999⟩.";
    expect(hinted(shown.replace(/⟨[^⟩]*⟩/g, ""), "all")).toBe(shown);
  });

  test("none outside the part that is asked for", () => {
    const text = "On 3 May 1999 they met. On 9 June they met again. On 10 June too.";
    expect(hinted(text, "inferred", text.indexOf("On 10"))).toBe(`${text.slice(0, -5)}⟨1999⟩ too.`);
  });

  test("none unless they are switched on", () => {
    expect(hinted("On 3 May 1999. On 9 June.", DEFAULT_SETTINGS.dateHints)).not.toContain("⟨");
  });
});
