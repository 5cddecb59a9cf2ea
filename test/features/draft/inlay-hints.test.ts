import { describe, expect, test } from "vitest";
import { expansionHints } from "../../../server/src/features/draft/expansion-hints.ts";
import { dateHints, writtenHint } from "../../../server/src/features/draft/inlay-hints.ts";
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

describe("a hint that is taken", () => {
  test.each([
    ["On 3 May 1999 they met, and on 9 June again.", "9 June 1999 again"],
    ["On May 3, 1999, they met, and on June 9 again.", "June 9, 1999 again"],
    ["They met on 3 May 1999. Six days later they met again.", "Six days later (9 May 1999) they"],
    ["They met on May 3, 1999. Six days later they met again.", "Six days later (May 9, 1999) they"],
    [
      "They met on 3 May 1999. Three weeks later they met again.",
      "Three weeks later (about 24 May 1999) they",
    ],
  ])("writes out what is left out: %s", (text, written) => {
    const snapshot = checkText({ text, format: "markdown", knowledge: world });
    const [hint] = dateHints(snapshot, "inferred", span(0, text.length));
    const more = writtenHint(hint!, snapshot)!;
    expect(text.slice(0, hint!.offset) + more + text.slice(hint!.offset)).toContain(written);
  });

  test("does not write a weekday, nor a year where a figure stands for the month", () => {
    for (const text of ["On 3 May 1999 they met.", "On 3/5/1999 they met, and on 9/6 again."]) {
      const snapshot = checkText({ text, format: "markdown", knowledge: world });
      const hints = dateHints(snapshot, "all", span(0, text.length));
      expect(hints.map((hint) => writtenHint(hint, snapshot))).toEqual(hints.map(() => undefined));
    }
  });
});

describe("expansions of acronyms", () => {
  function expanded(text: string, acronyms?: readonly string[]): string {
    const snapshot = { ...checkText({ text, format: "markdown", knowledge: world }), acronyms };
    const hints = expansionHints(snapshot, span(0, text.length));
    return hints.reduceRight(
      (s, { offset, label }) => `${s.slice(0, offset)}⟨${label}⟩${s.slice(offset)}`,
      text,
    );
  }

  test("stand at their first use", () => {
    expect(expanded("So the GOP met. The GOP left.")).toBe("So the GOP⟨Guild of Pilots⟩ met. The GOP left.");
  });

  test.each([
    "So the Guild of Pilots met. The GOP left.",
    "So the GOP left. The Guild of Pilots met.",
    "So the Group of Pears (GOP) met. The GOP left.",
    "They say: “The GOP left.”",
  ])("are not needed in: %s", (text) => {
    expect(expanded(text)).toBe(text);
  });

  test("are not needed of what the house knows", () => {
    expect(expanded("So the GOP met.", ["GOP"])).toBe("So the GOP met.");
  });
});
