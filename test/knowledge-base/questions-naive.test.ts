import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileBase } from "../../server/src/knowledge-base/cache/compile.ts";
import { openBase } from "../../server/src/knowledge-base/cache/open.ts";
import type { Entity, Event, Fact, Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { holdsAt } from "../../server/src/knowledge-base/questions/at-a-time.ts";
import { type EventFilter, questionsOf } from "../../server/src/knowledge-base/questions.ts";
import { meaningsOf } from "../../server/src/knowledge-base/vocabulary/kinds.ts";
import { finish } from "../../server/src/service.ts";
import { fold } from "../../server/src/text/tokens.ts";
import { dayNumber } from "../../server/src/time/calendar.ts";
import { parseEdtf } from "../../server/src/time/edtf.ts";
import type { Interval, TimeValue } from "../../server/src/time/time.ts";
import { anyKnowledgeFiles } from "../support/any-knowledge.ts";

// Each answer from an index is what going through all entries gives.

const sum = () => new Uint8Array(16);

/** Any knowledge base, as it was loaded or as it was compiled and opened. */
const anyKnowledge = fc.tuple(anyKnowledgeFiles, fc.boolean()).map(([files, compiled]): Knowledge => {
  const loaded = loadKnowledge(files);
  if (!compiled) return loaded.knowledge;
  const bytes = finish(compileBase(loaded, { stamp: "", checksum: sum, digestOf: () => undefined }))!;
  return openBase(bytes, "", sum)!.load(files).knowledge;
});

const anyInterval: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: -100, max: 10_100 }), fc.integer({ min: 0, max: 800 }), fc.boolean())
  .map(([year, length, isDay]) => {
    const start = dayNumber(year, 1 + (length % 12), 1 + (length % 28));
    return { start, end: isDay ? start : start + length * 20 };
  });

const oneOf = (...ids: string[]) => fc.constantFrom(...ids);
const party = oneOf("arvo", "pia", "odo");
const role = oneOf("party", "mediator");
const outcome = oneOf("failed", "succeeded");
const DATES = ["2001", "2001-05-04", "2001-05-05", "2000/2003", "2002-01-01/..", "../2001-05-04", "2003-02"];
const days: fc.Arbitrary<Interval> = oneOf(...DATES, "2001-05", "2003-03-01").map(
  (text) => parseEdtf(text) as TimeValue,
);

/** Events among few actors and places on few days, so that many are alike. */
const eventWorlds = fc
  .array(
    fc.record(
      {
        type: oneOf("agreement", "ceasefire", "talks", "treaty"),
        name: fc.constant("An event"),
        date: oneOf(...DATES),
        place: fc.array(oneOf("kess", "coast", "arvo"), { minLength: 1, maxLength: 2 }),
        participants: fc.dictionary(role, fc.array(party, { maxLength: 2 })),
        about: fc.array(oneOf("act", "war"), { maxLength: 2 }),
        partOf: oneOf("war", "other"),
        outcome,
      },
      { requiredKeys: ["type", "name"] },
    ),
    { maxLength: 24 },
  )
  .map((events) => {
    const numbered = Object.fromEntries(events.map((event, i) => [`event-${i}`, event]));
    const world = {
      entities: {
        arvo: { type: "country", name: "Arvo" },
        coast: { type: "place", name: "Coast", country: "arvo" },
        kess: { type: "place", name: "Kess", partOf: "coast" },
        pia: { type: "person", name: "Pia" },
        odo: { type: "person", name: "Odo" },
        act: { type: "document", name: "Act" },
      },
      events: { war: { type: "war", name: "War" }, other: { type: "war", name: "Other" }, ...numbered },
    };
    const { knowledge, problems } = loadKnowledge([{ file: "world.yaml", text: JSON.stringify(world) }]);
    expect(problems).toEqual([]);
    return knowledge;
  });

const byDay = (a: number, b: number) => (a < b ? -1 : Number(a > b));
const all = (knowledge: Knowledge): Fact[] => [
  ...knowledge.entities.values(),
  ...knowledge.events.values(),
  ...knowledge.claims.values(),
  ...knowledge.figures.values(),
];
const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const share = (a: Interval | undefined, b: Interval) =>
  a !== undefined && a.start <= b.end && b.start <= a.end;

/** Everything that it speaks of, so that most questions have answers. */
function wordsOf(knowledge: Knowledge) {
  const entities = [...knowledge.entities.values()];
  const events = [...knowledge.events.values()];
  return {
    ids: [...knowledge.sources.keys(), ...idsOf(all(knowledge)), "nowhere"],
    titles: entities.flatMap(({ roles }) => roles.flatMap(({ title, aliases }) => [title, ...aliases])),
    names: [...entities, ...events].flatMap((entry) => textsOf(entry)),
  };
}

