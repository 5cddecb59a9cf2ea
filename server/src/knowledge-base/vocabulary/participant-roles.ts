import type { RoleWords } from "../knowledge.ts";

/**
 * The roles that every knowledge base may use: the words that stand before who fills one ("brokered by Qatar"), what
 * who fills it is called ("the mediator"), and the verbs, in the infinitive, whose subject fills it ("Qatar brokered").
 */
export const PARTICIPANT_ROLES: Readonly<Record<string, RoleWords>> = {
  party: {
    phrases: [
      "between",
      "among",
      "agreed by",
      "agreed between",
      "reached by",
      "reached between",
      "concluded by",
      "concluded between",
    ],
    titles: ["party", "side", "signatory party", "negotiating party"],
    verbs: ["agree to", "accept", "conclude", "reach", "negotiate"],
  },
  mediator: {
    phrases: [
      "brokered by",
      "mediated by",
      "facilitated by",
      "under the mediation of",
      "through the mediation of",
      "with the mediation of",
      "under the auspices of",
      "thanks to the good offices of",
    ],
    titles: ["mediator", "broker", "facilitator", "go-between", "intermediary"],
    verbs: ["broker", "mediate", "facilitate", "mediate in", "mediate between"],
  },
  host: {
    phrases: ["hosted by", "at the invitation of", "held at the invitation of"],
    titles: ["host"],
    verbs: ["host", "play host to"],
  },
  signatory: {
    phrases: [
      "signed by",
      "signed between",
      "bearing the signature of",
      "bearing the signatures of",
      "initialled by",
      "initialed by",
    ],
    titles: ["signatory", "signer"],
    verbs: ["sign", "initial", "put its name to", "put their names to", "put its signature to"],
  },
  guarantor: {
    phrases: ["guaranteed by", "underwritten by", "with the guarantee of"],
    titles: ["guarantor"],
    verbs: ["guarantee", "underwrite", "vouch for"],
  },
  observer: {
    phrases: ["observed by", "monitored by", "attended as an observer by"],
    titles: ["observer", "monitor"],
    verbs: ["observe", "monitor"],
  },
  witness: {
    phrases: ["witnessed by", "verified by", "overseen by"],
    titles: ["witness"],
    verbs: ["witness", "verify", "oversee"],
  },
  chair: {
    phrases: ["chaired by", "co-chaired by", "under the chairmanship of", "presided over by"],
    titles: ["chair", "chairman", "chairwoman", "chairperson", "co-chair"],
    verbs: ["chair", "co-chair", "preside over"],
  },
  attacker: {
    phrases: [
      "carried out by",
      "perpetrated by",
      "committed by",
      "launched by",
      "at the hands of",
      "claimed by",
      "conducted by",
    ],
    titles: ["attacker", "assailant", "aggressor"],
    verbs: ["attack", "carry out", "launch", "commit", "conduct"],
  },
  perpetrator: {
    phrases: [
      "carried out by",
      "perpetrated by",
      "committed by",
      "planted by",
      "the work of",
      "at the hands of",
    ],
    titles: ["perpetrator", "culprit", "bomber"],
    verbs: ["carry out", "perpetrate", "commit", "plant"],
  },
  target: {
    phrases: ["targeting", "aimed at", "directed at", "directed against", "against", "aimed against"],
    titles: ["target"],
    verbs: ["come under attack", "come under fire"],
  },
  victim: {
    phrases: ["that killed", "which killed", "which claimed the life of", "claiming the life of"],
    titles: ["victim", "casualty"],
    verbs: ["fall victim to", "be killed in", "die in"],
  },
  participant: {
    phrases: ["attended by", "with the participation of", "joined by"],
    titles: ["participant", "attendee", "delegate"],
    verbs: ["participate in", "take part in", "attend", "join"],
  },
  spokesperson: {
    phrases: ["through its spokesperson", "through its spokesman", "through its spokeswoman", "announced by"],
    titles: ["spokesperson", "spokesman", "spokeswoman"],
    verbs: ["speak for", "announce"],
  },
  speaker: {
    phrases: ["delivered by", "given by", "made by"],
    titles: ["speaker"],
    verbs: ["deliver", "give", "make", "address", "speak at"],
  },
  declarer: {
    phrases: ["declared by", "announced by", "proclaimed by", "called by"],
    titles: ["declarer"],
    verbs: ["declare", "announce", "proclaim", "call"],
  },
  organizer: {
    phrases: ["organized by", "organised by", "convened by", "called by", "staged by"],
    titles: ["organizer", "organiser", "convener"],
    verbs: ["organize", "organise", "convene", "stage", "call"],
  },
  sponsor: {
    phrases: ["sponsored by", "introduced by", "tabled by", "proposed by", "brought in by", "moved by"],
    titles: ["sponsor", "proposer", "mover"],
    verbs: ["sponsor", "introduce", "table", "propose", "move", "bring in"],
  },
  author: {
    phrases: ["written by", "authored by", "drawn up by", "drafted by", "penned by", "prepared by"],
    titles: ["author", "drafter", "writer"],
    verbs: ["write", "author", "draw up", "draft", "pen"],
  },
  publisher: {
    phrases: ["published by", "issued by", "released by", "put out by"],
    titles: ["publisher"],
    verbs: ["publish", "issue", "release", "put out"],
  },
  founder: {
    phrases: ["founded by", "established by", "set up by", "created by"],
    titles: ["founder", "co-founder"],
    verbs: ["found", "establish", "set up", "create"],
  },
  leader: {
    phrases: ["led by", "headed by", "under the leadership of", "commanded by", "under the command of"],
    titles: ["leader", "head", "commander"],
    verbs: ["lead", "head", "command"],
  },
  director: {
    phrases: ["directed by", "led by", "under the direction of", "run by"],
    titles: ["director"],
    verbs: ["direct", "lead", "run", "oversee"],
  },
  winner: {
    phrases: ["won by", "with a victory for", "resulting in a victory for"],
    titles: ["winner", "victor"],
    verbs: ["win", "prevail in"],
  },
  loser: { phrases: ["lost by"], titles: ["loser"], verbs: ["lose"] },
  candidate: {
    phrases: ["contested by", "fought by"],
    titles: ["candidate", "contender"],
    verbs: ["run in", "stand in", "contest"],
  },
  appointee: {
    phrases: [],
    titles: ["appointee", "nominee"],
    verbs: ["be appointed", "be named", "take office"],
  },
  investigator: {
    phrases: ["investigated by", "conducted by"],
    titles: ["investigator"],
    verbs: ["investigate", "inquire into", "look into"],
  },
  funder: {
    phrases: ["funded by", "financed by", "paid for by"],
    titles: ["funder", "donor", "backer"],
    verbs: ["fund", "finance", "pay for", "bankroll"],
  },
  recipient: {
    phrases: ["awarded to", "granted to", "given to"],
    titles: ["recipient"],
    verbs: ["receive", "be awarded"],
  },
  rescuer: {
    phrases: ["rescued by", "evacuated by"],
    titles: ["rescuer"],
    verbs: ["rescue", "evacuate"],
  },
};
