import fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, test } from "vitest";
import { loadKnowledge, sourceTextFiles } from "../../server/src/knowledge-base/loading/load.ts";
import { baseOf, mergeKnowledge } from "../../server/src/knowledge-base/merge.ts";
import type { Problem } from "../../server/src/knowledge-base/problems.ts";
import { parseYaml } from "../../server/src/knowledge-base/yaml/tree.ts";
import { slice } from "../../server/src/text/span.ts";

const load = (...texts: string[]) => loadKnowledge(texts.map((text, i) => ({ file: `kb/${i}.yaml`, text })));
/** The knowledge of a text without problems. */
function sound(...texts: string[]) {
  const { knowledge, problems } = load(...texts);
  expect(problems).toEqual([]);
  return knowledge;
}
const codes = (problems: readonly Problem[]) => problems.map((problem) => problem.code);

describe("an entry in its full form", () => {
  test("has lists for single values and its defaults", () => {
    const { entities } = sound(
      "entities: { a: { type: organization, name: A, abbreviation: AA, memberOf: b }, b: { type: group, name: B } }",
    );
    expect(entities.get("a")).toMatchObject({
      kind: "entity",
      id: "a",
      name: "A",
      abbreviations: ["AA"],
      aliases: [],
      memberOf: [{ of: "b" }],
      roles: [],
    });
  });

  test("has its dates read", () => {
    const { events } = sound(`
events:
  a: { type: talks, name: A, date: 2025-10-19, stages: { announced: 2025-10-18 } }
  b: { type: war, name: B, date: 1893 }
  c: { type: talks, name: C, date: 2021-22 }
  d: { type: talks, name: D, date: 2025-10-25~ }
  e: { type: talks, name: E, date: 2025-10-25/2025-10-30 }
`);
    const shown = [...events.values()].map(({ date }) => [
      date?.edtf,
      date?.precision,
      date?.approximate,
      date?.range,
    ]);
    expect(shown).toEqual([
      ["2025-10-19", "day", false, false],
      ["1893", "year", false, false],
      ["2021-22", "season", false, false],
      ["2025-10-25~", "day", true, false],
      ["2025-10-25/2025-10-30", "day", false, true],
    ]);
    expect(events.get("a")?.stages.announced?.edtf).toBe("2025-10-18");
  });

  test("has relations with their times", () => {
    const { entities } = sound(`
entities:
  arvo: { type: country, name: Arvo }
  a: { type: person, name: A, country: [arvo, { of: arvo, during: 2020/.. }], roles: [ { title: Mayor, of: arvo, during: ../2021 } ] }
`);
    const { country, roles } = entities.get("a")!;
    expect(country.map(({ of, during }) => [of, during?.edtf])).toEqual([
      ["arvo", undefined],
      ["arvo", "2020/.."],
    ]);
    expect(roles[0]).toMatchObject({ title: "Mayor", of: "arvo", acting: false, aliases: [] });
    expect(roles[0]?.during).toMatchObject({ start: Number.NEGATIVE_INFINITY });
  });

  test("says where it is written", () => {
    const text = "entities:\n  arvo: { type: country, name: Arvo }\n";
    const { file, span } = sound(text).entities.get("arvo")!.origin;
    expect([file, slice(text, span)]).toEqual(["kb/0.yaml", "arvo"]);
  });

  test("may have a figure that is a range, and a claim that does not hold", () => {
    const { figures, claims } = sound(`
entities: { arvo: { type: country, name: Arvo }, belm: { type: country, name: Belm } }
figures: { f: { of: arvo, label: islands, value: [12, 14], unit: island }, g: { of: arvo, label: depth, value: -2.5, bound: about, unit: metre } }
claims: { c: { subject: arvo, predicate: recognizes, object: belm, holds: false, statement: It does not. } }
`);
    expect(figures.get("f")).toMatchObject({ value: [12, 14], bound: "exact" });
    expect(figures.get("g")).toMatchObject({ value: -2.5, bound: "about" });
    expect(claims.get("c")).toMatchObject({ subject: ["arvo"], holds: false, status: "established" });
  });
});