function textsOf(entry: Entity | Event): string[] {
  const { name, aliases, abbreviations, identifiers, discouraged, misnomers } = entry;
  const bad = [...discouraged, ...misnomers].map(({ form }) => form);
  const own = entry.kind === "entity" ? [...entry.weakAliases, ...entry.demonyms, ...entry.metonyms] : [];
  return [name, ...aliases, ...abbreviations, ...identifiers, ...own, ...bad];
}

function ask(asking: (knowledge: Knowledge, on: Interval) => void): void {
  fc.assert(
    fc.property(anyKnowledge, anyInterval, (knowledge, on) => asking(knowledge, on)),
    { numRuns: 120 },
  );
}

describe("as if all entries were gone through:", () => {
  test("who is called so", () => {
    const key = (text: string) => fold(text).trim().replace(/\s+/g, " ");
    ask((knowledge) => {
      const { names } = wordsOf(knowledge);
      for (const name of names) {
        const called = [...knowledge.entities.values(), ...knowledge.events.values()].flatMap((entry) =>
          textsOf(entry)
            .filter((text) => key(text) === key(name))
            .map(() => entry.id),
        );
        expect(
          questionsOf(knowledge)
            .named(name)
            .map(({ entry }) => entry.id),
        ).toEqual(called);
      }
    });
  });

  test("who holds an office", () => {
    ask((knowledge, on) => {
      const { titles, ids } = wordsOf(knowledge);
      const tenures = [...knowledge.entities.values()].flatMap((holder) =>
        holder.roles.map((role) => ({ holder: holder.id, role })),
      );
      const told = (some: readonly { holder: Entity; role: object }[]) =>
        some.map(({ holder, role }) => ({ holder: holder.id, role }));
      const questions = questionsOf(knowledge);
      for (const title of titles) {
        const titled = tenures.filter(({ role }) =>
          [role.title, ...role.aliases].map(fold).includes(fold(title)),
        );
        expect(told(questions.holdersOf(title))).toEqual(titled);
        const then = titled.filter(({ role }) => holdsAt(role.during, on) !== "no");
        expect(told(questions.officeHolders(title, { on }))).toEqual(then);
        const acting = then.filter(({ role }) => role.acting && questions.isWithin(role.of, "constructor"));
        const filter = { of: "constructor", within: true, acting: true, on };
        expect(told(questions.officeHolders(title, filter))).toEqual(acting);
      }
      for (const id of ids) {
        const ofBody = tenures.filter(({ role }) => role.of === id && holdsAt(role.during, on) !== "no");
        expect(told(questions.officesOf(id, { on }))).toEqual(ofBody);
      }
    });
  });

  test("who belongs where", () => {
    ask((knowledge, on) => {
      const entities = [...knowledge.entities.values()];
      const belonging = (key: "country" | "memberOf", to: string) =>
        entities.flatMap((entity) =>
          entity[key]
            .filter(({ of, during }) => of === to && holdsAt(during, on) !== "no")
            .map(({ during }) => [entity.id, holdsAt(during, on)]),
        );
      const questions = questionsOf(knowledge);
      for (const id of wordsOf(knowledge).ids) {
        const told = (some: readonly { member: Entity; holds: string }[]) =>
          some.map(({ member, holds }) => [member.id, holds]);
        expect(told(questions.membersOf(id, on))).toEqual(belonging("memberOf", id));
        expect(told(questions.belongingTo(id, on))).toEqual(belonging("country", id));
      }
    });
  });

  test("what speaks of what", () => {
    ask((knowledge) => {
      for (const id of wordsOf(knowledge).ids) {
        const speaking = all(knowledge).filter((entry) => {
          const { id: _, origin, ...values } = entry;
          return idsIn(values).includes(id);
        });
        const told = new Set(
          questionsOf(knowledge)
            .referencesTo(id)
            .map(({ entry }) => entry.id),
        );
        expect([...told]).toEqual(idsOf(speaking));
      }
    });
  });

  test("which events, by any of what is said of them", () => {
    const conditions: { [K in keyof EventFilter]-?: fc.Arbitrary<EventFilter[K]> } = {
      kind: oneOf("agreement", "ceasefire", "talks", "constructor"),
      place: oneOf("arvo", "coast", "kess", "pia"),
      parties: fc.array(fc.record({ id: party, role }, { requiredKeys: ["id"] }), { maxLength: 2 }),
      about: oneOf("act", "war"),
      partOf: oneOf("war", "other"),
      outcome,
      on: days,
    };
    const filters = fc.tuple(fc.record(conditions), fc.subarray(Object.keys(conditions), { maxLength: 3 }));
    fc.assert(
      fc.property(eventWorlds, fc.array(filters, { minLength: 20, maxLength: 20 }), (knowledge, list) => {
        for (const [filter, keys] of list) {
          const some = Object.entries(filter).filter(([key]) => keys.includes(key));
          expectEvents(knowledge, Object.fromEntries(some));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("which events on a day, before it and after it", () => {
    fc.assert(
      fc.property(eventWorlds, days, (knowledge, on) => {
        const questions = questionsOf(knowledge);
        const byStart = [...knowledge.events.values()]
          .filter(({ date }) => date !== undefined)
          .sort((a, b) => byDay(a.date!.start, b.date!.start));
        expect(idsOf(questions.eventsOn(on))).toEqual(idsOf(byStart.filter(({ date }) => share(date, on))));
        const coming = byStart.filter(({ date }) => date!.start > on.end);
        expect(idsOf(questions.nextEvents(on.end, {}, 99))).toEqual(idsOf(coming));
        expect(idsOf(questions.nextEvents(on.end))).toEqual(idsOf(coming.slice(0, 1)));
        expect(idsOf(questions.nextEvents(on.end, { outcome: "failed" }, 2))).toEqual(
          idsOf(coming.filter((event) => event.outcome === "failed").slice(0, 2)),
        );
        const past = byStart.filter(({ date }) => date!.end < on.start);
        past.sort((a, b) => byDay(a.date!.end, b.date!.end)).reverse();
        expect(idsOf(questions.latestEvents(on.start, {}, 99))).toEqual(idsOf(past));
        expect(idsOf(questions.latestEvents(on.start, { place: "arvo" }, 2))).toEqual(
          idsOf(past.filter(({ place }) => place.some((id) => questions.isWithin(id, "arvo"))).slice(0, 2)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("which claims and figures", () => {
    ask((knowledge, on) => {
      const claims = [...knowledge.claims.values()];
      const figures = [...knowledge.figures.values()];
      const questions = questionsOf(knowledge);
      for (const { predicate, subject } of claims) {
        for (const id of wordsOf(knowledge).ids) {
          const told = (...asked: Parameters<typeof questions.claims>) =>
            questions.claims(...asked).map(({ claim }) => claim.id);
          const fitting = claims.filter(
            (each) => each.object.includes(id) && holdsAt(each.during ?? each.date, on) !== "no",
          );
          expect(told({ object: id, on })).toEqual(idsOf(fitting));
          expect(told({ object: id, predicate, on })).toEqual(
            idsOf(fitting.filter((each) => each.predicate === predicate)),
          );
          expect(told({ subject: subject[0], object: id, holds: true })).toEqual(
            idsOf(
              claims.filter(
                (each) => each.subject.includes(subject[0]!) && each.object.includes(id) && each.holds,
              ),
            ),
          );
          expect(idsOf(questions.claimsAbout(id))).toEqual(
            idsOf(claims.filter((each) => [...each.subject, ...each.object].includes(id))),
          );
        }
      }
      for (const { label, of } of figures) {
        const fitting = figures.filter(
          (each) =>
            each.of === of &&
            [each.label, ...each.aliases]
              .map((text) => fold(text).trim().replace(/\s+/g, " "))
              .includes(fold(label).trim().replace(/\s+/g, " ")),
        );
        expect(questions.figures(label, of).map(({ figure }) => figure.id)).toEqual(idsOf(fitting));
        expect(idsOf(questions.figuresOf(of))).toEqual(idsOf(figures.filter((each) => each.of === of)));
      }
    });
  });
});

/** Texts anywhere in a value, and those that lead to one: ids among them. */
function idsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (ID_KEYS.has(key) ? idList(inner) : []));
}

const ID_KEYS = new Set(
  "country memberOf partOf formerly roles distinctFrom place participants about follows subject object attributedTo deniedBy of evidence".split(
    " ",
  ),
);

function idList(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(idList);
  if (typeof value !== "object" || value === null) return [];
  if ("of" in value) return [value.of as string];
  return "source" in value ? [value.source as string] : Object.values(value).flatMap(idList);
}

function expectEvents(knowledge: Knowledge, filter: EventFilter): void {
  const { kind, place, parties = [], about, partOf, outcome, on } = filter;
  const questions = questionsOf(knowledge);
  const fitting = [...knowledge.events.values()].filter(
    (event) =>
      (kind === undefined || meaningsOf(kind, knowledge.vocabulary).includes(event.type)) &&
      (place === undefined || event.place.some((id) => questions.isWithin(id, place))) &&
      parties.every(({ id, role }) =>
        Object.entries(event.participants).some(
          ([each, ids]) => (role === undefined || each === role) && ids.includes(id),
        ),
      ) &&
      (about === undefined || event.about.includes(about)) &&
      (partOf === undefined || event.partOf === partOf) &&
      (outcome === undefined || event.outcome === outcome) &&
      (on === undefined || share(event.date, on)),
  );
  expect(idsOf(questions.events(filter))).toEqual(idsOf(fitting));
}
