const set = (words: string) => new Set(words.split(/\s+/));

/** Verbs with "as" and an office whose subject holds it: "served as". */
export const SERVING = set(
  "serve act work stand sit continue remain reign rule govern officiate function double",
);

/** Verbs with "as" and an office whose subject takes it up: "took over as". */
export const TAKING_UP = set("return begin start join take succeed replace follow enter");

/** Verbs with "as" and an office whose subject gives it up: "resigned as". */
export const GIVING_UP = set("resign retire step quit leave stand depart bow");

/** Verbs that put their object, or in the passive their subject, into an office: "appointed her director". */
export const APPOINTING = set(
  "appoint name elect install confirm swear choose select make designate reappoint reelect promote crown",
);

/** Forms of these verbs, for words that the tagger takes for something else. */
export const APPOINTED =
  /^(?:appointed|named|elected|installed|confirmed|sworn|chosen|selected|made|designated|reappointed|reelected|promoted|crowned)$/;

/** Nouns of a person's time in an office: "her tenure as director". */
export const TENURE = /^(?:tenure|term|time|stint|spell|years|period|days|career)$/;

/** Verbs whose subject leads the body that is their object, with the nouns of those who do. */
export const LEADING: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    lead: "leader head chairman chair president director captain commander chief coach",
    head: "head director chief chairman chair president leader manager",
    chair: "chair chairman chairwoman chairperson president",
    command: "commander captain chief general",
    direct: "director head",
    govern: "governor",
    captain: "captain",
    coach: "coach trainer manager",
    manage: "manager director",
    edit: "editor",
    conduct: "conductor",
  }).map(([verb, nouns]) => [verb, set(nouns)]),
);
