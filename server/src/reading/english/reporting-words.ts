import { formsOf } from "../../text/inflect.ts";
import { stemOf } from "../claims/stem.ts";

const forms = (verbs: string) => new Set(verbs.split(" ").flatMap((verb) => [verb, ...formsOf(verb)]));

/** Who is their subject makes a claim. */
export const CLAIMING = forms(
  "say claim allege maintain insist assert contend argue charge accuse blame suspect believe",
);

/** Who is their subject takes no part in a claim but tells it, or does not hold it. */
export const TELLING = forms(
  "report tell write note add warn declare announce state suggest imply hint repeat echo recall deny reject dispute contest doubt refute dismiss question think consider regard call find conclude admit concede acknowledge confess suppose fear hear ask know",
);

/** Nouns for a claim that somebody makes: "the allegation that". */
export const CLAIM_NOUNS = new Set(
  "allegation allegations accusation accusations charge charges claim claims assertion assertions contention suspicion suspicions theory rumour rumor rumours rumors version account story complaint complaints view belief".split(
    " ",
  ),
);

/** Words that leave it open whether something is so. */
export const HEDGES =
  /^(?:allegedly|reportedly|supposedly|purportedly|apparently|ostensibly|presumably|perhaps|possibly|probably|alleged|purported|supposed|reputed|reputedly|rumoured|rumored|accused|suspected|blamed|so-called|may|might|could|whether|if|contested|disputed|unproven|unproved|denies|denied|denying|denial|denials|convicted|acquitted|indicted|investigated|investigating|arrested|tried|sued|suspect|suspects|evidence|proof|idea|notion|possibility|hypothesis|speculation|doubt|doubts|hint|hints|myth|impression|indication|indications)$/;

/** "is said to have", "is believed to". */
export const SAID_TO =
  /^(?:said|believed|thought|alleged|reported|claimed|held|understood|supposed|rumoured|rumored)$/;

/** Words of certainty after "it is", "has been". */
export const CERTAIN =
  /^(?:proved|proven|established|certain|clear|known|confirmed|undisputed|undeniable|beyond|shown|fact|settled|sure|evident|obvious)$/;

/** Stems of words that tell that something is claimed, and say nothing of what. */
export const REPORTING_STEMS = new Set(
  [
    ...CLAIMING,
    ...TELLING,
    ...CLAIM_NOUNS,
    "according",
    "denies",
    "dispute",
    "disputes",
    "government",
    "official",
    "officials",
  ].map(stemOf),
);
