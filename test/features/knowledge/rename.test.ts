import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  prepareRename,
  type Refusal,
  type Rename,
  rename,
  renameEverywhere,
} from "../../../server/src/features/knowledge/rename.ts";
import { isPlainText, yamlText } from "../../../server/src/knowledge-base/yaml/text.ts";
import { parseYaml } from "../../../server/src/knowledge-base/yaml/tree.ts";
import { slice } from "../../../server/src/text/span.ts";
import {
  cursorIn,
  edited,
  type Files,
  type KnowledgeCursor,
  replaced,
  snapshotOf,
} from "../../support/knowledge-cursor.ts";
import { islands, within } from "./world.ts";

function renamed({ snapshot, file, offset }: KnowledgeCursor, to: string): Files {
  const result = rename(snapshot, file, offset, to) as Rename;
  return edited(snapshot, result.edits);
}

function refused({ snapshot, file, offset }: KnowledgeCursor, to: string): string {
  return (rename(snapshot, file, offset, to) as Refusal).refusal;
}

/** The lines that are others now, without their indentation. */
function changes(before: Files, after: Files): string[] {
  return Object.keys(before).flatMap((name) => {
    const old = before[name]!.split("\n");
    const lines = after[name]!.split("\n");
    return lines.filter((line, i) => line !== old[i]).map((line) => line.trim());
  });
}

