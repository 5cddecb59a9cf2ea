import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeActions, type KnowledgeAction } from "../../../server/src/features/knowledge/code-actions.ts";
import { knownEdit } from "../../../server/src/knowledge-base/lint/known-edit.ts";
import { span } from "../../../server/src/text/span.ts";
import {
  cursorIn,
  edited,
  type Files,
  type KnowledgeCursor,
  replaced,
  snapshotOf,
} from "../../support/knowledge-cursor.ts";
import { islands, within } from "./world.ts";

function offered({ snapshot, file, offset }: KnowledgeCursor): KnowledgeAction[] {
  return codeActions(snapshot, file, span(offset, offset));
}

const titles = (cursor: KnowledgeCursor) => offered(cursor).map(({ title }) => title);

/** The files after an action was taken. */
function taken(cursor: KnowledgeCursor, title: string | RegExp): Files {
  const action = offered(cursor).find((each) => each.title.match(title));
  expect(titles(cursor).join("\n")).toMatch(title);
  return edited(cursor.snapshot, action!.edits());
}

/** The lines that are there now and were not before. */
function added(cursor: KnowledgeCursor, title: string | RegExp): string[] {
  const after = taken(cursor, title);
  return [...cursor.snapshot.files.values()].flatMap(({ file, text }) => {
    const old = text.split("\n");
    return after[file]!.split("\n").filter((line) => !old.includes(line));
  });
}

const problemsIn = (files: Files) => snapshotOf(files).problems.map(({ message }) => message);
const comments = (files: Files) =>
  Object.values(files).flatMap((text) =>
    Array.from(text.matchAll(/(?<=^|\s)#.*$/gm), ([comment]) => comment),
  );
const facts = (files: Files) => {
  const { knowledge } = snapshotOf(files);
  const { entities, events, claims, figures, sources } = knowledge;
  return [entities, events, claims, figures, sources]
    .flatMap((map) => [...map.values()].map((each) => ({ ...each, origin: undefined })))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

describe("an id that nothing has", () => {
  test.each([
    [
      "place: quay",
      "place: mo<|>le",
      "Create the place `mole` in actors.yaml",
      "  mole: { type: place, name: Mole }",
    ],
    [
      "country: north }\n  guild",
      "country: east-is<|>le }\n  guild",
      "Create the country `east-isle`",
      "    name: East Isle",
    ],
    [
      "memberOf: [guild]",
      "memberOf: [pilots-un<|>ion]",
      "Create the organization `pilots-union`",
      "  pilots-union: { type: organization, name: Pilots Union }",
    ],
    [
      "source: log",
      "source: diary-of-<|>ada",
      "Create the source `diary-of-ada` in actors.yaml",
      "  diary-of-ada:",
    ],
    ["source: ledger, quote", "source: <|>diary, quote", "Create the source `diary`", "    title: Diary"],
    [
      "follows: [clash]",
      "follows: [second-<|>ceasefire]",
      "Create the event `second-ceasefire`",
      "    type: ceasefire",
    ],
    [
      "attributedTo: [ada]",
      "attributedTo: [b<|>o]",
      "Create the organization `bo` in actors.yaml",
      "  bo: { type: organization, name: Bo }",
    ],
    [
      "place: quay",
      "place: 18<|>93",
      "Create the place `1893` in actors.yaml",
      '  "1893": { type: place, name: "1893" }',
    ],
  ])("gets an entry where its like are: %s → %s", (passage, by, title, line) => {
    const cursor = within(passage, by);
    expect(titles(cursor)).toContain(title);
    expect(added(cursor, title).join("\n")).toContain(line);
    const after = taken(cursor, title);
    expect(problemsIn(after)).toEqual([]);
    expect(comments(after)).toEqual(expect.arrayContaining(comments(islands)));
  });

  test("may be an entity or an event, where both can stand", () => {
    expect(titles(within("object: [guild]", "object: [fair-<|>feast]"))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Create the organization/),
        expect.stringMatching(/^Create the event/),
      ]),
    );
  });

  test("is put at the end, with as much room and indentation as the others have", () => {
    const spaced = {
      "a.yaml": `entities:
    # The isle
    isle:
        type: place
        name: Isle

    # The town
    town:
        type: place
        name: Town   # on the isle
        # more of it some day

# What happened
events:
    fair: { type: meeting, name: Fair, place: mar<|>ket }
`,
    };
    const after = taken(cursorIn(spaced), /Create the place `market`/)["a.yaml"];
    expect(after).toContain(`        # more of it some day

    market:
        type: place
        name: Market

# What happened
events:`);
  });

  test.each([
    [
      "events:\n  e: { type: war, name: W, place: a<|> }",
      "events:\n  e: { type: war, name: W, place: a }\n\nentities:\n  a:\n    type: place\n    name: A",
    ],
    [
      "entities:\nevents:\n  e: { type: war, name: W, place: a<|> }\n",
      "entities:\n  a:\n    type: place\n    name: A\nevents:\n  e: { type: war, name: W, place: a }\n",
    ],
    [
      "entities:  # none yet\nevents:\n  e: { type: war, name: W, place: a<|> }\n",
      "entities:  # none yet\n  a:\n    type: place\n    name: A\nevents:\n  e: { type: war, name: W, place: a }\n",
    ],
    [
      "entities: {}\nevents:\n  e: { type: war, name: W, place: a<|> }\n",
      "entities: { a: { type: place, name: A } }\nevents:\n  e: { type: war, name: W, place: a }\n",
    ],
    [
      "entities: { b: { type: place, name: B } }\nevents:\n  e: { type: war, name: W, place: a<|> }\n",
      "entities: { b: { type: place, name: B }, a: { type: place, name: A } }\nevents:\n  e: { type: war, name: W, place: a }\n",
    ],
    [
      "events:\r\n  e: { type: war, name: W, place: a<|> }\r\n",
      "events:\r\n  e: { type: war, name: W, place: a }\r\n\r\nentities:\r\n  a:\r\n    type: place\r\n    name: A\r\n",
    ],
    [
      "entities:\n  b: { type: place, name: B }\nevents: { e: { type: war, name: W, place: a<|> } }",
      "entities:\n  b: { type: place, name: B }\n  a: { type: place, name: A }\nevents: { e: { type: war, name: W, place: a } }",
    ],
    [
      '{"entities": {"b": {"type": "place", "name": "B"}}, "events": {"e": {"type": "war", "name": "W", "place": "a<|>"}}}',
      '{"entities": {"b": {"type": "place", "name": "B"}, a: { type: place, name: A }}, "events": {"e": {"type": "war", "name": "W", "place": "a"}}}',
    ],
  ])("in %j", (marked, after) => {
    const cursor = cursorIn({ "a.yaml": marked });
    expect(taken(cursor, /^Create the place/)["a.yaml"]).toBe(after);
    expect(problemsIn({ "a.yaml": after })).toEqual([]);
  });

  test("that some entry has needs none", () => {
    expect(titles(within("place: quay", "place: qu<|>ay"))).not.toContainEqual(
      expect.stringMatching(/^Create/),
    );
  });
});

