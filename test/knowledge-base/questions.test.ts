import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { holdsOn, questionsOf } from "../../server/src/knowledge-base/questions.ts";
import { parseEdtf } from "../../server/src/time/edtf.ts";
import type { TimeValue } from "../../server/src/time/time.ts";

const { knowledge, problems } = loadKnowledge([
  {
    file: "islands.yaml",
    text: `
entities:
  arvo: { type: country, name: Arvo }
  north: { type: place, name: North Shore, partOf: arvo }
  port-kess: { type: place, name: Port Kess, country: { of: arvo, during: 1990/.. } , partOf: north }
  harbour: { type: facility, name: Harbour, partOf: port-kess }
  round: { type: place, name: Round, partOf: trip }
  trip: { type: place, name: Trip, partOf: round }
  mira: { type: person, name: Mira Hoult, roles: [ { title: Mayor, aliases: [Lord Máyor], of: port-kess, during: 2001/2005 } ] }
  odo: { type: person, name: Odo Fenn, roles: [ { title: mayor, of: port-kess, during: 2005/.. }, { title: Mayor, of: north } ] }
events:
  founding: { type: founding, name: Founding, date: 1990, place: port-kess, participants: { founder: [mira, mira] } }
  war: { type: war, name: War, date: 1995/2003, participants: { party: [arvo] } }
  truce: { type: ceasefire, name: Truce, date: 2003-02, place: [harbour], about: [war] }
  visit: { type: visit, name: Visit }
claims:
  c: { subject: [mira, odo], predicate: controls, object: port-kess, statement: They do. }
figures:
  f: { of: port-kess, label: quays, value: 3, unit: quay }
`,
  },
]);
const questions = questionsOf(knowledge);
const on = (text: string) => parseEdtf(text) as TimeValue;
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

test("the world is sound, and its questions are built once", () => {
  expect(problems).toEqual([]);
  expect(questionsOf(knowledge)).toBe(questions);
});

test("what an id names", () => {
  expect(questions.entity("arvo")?.name).toBe("Arvo");
  expect(questions.entity("war")).toBeUndefined();
  expect(["mira", "war", "c", "f", "nothing"].map((id) => questions.fact(id)?.kind)).toEqual([
    "entity",
    "event",
    "claim",
    "figure",
    undefined,
  ]);
});

describe("who holds an office", () => {
  const holders = (...asked: Parameters<typeof questions.holdersOf>) =>
    questions.holdersOf(...asked).map(({ holder }) => holder.id);

  test("at any time, by title or alias", () => {
    expect(holders("Mayor")).toEqual(["mira", "odo", "odo"]);
    expect(holders("lord mayor")).toEqual(["mira"]);
    expect(holders("king")).toEqual([]);
  });

  test("of a body, at some time", () => {
    expect(holders("Mayor", "port-kess")).toEqual(["mira", "odo"]);
    expect(holders("Mayor", "port-kess", on("2003"))).toEqual(["mira"]);
    expect(holders("Mayor", "port-kess", on("2005-06"))).toEqual(["mira", "odo"]);
    expect(holders("Mayor", "north", on("1066"))).toEqual(["odo"]);
  });

  test("and which offices somebody holds", () => {
    expect(questions.rolesOf("odo", on("2001")).map(({ of }) => of)).toEqual(["north"]);
    expect(questions.rolesOf("nobody")).toEqual([]);
  });
});

describe("which events", () => {
  test("are of a type", () => {
    expect(ids(questions.eventsOfType("war"))).toEqual(["war"]);
    expect(questions.eventsOfType("coup")).toEqual([]);
  });

  test("involve something, each told once", () => {
    expect(ids(questions.eventsInvolving("mira"))).toEqual(["founding"]);
    expect(ids(questions.eventsInvolving("war"))).toEqual(["truce"]);
    expect(ids(questions.eventsInvolving("harbour"))).toEqual(["truce"]);
  });

  test("were on a day of an interval", () => {
    expect(ids(questions.eventsOn(on("2003-02-10")))).toEqual(["war", "truce"]);
    expect(ids(questions.eventsOn(on("1990/1995")))).toEqual(["founding", "war"]);
    expect(ids(questions.eventsOn(on("1991/1994")))).toEqual([]);
    expect(
      ids(questions.eventsOn({ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY })),
    ).toEqual(["founding", "war", "truce"]);
  });

  test("have claims and figures about what was in them", () => {
    expect(ids(questions.claimsAbout("odo"))).toEqual(["c"]);
    expect(ids(questions.claimsAbout("port-kess"))).toEqual(["c"]);
    expect(ids(questions.figuresOf("port-kess"))).toEqual(["f"]);
    expect(questions.figuresOf("arvo")).toEqual([]);
  });
});

describe("whether a place lies in another", () => {
  test.each([
    ["harbour", "port-kess", true],
    ["harbour", "arvo", true],
    ["port-kess", "port-kess", true],
    ["arvo", "harbour", false],
    ["round", "trip", true],
    ["round", "arvo", false],
    ["nowhere", "arvo", false],
  ])("%s in %s: %s", (place, outer, answer) => {
    expect(questions.isWithin(place, outer)).toBe(answer);
  });
});

test("what is said to hold for a time holds then, and at all times otherwise", () => {
  const [country] = questions.entity("port-kess")!.country;
  expect(holdsOn(country!, on("1989"))).toBe(false);
  expect(holdsOn(country!, on("1990-05"))).toBe(true);
  expect(holdsOn(country!, undefined)).toBe(true);
  expect(holdsOn({}, on("1989"))).toBe(true);
});
