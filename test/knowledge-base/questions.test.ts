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
  round: { type: place, name: Round, country: trip }
  trip: { type: place, name: Trip, country: round }
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
const { knowledge: named, problems: namedProblems } = loadKnowledge([
  {
    file: "names.yaml",
    text: `
sources:
  log: { title: Log }
entities:
  arvo: { type: country, name: Arvo, demonyms: [Arvan], metonyms: [Port Kess], memberOf: { of: una, during: 1991/.. } }
  belm: { type: country, name: Belm, memberOf: una }
  kess: { type: place, name: Port Kess, weakAliases: [UNA], country: [ { of: arvo, during: 1990/.. }, { of: belm, during: ../1990 } ] }
  una:
    type: organization
    name: United Nations of Arvo
    aliases: [The Union]
    abbreviation: UNA
    discouraged: [ { form: League, reason: It was renamed., since: 2022-06 } ]
  desk: { type: organization, name: Desk, partOf: una }
  mira: { type: person, name: Mira Hoult, country: arvo, roles: [ { title: Chair, of: una, during: 2001/2005 } ] }
  odo: { type: person, name: Odo Fenn, roles: [ { title: Chairman, aliases: [Chair], of: una, during: 2005-05-31/2010, acting: true } ] }
  pia: { type: person, name: Pia Roe, roles: [ { title: Chair, of: desk } ] }
events:
  truce:
    type: ceasefire
    name: Truce
    date: 2003-02
    place: kess
    participants: { party: [arvo, belm] }
    outcome: failed
    evidence: [ { source: log } ]
  founding:
    type: treaty
    name: Founding
    identifiers: [Act 12/3]
    misnomers: [ { form: The Founding Fathers, reason: These were people. } ]
    date: 1990
    place: arvo
    about: [una]
  pact: { type: agreement, name: Pact, date: 2003-05-04, participants: { party: [arvo], mediator: [belm] }, partOf: truce }
  talks: { type: talks, name: Talks }
claims:
  controls: { subject: arvo, predicate: controls, object: kess, during: 2003/.., statement: It does., evidence: [ { source: log } ] }
  denies: { subject: [arvo, mira], predicate: supports, object: [desk], holds: false, statement: It does not. }
figures:
  old: { of: kess, label: quays, aliases: [number of quays], value: 3, unit: quay, asOf: 1999 }
  new: { of: kess, label: Quays, aliases: [number of quays], value: 4, unit: quay, asOf: 2020 }
`,
  },
]);
const names = questionsOf(named);
const on = (text: string) => parseEdtf(text) as TimeValue;
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

