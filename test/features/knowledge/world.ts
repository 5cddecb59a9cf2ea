import { cursorIn, type Files, type KnowledgeCursor, replaced } from "../../support/knowledge-cursor.ts";

/** A quarrel of two invented islands, written by hand in two files. */
export const islands: Files = {
  "islands/actors.yaml": `# Who is who in the strait.
knowledgeBase: { title: The Two Islands, asOf: 2031 }
sources:
  ledger: { title: The Harbour Ledger, url: "https://example.org/ledger", text: texts/ledger.txt }
  log:
    title: The Pilots' Log
    author: Ada Brink

entities:
  # States
  north: { type: country, name: Norrey, demonyms: [Norreyan], sameAs: [wikidata:Q1, "geonames:7"] }
  sudrey:
    type: country
    name: Südrey               # as it asked to be called
    discouraged: [{ form: Soderey, reason: The state asked for Südrey. }]
    evidence: [{ source: ledger }]

  # People and what they run
  quay: { type: place, name: Quay, country: north }
  guild:
    type: organization
    name: 'Guild of Pilots'
    aliases: [Pilots' Guild]
    abbreviation: GOP
    country: { of: sudrey, during: 2001/.. }
    distinctFrom: [league]
    description: >-
      It steers all ships into the strait,
      for north and south.
    evidence:
      - { source: ledger, quote: the Guild steers all ships }
  league: { type: organization, name: League of Pilots }
  ada:
    type: person
    name: Ada Brink
    memberOf: [guild]
    roles:
      - title: Harbour Minister
        of: north
        during: 2029-03-02/..
`,
  "islands/events.yaml": `events:
  clash:
    type: clash
    name: Lantern clash
    date: 2030-09-30
    participants: { party: [north, sudrey] }
  truce:
    type: harbourTruce
    name: Quay truce
    date: 2030-10-19
    stages: { announced: 2030-10-18~ }
    place: quay
    participants:
      party: [north, "sudrey"]       # both of them
      mediator: [guild]
    openRoles: [mediator]
    follows: [clash]
    outcome: succeeded
    evidence: [{ source: log }]
claims:
  north-trusts-guild:
    subject: north
    predicate: supports
    object: [guild]
    status: alleged
    attributedTo: [ada]
    statement: Norrey trusts the Guild.
figures:
  pilots: { of: guild, label: pilots of the guild, value: [40, 50], bound: about, unit: person, asOf: 2030 }
vocabulary:
  eventTypes:
    harbourTruce: { terms: [harbour truce], verbs: [lay down oars] }
  predicates:
    supports: { verbs: [stand by] }
`,
};

/** The islands with a passage replaced by one with a cursor. */
export function within(passage: string, by: string, files: Files = islands): KnowledgeCursor {
  return cursorIn(replaced(files, passage, by));
}
