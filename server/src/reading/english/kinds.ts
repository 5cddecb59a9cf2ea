/** Kinds of event that a wider word may stand for: "the agreement" can be a ceasefire, "the meeting" a summit. */
const WIDER: Record<string, readonly string[]> = {
  agreement: ["ceasefire", "treaty", "declaration", "signing"],
  treaty: ["agreement", "signing"],
  meeting: ["summit", "conference", "talks", "visit"],
  conference: ["summit", "meeting", "talks"],
  summit: ["conference", "meeting"],
  talks: ["summit"],
  attack: ["strike", "bombing", "massacre", "robbery", "assassination", "kidnapping"],
  bombing: ["attack"],
  strike: ["attack"],
  clash: ["war", "attack"],
  war: ["clash"],
  vote: ["adoption", "referendum", "election", "resolution"],
  adoption: ["vote", "resolution"],
  declaration: ["agreement", "statement"],
  statement: ["declaration"],
};

/** The types of event that a noun for one kind may be used of. */
export function meanings(kind: string): readonly string[] {
  return [kind, ...(WIDER[kind] ?? [])];
}

/** Kinds that take their time: a single known date may be that of their end, and says nothing about when they began. */
const LASTING = new Set(
  "war siege withdrawal campaign decommissioning takeover occupation blockade migration".split(" "),
);

export function isLasting(type: string): boolean {
  return LASTING.has(type);
}

/** Kinds that begin by being announced. */
const ANNOUNCED = new Set("ceasefire declaration statement resignation report".split(" "));

export function isAnnounced(type: string): boolean {
  return ANNOUNCED.has(type);
}

/** Kinds that come again: a place or a thing can have several. */
const RECURRING = new Set(
  "war siege attack strike bombing clash raid battle visit protest election referendum talks summit meeting conference ceasefire vote walkout final".split(
    " ",
  ),
);

export function isRecurring(type: string): boolean {
  return RECURRING.has(type);
}
