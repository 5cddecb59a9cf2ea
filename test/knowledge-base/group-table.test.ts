import fc from "fast-check";
import { expect, test } from "vitest";
import { groupTable } from "../../server/src/knowledge-base/group-table.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { finish } from "../../server/src/knowledge-base/steps.ts";

const { knowledge } = loadKnowledge([{ file: "kb.yaml", text: "entities: {}\n" }]);

test("a table of groups has for each key the numbers of the entries that have it, in their order", () => {
  const key = fc.oneof(fc.constantFrom("", "a", "__proto__"), fc.string());
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(key, { maxLength: 4 })), fc.string(), (keys, stranger) => {
      const kind = groupTable({
        name: "any",
        of: "claims",
        *keysOf() {
          let number = 0;
          return () => keys[number++]!;
        },
      });
      const claims: ReadonlyMap<string, never> = new Map(keys.map((_, i) => [`claim-${i}`, {} as never]));
      const table = kind.open(finish(kind.make({ ...knowledge, claims })), knowledge);
      expect(new Set(table.keys)).toEqual(new Set(keys.flat()));
      for (const wanted of [...table.keys, stranger])
        expect([...table.of(wanted)]).toEqual(
          keys.flatMap((own, number) => (own.includes(wanted) ? [number] : [])),
        );
    }),
  );
});
