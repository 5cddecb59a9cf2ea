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

function compile(loaded: LoadedBase): Uint8Array {
  const digestOf = (file: string) => readText(file) && "digest";
  return finish(compileBase(loaded, { stamp: STAMP, checksum: sum, digestOf }))!;
}

function reopen(loaded: LoadedBase, files: readonly KnowledgeFile[]): LoadedBase {
  return openBase(compile(loaded), STAMP, sum)!.load(files);
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
  expect(opened.files).toEqual(loaded.files);
  expect(opened.contents).toBe(loaded.contents);
}

describe("a compiled knowledge base", () => {
  test("is what was compiled", () => {
    fc.assert(
      fc.property(anyKnowledgeFiles, (files) => {
        const loaded = load(files);
        expectSame(reopen(loaded, files), loaded);
      }),
      { numRuns: 300 },
    );
  });
});