describe("a word that the vocabulary lacks", () => {
  test.each([
    [
      "predicate: supports",
      "predicate: opposes<|>FencingOf",
      "Add `opposesFencingOf` to the vocabulary in events.yaml as a predicate".replace(" in events.yaml", ""),
      "    opposesFencingOf: { verbs: [oppose fencing of] }",
    ],
    [
      "type: harbourTruce",
      "type: boat<|>Race",
      "Add `boatRace` to the vocabulary as an event type",
      "    boatRace: { terms: [boat race] }",
    ],
    [
      "      mediator: [guild]",
      "      rapp<|>orteur: [guild]",
      "Add `rapporteur` to the vocabulary as a participant role",
      "      titles: [rapporteur]",
    ],
  ])("%s → %s", (passage, by, title, line) => {
    const cursor = within(passage, by, replaced(islands, "openRoles: [mediator]", "openRoles: [host]"));
    expect(titles(cursor)).toContain(title);
    expect(added(cursor, title).join("\n")).toContain(line);
    expect(problemsIn(taken(cursor, title))).toEqual([]);
  });
});

test("problems come with their own way out", () => {
  const { snapshot, file, offset } = within("place: quay", "place: qua<|>y");
  const origin = { file: file.file, span: span(offset - 1, offset + 1) };
  const fix = { title: "Replace by `quay`", edits: [{ span: origin.span, newText: "quay" }] };
  const problem = { code: "dangling-id", severity: "error", message: "", origin, fix } as const;
  const [first] = codeActions({ ...snapshot, problems: [problem] }, file, span(offset, offset));
  expect(first).toMatchObject({ title: "Replace by `quay`", kind: "quickfix", problem, preferred: true });
  expect(first!.edits()).toEqual([{ file: file.file, ...fix.edits[0] }]);
});

test("what the linter says may be marked as known", () => {
  const { snapshot, file, offset } = within("  league:", "  lea<|>gue:");
  const origin = { file: file.file, span: span(offset - 3, offset + 3) };
  const problem = { code: "unmentioned-entry", severity: "hint", message: "", origin } as const;
  const actions = codeActions({ ...snapshot, problems: [problem] }, file, span(offset, offset), knownEdit);
  const known = actions.find(({ title }) => /known/.test(title));
  expect(known).toMatchObject({ kind: "quickfix", preferred: false, problem });
  expect(edited(snapshot, known!.edits())[file.file]).toMatch(
    / {2}# aide-memoire-disable-next-line.*\n {2}league:/,
  );
});

