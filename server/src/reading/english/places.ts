/** Prepositions that put an event at a place. */
export const AT = new Set(["in", "at", "inside", "within", "on", "off"]);
/** "in the town of …": nouns between the preposition and the name. */
export const PLACE_NOUNS = new Set(
  (
    "town city capital village port district province region state county suburb outskirts heart centre center resort seat quarter " +
    "island valley border neighbourhood neighborhood municipality country stadium hall palace castle hotel harbour harbor"
  ).split(" "),
);