describe("YAML is read as it is written", () => {
  const nameIn = (yaml: string) => sound(yaml).entities.get("a")?.name;

  test.each([
    ["1984", "1984"],
    ["No", "No"],
    ["true", "true"],
    ["Null", "Null"],
    ["0x1F", "0x1F"],
    ["1_000", "1_000"],
    ['"A: \\u00e9"', "A: é"],
    ["'it''s'", "it's"],
    [">-\n      two\n      lines", "two lines"],
  ])("a name %s", (written, name) => {
    expect(nameIn(`entities:\n  a:\n    type: group\n    name: ${written}\n`)).toBe(name);
  });

  test("with a byte order mark and Windows line ends", () => {
    const text = "\uFEFFentities:\r\n  a:\r\n    type: group\r\n    name: A\r\n";
    const { entities } = sound(text);
    expect(slice(text, entities.get("a")!.origin.span)).toBe("a");
  });

  test("with anchors, in several documents, with empty maps and comments", () => {
    const { entities } = sound(
      "# ours\nentities:\n  a: { type: group, name: A, aliases: &n [B, C] }\n  b: { type: group, name: B, aliases: *n }\nevents:\n---\nentities: { c: { type: group, name: C } }\n",
    );
    expect(entities.get("b")?.aliases).toEqual(["B", "C"]);
    expect([...entities.keys()]).toEqual(["a", "b", "c"]);
  });

  test("without letting aliases of aliases multiply", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 12; i++) lines.push(`a${i}: &a${i} [${Array(10).fill(`*a${i - 1}`)}]`);
    expect(codes(load(`entities: {}\n${lines.join("\n")}\n`).problems)).toContain("yaml-syntax");
  });

  test("with keys that every object has", () => {
    const { entities } = sound(
      "entities: { __proto__: { type: group, name: P }, constructor: { type: group, name: C } }",
    );
    expect([...entities.keys()]).toEqual(["__proto__", "constructor"]);
  });
});

describe("several files", () => {
  test("are one knowledge base, whose ids name each other", () => {
    const { entities, bases } = sound(
      "knowledgeBase: { title: The islands, asOf: 2025-11 }\nentities: { a: { type: place, name: A, country: b } }",
      "entities: { b: { type: country, name: B } }",
    );
    expect(entities.size).toBe(2);
    expect(bases).toMatchObject([
      { title: "The islands", language: "en", files: ["kb/0.yaml", "kb/1.yaml"], counts: { entities: 2 } },
    ]);
  });

  test("are called after the first if nothing says what they are called", () => {
    expect(
      loadKnowledge([{ file: "/x/islands.knowledge.yaml", text: "events:" }]).knowledge.bases[0]?.title,
    ).toBe("islands");
  });

  test("keep their entries when one of them is broken in several places", () => {
    const broken =
      "entities:\n  a: { type: group, name: A }\n  b: { type: group\n  c: { type: group, name: C }\n  d:\n    name: 'D\n  e: { type: group, name: E, distinctFrom: [b, d] }\n";
    const { knowledge, problems } = load(broken, "entities: { f: { type: group, name: F } }");
    expect(codes(problems)).toEqual(["yaml-syntax", "yaml-syntax"]);
    expect([...knowledge.entities.keys()]).toEqual(["a", "c", "e", "f"]);
  });

  test("keep the sound ones of any number of broken entries", () => {
    const entries = Array.from({ length: 200 }, (_, i) => {
      return i % 2 === 0
        ? `  a${i}: { type: group, name: A }\n`
        : `  a${i}:\n    type: group\n    name: A: b\n`;
    });
    const { knowledge, problems } = load(`entities:\n${entries.join("")}`);
    expect(knowledge.entities.size).toBe(100);
    expect(codes(problems)).toEqual(Array(100).fill("yaml-syntax"));
  });

  test("bring their problems in order", () => {
    const { problems } = load(
      "events: { a: { type: talks } }\nentities: { b: { name: B } }",
      "entities: { c: {} }",
    );
    expect(problems.map(({ origin }) => origin.file)).toEqual([
      "kb/0.yaml",
      "kb/0.yaml",
      "kb/1.yaml",
      "kb/1.yaml",
    ]);
    expect(problems[0]!.origin.span.start).toBeLessThan(problems[1]!.origin.span.start);
  });
});

describe("quotes", () => {
  const kb = (quote: string) =>
    `sources: { s: { title: S, text: texts/s.txt } }\nentities: { a: { type: group, name: A, evidence: [ { source: s, quote: ${JSON.stringify(quote)} } ] } }`;
  const text = "He said: “it’s over” – and\n   left.";
  const check = (quote: string) =>
    codes(
      loadKnowledge([{ file: "kb/a.yaml", text: kb(quote) }], {
        readText: (file) => (file === "kb/texts/s.txt" ? text : undefined),
      }).problems,
    );

  test("are sought with white space folded and marks made plain", () => {
    expect(check("it's over\" - and left")).toEqual([]);
    expect(check("“it’s over” — and left.")).toEqual([]);
    expect(check("it is over")).toEqual(["quote-not-in-source"]);
  });

  test("are believed where no texts are at hand", () => {
    expect(codes(loadKnowledge([{ file: "a.yaml", text: kb("whatever") }]).problems)).toEqual([]);
  });

  test("have their texts found from the file that names them", () => {
    expect(sourceTextFiles(parseYaml("file:///home/kb/a.yaml", kb("x")))).toEqual([
      "file:///home/kb/texts/s.txt",
    ]);
    const up =
      "sources: { s: { title: S, text: ../s.txt }, t: { title: T, text: /abs/t.txt }, u: { title: U } }";
    expect(sourceTextFiles(parseYaml("/home/kb/a.yaml", up))).toEqual(["/home/s.txt", "/abs/t.txt"]);
    expect(sourceTextFiles(parseYaml("a.yaml", "sources: ["))).toEqual([]);
  });
});

