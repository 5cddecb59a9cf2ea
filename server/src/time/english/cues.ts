import type { Bound, Boundary, Modifier } from "../time.ts";

/** English words around dates and lengths of time, by folded key: what they add to them, and what they tell of their neighbours. */

/** "late May", "mid-October", "early in 2014". */
export const MODIFIERS: ReadonlyMap<string, Modifier> = new Map<string, Modifier>([
  ["early", "early"],
  ["late", "late"],
  ["mid", "mid"],
  ["middle", "mid"],
]);

/** "the end of March", "the first week of December", "the latter half of 2008". */
export const PARTS: ReadonlyMap<string, Modifier | "ordinal"> = new Map<string, Modifier | "ordinal">([
  ["beginning", "early"],
  ["start", "early"],
  ["opening", "early"],
  ["outset", "early"],
  ["middle", "mid"],
  ["end", "late"],
  ["close", "late"],
  ["half", "ordinal"],
  ["part", "ordinal"],
  ["week", "ordinal"],
  ["weeks", "ordinal"],
  ["days", "ordinal"],
  ["day", "ordinal"],
  ["months", "ordinal"],
  ["years", "ordinal"],
]);

/** Before a part: which one. */
export const PART_ORDER: ReadonlyMap<string, Modifier> = new Map<string, Modifier>([
  ["first", "early"],
  ["early", "early"],
  ["earlier", "early"],
  ["opening", "early"],
  ["second", "late"],
  ["third", "mid"],
  ["fourth", "late"],
  ["latter", "late"],
  ["later", "late"],
  ["last", "late"],
  ["late", "late"],
  ["final", "late"],
  ["closing", "late"],
  ["middle", "mid"],
]);

export const APPROXIMATE: ReadonlySet<string> = new Set(
  "about around circa c ca roughly approximately approx some".split(" "),
);

export const BOUNDARIES: ReadonlyMap<string, Boundary> = new Map<string, Boundary>([
  ["since", "since"],
  ["until", "until"],
  ["till", "until"],
  ["before", "before"],
  ["after", "after"],
  ["by", "by"],
]);

/** Before a number of units. */
export const BOUND_WORDS: ReadonlyMap<string, Bound> = new Map<string, Bound>([
  ["about", "about"],
  ["around", "about"],
  ["roughly", "about"],
  ["some", "about"],
  ["approximately", "about"],
  ["nearly", "about"],
  ["almost", "about"],
  ["barely", "about"],
  ["scarcely", "about"],
  ["hardly", "about"],
  ["over", "atLeast"],
  ["under", "atMost"],
  ["within", "atMost"],
  ["exactly", "exact"],
  ["just", "exact"],
  ["only", "exact"],
  ["precisely", "exact"],
  ["mere", "exact"],
]);

/** The same, of two words. */
export const BOUND_PAIRS: ReadonlyMap<string, Bound> = new Map<string, Bound>([
  ["more than", "atLeast"],
  ["at least", "atLeast"],
  ["less than", "atMost"],
  ["fewer than", "atMost"],
  ["at most", "atMost"],
  ["up to", "atMost"],
]);

export const VAGUE_AMOUNTS: ReadonlySet<string> = new Set("several few many some numerous".split(" "));

/** May stand between a number and its unit. */
export const UNIT_ADJECTIVES: ReadonlySet<string> = new Set(
  "more full whole long short further successive consecutive calendar straight past previous preceding next following coming upcoming".split(
    " ",
  ),
);

/** Which neighbour: "last month", "the following year", "that autumn". */
export const DEICTICS: ReadonlyMap<
  string,
  { readonly shift: -1 | 0 | 1; readonly from: "draft" | "previous" }
> = new Map([
  ["last", { shift: -1, from: "draft" }],
  ["past", { shift: -1, from: "draft" }],
  ["this", { shift: 0, from: "draft" }],
  ["current", { shift: 0, from: "draft" }],
  ["next", { shift: 1, from: "draft" }],
  ["coming", { shift: 1, from: "draft" }],
  ["upcoming", { shift: 1, from: "draft" }],
  ["that", { shift: 0, from: "previous" }],
  ["same", { shift: 0, from: "previous" }],
  ["following", { shift: 1, from: "previous" }],
  ["succeeding", { shift: 1, from: "previous" }],
  ["subsequent", { shift: 1, from: "previous" }],
  ["previous", { shift: -1, from: "previous" }],
  ["preceding", { shift: -1, from: "previous" }],
  ["prior", { shift: -1, from: "previous" }],
] as const);

export const DAYS_AROUND: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tonight", 0],
  ["tomorrow", 1],
] as const);

/** After them a bare name of a month, a season or a year is a date. */
export const DATE_PREPOSITIONS: ReadonlySet<string> = new Set(
  "in since until till during by from to before after of through throughout between for around about circa late early mid and or last this next that previous following and".split(
    " ",
  ),
);

/** After them a number of four digits is a year, unless it counts something. */
export const YEAR_PREPOSITIONS: ReadonlySet<string> = new Set(
  "in since until till during by from to before after of through throughout between around about circa c ca late early mid year the and or for than as into on both either s ' ( [ , ; : - / |".split(
    " ",
  ),
);

/** What follows them is a number of something else. */
export const NUMBERED_THINGS: ReadonlySet<string> = new Set(
  "agenda vision horizon expo resolution resolutions proposition propositions petition motion amendment decision decisions laws bills decrees regulations directives statute section sections article articles no nos number numbers page pages pp p room file files law decree order directive regulation flight form part chapter paragraph clause line model version route highway km unscr iso rfc std ieee ref reference case docket bill rule note figure table annex item lot grant channel level code unit § # $ £ € ¥ no. route suite building box apt extension ext phone tel fax fl id isbn doi vol volume issue".split(
    " ",
  ),
);

/** Before them a number counts. */
export const COUNTED_THINGS: ReadonlySet<string> = new Set(
  "people men women children troops soldiers percent % per km m mi kg lb ft mm cm miles metres meters hours minutes dollars euros pounds million billion thousand hundred °".split(
    " ",
  ),
);

/** Words that may follow a bare day number at the end of a list ("May 3 and 5 in Doha"). */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  "in at of by with the when as and or for to on after before during from while but that which who where is was were are has had it they he she this a an between against because until if under over then until were would will did".split(
    " ",
  ),
);
