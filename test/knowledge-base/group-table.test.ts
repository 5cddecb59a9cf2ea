import fc from "fast-check";
import { expect, test } from "vitest";
import { groupTable } from "../../server/src/knowledge-base/group-table.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { finish } from "../../server/src/knowledge-base/steps.ts";

const { knowledge } = loadKnowledge([{ file: "kb.yaml", text: "entities: {}\n" }]);

test("a table of groups has for each key the numbers that were added, in their order", () => {
  const pair = fc.tuple(fc.oneof(fc.constantFrom("", "a", "__proto__"), fc.string()), fc.nat(1000));
  fc.assert(
    fc.property(fc.array(pair), fc.string(), (pairs, stranger) => {
      const kind = groupTable("any", function* (_, add) {
        for (const [key, number] of pairs) add(key, number);
        yield;
      });
      const table = kind.open(finish(kind.make(knowledge)), knowledge);
      expect(table.keys).toEqual([...new Set(pairs.map(([key]) => key))]);
      for (const wanted of [...table.keys, stranger])
        expect([...table.of(wanted)]).toEqual(
          pairs.flatMap(([key, number]) => (key === wanted ? [number] : [])),
        );
    }),
  );
});
