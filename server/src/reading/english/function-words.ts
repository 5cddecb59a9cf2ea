/** The closed word classes of English, folded. */
const set = (words: string) => new Set(words.split(/\s+/));

export const DETERMINERS = set(
  "the a an this that these those its their his her our my your whose each every any some no both all another such what which",
);
export const DEFINITE = set("the this that these those its their his her our both");
export const INDEFINITE = set("a an another some any every each no");
export const PREPOSITIONS = set(
  "about above across after against along amid among around at before behind below beneath beside besides between beyond by " +
    "as than concerning despite down during except following for from in inside into like near of off on onto opposite out outside over " +
    "past per pending preceding regarding since through throughout to toward towards under underneath unlike until till up upon versus via " +
    "with within without",
);
export const CONJUNCTIONS = set("and or but nor yet so plus &");
export const SUBORDINATORS = set(
  "although though because if unless while whilst whereas when whenever once as than until till since after before lest provided so that whether how why",
);
export const RELATIVES = set("which who whom whose where that when");
export const PRONOUNS = set(
  "i you he she it we they me him us them himself herself itself themselves one this that these those who which what there both neither none",
);
export const BE = set("be is are was were been being am 's 're");
export const HAVE = set("have has had having");
export const DO = set("do does did doing done");
export const MODALS = set("will would shall should can could may might must ought cannot 'll");
export const NEGATIONS = set(
  "not never no neither nor none nobody nothing nowhere without hardly scarcely barely cannot",
);
export const ADVERBS = set(
  "also already again almost always at now only just even ever still soon then there thus finally formally officially eventually " +
    "later earlier first last afterwards together once twice however moreover meanwhile therefore instead perhaps both not never yet too so very nevertheless nonetheless",
);

/** Nouns and adjectives that end as adverbs do. */
export const NOUNS_IN_LY = set(
  "assembly family supply monopoly reply rally ally anomaly bully jelly belly butterfly early daily weekly monthly yearly quarterly only elderly friendly deadly costly likely holy",
);

const CLASSES = [
  DETERMINERS,
  PREPOSITIONS,
  CONJUNCTIONS,
  SUBORDINATORS,
  RELATIVES,
  PRONOUNS,
  BE,
  HAVE,
  DO,
  MODALS,
  NEGATIONS,
  ADVERBS,
];

export function isFunctionWord(key: string): boolean {
  return CLASSES.some((words) => words.has(key));
}
