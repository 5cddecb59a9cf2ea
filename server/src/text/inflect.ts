/** The forms of an English verb. */
export interface VerbForms {
  readonly base: string;
  readonly third: string;
  readonly past: string;
  readonly participle: string;
  readonly gerund: string;
}

/**
 * The forms of a verb in lower case, given as its infinitive; of several words the first is inflected ("break off" →
 * "broke off"). Regular verbs follow the British spelling where it doubles a letter that the American does not.
 */
export function verbForms(lemma: string): VerbForms {
  const gap = lemma.indexOf(" ");
  const base = gap < 0 ? lemma : lemma.slice(0, gap);
  const rest = gap < 0 ? "" : lemma.slice(gap);
  const irregular = Object.hasOwn(IRREGULAR_VERBS, base) ? IRREGULAR_VERBS[base] : undefined;
  const past = irregular?.[0] ?? regularPast(base);
  return {
    base: lemma,
    third: (THIRD.get(base) ?? withS(base)) + rest,
    past: past + rest,
    participle: (irregular?.[1] ?? past) + rest,
    gerund: (base === "be" ? "being" : regularGerund(base)) + rest,
  };
}

/**
 * Every form of a verb: those of {@link verbForms}, the persons of "be", and what else is in use ("gotten", and with one
 * letter "traveled").
 */
export function formsOf(lemma: string): string[] {
  const [base, ...rest] = lemma.split(" ") as [string, ...string[]];
  const others = OTHER_FORMS.filter(([, of]) => of === base).map(([form]) => form);
  const american = isBritishDoubling(base) ? [`${base}ed`, `${base}ing`] : [];
  const more = [...others, ...american].map((form) => [form, ...rest].join(" "));
  return [...new Set([...Object.values(verbForms(lemma)), ...more])];
}

/**
 * The plural of a noun; of a phrase, that of its head ("round of talks" → "rounds of talks"). What already is a plural
 * stays as it is.
 */
export function pluralOf(noun: string): string {
  const [, before = "", head = noun, after = ""] = HEAD.exec(noun) ?? [];
  return before + pluralWord(head) + after;
}

/**
 * The infinitives that a word may be a form of, by table and by ending, in both spellings ("travelled", "traveled").
 * Some are no words at all: whoever asks compares with verbs that there are. Empty if it is no inflected form.
 */
export function lemmasOf(word: string): string[] {
  const candidates = new Set(IRREGULAR_LEMMAS.get(word));
  for (const [ending, replacements] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    for (const replacement of replacements) candidates.add(stem + replacement);
    const double = stem.at(-1) === stem.at(-2) && ending.length > 1;
    if (double) candidates.add(stem.slice(0, -1));
  }
  return [...candidates].filter((lemma) => lemma.length > 1 && isFormOf(word, lemma));
}

/** Past form and past participle by infinitive; the more usual one where English has two. */
export const IRREGULAR_VERBS: Readonly<Record<string, readonly [past: string, participle: string]>> = table(`
  arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|begin began begun
  behold beheld beheld|bend bent bent|beset beset beset|bestride bestrode bestridden|bet bet bet|bid bid bid|bind bound bound
  bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought
  broadcast broadcast broadcast|build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught
  choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt
  dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed
  feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden
  forecast forecast forecast|foresee foresaw foreseen|foretell foretold foretold|forget forgot forgotten
  forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken|forswear forswore forsworn|freeze froze frozen
  get got got|give gave given|go went gone|grind ground ground|grow grew grown|hamstring hamstrung hamstrung|hang hung hung
  have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt
  know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|light lit lit
  lose lost lost|make made made|mean meant meant|meet met met|mislay mislaid mislaid|mislead misled misled
  misread misread misread|misspeak misspoke misspoken|misspend misspent misspent|mistake mistook mistaken
  misunderstand misunderstood misunderstood|offset offset offset|outbid outbid outbid|outdo outdid outdone
  outgrow outgrew outgrown|outrun outran outrun|outsell outsold outsold|outspend outspent outspent|overcome overcame overcome
  overfly overflew overflown|overhear overheard overheard|override overrode overridden|overrun overran overrun
  oversee oversaw overseen|overspend overspent overspent|overtake overtook overtaken|overthrow overthrew overthrown
  partake partook partaken|pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt
  recast recast recast|redraw redrew redrawn|repay repaid repaid|rerun reran rerun|resell resold resold|reset reset reset
  retake retook retaken|rewrite rewrote rewritten|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run
  say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed
  shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk
  sit sat sat|slay slew slain|sleep slept slept|slide slid slid|sow sowed sown|speak spoke spoken|speed sped sped
  spend spent spent|spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood
  steal stole stolen|stick stuck stuck|sting stung stung|stride strode stridden|strike struck struck|strive strove striven
  swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken
  teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|tread trod trodden
  undercut undercut undercut|undergo underwent undergone|underlie underlay underlain|undersell undersold undersold
  understand understood understood|undertake undertook undertaken|underwrite underwrote underwritten|undo undid undone
  unwind unwound unwound|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept
  win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood
  wring wrung wrung|write wrote written`);

function table(rows: string): Record<string, readonly [string, string]> {
  const words = rows
    .split(/[|\n]/)
    .map((row) => row.trim().split(" "))
    .filter((row) => row.length === 3);
  return Object.fromEntries(words.map(([base, past, participle]) => [base, [past!, participle!] as const]));
}

