import fc from "fast-check";
import { expect, test } from "vitest";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { mergeKnowledge } from "../../server/src/knowledge-base/merge.ts";
import { anyKnowledgeFiles } from "../support/any-knowledge.ts";

const KINDS = ["sources", "entities", "events", "claims", "figures"] as const;

test("any knowledge bases merge into what the last of each id says", () => {
  fc.assert(
    fc.property(fc.array(anyKnowledgeFiles, { minLength: 2, maxLength: 4 }), (bases) => {
      const list = bases.map((files) => loadKnowledge(files).knowledge);
      const merged = mergeKnowledge(list);
      const speakers = new Map<string, Knowledge>();
      for (const knowledge of list)
        for (const kind of KINDS) for (const id of knowledge[kind].keys()) speakers.set(id, knowledge);
      for (const kind of KINDS) {
        const standing = list.flatMap((knowledge) =>
          [...knowledge[kind]].filter(([id]) => speakers.get(id) === knowledge),
        );
        const map: ReadonlyMap<string, unknown> = merged[kind];
        expect([...map]).toEqual(standing);
        expect([...map.keys()]).toEqual(standing.map(([id]) => id));
        expect([...map.values()]).toEqual(standing.map(([, entry]) => entry));
        expect(map.size).toBe(standing.length);
        const known = new Map<string, unknown>(standing);
        for (const id of [...speakers.keys(), "nowhere"]) {
          expect(map.get(id)).toBe(known.get(id));
          expect(map.has(id)).toBe(known.has(id));
        }
      }
    }),
    { numRuns: 60 },
  );
});
