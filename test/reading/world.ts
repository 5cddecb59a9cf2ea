import { passagesOf } from "../../server/src/reading/grammar/passage.ts";
import type { Reading } from "../../server/src/reading/reading.ts";
import { checkText } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { worldOf } from "../support/engine.ts";

/** A mountain railway, the two valleys that it joins, and those who quarrel over it. */
export const world = worldOf(`
knowledgeBase: { title: The Cog Railway, asOf: 2031 }
entities:
  upper: { type: country, name: Overmoor, demonyms: [Overmoorish], metonyms: [Grantley] }
  lower: { type: country, name: Netherfell, demonyms: [Netherfeller, Netherfellers] }
  hark: { type: place, name: Harkside, country: lower }
  stells: { type: place, name: St Ells, country: upper }
  ridge: { type: place, name: Ridge End, country: upper }
  board:
    type: organization
    name: Mountain Railway Board
    abbreviation: MRB
    weakAliases: [the Board]
    country: lower
    misnomers: [{ form: Mountain Rail Council, reason: It is a board. }]
  us: { type: organization, name: Upland Society, abbreviation: US }
  vance: { type: person, name: Orla Vance, country: upper }
  tilde: { type: person, name: Bram Tilde, country: lower }
events:
  pact:
    type: agreement
    name: Harkside pact
    date: 2028-04-17
    place: hark
    participants: { party: [upper, lower], mediator: [board] }
  spring-talks:
    type: talks
    name: spring talks
    date: 2028-03-02/2028-03-09
    place: ridge
    participants: { party: [upper, lower] }
  autumn-talks:
    type: talks
    name: autumn talks
    date: 2029-10-05/2029-10-12
    place: stells
    participants: { party: [upper, lower] }
  slide: { type: disaster, name: Ridge End landslide, aliases: [landslide at Ridge End], date: 2027-01-30, place: ridge }
vocabulary:
  eventTypes:
    disaster: { terms: [landslide, disaster] }
`);

/** The one sentence of a text, taken apart. */
export function passageOf(sentence: string) {
  const { blocks } = readDraft({ uri: "draft:", text: sentence, format: "markdown" });
  return passagesOf(blocks[0]!, world)[0]!;
}

export function readingOf(text: string): Reading {
  return checkText({ text, format: "markdown", knowledge: world }).reading;
}
