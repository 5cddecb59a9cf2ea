import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TABLES } from "../../server/src/features/tables.ts";
import { changeBetween } from "../../server/src/knowledge-base/change.ts";
import { numberedKeys } from "../../server/src/knowledge-base/computed-map.ts";
import { GroupTable } from "../../server/src/knowledge-base/group-table.ts";
import { withHouseNames } from "../../server/src/knowledge-base/house-names.ts";
import type { Entity, Event, Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { mergeKnowledge } from "../../server/src/knowledge-base/merge.ts";
import { allNames } from "../../server/src/knowledge-base/names/name.ts";
import { NAMES } from "../../server/src/knowledge-base/names/name-rows.ts";
import { NameTable, NO_WORD } from "../../server/src/knowledge-base/names/name-table.ts";
import { initialsOf, NEAR_NAMES, NearTable } from "../../server/src/knowledge-base/names/near-table.ts";
import { spellingKeys } from "../../server/src/knowledge-base/names/spellings.ts";
import { follow, type TableKind, tableOf, tablesOf } from "../../server/src/knowledge-base/tables.ts";
import { finish } from "../../server/src/service.ts";

/** Words that are spelt in several ways, stand in names of events too, and begin others. */
const WORDS =
  "Arvo Béla Bela Mueller Müller Muhammad Mohammed Usama Abd al Rahman Abdulrahman IRA of the talks Doha".split(
    " ",
  );
const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "));
const ids = Array.from({ length: 6 }, (_, i) => `a${i}`);
const actor = fc.record(
  {
    type: fc.constantFrom("person", "organization", "country", "place"),
    name,
    aliases: fc.array(name, { maxLength: 2 }),
    partOf: fc.constantFrom(...ids),
    distinctFrom: fc.constantFrom(...ids),
    roles: fc.constantFrom([{ title: "Minister of Trade", of: "a0" }], [{ title: "Mayor", of: "a1" }]),
  },
  { requiredKeys: ["type", "name"] },
);
const event = fc.record(
  {
    type: fc.constantFrom("talks", "ceasefire", "election"),
    name,
    aliases: fc.array(name, { maxLength: 2 }),
    place: fc.constantFrom(...ids),
    participants: fc.constantFrom(...ids).map((party) => ({ party })),
    date: fc.constantFrom("2001-02-03", "2011-05"),
  },
  { requiredKeys: ["type", "name"] },
);
const claim = fc.record({
  subject: fc.constantFrom(...ids),
  predicate: fc.constantFrom("supports", "controls"),
  object: fc.constantFrom(...ids),
  statement: name,
  status: fc.constantFrom("established", "contested"),
});
const entriesOf = (letter: string, one: fc.Arbitrary<object>) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(5), one), { maxLength: 6, selector: ([number]) => number })
    .map((all) => Object.fromEntries(all.map(([number, value]) => [`${letter}${number}`, value])));
const anyBase = fc.record({
  entities: entriesOf("a", actor),
  events: entriesOf("e", event),
  claims: entriesOf("c", claim),
});
type Base = Readonly<Record<"entities" | "events" | "claims", Readonly<Record<string, object>>>>;

function knowing(base: Base, file = "kb.yaml"): Knowledge {
  return loadKnowledge([{ file, text: JSON.stringify(base) }]).knowledge;
}

/** Another base, in which most is as in this one. */
const changed = (base: Base): fc.Arbitrary<Base> =>
  fc.tuple(anyBase, fc.infiniteStream(fc.nat(3))).map(([other, coins]) => {
    const some = (own: Readonly<Record<string, object>>, others: Readonly<Record<string, object>>) => {
      const kept = Object.entries(own).filter(() => coins.next().value !== 0);
      const come = Object.entries(others).filter(() => coins.next().value === 0);
      return Object.fromEntries(coins.next().value === 0 ? [...come, ...kept] : [...kept, ...come]);
    };
    return {
      entities: some(base.entities, other.entities),
      events: some(base.events, other.events),
      claims: some(base.claims, other.claims),
    };
  });

/** All that a table answers, in words. */
function answersOf(table: unknown, knowledge: Knowledge): unknown {
  const names = [...allNames(knowledge)];
  const words = [
    ...new Set(
      [...names.flatMap(({ keys }) => keys), ...WORDS].flatMap((word) => [word, ...spellingKeys(word)]),
    ),
  ];
  if (table instanceof GroupTable) return table.keys.map((key) => [key, ...table.of(key)]).sort();
  if (table instanceof NameTable) {
    const number = (word: string) => table.words.numberOf(word);
    const begins = (["entity", "event", "spelt"] as const).map((of) =>
      words.filter((word) => table.begins(number(word), of)),
    );
    const pairs = words.flatMap((first) => [undefined, ...words].map((second) => [first, second] as const));
    const opened = pairs.flatMap(([first, second]) => {
      const [one, two] = [number(first), second === undefined ? NO_WORD : number(second)];
      if (one < 0 || (second !== undefined && two < 0)) return [];
      const found = [table.named("entity", one, two), table.named("event", one, two), table.spelt(one, two)];
      return found.some((names) => names.length > 0) ? [[first, second, ...found]] : [];
    });
    return { size: table.size, begins, opened };
  }
  if (table instanceof NearTable) {
    const seats = names.flatMap(({ keys }) =>
      keys.flatMap((word, at) =>
        spellingKeys(word).map((key) => table.inSeat(key, { at, of: keys.length }, initialsOf(keys))),
      ),
    );
    return { seats, last: words.map((word) => table.withLastWord(word)) };
  }
  const forms = table as { readonly length: number; at(index: number): unknown };
  if ("at" in forms) return Array.from({ length: forms.length }, (_, i) => forms.at(i));
  return table;
}

