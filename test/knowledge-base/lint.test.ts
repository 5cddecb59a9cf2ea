import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownEdit } from "../../server/src/knowledge-base/lint/known-edit.ts";
import { lintKnowledge } from "../../server/src/knowledge-base/lint/run.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { bundled, worlds } from "../support/corpus.ts";
import { lintIds } from "../support/engine.ts";
import { parseMarks, parsePage } from "../support/spec.ts";

const load = (text: string) => loadKnowledge([{ file: "a.yaml", text }], { readText: () => "" });
const fail = (rule: string, error: unknown) => {
  throw new Error(`${rule} broke off`, { cause: error });
};

describe("good knowledge bases", () => {
  test("the one that comes along has nothing to be said about it", () => {
    expect(lintKnowledge(bundled, fail)).toEqual([]);
  });

  test.each([...worlds])("nor has the world of %s", (_, yaml) => {
    expect(lintKnowledge(load(yaml), fail)).toEqual([]);
  });
});

test("a rule that crashes silences only itself", () => {
  const base = load(`
entities:
  a: { type: organization, name: Amber Trust, aliases: [AT] }
  b: { type: organization, name: Ash Trust, aliases: [AT] }
# aide-memoire-disable-next-line event-order
events: {}
`);
  const events = new Map();
  events.values = () => {
    throw new Error("No events today.");
  };
  const crashed: string[] = [];
  const problems = lintKnowledge({ ...base, knowledge: { ...base.knowledge, events } }, (rule) =>
    crashed.push(rule),
  );
  expect(crashed).toContain("event-order");
  expect(crashed).not.toContain("contradicting-claims");
  // What a rule that broke off would have said, its comment may have been for.
  expect(problems.map(({ code }) => code)).not.toContain("unused-ignore");
});

describe("the edit that marks a problem as known", () => {
  const edited = (text: string) => {
    const base = load(text);
    const [problem] = lintKnowledge(base, fail);
    const edit = knownEdit(problem!, base.files[0]!)?.edits[0];
    return edit && text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
  };

  test("comes after a mark of the order of bytes", () => {
    expect(edited("\uFEFFsources: { s: { title: S } }")).toBe(
      "\uFEFF# aide-memoire-disable-next-line unused-source\nsources: { s: { title: S } }",
    );
  });

  test("keeps out of texts of several lines", () => {
    expect(edited('sources: { s: { title: "A\n  B" }, t: { title: "C\n  D" } }')).toContain("# aide-memoire");
    expect(edited('entities: { a: { type: person, description: "A\n  B", name: Will } }')).toBeUndefined();
  });

  test("is not there for an error of the format", () => {
    const base = load("entities: { a: { type: person } }");
    expect(base.problems.map((problem) => knownEdit(problem, base.files[0]!))).toEqual([undefined]);
  });
});

/** Every file on the pages of the rules, marks left out. */
const folder = new URL("../../server/src/knowledge-base/lint/", import.meta.url);
const written = lintIds.flatMap((id) => {
  const { cases } = parsePage(readFileSync(new URL(`${id}.md`, folder), "utf8"));
  return cases.map(({ world, draft }) => `${world}\n${parseMarks(draft).text}`);
});

test("any text is survived, and every place is in its file", () => {
  expect(readdirSync(folder)).toContain("run.ts");
  const cut = fc.tuple(
    fc.constantFrom(...written),
    fc.nat(),
    fc.nat(30),
    fc.constantFrom("", "[", "\n", "'", "#", ": ", "- ", "  "),
  );
  fc.assert(
    fc.property(cut, ([text, at, length, put]) => {
      const start = at % text.length;
      const broken = text.slice(0, start) + put + text.slice(start + length);
      for (const { origin, related = [], fix } of lintKnowledge(load(broken), fail)) {
        const spans = [origin, ...related.map((each) => each.origin)].map(({ span }) => span);
        for (const { start, end } of [...spans, ...(fix?.edits ?? []).map(({ span }) => span)]) {
          expect(0 <= start && start <= end && end <= broken.length).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("takes a time in proportion to the entries, even where thousands have one name, office or claim", () => {
  const entries = (count: number) => `
entities:
  x: { type: organization, name: X }
${Array.from({ length: count }, (_, i) => `  p${i}: { type: person, name: Ann Hult, roles: [{ title: chair, of: x, during: ${1000 + i}/${1001 + i} }] }`).join("\n")}
claims:
${Array.from({ length: count }, (_, i) => `  c${i}: { subject: x, predicate: demands, object: p${i}, statement: S. }`).join("\n")}
`;
  const base = load(entries(6000));
  const start = performance.now();
  lintKnowledge(base, fail);
  expect(performance.now() - start).toBeLessThan(5000);
});
