/** A knowledge base of an invented island, as a file; the truce's date may be another. */
export function islandWorld(truce = "2030-10-19"): string {
  return `knowledgeBase: { title: The Island }
sources:
  ledger: { title: The Harbour Ledger }
entities:
  guild:
    type: organization
    name: Guild of Pilots
    abbreviation: GOP
    description: It steers all ships into the strait.
    evidence: [{ source: ledger, quote: the Guild steers }]
events:
  truce:
    type: ceasefire
    name: Quay truce
    date: ${truce}
    evidence: [{ source: ledger, quote: signed at the Quay }]
`;
}

/** A draft with one mistake, as long as the truce was on 19 October. */
export const DRAFT = "The Guild of Pilots spoke. The Quay truce was signed on 18 October 2030.\n";
export const WRONG = "18 October 2030";
export const RIGHT = "19 October 2030";
