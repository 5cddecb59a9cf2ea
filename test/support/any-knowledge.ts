import fc from "fast-check";
import type { KnowledgeFile } from "../../server/src/knowledge-base/loading/load.ts";
import { anyKnowledge } from "./any-sound-knowledge.ts";

// Any knowledge base as the text of its files: sound, or damaged in places, with the ids, words and texts that programs
// stumble over.

/** The text of the source `log`; there is none of any other. */
export const LOG = "They said “No” – twice. Nobody was there.";

/** What is written for ids, words and texts of the sound knowledge base. */
const NAMES: ReadonlyMap<unknown, string> = new Map([
  ["a-place", "__proto__"],
  ["a-person", "\uD800"],
  ["a-country", "constructor"],
  ["a-source", "valueOf"],
  ["an-event", "toString"],
  ["any-entity-0", "x".repeat(300)],
  ["any-entity-1", "été"],
  ["any-event-0", "𝒜"],
  ["any-claim-0", "hasOwnProperty"],
  ["any-figure-0", "日本"],
  ["participant", "constructor"],
  ["party", "__proto__"],
  ["ownWord", "toString"],
  ["two\nlines", "\uFEFF".padEnd(90, "x")],
  [" padded ", "half \uDC00 a character"],
  ["#", "long ".repeat(60)],
]);

const FIXED = {
  sources: { log: { title: "The log", text: "log.txt" } },
  entities: {
    witness: {
      type: "person",
      name: "A Witness",
      evidence: [{ source: "log", quote: "“No” – twice" }],
    },
  },
  figures: { nothing: { of: "witness", label: "what is left", value: [-0, 1e300], unit: "quay" } },
};
const WORDS = { participantRoles: { participant: {}, party: { titles: ["heir"] } } };

type Entry = readonly [map: string, id: string, value: unknown];

/** What can be wrong with an entry: it is gone, it is there twice, a value of it is not as the format has it. */
type Damage = (entry: Entry) => Entry[];
const spoilt =
  (change: object): Damage =>
  ([map, id, value]) => [[map, id, { ...(value as object), ...change }]];
const damage = fc.constantFrom<Damage>(
  () => [],
  (entry) => [entry, entry],
  ([map, id]) => [[map, id, null]],
  ([map, id, value]) => [[map, `${id}?`, value]],
  spoilt({ evidence: [{ source: "nowhere" }, { source: "log", quote: "Somebody was there." }] }),
  spoilt({ date: "2021-02-30", during: "4 May", exists: "soon" }),
  spoilt({ partOf: "a-plaec", of: "nobody", subject: ["war", "an-event"] }),
  spoilt({ type: "thing", predicate: "likes" }),
  spoilt({ neme: "Port Kess", title: 3 }),
  spoilt({ text: "sources/lost.txt" }),
);

const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

/** The files of a knowledge base, by name. */
export const anyKnowledgeFiles: fc.Arbitrary<KnowledgeFile[]> = fc
  .record({
    sound: anyKnowledge(),
    /** For each entry, the number of its file. */
    places: fc.infiniteStream(fc.nat({ max: 2 })),
    files: fc.integer({ min: 1, max: 3 }),
    damages: rarely(fc.array(fc.tuple(fc.nat(), damage), { maxLength: 3 })),
    junk: rarely(fc.tuple(fc.nat(), fc.constantFrom("\n  }\n", "{", "\t- :", ' "', "cut"))),
  })
  .map(({ sound, places, files, damages, junk }) => {
    const { knowledgeBase, vocabulary, ...maps } = sound;
    const entries = [maps, FIXED].flatMap(entriesOf).flatMap((entry, i, all) => {
      const [, damaged] = damages?.find(([at]) => at % all.length === i) ?? [];
      return damaged?.(entry) ?? [entry];
    });
    const parts = Array.from({ length: files }, (): Entry[] => []);
    for (const entry of entries) parts[places.next().value! % files]!.push(entry);
    const texts = parts.map(mapsOf);
    const words = mapsOf([...entriesOf(WORDS), ...entriesOf(vocabulary ?? {})]);
    texts[0] += `vocabulary:\n${words.replace(/^/gm, "  ")}\n`;
    if (knowledgeBase !== undefined) texts[0] += `knowledgeBase: ${json(knowledgeBase)}\n`;
    if (junk !== null) texts[0] = withJunk(texts[0]!, ...junk);
    return texts.map((text, i) => ({ file: ["kb/a.yaml", "kb/b c.yaml", "kb/deep/a.yaml"][i]!, text }));
  });

function entriesOf(maps: object): Entry[] {
  return Object.entries(maps).flatMap(([map, entries]) =>
    Object.entries(entries).map(([id, value]): Entry => [map, id, value]),
  );
}

function withJunk(text: string, at: number, junk: string): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + (junk === "cut" ? "" : junk + text.slice(place));
}

/** Maps of entries, a line each, their values in the manner of JSON. */
function mapsOf(entries: readonly Entry[]): string {
  const maps = [...new Set(entries.map(([map]) => map))];
  return maps
    .map((map) => {
      const own = entries.filter(([each]) => each === map);
      return `${map}:${own.map(([, id, value]) => `\n  ${json(id)}: ${json(value)}`).join("")}\n`;
    })
    .join("");
}

function json(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(json).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map((pair) => pair.map(json).join(": "))
      .join(", ")}}`;
  }
  if (Object.is(value, -0)) return "-0";
  return JSON.stringify(NAMES.get(value) ?? value);
}
