import { describe, expect, test } from "vitest";
import { definition } from "../../../server/src/features/knowledge/definition.ts";
import { highlights, references } from "../../../server/src/features/knowledge/references.ts";
import { cursorIn, type KnowledgeCursor, marked, replaced } from "../../support/knowledge-cursor.ts";
import { islands, within } from "./world.ts";

const goal = ({ snapshot, file, offset }: KnowledgeCursor) =>
  marked(snapshot, definition(snapshot, file, offset)?.origins ?? []);

describe("from an id to its entry", () => {
  test.each([
    [
      "place: quay",
      "place: <|>quay",
      "islands/actors.yaml: «quay»: { type: place, name: Quay, country: north }",
    ],
    ['"sudrey"', '"sudrey<|>"', "islands/actors.yaml: «sudrey»:"],
    ["source: log", "source: lo<|>g", "islands/actors.yaml: «log»:"],
    ["follows: [clash]", "follows: [<|>clash]", "islands/events.yaml: «clash»:"],
    ["  truce:", "  <|>truce:", "islands/events.yaml: «truce»:"],
    [
      "type: harbourTruce",
      "type: <|>harbourTruce",
      "islands/events.yaml: «harbourTruce»: { terms: [harbour truce], verbs: [lay down oars] }",
    ],
  ])("%s", (passage, by, entry) => {
    expect(goal(within(passage, by))).toEqual([entry]);
  });

  test("of the knowledge base that counts first, where two have one", () => {
    const own = { "own.yaml": "entities:\n  quay: { type: place, name: Old Quay }\n" };
    const cursor = cursorIn(replaced(islands, "place: quay", "place: qu<|>ay"), own);
    expect(goal(cursor)).toEqual([
      "own.yaml: «quay»: { type: place, name: Old Quay }",
      "islands/actors.yaml: «quay»: { type: place, name: Quay, country: north }",
    ]);
  });

  test("that has an error, or lies in a passage that cannot be parsed", () => {
    const broken = replaced(islands, "place: quay", "place: qu<|>ay");
    expect(goal(cursorIn(replaced(broken, "type: place,", "kind: place,")))).toHaveLength(1);
    expect(goal(cursorIn(replaced(broken, "type: place,", "type: place, [")))).toHaveLength(1);
  });
});

test("from the path of a full text to its file", () => {
  const { snapshot, file, offset } = within("text: texts", "text: te<|>xts");
  expect(definition(snapshot, file, offset)?.origins).toEqual([
    { file: "islands/texts/ledger.txt", span: { start: 0, end: 0 } },
  ]);
});

test("nowhere from a built-in word, a name or a key", () => {
  expect(goal(within("type: clash", "type: cl<|>ash"))).toEqual([]);
  expect(goal(within("name: Quay", "name: Qu<|>ay"))).toEqual([]);
  expect(goal(within("place: quay", "pl<|>ace: quay"))).toEqual([]);
});

describe("references", () => {
  const uses = ({ snapshot, file, offset }: KnowledgeCursor, withDeclaration = false) =>
    marked(snapshot, references(snapshot, file, offset, withDeclaration));

  test("are all uses in all files, whatever their form", () => {
    expect(uses(within("  sudrey:", "  su<|>drey:"))).toEqual([
      "islands/actors.yaml: country: { of: «sudrey», during: 2001/.. }",
      "islands/events.yaml: participants: { party: [north, «sudrey»] }",
      'islands/events.yaml: party: [north, "«sudrey»"]       # both of them',
    ]);
  });

  test("have the entry among them on demand", () => {
    expect(uses(within("follows: [clash]", "follows: [cl<|>ash]"), true)).toEqual([
      "islands/events.yaml: «clash»:",
      "islands/events.yaml: follows: [«clash»]",
    ]);
  });

  test("of a word of the vocabulary, which is not the id of the same spelling", () => {
    expect(uses(within("type: clash", "type: <|>clash"), true)).toEqual([
      "islands/events.yaml: type: «clash»",
    ]);
    expect(uses(within("openRoles: [mediator]", "openRoles: [<|>mediator]"))).toEqual([
      "islands/events.yaml: «mediator»: [guild]",
      "islands/events.yaml: openRoles: [«mediator»]",
    ]);
  });

  test("are found in a passage that cannot be parsed", () => {
    const broken = replaced(islands, "outcome: succeeded", "about: [quay, truce");
    expect(uses(cursorIn(replaced(broken, "  quay:", "  <|>quay:")))).toEqual([
      "islands/events.yaml: place: «quay»",
      "islands/events.yaml: about: [«quay», truce",
    ]);
  });

  test("are once each, though YAML's aliases repeat them", () => {
    const cursor = cursorIn({
      "a.yaml":
        "entities:\n  <|>a: { type: place, name: A }\nevents:\n  e: { place: &here [a], about: *here }\n",
    });
    expect(uses(cursor)).toEqual(["a.yaml: e: { place: &here [«a»], about: *here }"]);
  });
});

test("highlights are those of the same file", () => {
  const { snapshot, file, offset } = within("place: quay", "place: qu<|>ay");
  expect(marked(snapshot, highlights(snapshot, file, offset))).toEqual([
    "islands/events.yaml: place: «quay»",
  ]);
});
