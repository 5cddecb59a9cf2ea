import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileBase } from "../../server/src/knowledge-base/cache/compile.ts";
import { openBase } from "../../server/src/knowledge-base/cache/open.ts";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import {
  type KnowledgeFile,
  type LoadedBase,
  loadKnowledge,
} from "../../server/src/knowledge-base/loading/load.ts";
import { finish } from "../../server/src/service.ts";
import { anyKnowledgeFiles, LOG } from "../support/any-knowledge.ts";

const STAMP = "the same program, the same content";
const readText = (file: string) => (file.endsWith("log.txt") ? LOG : undefined);
const sum = (bytes: Uint8Array) => createHash("md5").update(bytes).digest();
const load = (files: readonly KnowledgeFile[]) => loadKnowledge(files, { readText });

const FILES = [
  {
    file: "kb/islands.yaml",
    text: `
knowledgeBase: { title: The islands }
sources:
  log: { title: The log, text: log.txt }
  lost: { title: The lost book, text: ../lost.txt }
  # aide-memoire-disable-next-line missing-text
  gone: { title: The other lost book, text: gone.txt }
entities:
  arvo: { type: country, name: Arvo, exists: 1921/.. }
  constructor: { type: person, name: Cass Tructor, country: arvo }
  étang: { type: place, name: L’Étang, country: { of: arvo, during: ../1999 } }
events:
  truce:
    type: ceasefire
    name: Étang truce
    date: 2021-05-04
    participants: { party: [arvo], constructor: [constructor], host: [] }
    openRoles: [constructor]
  broken: { type: ceasefire, name: Broken, date: soon }
  arvo: { type: talks, name: Twice }
vocabulary:
  participantRoles: { constructor: { titles: [builder] } }
`,
  },
];

function compile(loaded: LoadedBase): Uint8Array {
  const digestOf = (file: string) => readText(file) && "digest";
  return finish(compileBase(loaded, { stamp: STAMP, checksum: sum, digestOf }))!;
}

function open(bytes: Uint8Array, files: readonly KnowledgeFile[]): LoadedBase {
  return openBase(bytes, STAMP, sum)!.load(files, readText);
}

/** A knowledge as plain values: its maps as lists of pairs. */
function plain(knowledge: Knowledge) {
  const { sources, entities, events, claims, figures } = knowledge;
  return {
    ...knowledge,
    ...{ sources: [...sources], entities: [...entities], events: [...events] },
    ...{ claims: [...claims], figures: [...figures] },
  };
}

function expectSame(opened: LoadedBase, loaded: LoadedBase): void {
  expect(plain(opened.knowledge)).toEqual(plain(loaded.knowledge));
  expect(opened.problems).toEqual(loaded.problems);
  expect(opened.known).toEqual(loaded.known);
  expect(opened.files).toEqual(loaded.files);
  expect(opened.contents).toBe(loaded.contents);
}

describe("what is opened", () => {
  test("is what was compiled, whatever is in it and whatever is wrong with it", () => {
    fc.assert(
      fc.property(anyKnowledgeFiles, (files) => {
        const loaded = load(files);
        expectSame(open(compile(loaded), files), loaded);
      }),
      { numRuns: 100 },
    );
  });

  test("is what the same files are elsewhere", () => {
    fc.assert(
      fc.property(anyKnowledgeFiles, fc.constantFrom("", "file:///w%20x/", "/home/kb/"), (files, folder) => {
        const there = files.map(({ file, text }) => ({ file: folder + file, text }));
        expectSame(open(compile(load(files)), there), load(there));
      }),
      { numRuns: 100 },
    );
  });

  test("tells the texts of sources that it rests on, as they are called where it is opened", () => {
    const names = ["file:///other/islands.yaml"];
    expect(openBase(compile(load(FILES)), STAMP, sum)!.sourceTexts(names)).toEqual([
      { file: "file:///other/log.txt", digest: "digest" },
      { file: "file:///lost.txt", digest: undefined },
      { file: "file:///other/gone.txt", digest: undefined },
    ]);
  });

  test("has what is known to be wrong with it as well", () => {
    expect(load(FILES).known.map(({ code }) => code)).toEqual(["missing-text"]);
    expectSame(open(compile(load(FILES)), FILES), load(FILES));
  });

  test("asks for no text of a file until somebody works on the text", () => {
    let asked = 0;
    const lazy = FILES.map(({ file, text }) => ({
      file,
      get text() {
        asked++;
        return text;
      },
    }));
    const opened = open(compile(load(FILES)), lazy);
    expect(opened.knowledge.entities.get("arvo")?.name).toBe("Arvo");
    expect(opened.problems.map(({ code }) => code)).toEqual(load(FILES).problems.map(({ code }) => code));
    expect(asked).toBe(0);
    expect(opened.files).toEqual(load(FILES).files);
    expect(asked).toBe(1);
    expect(opened.files).toBe(opened.files);
  });

  test("has maps that behave as maps do", () => {
    const { entities, events } = open(compile(load(FILES)), FILES).knowledge;
    expect(entities.size).toBe(3);
    expect([...entities.keys()]).toEqual(["arvo", "constructor", "étang"]);
    expect(
      ["constructor", "étang", "truce", "toString", "", "étan", "étang "].map((id) => entities.has(id)),
    ).toEqual([true, true, false, false, false, false, false]);
    expect(entities.get("étang")).toBe(entities.get("étang"));
    expect([...entities.values()][2]).toBe(entities.get("étang"));
    const seen: unknown[] = [];
    events.forEach((event, id, map) => {
      seen.push([event.name, id, map === events]);
    });
    expect(seen).toEqual([["Étang truce", "truce", true]]);
  });

  test("has records in which no word is by accident", () => {
    const { events, vocabulary } = open(compile(load(FILES)), FILES).knowledge;
    const { participants, stages } = events.get("truce")!;
    expect(participants.constructor).toEqual(["constructor"]);
    for (const record of [participants, stages, vocabulary.participantRoles]) {
      expect(Object.getPrototypeOf(record)).toBeNull();
      expect("toString" in record).toBe(false);
    }
  });
});

describe("what is not to be trusted is not opened:", () => {
  const bytes = compile(load(FILES));
  const isOpened = (some: Uint8Array, stamp = STAMP) => openBase(some, stamp, sum) !== undefined;

  test("bytes of which any one is another", () => {
    expect(isOpened(bytes)).toBe(true);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1 << (at % 8);
      if (isOpened(damaged)) expect.fail(`byte ${at}`);
    }
  });

  test("bytes that are cut off, or continued", () => {
    for (let length = 0; length < bytes.length; length++)
      if (isOpened(bytes.slice(0, length))) expect.fail(`${length} bytes`);
    expect(isOpened(Uint8Array.of(...bytes, 0))).toBe(false);
    expect(isOpened(new Uint8Array(bytes.length))).toBe(false);
  });

  test("another content, or what another program has made of it", () => {
    expect(isOpened(bytes, `${STAMP}.`)).toBe(false);
  });

  test("another version of the format, though it is sound", () => {
    const later = bytes.slice();
    later[8]!++;
    later.set(sum(later.subarray(0, -16)), later.length - 16);
    expect(isOpened(later)).toBe(false);
  });

  test("but where they lie in memory does not matter", () => {
    const room = new Uint8Array(bytes.length + 3);
    room.set(bytes, 3);
    expectSame(open(room.subarray(3), FILES), load(FILES));
  });
});
