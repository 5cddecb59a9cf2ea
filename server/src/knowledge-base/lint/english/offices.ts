const set = (words: string) => new Set(words.split(/\s+/));

/** Nouns for offices that a body may well have several of at a time, when they stand alone or after "of" and "for". */
const PLURAL_NOUNS = set(
  "member ambassador envoy consul representative delegate negotiator mediator adviser advisor counsellor aide assistant " +
    "spokesman spokeswoman spokesperson judge justice magistrate juror senator councillor councilor alderman commissioner mp mep msp ms " +
    "congressman congresswoman lawmaker legislator peer founder cofounder owner partner shareholder trustee fellow professor lecturer " +
    "scholar researcher scientist analyst expert consultant officer official attaché attache director curator editor author writer " +
    "correspondent reporter prosecutor lawyer attorney counsel solicitor barrister notary candidate nominee contender winner champion " +
    "laureate employee worker engineer pilot astronaut cosmonaut doctor physician surgeon nurse teacher dean coach manager captain " +
    "bishop imam rabbi priest pastor sheikh elder auditor inspector coordinator rapporteur observer guarantor monitor commander general " +
    "colonel major lieutenant admiral marshal brigadier sergeant fighter soldier operative leader secretary minister whip page clerk " +
    "undersecretary signatory sponsor host patron volunteer activist organizer organiser player singer actor artist composer",
);

/** Words that make one of several of any office, or an office held for the time being or in name only. */
const RANKS =
  /^(?:deputy|vice|co|joint|assistant|associate|junior|senior|under|sub|parliamentary|additional|special|honorary|shadow|acting|interim|caretaker|temporary|provisional|designate|elect|former|emeritus|adjunct|rival|regional|local|district|resident|visiting|non)$/;

/** Offices of which a state may have several, though the noun says otherwise. */
const PLURAL_OFFICES =
  /^(?:minister of state|secretary of state|state secretary|minister without portfolio|cabinet minister|(?:first|second|third|private|press|permanent|party|cabinet) secretary|high commissioner|(?:major|brigadier|lieutenant|colonel|consul) general|board member|managing partner|executive director|managing director|vice.*|lord justice)$/;

/** One of its kind, whatever noun it goes with: "chief scientist", "editor-in-chief", "attorney general". */
const SOLE = /^(?:chief|head|prime|foreign|general)$/;

/** Whether an office may have several holders at a time; `title` is folded. In doubt it may. */
export function mayBeHeldByMany(title: string): boolean {
  const words = title.split(/[\s-]+/);
  if (PLURAL_OFFICES.test(words.join(" ")) || words.some((word) => RANKS.test(word))) return true;
  const link = words.findIndex((word) => /^(?:of|for|to|at|in)$/.test(word));
  const named = link > 0 ? words.slice(0, link) : words;
  const noun = named.at(-1)!;
  if (!PLURAL_NOUNS.has(noun)) return false;
  if (named.length > 1 && (SOLE.test(noun) || named.slice(0, -1).some((word) => SOLE.test(word))))
    return false;
  // "minister of finance" and "finance minister" are one, "minister" may be any, and so may "European commissioner".
  if (noun === "commissioner") return link < 0;
  return !(/^(?:minister|secretary)$/.test(noun) && words.length > 1);
}
