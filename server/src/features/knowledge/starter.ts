/** The first file of a new knowledge base: one source, one actor, one event, and how to go on. */
export const STARTER_FILE = "knowledge/facts.yaml";

/** A sentence that the starter contradicts, to see it at work. */
export const STARTER_SENTENCE = "The opening of the East Quay was on 4 June 2024.";

/** What stands in it: an invented harbour, to be written over. */
export function starterKnowledge(): string {
  return `# What your drafts are held against. Write over the harbour with what you know,
# in this file or in others beside it. Ctrl+Space shows what can stand at a place.

knowledgeBase:
  title: My knowledge base
  language: en

# Where you know it from. Every fact names its source.
sources:
  minutes:
    title: Minutes of the harbour board, June 2024

# Who and what there is: persons, organizations, countries, places, agreements and more.
entities:
  east-quay:
    type: place
    name: East Quay
    aliases: [Eastern Quay]
    evidence:
      - { source: minutes, quote: the East Quay }

# What happened, and when: 2024-06-03, 2024-06, 2024, or from 2024-06-03/2024-06-05.
events:
  east-quay-opening:
    type: opening
    name: opening of the East Quay
    date: 2024-06-03
    place: [east-quay]
    evidence:
      - { source: minutes, quote: opened the East Quay on 3 June 2024 }
`;
}
