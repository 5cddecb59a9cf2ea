import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Lines } from "../../server/src/text/lines.ts";

describe("lines", () => {
  test("end with LF, CRLF or CR", () => {
    const lines = new Lines("a\nb\r\nc\rd");
    expect(Array.from({ length: lines.count }, (_, i) => lines.line(i))).toEqual(["a", "b", "c", "d"]);
  });

  test("there is one in an empty text", () => {
    expect(new Lines("").count).toBe(1);
    expect(new Lines("a\n").line(1)).toBe("");
  });

  test("a position beyond the end means the nearest place that there is", () => {
    const lines = new Lines("ab\ncd");
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe("ab".length);
    expect(lines.offsetAt({ line: 99, character: 0 })).toBe("ab\ncd".length);
    expect(lines.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(lines.positionAt(-1)).toEqual(lines.positionAt(0));
    expect(lines.positionAt(99)).toEqual(lines.positionAt("ab\ncd".length));
  });

  test("every offset has its position, and comes back from it", () => {
    const text = fc.array(fc.constantFrom("a", "é", "𝒬", "\n", "\r\n", "\r")).map((all) => all.join(""));
    fc.assert(
      fc.property(text, fc.nat(), (text, nat) => {
        const offset = nat % (text.length + 1);
        const lines = new Lines(text);
        const position = lines.positionAt(offset);
        const inside = position.character <= lines.line(position.line).length;
        if (inside) expect(lines.offsetAt(position)).toBe(offset);
        // Between CR and LF there is no position: it is the line's end.
        else expect(text.slice(offset - 1, offset + 1)).toBe("\r\n");
      }),
    );
  });
});