describe("sorting the entries of a map", () => {
  const sorted = (text: string) => taken(cursorIn({ "a.yaml": text }), /^Sort the \w+ by id/)["a.yaml"];

  test("takes along what is said of each, and leaves the rest in its place", () => {
    expect(
      sorted(`entities:<|>
  # The capital
  # of it all
  town: { type: place, name: Town }   # on the isle

  isle:
    type: place
    name: Isle
    # more some day
  cape: { type: place, name: Cape }

# What happened
`),
    ).toBe(`entities:
  cape: { type: place, name: Cape }

  isle:
    type: place
    name: Isle
    # more some day
  # The capital
  # of it all
  town: { type: place, name: Town }   # on the isle

# What happened
`);
  });

  test("keeps the groups that comments head", () => {
    expect(
      sorted(`entities:
  # Towns

  b: { type: place, name: B }<|>
  a: { type: place, name: A }

  # Isles

  d: { type: place, name: D }
  c: { type: place, name: C }
`),
    ).toBe(`entities:
  # Towns

  a: { type: place, name: A }
  b: { type: place, name: B }

  # Isles

  c: { type: place, name: C }
  d: { type: place, name: D }
`);
  });

  test("between brackets as well", () => {
    expect(sorted('entities: { b: { type: place, name: "B" }<|>, "a": { type: place, name: A } }')).toBe(
      'entities: { "a": { type: place, name: A }, b: { type: place, name: "B" } }',
    );
  });

  test.each([
    ["it is sorted", "entities:\n  a: { type: place, name: A }\n  b: { type: place, <|>name: B }\n"],
    [
      "the file cannot be parsed",
      "entities:\n  b: { type: place, name: B }\n  a: { type: place, <|>name: A\n",
    ],
    [
      "there are anchors",
      "entities:\n  b: &b { type: place, name: B }\n  a: { type: place, <|>name: A, distinctFrom: [b] }\n",
    ],
  ])("is not offered where %s", (_, text) => {
    expect(titles(cursorIn({ "a.yaml": text })).filter((title) => /by id/.test(title))).toEqual([]);
  });

  test("does nothing where it would change a text", () => {
    const text =
      "entities:\n  b:\n    type: place\n    name: B\n    description: |+\n      Text.\n\n  a: { type: place, <|>name: A }\n";
    expect(sorted(text)).toBe(text.replace("<|>", ""));
  });
});

describe("sorting the keys of an entry", () => {
  const sorted = (text: string) => taken(cursorIn({ "a.yaml": text }), /^Sort the keys/)["a.yaml"];

  test("puts them as the format has them, with their comments", () => {
    expect(
      sorted(`entities:
  town:
    # as on the sign
    name: Town<|>   # since 1900
    type: place
    evidence:
      - { source: log }
    aliases: [The Town]
sources:
  log: { title: Log }
`),
    ).toBe(`entities:
  town:
    type: place
    # as on the sign
    name: Town   # since 1900
    aliases: [The Town]
    evidence:
      - { source: log }
sources:
  log: { title: Log }
`);
    expect(sorted("entities: { a: { name: A<|>, type: place } }")).toBe(
      "entities: { a: { type: place, name: A } }",
    );
  });

  test("is not offered where they are in order", () => {
    expect(titles(within("name: Quay truce", "name: Quay <|>truce"))).not.toContainEqual(
      expect.stringMatching(/keys/),
    );
  });
});

/** An entry in some layout, with comments wherever they may stand. */
const entries = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 2 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          above: fc.constantFrom(
            "",
            "  # above\n",
            "  # one\n  # two\n",
            "  # head\n\n",
            "\n",
            "\n# at the margin\n",
          ),
          body: fc.constantFrom(
            ` { type: place, name: ${id} }  # beside`,
            `\n    name: ${id}\n    # inside\n    type: place`,
            `\n    type: place\n    description: >-\n      Some\n      words.\n    name: "${id}"\n    # after`,
            `\n    name: '${id}'\n    aliases:\n    - x\n    - y\n    type: place`,
          ),
        })
        .map(({ above, body }) => `${above}  ${id}:${body}\n`),
    ),
  ),
);

test("whatever is put in order says what it said before, and every comment is still there", () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.constantFrom("\n", "\r\n"), (all, at, newline) => {
      const text = `# Top\nentities:\n${all.join("")}# End\n`.replaceAll("\n", newline);
      const files = { "a.yaml": text };
      const snapshot = snapshotOf(files);
      const file = snapshot.files.get("a.yaml")!;
      const offset = at % text.length;
      for (const action of codeActions(snapshot, file, span(offset, offset))) {
        const after = edited(snapshot, action.edits());
        expect(problemsIn(after)).toEqual([]);
        expect(facts(after)).toEqual(facts(files));
        expect(comments(after).sort()).toEqual(comments(files).sort());
        expect(after["a.yaml"]).not.toBe(text);
        expect([...after["a.yaml"]!].sort().join("")).toBe([...text].sort().join(""));
      }
    }),
    { numRuns: 200 },
  );
});
