import fc from "fast-check";
import { expect, test } from "vitest";
import { Ancestry } from "../../../server/src/knowledge-base/exchange/ancestry.ts";
import { IdTable } from "../../../server/src/knowledge-base/exchange/id-table.ts";

test("a table of ids knows which id came when and what it is", () => {
  const ids = new IdTable();
  expect([ids.add("a", "person"), ids.add("b", "event"), ids.add("a", "place")]).toEqual([0, 1, undefined]);
  expect([ids.find("a"), ids.find("b"), ids.find("c"), ids.count]).toEqual([
    { number: 0, kind: "person" },
    { number: 1, kind: "event" },
    undefined,
    2,
  ]);
});

test("hundreds of thousands of like ids are told apart", () => {
  const ids = new IdTable();
  for (let i = 0; i < 300_000; i++)
    if (ids.add(`NK-${i.toString(36)}`, "person") !== i) throw new Error(`${i}`);
  for (let i = 0; i < 300_000; i += 997) expect(ids.find(`NK-${i.toString(36)}`)?.number).toBe(i);
  expect(ids.find("NK-")).toBeUndefined();
});

test("no chain of links is left that leads back to where it began, and no link is taken without need", () => {
  const links = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 40 });
  fc.assert(
    fc.property(links, (pairs) => {
      const chain = new Ancestry();
      const first = new Map<number, number>();
      for (const [from, to] of pairs) {
        expect(chain.add(from, to, 12)).toBe(!first.has(from));
        if (!first.has(from)) first.set(from, to);
      }
      const broken = chain.breakCycles();
      const standing = [...first].filter(([from, to]) => chain.has(from, to));
      expect(first.size - standing.length).toBe(broken);
      const next = new Map(standing);
      for (const start of next.keys()) {
        let steps = 0;
        for (let at: number | undefined = start; at !== undefined; at = next.get(at))
          expect(steps++).toBeLessThan(13);
      }
      // Each link that was taken away would close a circle again.
      for (const [from, to] of first) {
        if (chain.has(from, to)) continue;
        let at: number | undefined = to;
        while (at !== undefined && at !== from) at = next.get(at);
        expect(at).toBe(from);
      }
    }),
  );
});
