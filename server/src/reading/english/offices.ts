const set = (words: string) => new Set(words.split(/\s+/));

/** Nouns that name an office by themselves or with words before them ("foreign minister", "chief scientist"). */
export const OFFICE_NOUNS = set(
  "minister secretary president premier chancellor ambassador envoy chairman chairwoman chairperson chair director governor " +
    "mayor commissioner commander speaker leader chief head captain king queen prince emir sultan taoiseach tánaiste " +
    "deputy spokesman spokeswoman spokesperson senator marshal general admiral negotiator rapporteur treasurer registrar " +
    "superintendent administrator coordinator prefect judge justice attorney prosecutor ombudsman auditor coach manager " +
    "officer executive scientist editor curator dean rector provost principal founder owner engineer economist counsel conductor " +
    "archivist librarian inspector constable clerk whip bishop archbishop patriarch abbot abbess prior pope cardinal imam duke duchess count " +
    "countess earl regent emperor empress tsar shah consul viceroy sheriff trustee skipper concertmaster arbiter referee umpire trainer partner",
);

/** Offices that are told apart by the words before them. */
export const PORTFOLIOS = set(
  "minister secretary officer director chief scientist editor commissioner adviser advisor envoy negotiator manager prosecutor commander secretary-general general engineer economist conductor trainer counsel partner coordinator",
);

/** Words before an office that move it out of the time that is told: nothing is said about the person's present. */
export const PAST_OR_FUTURE = set(
  "former ex late erstwhile outgoing incoming designate future next onetime sometime retired previous later subsequently afterwards eventually prospective would-be ousted deposed",
);

/** Those of them that say that the office is over. */
export const PAST = set("former ex erstwhile onetime sometime retired ousted deposed");

/** Words that say that the office is held at the time that is told. */
export const IN_OFFICE = set("present current incumbent newly appointed elected sitting new");

/** Words before an office that are no part of it. */
export const BEFORE_OFFICE = set(
  "then current present incumbent new newly appointed elected longtime veteran long-serving its their his her the a an our own first second third only sole inaugural founding",
);

/** Honorifics that may stand between an office and a name. */
export const HONORIFICS = set("mr mrs ms miss dr sir dame lord lady prof professor general colonel gen col");

/** Heads of a body: whoever has one of these offices in it has, as a rule, no other of them at the same time. */
export const LEADING_TITLES = set(
  "president director chair secretary treasurer manager executive head leader engineer scientist officer administrator coordinator " +
    "curator editor conductor dean rector provost judge captain commander governor chancellor king queen duke count abbot abbess",
);

/** Heads of a state by birth: nobody is count and duke of the same. */
export const RULERS = set(
  "king queen duke duchess count countess prince princess emperor empress tsar tsarina shah sultan emir earl margrave",
);

/** Titles by a single word that many people have at once, and keep when they have left. */
export const COURTESY_TITLES = set(
  "president director chair head leader chief manager secretary officer editor coach judge justice professor doctor general captain senator " +
    "deputy founder owner ambassador governor mayor minister commander marshal admiral speaker executive scientist envoy",
);
