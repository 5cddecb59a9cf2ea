import type { EventTypeWords } from "../knowledge.ts";

/**
 * The event types that every knowledge base may use, with the words by which English speaks of them. Nouns in the
 * singular (in the plural where only that is used); verbs in the infinitive with the words that belong to them.
 */
export const EVENT_TYPES: Readonly<Record<string, EventTypeWords>> = {
  // Conflict
  war: {
    terms: ["war", "civil war", "armed conflict", "conflict", "hostilities"],
    verbs: ["go to war", "wage war", "make war", "be at war"],
  },
  clash: {
    terms: [
      "clash",
      "fighting",
      "skirmish",
      "battle",
      "firefight",
      "escalation",
      "exchange of fire",
      "confrontation",
    ],
    verbs: ["clash", "skirmish", "exchange fire", "trade fire", "fight"],
  },
  attack: {
    terms: ["attack", "assault", "raid", "ambush", "offensive", "incursion", "invasion", "shooting"],
    verbs: ["attack", "assault", "raid", "ambush", "invade", "storm"],
  },
  strike: {
    terms: ["strike", "airstrike", "air strike", "air raid", "drone strike", "missile strike", "shelling"],
    verbs: ["strike", "shell", "launch strikes", "carry out strikes"],
  },
  bombing: {
    terms: [
      "bombing",
      "bomb attack",
      "bomb blast",
      "car bombing",
      "suicide bombing",
      "bombardment",
      "blast",
      "explosion",
    ],
    verbs: ["bomb", "blow up", "bombard", "set off a bomb", "plant a bomb"],
  },
  siege: { terms: ["siege", "blockade", "encirclement"], verbs: ["besiege", "lay siege to", "blockade"] },
  takeover: {
    terms: ["takeover", "take-over", "seizure of power", "return to power", "capture of power"],
    verbs: [
      "take over",
      "seize power",
      "return to power",
      "take power",
      "come to power",
      "sweep to power",
      "retake",
      "recapture",
      "overrun",
      "conquer",
    ],
  },
  coup: {
    terms: ["coup", "coup d'état", "coup d’etat", "military coup", "putsch", "overthrow"],
    verbs: ["overthrow", "oust", "topple", "depose", "stage a coup"],
  },
  withdrawal: {
    terms: ["withdrawal", "pull-out", "pullout", "pullback", "departure", "exit", "retreat", "drawdown"],
    verbs: ["withdraw", "pull out", "pull back", "retreat", "leave"],
  },
  massacre: { terms: ["massacre", "killing", "mass killing", "atrocity"], verbs: ["massacre", "slaughter"] },
  assassination: { terms: ["assassination", "murder"], verbs: ["assassinate", "murder"] },
  kidnapping: {
    terms: ["kidnapping", "abduction", "hostage-taking"],
    verbs: ["kidnap", "abduct", "take hostage"],
  },
  robbery: { terms: ["robbery", "heist", "hold-up"], verbs: ["rob", "hold up"] },
  arrest: { terms: ["arrest", "detention", "capture"], verbs: ["arrest", "detain", "take into custody"] },
  release: { terms: ["release", "prisoner release", "liberation"], verbs: ["release", "free", "set free"] },
  decommissioning: {
    terms: ["decommissioning", "disarmament", "demobilization", "demobilisation"],
    verbs: ["decommission", "disarm", "lay down arms", "demobilize", "demobilise"],
  },

  // Making peace, making law between states
  ceasefire: {
    terms: [
      "ceasefire",
      "cease-fire",
      "truce",
      "armistice",
      "cessation of hostilities",
      "ceasefire agreement",
      "ceasefire deal",
    ],
    verbs: ["cease fire", "agree to a ceasefire", "declare a ceasefire", "call a truce", "stop fighting"],
  },
  talks: {
    terms: [
      "talks",
      "peace talks",
      "negotiations",
      "peace negotiations",
      "round of talks",
      "round of negotiations",
      "discussions",
      "consultations",
      "dialogue",
    ],
    verbs: ["hold talks", "negotiate", "enter talks", "open negotiations", "hold discussions"],
  },
  agreement: {
    terms: [
      "agreement",
      "accord",
      "deal",
      "pact",
      "settlement",
      "peace agreement",
      "peace deal",
      "peace accord",
    ],
    verbs: ["reach an agreement", "reach agreement", "strike a deal", "conclude an agreement", "agree on"],
  },
  treaty: {
    terms: ["treaty", "peace treaty", "convention", "covenant", "protocol"],
    verbs: ["conclude a treaty", "sign a treaty"],
  },
  declaration: {
    terms: ["declaration", "joint declaration", "proclamation", "communiqué", "communique"],
    verbs: ["declare", "proclaim"],
  },
  signing: {
    terms: ["signing", "signature", "signing ceremony"],
    verbs: ["sign", "initial", "put its name to"],
  },
  ratification: { terms: ["ratification", "accession"], verbs: ["ratify", "accede to"] },
  recognition: {
    terms: ["recognition", "diplomatic recognition"],
    verbs: ["recognize", "recognise", "grant recognition"],
  },
  demarcation: {
    terms: ["demarcation", "delimitation", "drawing", "establishment"],
    verbs: ["demarcate", "delimit", "draw"],
  },
  sanctions: {
    terms: ["imposition of sanctions", "embargo", "sanctions"],
    verbs: ["impose sanctions", "sanction", "embargo"],
  },

  // Meeting
  summit: { terms: ["summit", "summit meeting", "top-level meeting"], verbs: ["hold a summit"] },
  meeting: {
    terms: ["meeting", "encounter", "session", "gathering", "conference"],
    verbs: ["meet", "hold a meeting", "convene"],
  },
  conference: {
    terms: ["conference", "congress", "convention", "symposium", "forum", "assembly"],
    verbs: ["convene", "hold a conference"],
  },
  visit: { terms: ["visit", "state visit", "trip", "tour"], verbs: ["visit", "travel to", "pay a visit to"] },
  speech: {
    terms: ["speech", "address", "lecture"],
    verbs: ["give a speech", "deliver a speech", "address"],
  },
  protest: {
    terms: ["protest", "demonstration", "rally", "march", "riot", "unrest"],
    verbs: ["protest", "demonstrate", "rally", "march", "take to the streets"],
  },
  walkout: {
    terms: ["walkout", "walk-out", "industrial action", "stoppage"],
    verbs: ["walk out", "go on strike", "down tools"],
  },
  ceremony: { terms: ["ceremony", "inauguration", "commemoration"], verbs: ["inaugurate", "commemorate"] },

  // Choosing and deciding
  election: {
    terms: ["election", "general election", "by-election", "presidential election"],
    verbs: ["elect", "go to the polls", "hold elections", "hold an election"],
  },
  referendum: { terms: ["referendum", "plebiscite"], verbs: ["hold a referendum"] },
  vote: {
    terms: ["vote", "final vote"],
    verbs: ["vote", "pass", "vote down", "vote on", "approve", "reject"],
  },
  resolution: {
    terms: ["resolution", "motion"],
    verbs: ["adopt a resolution", "pass a resolution"],
  },
  introduction: {
    terms: ["introduction", "tabling", "presentation"],
    verbs: ["introduce", "table", "bring in", "present"],
  },
  adoption: {
    terms: ["adoption", "enactment", "approval", "passage"],
    verbs: ["adopt", "enact", "approve", "pass"],
  },
  entryIntoForce: {
    terms: ["entry into force", "entry into effect", "coming into force", "commencement"],
    verbs: [
      "enter into force",
      "come into force",
      "take effect",
      "come into effect",
      "enter into effect",
      "go into effect",
    ],
  },
  amendment: { terms: ["amendment", "revision", "reform"], verbs: ["amend", "revise", "reform"] },
  repeal: {
    terms: ["repeal", "revocation", "abolition", "annulment"],
    verbs: ["repeal", "revoke", "abolish", "annul"],
  },
  ruling: {
    terms: ["ruling", "judgment", "judgement", "verdict", "decision", "court ruling"],
    verbs: ["rule", "hand down", "uphold", "strike down", "overturn"],
  },
  trial: {
    terms: ["trial", "prosecution", "court case", "hearing"],
    verbs: ["prosecute", "put on trial", "stand trial"],
  },
  decision: { terms: ["decision", "decree"], verbs: ["decide", "decree"] },

  // Offices
  appointment: {
    terms: ["appointment", "nomination", "swearing-in", "installation", "accession"],
    verbs: ["appoint", "nominate", "swear in", "install", "take office"],
  },
  resignation: {
    terms: ["resignation", "retirement"],
    verbs: ["resign", "step down", "quit", "stand down", "leave office", "retire"],
  },
  dismissal: {
    terms: ["dismissal", "sacking", "removal"],
    verbs: ["dismiss", "sack", "fire", "remove from office"],
  },
  birth: { terms: ["birth"], verbs: ["be born"] },
  death: { terms: ["death"], verbs: ["die", "pass away"] },

  // Making and ending things
  founding: {
    terms: ["founding", "foundation", "establishment", "creation", "formation", "setting up"],
    verbs: ["found", "establish", "create", "form", "set up"],
  },
  dissolution: {
    terms: ["dissolution", "disbandment", "break-up", "breakup", "winding up"],
    verbs: ["dissolve", "disband", "break up", "wind up", "cease to exist"],
  },
  independence: {
    terms: ["independence", "secession"],
    verbs: ["gain independence", "become independent", "secede"],
  },
  annexation: { terms: ["annexation"], verbs: ["annex"] },
  opening: {
    terms: ["opening", "inauguration", "re-opening"],
    verbs: ["open", "inaugurate"],
  },
  closure: {
    terms: ["closure", "closing", "shutdown", "shut-down"],
    verbs: ["close", "shut", "shut down", "seal"],
  },
  launch: {
    terms: ["launch", "kick-off"],
    verbs: ["launch", "kick off"],
  },
  completion: { terms: ["completion"], verbs: ["complete"] },
  merger: { terms: ["merger", "amalgamation", "acquisition"], verbs: ["merge", "amalgamate", "acquire"] },
  suspension: {
    terms: ["suspension", "collapse", "interruption"],
    verbs: ["suspend", "collapse", "put on hold", "interrupt"],
  },
  restoration: { terms: ["restoration", "resumption"], verbs: ["restore", "resume", "reinstate"] },
  devolution: {
    terms: ["devolution", "transfer of power", "handover"],
    verbs: ["devolve", "hand over", "transfer"],
  },

  // Words
  report: {
    terms: ["report", "study", "review", "assessment"],
    verbs: ["publish a report", "issue a report"],
  },
  statement: {
    terms: ["statement", "remark", "announcement", "press release"],
    verbs: ["announce", "issue a statement"],
  },
  publication: {
    terms: ["publication", "release"],
    verbs: ["publish", "release", "bring out"],
  },
  retraction: { terms: ["retraction"], verbs: ["retract", "take back"] },
  disclosure: {
    terms: ["disclosure", "admission", "revelation", "leak"],
    verbs: ["disclose", "admit", "concede", "reveal", "leak"],
  },
  discovery: { terms: ["discovery"], verbs: ["discover"] },
  invention: { terms: ["invention"], verbs: ["invent"] },

  // Going and coming, nature and accident
  departure: {
    terms: ["departure", "sailing"],
    verbs: ["depart", "leave", "set out", "sail", "set off"],
  },
  arrival: { terms: ["arrival", "landing"], verbs: ["arrive", "land"] },
  return: { terms: ["return", "homecoming"], verbs: ["return", "come back", "go back"] },
  evacuation: { terms: ["evacuation", "airlift"], verbs: ["evacuate", "airlift"] },
  deployment: { terms: ["deployment", "dispatch"], verbs: ["deploy", "dispatch"] },
  accident: {
    terms: ["accident", "crash", "collision", "derailment"],
    verbs: ["crash", "collide", "derail"],
  },
  disaster: {
    terms: ["disaster", "earthquake", "flood", "storm", "hurricane", "famine"],
    verbs: ["flood"],
  },
};
