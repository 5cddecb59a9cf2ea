import type { EntityType } from "../knowledge.ts";
import { UNSPECIFIED_EVENT } from "./follow-the-money.ts";

/** What an item of Wikidata is here: a type of entity, or a type of event. */
export type ItemType =
  | { readonly map: "entities"; readonly type: EntityType }
  | { readonly map: "events"; readonly type: string };

/**
 * The common classes of Wikidata (values of P31, "instance of") by what they come in as; events by their type in the
 * built-in vocabulary. Subclasses are not followed: that would need all of Wikidata.
 */
const ENTITY_CLASSES: Readonly<Partial<Record<EntityType, string>>> = {
  // human
  person: "Q5",
  // country, sovereign state, state, historical country, island country, state with limited recognition
  country: "Q6256 Q3624078 Q7275 Q3024240 Q112099 Q15634554",
  // city, big city, capital, settlement, town, village, administrative entity, first-level division, US state, province,
  // federated state, island, continent, region, river, mountain, mountain range, sea
  place:
    "Q515 Q1549591 Q5119 Q486972 Q3957 Q532 Q56061 Q10864048 Q35657 Q34876 Q107390 Q23442 Q5107 Q82794 Q4022 Q8502 " +
    "Q46831 Q165",
  // building, structure, military base, airport, bridge, dam, hospital, port, prison, power station
  facility: "Q41176 Q811979 Q245016 Q1248784 Q12280 Q12323 Q16917 Q44782 Q40357 Q159719",
  // border, international border
  boundary: "Q133346 Q12413618",
  // organization, business, company, public company, enterprise, party, political organization, international organization,
  // intergovernmental organization, non-profit, NGO, government agency, government organization, ministry, government,
  // parliament, court, university, bank, central bank, military unit, armed forces, armed organization, terrorist
  // organization, institution, religious organization, newspaper
  organization:
    "Q43229 Q4830453 Q783794 Q891723 Q6881511 Q7278 Q7210356 Q484652 Q245065 Q163740 Q79913 Q327333 Q2659904 Q192350 " +
    "Q7188 Q35749 Q41487 Q3918 Q22687 Q66344 Q176799 Q772547 Q17149090 Q17127659 Q178706 Q1530022 Q11032",
  // ethnic group, group of humans, social movement
  group: "Q41710 Q16334295 Q49773",
  // book, scholarly article, news article, statute, legislation, constitution, resolution of the UN Security Council
  document: "Q571 Q13442814 Q5707594 Q820655 Q49371 Q7755 Q877358",
  // ideology
  concept: "Q7257",
};

const EVENT_CLASSES: Readonly<Record<string, string>> = {
  // war, civil war, armed conflict, military campaign
  war: "Q198 Q8465 Q350604 Q831663",
  // battle
  clash: "Q178561",
  siege: "Q188055",
  // terrorist attack, suicide attack
  attack: "Q2223653 Q217327",
  // airstrike
  strike: "Q2380335",
  // bomb attack
  bombing: "Q891854",
  massacre: "Q3199915",
  assassination: "Q3882219",
  // hostage taking
  kidnapping: "Q1371150",
  coup: "Q45382",
  // treaty, peace treaty
  treaty: "Q131569 Q625298",
  // ceasefire, armistice
  ceasefire: "Q208383 Q107706",
  summit: "Q1072326",
  // peace conference, academic conference, convention
  conference: "Q7157512 Q2020153 Q625994",
  // protest, demonstration, riot
  protest: "Q273120 Q175331 Q124757",
  // public election, presidential election, general election
  election: "Q40231 Q858439 Q1076105",
  referendum: "Q43109",
  // declaration of independence
  independence: "Q1464916",
  // earthquake, flood
  disaster: "Q7944 Q8068",
  // aviation accident
  accident: "Q744913",
  // event, occurrence, rebellion, revolution, military operation, military occupation
  [UNSPECIFIED_EVENT]: "Q1656682 Q1190554 Q124734 Q10931 Q645883 Q188686",
};

const TYPES = new Map<string, ItemType>([
  ...classes(EVENT_CLASSES, (type) => ({ map: "events", type })),
  ...classes(ENTITY_CLASSES, (type) => ({ map: "entities", type: type as EntityType })),
]);

/** Classes to be read otherwise, or besides, by their Q number. */
export type ClassTypes = ReadonlyMap<string, ItemType>;

/**
 * What an item of these classes is; undefined where none is known. Of several the plainest counts, as far as it is known: an
 * event that is of a certain type rather than of none, and a state rather than a place.
 */
export function typeOfClasses(classes: readonly string[], given: ClassTypes): ItemType | undefined {
  const types = classes.flatMap((each) => given.get(each) ?? TYPES.get(each) ?? []);
  return types.sort((a, b) => rank(a) - rank(b))[0];
}

function rank({ map, type }: ItemType): number {
  if (type === "person") return 0;
  if (type === "country") return 1;
  if (map === "entities") return 2;
  return type === UNSPECIFIED_EVENT ? 4 : 3;
}

function* classes(
  table: Readonly<Record<string, string>>,
  made: (type: string) => ItemType,
): Generator<[string, ItemType]> {
  for (const [type, items] of Object.entries(table))
    for (const item of items.split(" ")) yield [item, made(type)];
}
