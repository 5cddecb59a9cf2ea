const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that make what follows a supposition. */
export const SUPPOSING = set(
  "if unless whether suppose supposing supposed imagine assuming lest hypothetical hypothetically otherwise",
);
/** Unreal in the passive ("was planned for 3 May"), and in the active before "to" or "that" ("hoped to sign"). */
export const PLANNING = set(
  "plan schedule intend expect hope propose want wish urge demand offer suppose mean slate postpone cancel foresee envisage promise",
);
/** Attempts: unreal only before "to" ("tried to sign"), for one can also be tried in court. */
export const ATTEMPTS = set("seek try refuse fail decline attempt aim threaten");
export const PLANNED = set("due slated tentatively supposed");
/** Words that take back, or doubt, what their clause says. */
export const DOUBTING = set(
  "wrong wrongly wrongful false falsely mistake mistaken mistakenly erroneous erroneously incorrect incorrectly inaccurate inaccurately untrue myth rumour rumor rumours rumors rumoured rumored misreported misdated misstated confuse confused confusing deny denied denies doubt doubted doubtful disputed disproved debunked corrected correction misprint typo error contrary alleged allegedly purported purportedly supposedly",
);
/** "early reports", "some accounts": told in order to be corrected. */
export const VAGUE = set("some early earlier first initial several many older previous other");
export const ACCOUNTS = set(
  "report reports account accounts version versions agencies outlets papers newspapers files sources draft drafts story stories dispatches media",
);
/** "It is said that …", "is often claimed to have …": by nobody in particular. */
export const SAID = set("said claimed reported believed thought assumed rumoured rumored asserted");
export const FUTURE = set("will shall would could might should may 'll ought");
/** Negations that deny nothing: "not only", "no later than", "not until". */
export const HARMLESS = set(
  "only just merely until till later earlier fewer less more least long sooner doubt",
);
/** Verbs of saying, whose complement is somebody's word. */
export const SAYING = set(
  "say claim report believe think assume assert write state maintain hold insist argue suggest announce declare give",
);
/** After what somebody says: it is contradicted. */
export const TAKING_BACK = set("but yet though although however whereas while");
/** Words before a name that is spoken of as a word: "then called X", "the name X", "renamed from X". */
export const SPOKEN_OF_AS = set(
  "called named known styled termed dubbed christened renamed formerly previously originally once name names term word form spelling label say says said write writes wrote written aka alias spelt spelled",
);
