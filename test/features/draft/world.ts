import { worldOf } from "../../support/engine.ts";

/** A quarrel of two invented islands. */
export const world = worldOf(`
knowledgeBase: { title: The Two Islands, asOf: 2031 }
sources:
  ledger: { title: The Harbour Ledger, url: "https://example.org/ledger" }
entities:
  north: { type: country, name: Norrey, demonyms: [Norreyan], metonyms: [Hallow], evidence: [{ source: ledger }] }
  south:
    type: country
    name: Sudrey
    discouraged: [{ form: Soderey, reason: The state asked for Sudrey. }]
    evidence: [{ source: ledger }]
  quay: { type: place, name: Quay, country: north, evidence: [{ source: ledger }] }
  guild:
    type: organization
    name: Guild of Pilots
    aliases: [Pilots' Guild]
    abbreviation: GOP
    weakAliases: [Guild]
    country: south
    distinctFrom: [league]
    exists: 2001/..
    description: It steers all ships into the strait. It was founded by fishermen.
    evidence: [{ source: ledger, quote: the Guild steers all *ships* }]
  league: { type: organization, name: League of Pilots, evidence: [{ source: ledger }] }
  ada:
    type: person
    name: Ada Brink
    memberOf: [guild]
    roles: [{ title: Harbour Minister, of: north, during: 2029-03-02/.. }]
    evidence: [{ source: ledger }]
events:
  clash: { type: clash, name: Lantern clash, date: 2030-09-30, participants: { party: [north, south] }, evidence: [{ source: ledger }] }
  truce:
    type: ceasefire
    name: Quay truce
    aliases: [Truce of the Quay]
    date: 2030-10-19
    stages: { announced: 2030-10-18, inForce: 2030-10-19 }
    place: quay
    participants: { party: [north, south], mediator: [guild] }
    follows: [clash]
    outcome: succeeded
    evidence: [{ source: ledger, quote: signed at the Quay on 19 October }]
  audit: { type: report, name: Great Audit, date: 2030, evidence: [{ source: ledger }] }
`);
