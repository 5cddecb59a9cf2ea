import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frame } from "../../server/src/cli/frame.ts";
import { outputOf } from "../../server/src/cli/output.ts";
import { cellsOf } from "../../server/src/cli/width.ts";
import { Lines } from "../../server/src/text/lines.ts";

/** The frame of what stands between « and » in a text, in so many columns. */
function framed(marked: string, columns = 60): string {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const text = marked.replace(/[«»]/g, "");
  const output = outputOf({ write: () => true, columns }, false, {});
  return frame(new Lines(text), { start, end }, output).join("\n");
}

describe("a frame", () => {
  test("puts carets under exactly the guilty words", () => {
    expect(framed("The accord was signed on «4 May 2019» in Port Lune.")).toMatchInlineSnapshot(`
      "  1 │ The accord was signed on 4 May 2019 in Port Lune.
          │                          ^^^^^^^^^^"
    `);
  });

  test("cuts a long line around the place, at words", () => {
    const line = `${"before and ".repeat(20)}«on 4 May 2019»${" and after".repeat(20)}`;
    expect(framed(line)).toMatchInlineSnapshot(`
      "  1 │ …before and on 4 May 2019 and after and after and…
          │             ^^^^^^^^^^^^^"
    `);
  });

  test("counts two columns for wide characters and none for combining ones", () => {
    expect(framed("東京 and Ha\u0304le\u0304 met on «5 May».")).toMatchInlineSnapshot(`
      "  1 │ 東京 and Hālē met on 5 May.
          │                      ^^^^^"
    `);
  });

  test("turns tabs into spaces", () => {
    expect(framed("\tPort\t«Lune»")).toMatchInlineSnapshot(`
      "  1 │   Port  Lune
          │         ^^^^"
    `);
  });

  test("shows each line of a span that runs over a line's end", () => {
    expect(framed("signed on «4\n  May 2019» in Port Lune")).toMatchInlineSnapshot(`
      "  1 │ signed on 4
          │           ^
        2 │   May 2019 in Port Lune
          │   ^^^^^^^^"
    `);
  });

  test("shows the first three lines of a longer span", () => {
    expect(framed("«one\ntwo\nthree\nfour»")).toMatchInlineSnapshot(`
      "  1 │ one
          │ ^^^
        2 │ two
          │ ^^^
        3 │ three
          │ ^^^^^
        … │"
    `);
  });

  test("marks an empty span by one caret, at a line's end too", () => {
    expect(framed("signed«»")).toMatchInlineSnapshot(`
      "  1 │ signed
          │       ^"
    `);
  });

  test("prints nothing that steers the terminal", () => {
    expect(framed("red \u001b[31m«text» \u202Eback")).toMatchInlineSnapshot(`
      "  1 │ red ␛[31mtext �back
          │          ^^^^"
    `);
  });

  test("fits the output and marks what the span covers, whatever the text", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 400 });
    fc.assert(
      fc.property(
        text,
        fc.nat(400),
        fc.nat(30),
        fc.integer({ min: 40, max: 120 }),
        (line, at, length, columns) => {
          const flat = line.replace(/[\r\n]/g, " ");
          const span = { start: Math.min(at, flat.length), end: Math.min(at + length, flat.length) };
          const output = outputOf({ write: () => true, columns }, false, {});
          const [shown, carets] = frame(new Lines(flat), span, output);
          expect(widthOf(shown!)).toBeLessThanOrEqual(columns);
          expect(widthOf(carets!)).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });

  test("takes no longer for a book on one line", () => {
    const word = "word ".repeat(200_000);
    expect(framed(`${word}«here»${word}`).length).toBeLessThan(200);
  });
});

function widthOf(line: string): number {
  return cellsOf(line).reduce((sum, cell) => sum + cell.width, 0);
}

test("a line is divided into the characters that a reader sees, wherever what is not ASCII stands in it", () => {
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
  const pieces = fc.constantFrom(
    ..."a b é e\u0301 1\uFE0F\u20E3 👩‍👧 🇫🇷 \u0600 \u200D \t ’ ศ ำ 한 ᄀ ᅡ \uD800 \u0903".split(" "),
    " ",
    "xy",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const line = parts.join("");
      const whole = Array.from(graphemes.segment(line), ({ segment, index }) => [
        index,
        index + segment.length,
      ]);
      expect(cellsOf(line).map(({ start, end }) => [start, end])).toEqual(whole);
    }),
    { numRuns: 2000 },
  );
});
