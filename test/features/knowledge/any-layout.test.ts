import fc from "fast-check";
import { type DumpOptions, dump, load } from "js-yaml";
import { expect, test } from "vitest";
import { codeActions } from "../../../server/src/features/knowledge/code-actions.ts";
import { keyPlaceOf } from "../../../server/src/features/knowledge/completion/keys.ts";
import { complete } from "../../../server/src/features/knowledge/completion.ts";
import { type Occurrence, visitOccurrences } from "../../../server/src/features/knowledge/occurrences.ts";
import { placeAt } from "../../../server/src/features/knowledge/place.ts";
import { type Rename, renameEverywhere } from "../../../server/src/features/knowledge/rename.ts";
import { rootsOf } from "../../../server/src/features/knowledge/sketch/roots.ts";
import { parseYaml, type YamlFile } from "../../../server/src/knowledge-base/yaml/tree.ts";
import { anyKnowledge } from "../../support/any-sound-knowledge.ts";
import { edited, snapshotOf } from "../../support/knowledge-cursor.ts";
import { piecesIn } from "./pieces.ts";

/** The ways in which the library writes YAML: blocks, brackets from some depth on, quotation marks. */
const layouts = fc.record<DumpOptions>({
  indent: fc.constantFrom(2, 3, 4),
  flowLevel: fc.constantFrom(-1, -1, 1, 2, 3, 4, 5),
  seqNoIndent: fc.boolean(),
  quoteStyle: fc.constantFrom("single", "double"),
  forceQuotes: fc.boolean(),
  lineWidth: fc.constantFrom(-1, 40, 80),
});
const anyYaml = fc
  .record({ value: anyKnowledge(), layout: layouts, newline: fc.constantFrom("\n", "\r\n") })
  .map(({ value, layout, newline }) => ({
    value,
    text: dump(value, { ...layout, noRefs: true }).replaceAll("\n", newline),
  }));

test("every key and value is where its tree has it", () => {
  fc.assert(
    fc.property(anyYaml, ({ text }) => {
      const file = parseYaml("a.yaml", text);
      for (const piece of piecesIn(file)) {
        for (const offset of [piece.start, (piece.start + piece.end) >> 1, piece.end]) {
          const { path, at, span } = placeAt(file, offset);
          expect({ path, at, ...span }).toEqual({
            path: piece.path,
            at: piece.at,
            start: piece.start,
            end: piece.end,
          });
        }
      }
    }),
    { numRuns: 40 },
  );
});

/** A file as it is when its writer has come as far as an offset, with or without the lines below. */
function typedTo(text: string, offset: number, rest: "nothing" | "lines below"): YamlFile {
  const line = /[\r\n]|$/g;
  line.lastIndex = offset;
  const end = line.exec(text)!.index;
  return parseYaml("a.yaml", text.slice(0, offset) + (rest === "nothing" ? "" : text.slice(end)));
}

test("while it is typed, from the top on or into what is there, each word has its place", () => {
  fc.assert(
    fc.property(anyYaml, fc.infiniteStream(fc.nat()), ({ text }, numbers) => {
      const pieces = piecesIn(parseYaml("a.yaml", text)).filter(({ start, end }) => {
        // Of a sign that may begin something else, one character is not enough.
        return /^[\p{L}\p{N}]/u.test(text.slice(start, end)) && !/[\r\n]/.test(text.slice(start, end));
      });
      for (let i = 0; i < 8 && pieces.length > 0; i++) {
        const piece = pieces[numbers.next().value! % pieces.length]!;
        const offset = piece.start + 1;
        const file = typedTo(text, offset, i % 2 === 0 ? "nothing" : "lines below");
        const place = placeAt(file, offset);
        const keys = keyPlaceOf(place, file, offset);
        const path = piece.at === "key" ? keys?.path : place.path;
        expect(path).toEqual(piece.at === "key" ? piece.path.slice(0, -1) : piece.path);
      }
    }),
    { numRuns: 100 },
  );
});

test("what stands somewhere, and may, is offered there", () => {
  fc.assert(
    fc.property(anyYaml, fc.infiniteStream(fc.nat()), ({ text }, numbers) => {
      const snapshot = snapshotOf({ "a.yaml": text });
      const file = snapshot.files.get("a.yaml")!;
      const found: Occurrence[] = [];
      visitOccurrences(file, (each) => {
        if (each.kind === "id" || each.kind === "word") found.push({ ...each, path: [...each.path] });
      });
      for (let i = 0; i < 5 && found.length > 0; i++) {
        const { start, end, text: word } = found[numbers.next().value! % found.length]!;
        const { proposals } = complete(snapshot, file, end);
        const match = proposals.find(({ label }) => label === word);
        // A list that has an id twice is not offered it again.
        const twice = placeAt(file, end).others.includes(word);
        if (twice) continue;
        expect(match?.replaced).toEqual({ start, end });
      }
    }),
    { numRuns: 40 },
  );
});

