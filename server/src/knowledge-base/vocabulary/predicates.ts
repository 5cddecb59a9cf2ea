import type { PredicateWords } from "../knowledge.ts";

const NONE: readonly string[] = [];

/**
 * The predicates that every knowledge base may use in its claims: verbs, in the infinitive, whose subject and object
 * are the claim's; nouns for the same; and the verbs that say the opposite of it.
 */
export const PREDICATES: Readonly<Record<string, PredicateWords>> = {
  recognizes: {
    verbs: [
      "recognize",
      "recognise",
      "acknowledge",
      "accept",
      "grant recognition to",
      "extend recognition to",
    ],
    nouns: ["recognition"],
    antonyms: [
      "reject",
      "refuse to recognize",
      "refuse to recognise",
      "decline to recognize",
      "withhold recognition from",
    ],
    exclusive: "none",
  },
  controls: {
    verbs: ["control", "be in control of", "hold", "rule", "govern", "run", "administer", "have control of"],
    nouns: ["control", "rule"],
    antonyms: ["lose control of"],
    exclusive: "subject",
  },
  supports: {
    verbs: [
      "support",
      "back",
      "endorse",
      "favour",
      "favor",
      "stand behind",
      "be in favour of",
      "be in favor of",
      "welcome",
    ],
    nouns: ["support", "backing", "endorsement"],
    antonyms: ["oppose", "reject", "object to", "withhold support from"],
    exclusive: "none",
  },
  opposes: {
    verbs: ["oppose", "reject", "object to", "resist", "be against", "be opposed to", "stand against"],
    nouns: ["opposition", "rejection", "resistance", "objection"],
    antonyms: ["support", "back", "endorse", "favour", "favor", "accept"],
    exclusive: "none",
  },
  memberOf: {
    verbs: ["be a member of", "belong to", "be part of", "join"],
    nouns: ["member", "membership"],
    antonyms: ["leave", "quit"],
    exclusive: "none",
  },
  allyOf: {
    verbs: ["be an ally of", "be allied with", "ally with", "side with"],
    nouns: ["ally", "alliance"],
    antonyms: ["be an enemy of", "be hostile to"],
    exclusive: "none",
  },
  accuses: {
    verbs: ["accuse", "blame", "charge", "hold responsible"],
    nouns: ["accusation", "allegation", "charge"],
    antonyms: ["exonerate", "absolve", "clear"],
    exclusive: "none",
  },
  denies: {
    verbs: ["deny", "dispute", "reject", "contradict", "repudiate"],
    nouns: ["denial"],
    antonyms: ["admit", "confirm", "acknowledge", "concede"],
    exclusive: "none",
  },
  demands: {
    verbs: ["demand", "call for", "insist on", "press for", "require"],
    nouns: ["demand"],
    antonyms: ["drop the demand for"],
    exclusive: "none",
  },
  bans: {
    verbs: ["ban", "prohibit", "forbid", "outlaw", "bar", "proscribe"],
    nouns: ["ban", "prohibition"],
    antonyms: ["allow", "permit", "legalize", "legalise", "authorize", "authorise"],
    exclusive: "none",
  },
  borders: {
    verbs: ["border", "border on", "share a border with", "adjoin", "be adjacent to"],
    nouns: ["neighbour", "neighbor"],
    antonyms: NONE,
    exclusive: "none",
  },
  reliesOn: {
    verbs: ["rely on", "depend on", "be dependent on", "be reliant on", "lean on"],
    nouns: ["reliance", "dependence", "dependency"],
    antonyms: ["be independent of"],
    exclusive: "none",
  },
  threatens: {
    verbs: ["threaten", "be a threat to", "pose a threat to", "menace", "endanger"],
    nouns: ["threat", "menace"],
    antonyms: ["protect"],
    exclusive: "none",
  },
  sanctions: {
    verbs: ["sanction", "impose sanctions on", "place sanctions on", "embargo"],
    nouns: ["sanctions", "embargo"],
    antonyms: ["lift sanctions on", "lift the sanctions on"],
    exclusive: "none",
  },
  owns: {
    verbs: ["own", "possess", "be the owner of"],
    nouns: ["owner", "ownership"],
    antonyms: NONE,
    exclusive: "none",
  },
  funds: {
    verbs: ["fund", "finance", "pay for", "bankroll"],
    nouns: ["funding", "financing"],
    antonyms: ["defund", "cut funding to"],
    exclusive: "none",
  },
  partOf: {
    verbs: ["be part of", "be a part of", "belong to"],
    nouns: ["part"],
    antonyms: NONE,
    exclusive: "none",
  },
};
