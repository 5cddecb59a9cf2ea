import { IRREGULAR_VERBS } from "../../text/inflect.ts";

/** Nouns of action whose verb cannot be told from their ending. */
const IRREGULAR: Record<string, string> = {
  recognition: "recognize",
  entry: "enter",
  introduction: "introduce",
  reduction: "reduce",
  production: "produce",
  suspension: "suspend",
  expansion: "expand",
  extension: "extend",
  decision: "decide",
  division: "divide",
  invasion: "invade",
  accession: "accede",
  succession: "succeed",
  cession: "cede",
  death: "die",
  birth: "bear",
  flight: "flee",
  loss: "lose",
  sale: "sell",
  choice: "choose",
  victory: "win",
  visit: "visit",
  speech: "speak",
  proof: "prove",
  belief: "believe",
  growth: "grow",
  arrival: "arrive",
  revival: "revive",
  denial: "deny",
  trial: "try",
  marriage: "marry",
  discovery: "discover",
  delivery: "deliver",
  recovery: "recover",
  takeover: "take over",
  handover: "hand over",
  pullout: "pull out",
  walkout: "walk out",
  breakdown: "break down",
  outbreak: "break out",
  breakthrough: "break through",
  launch: "launch",
  conquest: "conquer",
  response: "respond",
  defence: "defend",
  defense: "defend",
  offence: "offend",
  absorption: "absorb",
  resumption: "resume",
  assumption: "assume",
  conception: "conceive",
  dissolution: "dissolve",
  resolution: "resolve",
  revolution: "revolt",
  submission: "submit",
  admission: "admit",
  permission: "permit",
  transmission: "transmit",
  permit: "permit",
  repeal: "repeal",
  overthrow: "overthrow",
  outset: "set out",
  ascent: "ascend",
  descent: "descend",
  seizure: "seize",
  crossing: "cross",
};

/**
 * The verbs that a noun of action may be formed from: "establishment" → establish, "withdrawal" → withdraw.
 * By ending, so that some answers are no words; whoever asks compares with verbs that occur.
 */
export function verbsOfNoun(noun: string): string[] {
  const irregular = IRREGULAR[noun];
  if (irregular !== undefined) return [irregular];
  const stems: string[] = [];
  const strip = (ending: string, ...endings: string[]) => {
    if (noun.length > ending.length + 2 && noun.endsWith(ending)) {
      for (const end of endings) stems.push(noun.slice(0, -ending.length) + end);
    }
  };
  strip("ication", "ify", "ish", "icate");
  strip("ization", "ize");
  strip("isation", "ise");
  strip("ation", "ate", "e", "");
  strip("ition", "ite", "e");
  strip("tion", "t", "te");
  strip("sion", "d", "de", "s", "se");
  strip("ment", "");
  strip("ance", "", "e");
  strip("ence", "", "e");
  strip("ure", "", "e");
  strip("al", "", "e");
  strip("ing", "", "e");
  if (/([bdgmnprt])\1ing$/.test(noun)) stems.push(noun.slice(0, -4));
  if (IRREGULAR_VERBS[noun] !== undefined || ZERO.has(noun)) stems.push(noun);
  return stems;
}

/** Nouns that are their own verb. */
const ZERO = new Set(
  (
    "return upgrade attack strike vote talk report visit protest march release sign sack retreat reform purge raid siege merge launch " +
    "collapse defeat escape rescue search murder kidnap hijack transfer exchange debate review repeal appeal award grant ban boycott embargo " +
    "blockade revolt coup advance rise fall start end close open split deal pledge walk crash fire flood bomb shell ambush arrest trial test"
  ).split(" "),
);