test("an id is renamed everywhere, and nothing else is", () => {
  const ids = fc.constantFrom("a-country", "a-person", "an-event", "a-source", "a-place");
  const names = fc.constantFrom("b", "1984", "yes", "a:b", "it's", "x#y", "[z]", "*w", "Ü-9", '"q"');
  fc.assert(
    fc.property(anyYaml, ids, names, ({ text, value }, id, to) => {
      const snapshot = snapshotOf({ "a.yaml": text });
      const { edits } = renameEverywhere(snapshot, { kind: "id", id }, to) as Rename;
      const after = parseYaml("a.yaml", edited(snapshot, edits)["a.yaml"]!);
      expect(after.problems).toEqual([]);
      const wanted = parseYaml("a.yaml", dump(replacedIn(value, id, to), { noRefs: true, lineWidth: -1 }));
      expect(textsOf(after)).toEqual(textsOf(wanted));
    }),
    { numRuns: 100 },
  );
});

test("what is put in order says the same as before", () => {
  let taken = 0;
  fc.assert(
    fc.property(anyYaml, fc.nat(), ({ text }, at) => {
      const snapshot = snapshotOf({ "a.yaml": text });
      const offset = at % text.length;
      const actions = codeActions(snapshot, snapshot.files.get("a.yaml")!, { start: offset, end: offset });
      for (const { edits } of actions.filter(({ kind }) => kind !== "quickfix")) {
        const after = edited(snapshot, edits())["a.yaml"]!;
        taken += Number(after !== text);
        expect(load(after)).toEqual(load(text));
        expect([...after].sort().join("")).toBe([...text].sort().join(""));
      }
    }),
    { numRuns: 100 },
  );
  expect(taken).toBeGreaterThan(10);
});

test("what is missing and is made is missing no more, and nothing else is said", () => {
  const kinds = fc.constantFrom("person", "place", "country", "concept");
  let taken = 0;
  fc.assert(
    fc.property(anyYaml, layouts, kinds, ({ value }, layout, kind) => {
      const { [`a-${kind}`]: _, ...entities } = value.entities as Record<string, unknown>;
      const text = dump({ ...value, entities }, { ...layout, noRefs: true });
      const snapshot = snapshotOf({ "a.yaml": text });
      const missing = snapshot.problems.find(
        ({ code, message }) => code === "dangling-id" && message.includes(`\`a-${kind}\``),
      );
      if (missing === undefined) return;
      const file = snapshot.files.get("a.yaml")!;
      const made = codeActions(snapshot, file, missing.origin.span).find(
        ({ title }) => /^Create the/.test(title) && !title.startsWith("Create the event"),
      );
      const after = edited(snapshot, made!.edits())["a.yaml"]!;
      const { entities: now, ...rest } = load(after) as Record<string, Record<string, unknown>>;
      const { [`a-${kind}`]: entry, ...others } = now!;
      expect({ ...rest, entities: others }).toEqual(load(text));
      expect(entry).toMatchObject({ name: expect.any(String), type: expect.any(String) });
      expect(snapshotOf({ "a.yaml": after }).problems.filter(({ code }) => code === "dangling-id")).toEqual(
        [],
      );
      taken++;
    }),
    { numRuns: 40 },
  );
  expect(taken).toBeGreaterThan(10);
});

test("what is lost to an error of syntax is read from its lines as if it were sound", () => {
  fc.assert(
    fc.property(anyYaml, ({ text }) => {
      const file = parseYaml("a.yaml", text);
      const problem = { code: "yaml-syntax", severity: "error", message: "" } as const;
      const origin = { file: "a.yaml", span: { start: 0, end: 0 } };
      const lost = { ...file, roots: [], problems: [{ ...problem, origin }] };
      expect(idsIn(lost)).toEqual(idsIn(file));
      expect(rootsOf(lost)).not.toEqual([]);
    }),
    { numRuns: 40 },
  );
});

function idsIn(file: YamlFile): string[] {
  const ids: string[] = [];
  visitOccurrences(file, ({ kind, text, start }) => {
    if (kind !== "text") ids.push(`${kind} ${text} ${start}`);
  });
  return ids;
}

/** The keys and texts of a file in the order of its keys, whatever its layout. */
function textsOf(file: YamlFile): unknown {
  return piecesIn(file, true)
    .map(({ path, text, at }) => `${path.join("/")} ${at} ${text.trim().replace(/\s+/g, " ")}`)
    .sort();
}

/** The value with every text, and every key, that is an id replaced. */
function replacedIn(value: unknown, id: string, to: string): unknown {
  if (value === id) return to;
  if (Array.isArray(value)) return value.map((item) => replacedIn(item, id, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key === id ? to : key, replacedIn(inner, id, to)]),
  );
}
