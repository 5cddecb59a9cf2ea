import fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, test } from "vitest";
import { SCHEMA_OF_TYPE } from "../../../server/src/knowledge-base/exchange/follow-the-money.ts";
import { toFollowTheMoney } from "../../../server/src/knowledge-base/exchange/ftm-export.ts";
import { Losses } from "../../../server/src/knowledge-base/exchange/losses.ts";
import type { Entity, Event, Knowledge } from "../../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../../server/src/knowledge-base/loading/load.ts";
import { anyKnowledgeFiles } from "../../support/any-knowledge.ts";
import { anyKnowledge } from "../../support/any-sound-knowledge.ts";
import { worldOf } from "../../support/engine.ts";
import { importing, problemsOf } from "./importing.ts";

const WORLD = `
knowledgeBase: { title: The harbour }
sources:
  minutes: { title: Minutes of the harbour board, url: https://example.org/minutes }
entities:
  france: { type: country, name: France, aliases: [French Republic] }
  morvane: { type: country, name: Morvane }
  board: { type: organization, name: Harbour Board, country: france, exists: 1950/2001-05, memberOf: { of: league, during: 1990/1995 } }
  league: { type: organization, name: Coast League, formerly: old-league }
  old-league: { type: organization, name: Old League }
  quay: { type: facility, name: East Quay, country: france }
  line: { type: boundary, name: Tide Line }
  fishers: { type: group, name: Fishers of Lune, partOf: league }
  pact: { type: agreement, name: Quay Pact }
  act: { type: document, name: Quay Act }
  mira:
    type: person
    name: Mira Holm
    aliases: [Mira the Elder, M. Holm]
    weakAliases: [Holm, The Chair]
    country: france
    roles:
      - { title: Chair, aliases: [Chairwoman], of: board, during: 2022-04/.. }
      - { title: Chair, aliases: [Chairwoman], of: board, during: 2001/2005-06-07, acting: true }
      - { title: Keeper of the Seal, of: morvane }
      - { title: Quay Master, of: quay, during: 2010/ }
    description: She opened the quay.
    sameAs: [wikidata:Q1001]
    evidence: [{ source: minutes, quote: elected her }]
events:
  opening:
    type: opening
    name: opening of the East Quay
    aliases: [quay opening]
    date: 2024-06-03
    place: quay
    participants: { participant: [mira, fishers], organizer: [board] }
    openRoles: [participant, organizer]
  strike: { type: walkout, name: Harbour Strike, date: 1999-03/1999-05-02 }
`;

/** What FollowTheMoney can carry of an entry, in the order of the ids. */
function carried({ entities, events }: Knowledge) {
  const expressible = [...entities.values()].filter(({ type }) => SCHEMA_OF_TYPE[type] !== undefined);
  return [...expressible, ...events.values()].map(plainOf).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function plainOf(entry: Entity | Event) {
  const { id, type, name, aliases, sameAs } = entry;
  const shared = { id, type, name, aliases, items: sameAs.filter((same) => same.startsWith("wikidata:")) };
  if (entry.kind === "event") return { ...shared, date: days(entry.date) };
  const isPerson = type === "person";
  const roles = entry.roles.map(({ title, aliases: titles, of, during, acting }) => ({
    ...{ title, titles, of, acting },
    during: days(during),
  }));
  return { ...shared, weakAliases: entry.weakAliases, roles: isPerson ? roles : [] };
}

function days(value: { start: number; end: number } | undefined) {
  return value && [value.start, value.end];
}

async function roundTrip(knowledge: Knowledge) {
  const lines = [...toFollowTheMoney(knowledge, new Losses())].map((entity) => JSON.stringify(entity));
  return importing("ftm", [lines.join("\n")]);
}

describe("what is exported to FollowTheMoney and imported again", () => {
  test("has the same ids, types, names, dates, offices and identities", async () => {
    const world = worldOf(WORLD);
    const imported = await roundTrip(world);
    expect(problemsOf(imported)).toEqual([]);
    expect(carried(imported.knowledge)).toEqual(carried(world));
  });

  test("has the same sources, descriptions and ties", async () => {
    const { entities, events, sources } = (await roundTrip(worldOf(WORLD))).knowledge;
    expect(sources.get("minutes")).toMatchObject({ title: "Minutes of the harbour board" });
    expect(entities.get("mira")).toMatchObject({
      country: [{ of: "france" }],
      description: "She opened the quay.",
      evidence: [{ source: "minutes" }],
    });
    expect(entities.get("board")?.memberOf.map(({ of, during }) => [of, during?.edtf])).toEqual([
      ["league", "1990/1995"],
    ]);
    expect(entities.get("board")?.exists?.edtf).toBe("1950/2001-05");
    expect(entities.get("league")?.formerly).toBe("old-league");
    expect(entities.get("fishers")?.partOf).toBe("league");
    expect(events.get("opening")).toMatchObject({
      place: ["quay"],
      participants: { participant: ["mira", "fishers"], organizer: ["board"] },
      openRoles: ["participant", "organizer"],
    });
  });

  test("loads without a problem and changes no more, whatever it was", async () => {
    const any = fc.oneof(
      anyKnowledge().map((raw) => [{ file: "any.yaml", text: dump(raw) }]),
      anyKnowledgeFiles,
    );
    await fc.assert(
      fc.asyncProperty(any, async (files) => {
        const first = await roundTrip(loadKnowledge(files).knowledge);
        expect(problemsOf(first)).toEqual([]);
        const second = await roundTrip(first.knowledge);
        expect(problemsOf(second)).toEqual([]);
        expect(carried(second.knowledge)).toEqual(carried(first.knowledge));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
