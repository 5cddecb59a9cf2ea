const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Heads of names and descriptions of which there are many, one after another. */
export const RECURRING = set(
  "talk negotiation meeting summit conference round session sitting visit trip election by-election vote ballot poll debate " +
    "hearing trial strike airstrike attack raid clash skirmish protest demonstration march rally report statement letter speech " +
    "address declaration match game fixture tournament cup championship olympics final race festival congress convention " +
    "assembly council budget act law bill resolution decree order award prize reading review survey census launch flight " +
    "mission exercise manoeuvre maneuver drill test ceasefire truce concert exhibition fair gala ceremony dinner workshop forum " +
    "retreat briefing sale auction update release reshuffle lecture course protocol directive regulation treaty convention",
);

/** Verbs that tell, with a date, when the thing itself was. */
export const HELD = set("sign conclude agree seal reach hold stage fight");
/** Verbs that can be told of one thing but once; in the passive, or those that take no object. */
export const ONCE_DONE = set(
  "adopt found establish open inaugurate launch enact repeal proclaim unveil complete abolish",
);
export const ONCE_BY_ITSELF = set("begin start open end close collapse expire");
/** "took place", "occurred". */
export const TAKES_PLACE = set("occur happen");

/** Words of a sentence that tells of a date which did not come true, or that others gave. */
export const UNSETTLED = set(
  "initially originally reportedly allegedly supposedly postponed rescheduled moved delayed adjourned brought " +
    "tentatively provisionally possibly perhaps probably maybe or either disputed accounts versions sources reports",
);