const THIRD = new Map([
  ["be", "is"],
  ["have", "has"],
]);
/** Forms beside those in the table. */
const OTHER_FORMS: readonly (readonly [string, string])[] = [
  ["am", "be"],
  ["are", "be"],
  ["were", "be"],
  ["gotten", "get"],
  ["stricken", "strike"],
  ["proven", "prove"],
  ["burnt", "burn"],
  ["learnt", "learn"],
  ["led", "lead"],
];

const IRREGULAR_LEMMAS = irregularLemmas();

function irregularLemmas(): ReadonlyMap<string, readonly string[]> {
  const lemmas = new Map<string, string[]>();
  const add = (form: string, lemma: string) => lemmas.set(form, [...(lemmas.get(form) ?? []), lemma]);
  for (const [lemma, [past, participle]] of Object.entries(IRREGULAR_VERBS)) {
    for (const form of new Set([past, participle])) if (form !== lemma) add(form, lemma);
  }
  for (const [form, lemma] of OTHER_FORMS) if (!lemmas.get(form)?.includes(lemma)) add(form, lemma);
  add("is", "be");
  add("has", "have");
  return lemmas;
}

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["ies", ["y", "ie"]],
  ["es", [""]],
  ["s", [""]],
  ["ied", ["y"]],
  ["ked", ["", "k", "ke"]],
  ["ed", ["", "e"]],
  ["ying", ["ie", "y"]],
  ["king", ["", "k", "ke"]],
  ["ing", ["", "e"]],
];

function isFormOf(word: string, lemma: string): boolean {
  const irregular = IRREGULAR_LEMMAS.get(word)?.includes(lemma) ?? false;
  if (irregular) return true;
  const { third, past, participle, gerund } = verbForms(lemma);
  if (word === third || word === past || word === participle || word === gerund) return true;
  const american = lemma.endsWith("l") && !Object.hasOwn(IRREGULAR_VERBS, lemma);
  return american && (word === `${lemma}ed` || word === `${lemma}ing`);
}

function regularPast(base: string): string {
  if (base.endsWith("e")) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return `${doubled(base)}ed`;
}

function regularGerund(base: string): string {
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  return `${doubled(base)}ing`;
}

function withS(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`;
}

/** Verbs of several syllables that double their last letter: stressed on the last, or doubled by custom. */
const DOUBLING = new Set(
  (
    "abet abhor acquit admit allot annul begin bedevil beset commit concur confer defer demur deter dial duel embed emit equip " +
    "fuel forbid forget format fulfil handicap incur infer initial inter kidnap leapfrog occur offset omit outbid outrun overlap " +
    "permit prefer program rebut recap recur refer refit regret remit reset rerun submit transfer transmit trial undercut unplug " +
    "upset worship zigzag overrun"
  ).split(" "),
);
const NOT_DOUBLING = new Set(["parallel"]);

function doubled(base: string): string {
  const sounds = base.replace("qu", "qw");
  const last = base.at(-1)!;
  if (/[aeiou]c$/.test(base)) return `${base}k`;
  const short = /^[^aeiou]*[aeiou][^aeiouwxyh]$/.test(sounds) && base.length > 1;
  return short || isBritishDoubling(base) || DOUBLING.has(base) ? base + last : base;
}

/** Whether a verb doubles its last letter in British spelling only. */
function isBritishDoubling(base: string): boolean {
  return /[^aeiou][aeiou]l$/.test(base.replace("qu", "qw")) && !NOT_DOUBLING.has(base) && !DOUBLING.has(base);
}

const HEAD =
  /^((?:\S+ )*?)(\S+)((?: (?:of|into|in|to|on|over|for|at|from|by|with|between|among|against|about|d['’]\S+)(?: .*)?)?)$/;

const IRREGULAR_PLURALS: Record<string, string | undefined> = Object.assign(
  Object.create(null),
  Object.fromEntries(
    (
      "person people|child children|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|half halves|life lives|leaf leaves|" +
      "shelf shelves|wolf wolves|knife knives|wife wives|thief thieves|loaf loaves|calf calves|crisis crises|analysis analyses|" +
      "basis bases|thesis theses|hypothesis hypotheses|emphasis emphases|axis axes|oasis oases|criterion criteria|" +
      "phenomenon phenomena|series series|species species|aircraft aircraft|spacecraft spacecraft|headquarters headquarters|" +
      "sheep sheep|fish fish|offspring offspring|means means|news news|lens lenses|gas gases|bus buses|hero heroes|" +
      "potato potatoes|echo echoes|veto vetoes|embargo embargoes|cargo cargoes|tornado tornadoes|torpedo torpedoes|" +
      "volcano volcanoes|passer-by passers-by"
    )
      .split("|")
      .map((pair) => pair.split(" ")),
  ),
);

function pluralWord(noun: string): string {
  const irregular = IRREGULAR_PLURALS[noun];
  if (irregular !== undefined) return irregular;
  const man = /^(.*)man$/.exec(noun);
  if (man !== null && !/(?:hu|ger|ro|otto|sha|talis|nor)man$/i.test(noun)) return `${man[1]}men`;
  if (/[^suioa]s$/.test(noun)) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