function madeAnew(knowledge: Knowledge): Knowledge {
  return { ...knowledge };
}

describe("tables of knowledge that has changed", () => {
  test.each(TABLES.filter(({ patch }) => patch !== undefined))("answer as if made anew: $name", (kind) => {
    fc.assert(
      fc.property(
        anyBase.chain((base) => fc.tuple(fc.constant(base), changed(base))),
        ([one, other]) => {
          const [before, after] = [knowing(one), knowing(other)];
          const tables = finish(tablesOf(TABLES, before));
          const change = finish(changeBetween(before, after));
          const made = madeAnew(after);
          follow(after, before);
          const arrays = finish(kind.patch!(tables.get(kind.name)!, change));
          if (arrays === undefined) return;
          expect(answersOf(kind.open(arrays, after), after)).toEqual(answersOf(tableOf(kind, made), made));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("are those of all that were merged", () => {
    fc.assert(
      fc.property(anyBase, anyBase, (one, other) => {
        const bases = [knowing(one, "one.yaml"), knowing(other, "other.yaml")];
        for (const base of bases) finish(tablesOf(TABLES, base));
        const merged = mergeKnowledge(bases);
        for (const kind of TABLES) {
          const made = madeAnew(merged);
          expect(answersOf(tableOf(kind, merged), merged)).toEqual(answersOf(tableOf(kind, made), made));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("of what has changed", () => {
  const base = {
    entities: Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`a${i}`, { type: "person", name: `Arvo${i} Bela${i}` }]),
    ),
    events: Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [
        `e${i}`,
        { type: "talks", name: `Doha${i} talks`, place: `a${i}` },
      ]),
    ),
    claims: {},
  };
  const before = knowing(base);
  finish(tablesOf(TABLES, before));

  test("only those are looked at for names that are not what they were", () => {
    const looked = new Set<string>();
    const watched = <T extends Entity | Event>(entries: ReadonlyMap<string, T>) =>
      new Map(
        Array.from(entries, ([id, entry]) => {
          const get = (target: T, key: string) => {
            if (key === "name") looked.add(id);
            return Reflect.get(target, key);
          };
          return [id, new Proxy(entry, { get } as ProxyHandler<T>)];
        }),
      );
    const old = { ...before, entities: watched(before.entities), events: watched(before.events) };
    finish(tablesOf(TABLES, old));
    const actor = { ...before.entities.get("a7")!, name: "Usama Senna" };
    const after = { ...old, entities: new Map(old.entities).set("a7", actor) };
    follow(after, old);
    looked.clear();
    finish(tablesOf([NAMES, NEAR_NAMES], after));
    expect([...looked]).toEqual(["a7"]);
  });

  test("a table that somebody has begun is gone on with by the next who wants it", () => {
    const after = { ...before };
    const begun = tablesOf([NAMES], after);
    let steps = 0;
    while (begun.next().done !== true) steps++;
    const again = { ...before };
    const stopped = tablesOf([NAMES], again);
    for (let i = 0; i < steps - 1; i++) stopped.next();
    let rest = 0;
    for (const next = tablesOf([NAMES], again); next.next().done !== true; ) rest++;
    expect(steps).toBeGreaterThan(10);
    expect(rest).toBeLessThan(3);
  });

  test("a table whose making has failed is begun anew by the next who wants it", () => {
    let failures = 1;
    const kind: TableKind<number> = {
      name: "failing",
      *make() {
        yield;
        if (failures-- > 0) throw new Error("failed");
        return [new Uint8Array([7])];
      },
      open: ([numbers]) => numbers![0]!,
    };
    const knowledge = { ...before };
    expect(() => tableOf(kind, knowledge)).toThrow("failed");
    expect(tableOf(kind, knowledge)).toBe(7);
  });

  test("a house that prefers other names has the tables of the others patched", () => {
    const house = withHouseNames(before, { a7: "Usama Senna" });
    const made = madeAnew(house);
    for (const kind of TABLES)
      expect(answersOf(tableOf(kind, house), house)).toEqual(answersOf(tableOf(kind, made), made));
  });
});

test("a change says where each entry is now, and which are not what they were", () => {
  fc.assert(
    fc.property(
      anyBase.chain((base) => fc.tuple(fc.constant(base), changed(base))),
      ([one, other]) => {
        const [before, after] = [knowing(one), knowing(other)];
        const { entities } = finish(changeBetween(before, after));
        const [olds, news] = [before, after].map(({ entities }) => numberedKeys(entities));
        const stayed = [...entities.now].flatMap((now, old) => (now < 0 ? [] : [[old, now] as const]));
        for (const [old, now] of stayed) {
          expect(olds!.at(old)).toBe(news!.at(now));
          expect(one.entities[olds!.at(old)!]).toEqual(other.entities[news!.at(now)!]);
        }
        const all = [...stayed.map(([, now]) => now), ...entities.fresh].sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: after.entities.size }, (_, i) => i));
        expect(stayed.map(([, now]) => now)).toEqual(stayed.map(([, now]) => now).sort((a, b) => a - b));
      },
    ),
  );
});