describe("an id", () => {
  test("is renamed in its entry and wherever it is used, in the quotation marks that it has", () => {
    expect(changes(islands, renamed(within("  sudrey:", "  su<|>drey:"), "south"))).toEqual([
      "south:",
      "country: { of: south, during: 2001/.. }",
      "participants: { party: [north, south] }",
      'party: [north, "south"]       # both of them',
    ]);
  });

  test("may be renamed from any of its uses", () => {
    const cursor = within("source: log", "source: lo<|>g");
    const { snapshot, file, offset } = cursor;
    const place = prepareRename(snapshot, file, offset);
    expect(place).toMatchObject({ renamed: { kind: "id", id: "log" }, text: "log" });
    expect("span" in place && slice(file.text, place.span)).toBe("log");
    expect(changes(islands, renamed(cursor, "pilots-log"))).toEqual([
      "pilots-log:",
      "evidence: [{ source: pilots-log }]",
    ]);
  });

  test("leaves words, names and texts of the same spelling alone", () => {
    expect(changes(islands, renamed(within("  clash:", "  cl<|>ash:"), "lanterns"))).toEqual([
      "lanterns:",
      "follows: [lanterns]",
    ]);
  });

  test("is quoted where the plain form would be something else to a reader of YAML", () => {
    expect(changes(islands, renamed(within("  quay:", "  <|>quay:"), "1893"))).toEqual([
      '"1893": { type: place, name: Quay, country: north }',
      'place: "1893"',
    ]);
  });

  test("is refused where it cannot be one", () => {
    const cursor = within("  quay:", "  <|>quay:");
    expect(refused(cursor, "guild")).toBe("The id `guild` is taken: islands/actors.yaml has it already.");
    expect(refused(cursor, "truce")).toMatch(/taken/);
    expect(refused(cursor, " ")).toBe("An id cannot be empty.");
    expect(refused(cursor, "the quay")).toBe("An id has no spaces in it: `the-quay` would do.");
    expect(refused(cursor, "qu\u0007ay")).toMatch(/can be seen/);
  });

  test("that no entry has cannot be renamed", () => {
    expect(refused(within("place: quay", "place: <|>mole"), "pier")).toBe(
      "There is no entry `mole` that could be renamed.",
    );
  });

  test("that stays as it is changes nothing", () => {
    expect(changes(islands, renamed(within("  quay:", "  <|>quay:"), "quay"))).toEqual([]);
  });

  test("is renamed in a passage that cannot be parsed, too", () => {
    const broken = replaced(islands, "outcome: succeeded", "about: [quay, truce");
    const after = renamed(cursorIn(replaced(broken, "  quay:", "  <|>quay:")), "pier");
    expect(changes(broken, after)).toEqual([
      "pier: { type: place, name: Quay, country: north }",
      "place: pier",
      "about: [pier, truce",
    ]);
  });

  test("of two knowledge bases is renamed in both", () => {
    const own = { "own.yaml": "entities:\n  quay: { type: place, name: Old Quay }\n" };
    const cursor = cursorIn(replaced(islands, "place: quay", "place: qu<|>ay"), own);
    expect(renamed(cursor, "pier")["own.yaml"]).toContain("  pier: {");
  });

  test("renamed to anything new and back gives the same files, and nothing dangles in between", () => {
    const ids = [
      "north",
      "sudrey",
      "quay",
      "guild",
      "league",
      "ada",
      "ledger",
      "log",
      "clash",
      "truce",
      "pilots",
    ];
    const anyId = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...ids), anyId, (id, to) => {
        const cursor = within(`  ${id}:`, `  <|>${id}:`);
        const { snapshot, file, offset } = cursor;
        const result = rename(snapshot, file, offset, to);
        if ("refusal" in result) return;
        const after = edited(snapshot, result.edits);
        const { problems, knowledge } = snapshotOf(after);
        expect(problems.map(({ message }) => message)).toEqual([]);
        expect(knowledge.entities.size + knowledge.events.size).toBe(8);
        const then = snapshotOf(after);
        const back = renameEverywhere(then, { kind: "id", id: to.trim() }, id);
        const restored = edited(then, (back as Rename).edits);
        expect(Object.values(restored).join("").replace(/["']/g, "")).toBe(
          Object.values(islands).join("").replace(/["']/g, ""),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe("a word of the vocabulary", () => {
  test("is renamed in its entry and its uses", () => {
    expect(
      changes(islands, renamed(within("    harbourTruce:", "    harbour<|>Truce:"), "oarTruce")),
    ).toEqual(["type: oarTruce", "oarTruce: { terms: [harbour truce], verbs: [lay down oars] }"]);
  });

  test("that is built in keeps its name, and none takes another one's", () => {
    expect(refused(within("type: clash", "type: cl<|>ash"), "row")).toBe(
      "`clash` is built in, so it keeps its name.",
    );
    expect(refused(within("    supports:", "    sup<|>ports:"), "backs")).toMatch(/built in/);
    expect(refused(within("type: harbourTruce", "type: harbour<|>Truce"), "clash")).toBe(
      "`clash` is taken by another event type.",
    );
  });
});

describe("a preferred name", () => {
  test.each([
    ["name: Quay,", "name: Qu<|>ay,", "Long Quay", "quay: { type: place, name: Long Quay, country: north }"],
    [
      "name: Quay,",
      "name: Qu<|>ay,",
      "Quay, the",
      'quay: { type: place, name: "Quay, the", country: north }',
    ],
    ["'Guild of Pilots'", "'Guild <|>of Pilots'", "Pilots' Union", "name: 'Pilots'' Union'"],
    ["name: Quay truce", "name: Quay <|>truce", "Quay: the truce", 'name: "Quay: the truce"'],
    ["name: Südrey ", "name: Süd<|>rey ", "Sydrey", "name: Sydrey               # as it asked to be called"],
  ])("%s becomes %s → %s", (passage, by, to, line) => {
    const cursor = within(passage, by);
    expect(changes(islands, renamed(cursor, to))).toEqual([line]);
  });

  test("says whose it is and what it was, so that drafts can follow", () => {
    const { snapshot, file, offset } = within("name: Quay truce", "name: Quay <|>truce");
    expect(rename(snapshot, file, offset, "Truce of the Quay")).toMatchObject({
      renamed: { kind: "name", id: "truce", name: "Quay truce" },
    });
  });

  test("cannot be empty, nor be renamed where it is a block of lines", () => {
    expect(refused(within("name: Quay truce", "name: Quay <|>truce"), " ")).toBe("A name cannot be empty.");
    expect(refused(within("name: Quay truce", "name: >-\n      Quay <|>truce"), "Truce")).toMatch(
      /block of lines/,
    );
  });
});

test.each([
  ["status: alleged", "status: al<|>leged"],
  ["# States", "# Sta<|>tes"],
  ["place: quay", "pla<|>ce: quay"],
  ["date: 2030-10-19", "date: 2030<|>-10-19"],
])("nothing else can be renamed: %s", (passage, by) => {
  expect(refused(within(passage, by), "other")).toBe(
    "Only ids, words of the vocabulary and names can be renamed.",
  );
});

describe("a text as YAML", () => {
  test.each([
    "yes",
    "No",
    "null",
    "~",
    "1893",
    "1e3",
    "0x1F",
    "12:30",
    "2025-10-19",
    ".inf",
    "a: b",
    "#x",
    "a #b",
    "- a",
    "a,b",
    "[a",
    "'a",
    "@a",
    "",
    " a",
    "a\nb",
    "---",
    "=",
    "<<",
    "x:",
  ])("%j needs quotation marks", (text) => {
    expect(isPlainText(text, true)).toBe(false);
    const file = parseYaml("a", `k: [${yamlText(text, true)}]`);
    expect(file.roots[0]).toMatchObject({ pairs: [{ value: { items: [{ text, plain: false }] } }] });
  });

  test.each(["quay", "a-b", "a#b", "a:b", "Türkiye", "it's", "x-2030", "v1.2"])("%j needs none", (text) => {
    expect(yamlText(text, true)).toBe(text);
  });

  test("is read back as it was, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.boolean(), (text, flow) => {
        const written = yamlText(text, flow);
        const file = parseYaml("a", flow ? `k: { a: [${written}, b] }` : `k:\n  a: ${written}\n`);
        const found = JSON.stringify(file.roots).includes(`"text":${JSON.stringify(text)}`);
        expect(file.problems).toEqual([]);
        expect(found).toBe(true);
      }),
    );
  });
});
