const set = (words: string) => new Set(words.split(" "));

/** Words before a noun that make it another one of the kind: "a third round", "an earlier truce". */
export const OTHER = set(
  "another other others new newer second third fourth fifth sixth next previous earlier former later " +
    "subsequent future further final last recent different separate similar possible potential proposed " +
    "planned draft failed temporary partial local provisional unilateral brief any every each no such " +
    "many several some two three four five six",
);

/** Words that make another one even of a name: "the first Civil Rights Act". */
export const NAMESAKE = set(
  "another first second third fourth fifth new earlier later previous next last latest final original old future",
);

/** Nouns that stand for the event that they are "of": "the signing of the accord". */
export const ASPECTS = set(
  "signing signature opening start beginning outset end conclusion closing adoption announcement launch " +
    "outbreak holding completion day date time round session negotiation occasion publication passage " +
    "passing proclamation brokering text",
);

/** After a verb: it was done again, or otherwise than what is known ("met again", "closed early"). */
export const ANEW = /^(?:again|anew|afresh|early|late|briefly|temporarily)$/;

export const ORDINALS = set("first second third fourth fifth sixth seventh eighth ninth tenth");

/** Nouns for those who act for the state or body that they are "of". */
export const BODIES = set(
  "army armies forces troops navy government parliament assembly senate council court delegation delegations board " +
    "leaders members people state republic kingdom",
);