describe("a knowledge base's own vocabulary", () => {
  test("adds to the built-in one", () => {
    const { vocabulary } = sound(`
vocabulary:
  eventTypes: { ceasefire: { terms: [lull] }, rite: { terms: [rite], verbs: [anoint] } }
  participantRoles: { mediator: { titles: [honest broker] } }
  predicates: { recognizes: { exclusive: false }, owns: { exclusive: subject } }
events: { a: { type: rite, name: A } }
`);
    expect(vocabulary.eventTypes.ceasefire?.terms).toEqual(expect.arrayContaining(["truce", "lull"]));
    expect(vocabulary.eventTypes.rite).toMatchObject({ terms: ["rite"], verbs: ["anoint"], objectOf: [] });
    expect(vocabulary.participantRoles.mediator?.phrases).toContain("brokered by");
    expect(vocabulary.predicates.owns).toMatchObject({ exclusive: "subject" });
    expect(vocabulary.predicates.recognizes).toMatchObject({ exclusive: "none" });
  });

  test("has outcomes, and traits for its kinds", () => {
    const { knowledge, problems } = loadKnowledge([
      { file: "a.yaml", text: "events: { a: { type: vigil, name: A, outcome: drawn } }" },
      {
        file: "b.yaml",
        text: "vocabulary: { eventTypes: { vigil: { alsoCalled: [rite], lasting: true }, talks: { recurring: false } } }",
      },
      {
        file: "c.yaml",
        text: "vocabulary: { eventTypes: { rite: { terms: [rite] }, vigil: { terms: [vigil] } }, outcomes: { drawn: { adjectives: [drawn] } } }",
      },
    ]);
    expect(problems).toEqual([]);
    const { eventTypes, outcomes } = knowledge.vocabulary;
    expect(eventTypes.vigil).toMatchObject({ terms: ["vigil"], alsoCalled: ["rite"], lasting: true });
    expect(eventTypes.talks).toMatchObject({ recurring: false, datedByStart: true });
    expect(outcomes.drawn?.adjectives).toEqual(["drawn"]);
    expect(outcomes.failed?.nouns).toContain("failure");
  });

  test("is the built-in one alone in the next knowledge base", () => {
    expect(codes(load("events: { a: { type: rite, name: A } }").problems)).toEqual(["unknown-vocabulary"]);
  });
});

describe("several knowledge bases", () => {
  const first = sound(
    "knowledgeBase: { title: First }\nentities: { a: { type: group, name: A1 }, b: { type: group, name: B1 } }",
  );
  const { knowledge: second } = loadKnowledge([
    {
      file: "second.yaml",
      text: "knowledgeBase: { title: Second }\nevents: { b: { type: talks, name: B2 } }\nvocabulary: { eventTypes: { rite: {} } }",
    },
  ]);
  const merged = mergeKnowledge([first, second]);

  test("have the later one's entry for an id that both have, in whichever map", () => {
    expect([...merged.entities.keys()]).toEqual(["a"]);
    expect(merged.events.get("b")?.name).toBe("B2");
    expect(merged.vocabulary.eventTypes).toHaveProperty("rite");
  });

  test("tell which one speaks", () => {
    expect(baseOf(merged, merged.entities.get("a")!)?.title).toBe("First");
    expect(baseOf(merged, merged.events.get("b")!)?.title).toBe("Second");
  });

  test("are nothing at all when there are none", () => {
    expect(mergeKnowledge([])).toMatchObject({ bases: [], version: expect.any(String) });
  });
});

