import { IRREGULAR_VERBS, verbForms } from "../../text/inflect.ts";

/** Regular verbs that policy prose is full of: enough to tell a clause from a noun phrase, no dictionary. */
const REGULAR =
  "accept accuse achieve add admit adopt agree aim allow announce appear approve argue arrange ask assert attack attempt attend " +
  "back ban base believe belong blame block call campaign cancel carry cause cease chair change claim clash close collapse command " +
  "commit compile concede concern conclude condemn confirm consider contain continue control convene cooperate cover create criticise criticize cross " +
  "debate decide declare decline defeat delay deliver demand deny depart depend deploy describe deserve destroy develop die disappear discuss " +
  "dismiss dissolve divide drop elect emerge enable end endorse enjoy ensure enter escalate establish estimate examine exchange exist expand expect explain explode " +
  "express extend fail favour favor fear file finance finish follow force form found fund gain gather govern grant guarantee happen harden help hope host " +
  "identify ignore implement impose improve include increase indicate inform insist inspect intend introduce invite involve issue join judge kill lack land last launch " +
  "lean list live look lower maintain manage mark mediate mention merge move name need negotiate note object observe obtain occupy occur offer open operate oppose order organise organize own pass pause " +
  "perform permit persuade place plan play pledge point post postpone prefer prepare present press prevent print produce promise propose protect protest prove provide publish push question raise ratify reach receive " +
  "recognise recognize recall record recommend reduce refer refuse regard reject relate release rely remain remember remove repeat replace reply report represent request require resign resist resolve respond restore restrict result resume retain retire return reveal review " +
  "rule sanction schedule seem serve share shift sign signal start state stay stop succeed suffer suggest supply support suppose surrender suspend talk tend threaten tighten trace train transfer travel treat trust try turn unveil upgrade urge use " +
  "value visit vote wait walk want warn watch welcome wish withhold wonder work wreck";

/** Verbs whose forms are nouns at least as often: a verb only after a name, a pronoun or an auxiliary. */
const ALSO_NOUNS = new Set(
  (
    "talk talks report reports attack attacks strike strikes vote votes clash clashes sign signs march protest protests visit visits " +
    "ban bans act acts address deal deals end ends start starts close open order orders state states place places post posts name names " +
    "force forces hope fear need needs help work works play note notes point points claim claims demand demands call calls offer offers " +
    "plan plans rule rules support control change changes result results record records request review reviews return returns release " +
    "move moves share shares mark marks aim aims back base block blocks campaign campaigns cause causes command cover debate delay drop " +
    "exchange file files form forms fund funds gain host hosts increase issue issues judge lack land list lists look order pause permit press " +
    "present promise question questions reply sanction sanctions schedule shift signal supply suspect target train transfer treat trust try turn " +
    "upgrade upgrades use value wish walk witness set cut run bid hold lead leads left ground bound"
  ).split(/\s+/),
);

export interface VerbForm {
  readonly lemma: string;
  readonly tense: "base" | "third" | "past" | "participle" | "gerund";
}

const forms = new Map<string, VerbForm>();
for (const lemma of [...REGULAR.split(" "), ...Object.keys(IRREGULAR_VERBS)]) {
  const inflected = verbForms(lemma);
  for (const tense of ["gerund", "participle", "past", "third", "base"] as const) {
    forms.set(inflected[tense], { lemma, tense });
  }
}

forms.set("born", { lemma: "bear", tense: "participle" });

/** The verb that a word is a form of, going by a list of common verbs and by the ending of regular past forms. */
export function verbOf(key: string): VerbForm | undefined {
  const known = forms.get(key);
  if (known !== undefined) return known;
  if (key.length > 4 && key.endsWith("ed") && !key.endsWith("eed")) return { lemma: key, tense: "past" };
  return undefined;
}

export function isMostlyNoun(key: string): boolean {
  return ALSO_NOUNS.has(key);
}