test("the world is sound, and its questions are built once", () => {
  expect([...problems, ...namedProblems]).toEqual([]);
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

describe("who is called so", () => {
  const called = (...asked: Parameters<typeof names.named>) =>
    names.named(...asked).map(({ entry, kind, good }) => `${entry.id} ${kind} ${good}`);

  test("by every form of a name, letters alone counting", () => {
    expect(called("united  NATIONS of arvo")).toEqual(["una name yes"]);
    expect(called("Una")).toEqual(["kess weakAlias yes", "una abbreviation yes"]);
    expect(called("The Uniôn")).toEqual(["una alias yes"]);
    expect(called("Arvan")).toEqual(["arvo demonym yes"]);
    expect(called("Port Kess")).toEqual(["arvo metonym yes", "kess name yes"]);
    expect(called("Act 12/3")).toEqual(["founding identifier yes"]);
    expect(called("nobody")).toEqual([]);
  });

  test("and whether that was good at the time", () => {
    expect(names.named("League")[0]?.bad?.reason).toBe("It was renamed.");
    expect(called("League")).toEqual(["una discouraged no"]);
    expect(called("League", on("2021-05-31"))).toEqual(["una discouraged yes"]);
    expect(called("League", on("2022-06-15"))).toEqual(["una discouraged unknown"]);
    expect(called("League", on("2023"))).toEqual(["una discouraged no"]);
    expect(called("the Founding Fathers", on("1700"))).toEqual(["founding misnomer no"]);
  });
});

describe("what is true of an office on a day", () => {
  const holders = (...asked: Parameters<typeof names.officeHolders>) =>
    names.officeHolders(...asked).map(({ holder, holds }) => `${holder.id} ${holds}`);

  test("as far as the dates tell", () => {
    expect(holders("Chair")).toEqual(["mira yes", "odo yes", "pia yes"]);
    expect(holders("chair", { on: on("2001-07-01") })).toEqual(["mira unknown", "pia unknown"]);
    expect(holders("chair", { on: on("2003-07-01") })).toEqual(["mira yes", "pia unknown"]);
    expect(holders("chair", { on: on("2005-06-01") })).toEqual(["mira unknown", "odo yes", "pia unknown"]);
    expect(holders("chair", { on: on("2005") })).toEqual(["mira yes", "odo yes", "pia unknown"]);
    expect(holders("chair", { on: on("2009") })).toEqual(["odo yes", "pia unknown"]);
  });

  test("for the time being, of a body and of what is in it", () => {
    expect(holders("Chair", { acting: true })).toEqual(["odo yes"]);
    expect(holders("Chair", { of: "una" })).toEqual(["mira yes", "odo yes"]);
    expect(holders("Chair", { of: "una", within: true })).toEqual(["mira yes", "odo yes", "pia yes"]);
    expect(holders("Chair", { of: "una", within: true, acting: false, on: on("2009") })).toEqual([
      "pia unknown",
    ]);
  });

  test("whatever it is called", () => {
    expect(names.officesOf("desk").map(({ holder, role }) => `${holder.id} ${role.title}`)).toEqual([
      "pia Chair",
    ]);
    expect(names.officesOf("una", { on: on("2003-07-01") }).map(({ holder }) => holder.id)).toEqual(["mira"]);
  });
});

describe("who belongs where", () => {
  test("on a day", () => {
    const states = (day?: string) =>
      names
        .countriesOf("kess", day === undefined ? undefined : on(day))
        .map(({ of, holds }) => `${of} ${holds}`);
    expect(states()).toEqual(["arvo yes", "belm yes"]);
    expect(states("1980-03-03")).toEqual(["belm unknown"]);
    expect(states("1991-03-03")).toEqual(["arvo yes"]);
    expect(states("1990-03-03")).toEqual(["arvo unknown", "belm unknown"]);
    expect(names.countriesOf("mira", on("1800"))).toEqual([{ of: "arvo", holds: "unknown" }]);
  });

  test("as a member, and asked from the other side", () => {
    expect(names.membershipsOf("arvo", on("2000")).map(({ of }) => of)).toEqual(["una"]);
    expect(names.membershipsOf("arvo", on("1900"))).toEqual([]);
    expect(names.membersOf("una", on("2000")).map(({ member, holds }) => `${member.id} ${holds}`)).toEqual([
      "arvo yes",
      "belm unknown",
    ]);
    expect(names.membersOf("una", on("1900")).map(({ member }) => member.id)).toEqual(["belm"]);
    expect(names.belongingTo("arvo", on("1980")).map(({ member }) => member.id)).toEqual(["mira"]);
  });
});

describe("events by what is said of them", () => {
  const found = (...asked: Parameters<typeof names.events>) => ids(names.events(...asked));

  test("each by itself", () => {
    expect(found({ kind: "agreement" })).toEqual(["truce", "founding", "pact"]);
    expect(found({ kind: "ceasefire" })).toEqual(["truce"]);
    expect(found({ place: "arvo" })).toEqual(["truce", "founding"]);
    expect(found({ parties: [{ id: "belm" }] })).toEqual(["truce", "pact"]);
    expect(found({ parties: [{ id: "belm", role: "mediator" }] })).toEqual(["pact"]);
    expect(found({ about: "una" })).toEqual(["founding"]);
    expect(found({ partOf: "truce" })).toEqual(["pact"]);
    expect(found({ outcome: "failed" })).toEqual(["truce"]);
    expect(found({ on: on("2003") })).toEqual(["truce", "pact"]);
    expect(found({})).toEqual(["truce", "founding", "pact", "talks"]);
  });

  test("and all together", () => {
    expect(found({ kind: "agreement", place: "arvo", on: on("2003") })).toEqual(["truce"]);
    expect(found({ parties: [{ id: "belm" }, { id: "arvo", role: "party" }], on: on("2003-05") })).toEqual([
      "pact",
    ]);
    expect(found({ kind: "agreement", place: "una" })).toEqual([]);
    expect(found({ parties: [{ id: "belm", role: "constructor" }] })).toEqual([]);
  });

  test("the last before a day, and the first after it", () => {
    const day = on("2003-04-01").start;
    expect(ids(names.latestEvents(day))).toEqual(["truce"]);
    expect(ids(names.latestEvents(day, {}, 5))).toEqual(["truce", "founding"]);
    expect(ids(names.latestEvents(day, { place: "arvo", outcome: "failed" }, 5))).toEqual(["truce"]);
    expect(ids(names.nextEvents(day, {}, 5))).toEqual(["pact"]);
    expect(ids(names.nextEvents(day, { kind: "agreement" }))).toEqual(["pact"]);
    expect(names.nextEvents(on("2030").start)).toEqual([]);
  });
});

describe("claims, figures and what speaks of what", () => {
  test("claims by subject, predicate, object and time", () => {
    const claimed = (...asked: Parameters<typeof names.claims>) =>
      names.claims(...asked).map(({ claim, holds }) => `${claim.id} ${holds}`);
    expect(claimed({ subject: "arvo" })).toEqual(["controls yes", "denies yes"]);
    expect(claimed({ object: "kess", predicate: "controls", on: on("2010") })).toEqual(["controls yes"]);
    expect(claimed({ subject: "arvo", on: on("1999-02-02") })).toEqual(["denies unknown"]);
    expect(claimed({ holds: false })).toEqual(["denies yes"]);
    expect(claimed({ status: "alleged" })).toEqual([]);
  });

  test("figures by their label, of something, at a time", () => {
    const counted = (...asked: Parameters<typeof names.figures>) =>
      names.figures(...asked).map(({ figure, holds }) => `${figure.id} ${holds}`);
    expect(counted("Number of  quays")).toEqual(["old yes", "new yes"]);
    expect(counted("quays", "kess", on("2020"))).toEqual(["new yes"]);
    expect(counted("quays", "arvo")).toEqual([]);
  });

  test("every entry that refers to one, or to a source", () => {
    const told = (id: string) =>
      names.referencesTo(id).map(({ entry, key, role }) => [entry.id, key, role].filter(Boolean).join(" "));
    expect(told("belm")).toEqual(["kess country", "truce participants party", "pact participants mediator"]);
    expect(told("una")).toEqual([
      "arvo memberOf",
      "belm memberOf",
      "desk partOf",
      "mira roles",
      "odo roles",
      "founding about",
    ]);
    expect(told("log")).toEqual(["truce evidence", "controls evidence"]);
    expect(names.source("log")?.title).toBe("Log");
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

test("a question of one kind is not paid for by those of others", () => {
  const gone: string[] = [];
  const watched = (kind: string, map: ReadonlyMap<string, unknown>) => {
    const copy = new Map(map);
    const values = copy.values.bind(copy);
    copy.values = () => {
      gone.push(kind);
      return values();
    };
    return copy;
  };
  const kinds = ["sources", "entities", "events", "claims", "figures"] as const;
  const maps = Object.fromEntries(kinds.map((kind) => [kind, watched(kind, named[kind])]));
  const asked = questionsOf({ ...named, ...maps });
  const goneThrough = (ask: () => unknown) => {
    gone.length = 0;
    ask();
    return [...gone];
  };
  expect(goneThrough(() => asked.fact("truce"))).toEqual([]);
  expect(goneThrough(() => asked.claimsAbout("arvo"))).toEqual(["claims"]);
  expect(goneThrough(() => asked.claimsAbout("belm"))).toEqual([]);
  expect(goneThrough(() => asked.figuresOf("arvo"))).toEqual(["figures"]);
  expect(goneThrough(() => asked.eventsOn(on("2003")))).toEqual(["events"]);
  expect(goneThrough(() => asked.nextEvents(0))).toEqual([]);
  expect(goneThrough(() => asked.eventsOfType("war"))).toEqual(["events"]);
  expect(goneThrough(() => asked.officeHolders("Chair"))).toEqual(["entities"]);
  expect(goneThrough(() => asked.isWithin("kess", "arvo"))).toEqual([]);
});
