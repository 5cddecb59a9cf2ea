const set = (words: string) => new Set(words.split(" "));

/** Verbs that deny what they lead to: "refused to sign". */
export const NEGATORS = set("refuse decline fail neglect omit forget forbear");
/** Verbs that leave what they lead to as true as if it stood alone: "began to sign". */
export const CARRIERS = set("begin start continue come go manage dare cease proceed hasten agree");

/** Verbs and nouns for what has not happened: what hangs on them is not told ("feared the collapse of the talks"). */
export const UNREAL = set(
  "fear avoid prevent avert risk threaten predict expect hope wish want seek demand require urge propose prepare plan await hinder block " +
    "doubt suggest imagine consider discuss debate promise call pray press work push bet condition depend hinge chance chances prospect " +
    "prospects risk possibility danger hopes fears likelihood warning threat attempt attempts offer offers ask request explain",
);

/** What a word between two events says of their order: the first named comes "before" the second, or "after" it. */
export type Order = "before" | "after";

interface OrderCue {
  readonly order: Order;
  /** What may stand there instead, if the order is the other one; best first. */
  readonly instead: readonly string[];
}

/** Prepositions and conjunctions: "A came after B", "A ended before B began". Of several words the last one governs. */
export const ORDER_PREPOSITIONS: Readonly<Record<string, OrderCue>> = {
  after: { order: "after", instead: ["before"] },
  following: { order: "after", instead: ["before"] },
  before: { order: "before", instead: ["after"] },
  preceding: { order: "before", instead: ["after"] },
  "earlier than": { order: "before", instead: ["later than"] },
  "later than": { order: "after", instead: ["earlier than"] },
  "subsequent to": { order: "after", instead: ["prior to"] },
  "prior to": { order: "before", instead: ["after"] },
  "previous to": { order: "before", instead: ["after"] },
  "ahead of": { order: "before", instead: ["after"] },
  "in advance of": { order: "before", instead: ["after"] },
  "in the run-up to": { order: "before", instead: ["in the aftermath of", "after"] },
  "in the run - up to": { order: "before", instead: ["in the aftermath of", "after"] },
  "on the eve of": { order: "before", instead: ["after"] },
  "in the wake of": { order: "after", instead: ["ahead of", "before"] },
  "in the aftermath of": { order: "after", instead: ["in the run-up to", "before"] },
  "on the heels of": { order: "after", instead: ["ahead of", "before"] },
  "as a result of": { order: "after", instead: ["before"] },
  "as a consequence of": { order: "after", instead: ["before"] },
  "in response to": { order: "after", instead: ["before"] },
  "in reaction to": { order: "after", instead: ["before"] },
  "thanks to": { order: "after", instead: ["before"] },
};

interface OrderVerb extends OrderCue {
  /** In the infinitive. */
  readonly verb: string;
}

/** Verbs whose subject comes before, or after, their object; `instead` in the infinitive as well. */
export const ORDER_VERBS: readonly OrderVerb[] = [
  ...verbs("after", "follow|succeed|follow on|follow upon|follow on from", [
    "precede",
    "lead to",
    "come before",
  ]),
  ...verbs("after", "result from|arise from|stem from|grow out of|spring from|flow from|originate in", [
    "lead to",
    "precede",
  ]),
  ...verbs("before", "precede|predate|antedate|foreshadow|herald", ["follow", "come after"]),
  ...verbs(
    "before",
    "lead to|lead up to|lead directly to|trigger|spark|prompt|provoke|cause|bring about|result in|give rise to|pave the way for|" +
      "open the way for|open the way to|clear the way for|prepare the way for|prepare the ground for|lay the ground for|" +
      "lay the groundwork for|set the stage for|usher in|set off|set in motion|culminate in|end in|open the door to|open the door for",
    ["follow", "result from"],
  ),
];

function verbs(order: Order, list: string, instead: readonly string[]): OrderVerb[] {
  return list.split("|").map((verb) => ({ verb, order, instead: instead.filter((other) => other !== verb) }));
}

/** Measures of time that may lead to the order words: "in the months before", "weeks after". */
export const BEFORE_ORDER = set(
  "in the days weeks months years hours day week month year hour only just shortly immediately right soon long even not already period",
);

/** Words after "was already" for what is past. */
export const OVER = set("over past history behind gone finished complete concluded done");

/** Words after "lay" or "was" that put a subject before, or after, the time that is told. */
export const DISTANCES: Readonly<Record<string, OrderCue>> = {
  ahead: { order: "after", instead: ["back"] },
  away: { order: "after", instead: ["back"] },
  back: { order: "before", instead: ["ahead"] },
  past: { order: "before", instead: ["ahead"] },
  behind: { order: "before", instead: ["ahead"] },
};

/** Verbs of beginning and being, beside those of an outcome, by which an event is told to have taken place. */
export const TAKING_PLACE = set(
  "come occur happen take begin start open commence end close finish conclude hold sign agree reach sit meet launch erupt break be convene " +
    "follow adopt pass hit strike fall resume declare announce adjourn complete establish found create form inaugurate publish issue appear " +
    "release stage host arrive last date sit seal strike approve reject ratify deliver hand print unveil cease stop resign collapse fail founder stall succeed",
);

/** Applications to a court or a chamber: to uphold one is to approve, to dismiss one is to reject. */
export const APPLICATIONS = set(
  "complaint complaints challenge appeal appeals petition petitions claim suit lawsuit case objection motion application request bid plea action",
);
export const GRANTING = set("uphold allow grant sustain accept approve");
export const DENYING = set("reject dismiss deny refuse");

/** "nearly failed", "at first": the outcome was another one, or is only half told. */
export const HALF = set(
  "nearly almost initially partly partially half narrowly practically virtually apparently seemingly ostensibly temporarily momentarily " +
    "briefly first twice often sometimes usually somewhat largely mostly technically",
);

/** Opposites that a claim's predicate may be denied with though no vocabulary lists them: verb → adjectives and verbs. */
export const OPPOSITES: Readonly<Record<string, readonly string[]>> = {
  close: ["open"],
  shut: ["open"],
  open: ["closed", "shut"],
  accept: ["reject"],
  reject: ["accept"],
  recognize: ["reject"],
  support: ["oppose"],
  oppose: ["support"],
  endorse: ["oppose", "reject"],
  ban: ["allow", "permit"],
  allow: ["ban", "forbid", "prohibit"],
  permit: ["ban", "forbid", "prohibit"],
  join: ["leave"],
  leave: ["join"],
};

/** Whoever may do something: "no state recognizes it", "nobody has". */
export const ANYBODY = set(
  "country countries state states government governments nation nations power powers party parties member members company companies " +
    "organization organisation body club team university chamber institution one nobody none",
);

/** Nouns that stand for the actor before them: "the Russian government", "the Taliban leadership". */
export const AUTHORITIES = set(
  "government governments regime administration authorities leadership state republic party movement group organization organisation side " +
    "company firm team club",
);

/** Verbs of saying and thinking: what they lead to is somebody's view. */
export const SAYING = set(
  "say claim argue assert maintain insist believe think suggest report state declare announce allege contend note add write tell suppose " +
    "assume hope fear deny warn promise complain suspect repeat",
);

/** Words that move a statement into another time than that of its tense. */
export const OTHER_TIME = set(
  "once formerly previously initially originally used until till before earlier longer then soon someday eventually later afterwards when " +
    "while after",
);

/** Words that may follow an object without changing what it is: "bans trawling close to the coast". */
export const AFTER_OBJECT = set(
  "close near next off inside outside again alone altogether outright back today now itself either too",
);
