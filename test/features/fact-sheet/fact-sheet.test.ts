import { describe, expect, test } from "vitest";
import { factSheet } from "../../../server/src/features/fact-sheet/fact-sheet.ts";
import type { FactRow } from "../../../server/src/features/fact-sheet/sheet.ts";
import { checkText } from "../../../server/src/service.ts";
import { world } from "../draft/world.ts";

const DRAFT = `# The *price* of a truce

The Quay truce was signed on 17 October 2030. The Guild of Pilots
brokered the **Quay truce** at the Quay. Ada Brink is foreign minister of Norrey.

The Lantern clash took place on 30 September 2030, a Tuesday.
`;

function sheetOf(text: string, knowledge = world) {
  return factSheet(checkText({ text, format: "markdown", knowledge, uri: "file:///drafts/a%20brief.md" }));
}

function row(rows: readonly FactRow[], words: string): FactRow {
  const found = rows.filter((each) => each.words === words);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe("a row", () => {
  const { rows } = sheetOf(DRAFT);

  test("tells what the draft says, in plain words and in its own, and where", () => {
    const wrong = row(rows, "17 October 2030");
    expect(wrong.says).toBe("dates the Quay truce 17 October 2030");
    expect(wrong.before + wrong.words + wrong.after).toBe("The Quay truce was signed on 17 October 2030.");
    const lines = DRAFT.split("\n");
    const { start, end } = wrong.range;
    expect(lines[start.line]!.slice(start.character, end.character)).toBe("17 October 2030");
  });

  test("tells the fact, the entry and who says so, with the words that carry it", () => {
    const wrong = row(rows, "17 October 2030");
    expect(wrong.verdict).toBe("contradicted");
    expect(wrong.known).toMatch(/^The Quay truce was on 19 October 2030, not 17 October 2030\.$/);
    expect(wrong.facts).toEqual([{ id: "truce", label: "Quay truce" }]);
    expect(wrong.sources).toEqual([
      {
        title: "The Harbour Ledger",
        quotes: ["signed at the Quay on 19 October"],
        url: "https://example.org/ledger",
      },
    ]);
  });

  test("tells of what is right what is known, no more of it than it is about", () => {
    const right = row(rows, "30 September 2030");
    expect(right).toMatchObject({ verdict: "supported", says: "dates the Lantern clash 30 September 2030" });
    expect(right.known).toBe("The Lantern clash was on 30 September 2030.");
  });

  test("tells offices, parts, places and weekdays", () => {
    const said = rows.map(({ says }) => says);
    expect(said).toContain("calls Ada Brink foreign minister of Norrey");
    expect(said).toContain("names Guild of Pilots as mediator of the Quay truce");
    expect(said).toContain("puts the Quay truce in Quay");
    expect(said).toContain("calls 30 September 2030 a Tuesday");
  });

  test("has its sentence in one line, without markup", () => {
    const place = rows.find(({ kind }) => kind === "event-place")!;
    expect(place.before + place.words + place.after).toBe(
      "The Guild of Pilots brokered the Quay truce at the Quay.",
    );
  });
});

describe("a fact sheet", () => {
  test("is called like the draft's first heading, else like its file", () => {
    expect(sheetOf(DRAFT).title).toBe("The price of a truce");
    expect(sheetOf("Nothing.").title).toBe("a brief.md");
  });

  test("counts as the reading does, in the order of the text", () => {
    const { counts, rows } = sheetOf(DRAFT);
    expect(counts.contradicted + counts.supported + counts.unverified).toBe(rows.length);
    const places = rows.map(({ range }) => range.start.line * 1000 + range.start.character);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("says what somebody lets stay, and why", () => {
    const text = `<!-- aide-memoire-disable-next-line event-date -- As the minister had it. -->
The Quay truce was signed on 17 October 2030.
`;
    expect(row(sheetOf(text).rows, "17 October 2030").ignored).toBe("As the minister had it.");
  });

  test("tells where an entry stands, as far as that is known", () => {
    const snapshot = checkText({ text: DRAFT, format: "markdown", knowledge: world });
    const { rows } = factSheet(snapshot, ({ file }) => ({ uri: `file:///${file}` }));
    expect(row(rows, "17 October 2030").facts[0]!.at).toEqual({ uri: "file:///world.yaml" });
  });

  test("is empty for a draft that says nothing of what is known", () => {
    expect(sheetOf("It rained.")).toMatchObject({ rows: [], knowledge: ["The Two Islands"] });
  });
});