describe("a knowledge base that comes after another", () => {
  const before = sound(`
sources: { log: { title: The log } }
entities:
  arvo: { type: country, name: Arvo }
  north: { type: place, name: North, partOf: shore }
  shore: { type: place, name: Shore }
events: { truce: { type: ceasefire, name: Truce, follows: [war] }, war: { type: war, name: War } }
vocabulary: { eventTypes: { rite: { terms: [rite] } } }
`);
  const loadAfter = (text: string) => loadKnowledge([{ file: "after.yaml", text }], { before });

  test("may use its ids, its sources and its words", () => {
    const { knowledge, problems } = loadAfter(
      "events: { a: { type: rite, name: A, place: north, participants: { host: [arvo] }, follows: [truce], evidence: [ { source: log } ] } }",
    );
    expect(problems).toEqual([]);
    const merged = mergeKnowledge([before, knowledge]);
    expect([...merged.events.keys()]).toEqual(["truce", "war", "a"]);
    expect(merged.vocabulary.eventTypes.rite).toEqual(before.vocabulary.eventTypes.rite);
  });

  test("may not use them for what they are not, nor ids that nobody has", () => {
    const { problems } = loadAfter(
      "events: { a: { type: talks, name: A, place: truce, participants: { host: [arvoo, nobody] } } }",
    );
    expect(codes(problems)).toEqual(["wrong-kind", "dangling-id", "dangling-id"]);
    expect(problems[1]?.fix?.title).toBe("Replace by `arvo`");
  });

  test("may have an entry of the same id, which is what is meant from then on", () => {
    const { knowledge, problems } = loadAfter(
      "entities: { truce: { type: agreement, name: Truce }, a: { type: concept, name: A, partOf: truce } }",
    );
    expect(problems).toEqual([]);
    expect(mergeKnowledge([before, knowledge]).entities.get("truce")?.type).toBe("agreement");
  });

  test("closes no cycle through it", () => {
    const { knowledge, problems } = loadAfter(
      "entities: { shore: { type: place, name: Shore, partOf: north } }\nevents: { war: { type: war, name: War, partOf: truce, follows: [truce, war] } }",
    );
    expect(codes(problems)).toEqual(["cycle", "cycle", "cycle"]);
    expect(problems.map(({ origin }) => origin.file)).toEqual(Array(3).fill("after.yaml"));
    const merged = mergeKnowledge([before, knowledge]);
    expect(merged.entities.get("shore")?.partOf).toBeUndefined();
    expect(merged.events.get("war")).toMatchObject({ partOf: "truce", follows: [] });
  });

  test("is another one alone", () => {
    const text = "entities: { a: { type: place, name: A, partOf: north } }";
    const alone = load(text);
    expect(codes(alone.problems)).toEqual(["dangling-id"]);
    expect(loadAfter(text).knowledge.version).not.toBe(alone.knowledge.version);
    expect(loadAfter(text).contents).not.toBe(alone.contents);
  });
});

describe("the version", () => {
  const version = (...texts: string[]) => load(...texts).knowledge.version;

  test("is the same for the same content and another for another", () => {
    const text = "entities: { a: { type: group, name: A } }";
    expect(version(text)).toBe(version(text));
    expect(version(text)).not.toBe(version(text.replace("A }", "B }")));
    expect(version(text, "")).not.toBe(version(text));
    expect(version("ab", "c")).not.toBe(version("a", "bc"));
  });
});

describe("what is written out", () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((each) => each.trim() !== "" && !each.includes("\uFFFD"));
  const id = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((each) => /^[^\s\0\uFEFF\uFFFD]+$/u.test(each));
  const names = fc.record({
    name: text,
    aliases: fc.array(text),
    abbreviation: fc.oneof(text, fc.array(text, { minLength: 1 })),
  });
  const worlds = fc.dictionary(id, names, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

  test.each([
    ["as YAML", (value: unknown) => dump(value)],
    ["as JSON", (value: unknown) => JSON.stringify(value)],
  ])("%s is read back as it was", (_, format) => {
    fc.assert(
      fc.property(worlds, (world) => {
        const entities = Object.fromEntries(
          Object.entries(world).map(([key, value]) => [key, { type: "group", ...value }]),
        );
        const read = sound(format({ entities })).entities;
        expect([...read.keys()].sort()).toEqual(Object.keys(world).sort());
        for (const [key, { name, aliases, abbreviation }] of Object.entries(world)) {
          const abbreviations = [abbreviation].flat();
          expect(read.get(key)).toMatchObject({ name, aliases, abbreviations });
        }
      }),
    );
  });
});

describe("whatever the files hold", () => {
  const fragment = fc.constantFrom(
    ..."entities:|events:|vocabulary:|  a:|  b: |    name: |type: place|{|}|[|]|\"|'|: |- |, |&a |*a |\n|\r\n|\t|#|---\n|\uFEFF|\0|%YAML|!!x |>|?|é|x".split(
      "|",
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join("")),
  );

  test("loading survives, and every problem lies in its file", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { origin } of load(text).problems) {
          expect(origin.span.start).toBeGreaterThanOrEqual(0);
          expect(origin.span.end).toBeGreaterThanOrEqual(origin.span.start);
          expect(origin.span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a sound entry outlives a broken one before it", () => {
    const line = fc.string({ unit: "binary-ascii" }).map((text) => text.replace(/[\r\n]/g, " "));
    fc.assert(
      fc.property(line, (value) => {
        const text = `entities:\n  a:\n    type: place\n    name: ${value}\n  b: { type: place, name: B }\n`;
        fc.pre(!/[\0&*|>]/.test(value));
        expect([...load(text).knowledge.entities.keys()]).toContain("b");
      }),
      { numRuns: 300 },
    );
  });
});
