/** A small knowledge base, and a draft that it contradicts on a date. */
export const STATED = "4 June 2024";
export const KNOWN = "3 June 2024";

export const HARBOUR_DRAFT = `The opening of the East Quay on ${STATED} went well.\n`;

export function harbour(date = "2024-06-03"): string {
  return `knowledgeBase:
  title: The harbour
  language: en
entities:
  east-quay: { type: place, name: East Quay }
events:
  east-quay-opening:
    type: opening
    name: opening of the East Quay
    date: ${date}
    place: east-quay
`;
}
