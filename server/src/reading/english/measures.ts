import { lemmasOf } from "../../text/inflect.ts";
import { remembered } from "../../text/remembered.ts";

/**
 * Words that measure or count the same, one sort a line: "29 deaths", "killed 29", "29 lives". The first is the sort's
 * name. A word is known by any of its forms.
 */
const SORTS: readonly string[] = (
  "death dead die kill fatality life lives perish toll|" +
  "injury injured injure wound wounded hurt|" +
  "arrest detain detention|" +
  "vote ballot|" +
  "turnout|" +
  "attendance attend spectator crowd|" +
  "participant participate protester protestor demonstrator join march|" +
  "population inhabitant resident|" +
  "staff employee workforce worker employ job payroll|" +
  "revenue sale turnover income|" +
  "profit earnings|" +
  "loss lose|" +
  "cost price worth|" +
  "length long last duration|" +
  "height high tall|" +
  "depth deep|" +
  "width wide broad|" +
  "thickness thick|" +
  "weight weigh heavy|" +
  "age aged old|" +
  "distance away|" +
  "temperature warm hot cold|" +
  "speed fast|" +
  "area cover|" +
  "share stake proportion|" +
  "infection infect case|" +
  "dose vaccination vaccine|" +
  "refugee displaced flee displacement|" +
  "money cash|" +
  "fine penalty|" +
  "debt owe|" +
  "budget|" +
  "fund|" +
  "seat|" +
  "goal score|" +
  "victory win|" +
  "defeat"
).split("|");

const SORT_OF = new Map<string, string>();
for (const sort of SORTS) {
  const [name, ...words] = sort.split(" ") as [string, ...string[]];
  for (const word of [name, ...words]) SORT_OF.set(word, name);
}

/** Words of a label that say nothing about what is counted. */
const EMPTY = new Set(
  (
    "the a an of in at on by for from to with under over within during after before between and or who which that its their his her this these those " +
    "total number numbers amount figure overall all be is are was were been being have has had do does did per it they as into than not no known " +
    "reported official recorded people person persons percent percentage cent rate about some year years"
  ).split(" "),
);

/** What a word measures: the name of its sort, or its own base form; undefined for a word that says nothing of it. */
export const measureOf = remembered((key: string): string | undefined => {
  if (EMPTY.has(key) || !/^\p{L}{2}/u.test(key)) return undefined;
  const forms = [key, ...nounForms(key), ...lemmasOf(key)];
  for (const form of forms) {
    const sort = SORT_OF.get(form);
    if (sort !== undefined) return sort;
  }
  return stem(key);
});

function nounForms(key: string): string[] {
  if (key.endsWith("ies")) return [`${key.slice(0, -3)}y`];
  if (key.endsWith("es")) return [key.slice(0, -1), key.slice(0, -2)];
  return key.endsWith("s") ? [key.slice(0, -1)] : [];
}

/** The stem by which forms of one word count as the same: "voted", "voting"; "recommendations", "recommended". */
function stem(key: string): string {
  let rest = key.replace(/(?:ies|ied)$/, "y").replace(/(?:'s)$/, "");
  for (const ending of [
    /(?<=.{4})(?:ations?|itions?)$/,
    /(?<=.{4})ments?$/,
    /(?<=.{3})(?:ing|ed|es|ers?|s)$/,
    /(?<=.{3})e$/,
  ])
    rest = rest.replace(ending, "");
  return /([bdglmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}

/** Words near a number that make it another one: of another time, of a part, a change, a plan. */
export const ELSEWHERE = new Set(
  (
    "initially originally provisional provisionally preliminary forecast forecasts projected projection " +
    "predicted estimate target targets quota previous previously earlier former formerly record average " +
    "averaged once mean median maximum minimum typical typically usually each every another additional extra " +
    "further remaining rest half third quarter majority minority most daily weekly monthly annual annually " +
    "yearly hourly compared versus instead rise rose risen rises fell fallen fall falls grew grown grow " +
    "growth increase increased increases decrease decreased decline declined dropped drop climbed jumped up " +
    "down below gap difference expected hoped planned aimed intended so far then already still yet today now " +
    "currently nowadays per alone"
  ).split(" "),
);

/** Words before a number that make it somebody's wish, or somebody's word. */
export const OTHERS_WORD = new Set(
  (
    "want wants wanted seek seeks sought aim aims demand demands demanded propose proposes proposed promise " +
    "promises promised pledge pledged claim claims claimed alleged allege alleges estimates believe believes " +
    "believed guess guessed rumoured rumored according asks asked hopes fears feared warned expect expects " +
    "forecasts predict predicts budgeted imagined"
  ).split(" "),
);

/** Verbs that say of all who are counted that they were there: "23,000 spectators came". */
export const PRESENCE = new Set(
  (
    "come came comes attend attended attends watch watched gather gathered participate participated turned " +
    "present enter entered compete competed assembled flocked"
  ).split(" "),
);

/** Verbs after which a number tells all there are: "has 38 members", "made 175 recommendations". */
export const TOTALLING = new Set(
  "have has had having make makes made making contain contains contained containing comprise comprises comprised comprising number numbers numbered numbering count counts counted total totals totalled totaled totalling list lists listed hold holds held holding carry carries carried carrying bring brings brought bringing issue issued issues offer offers offered include includes win wins won winning return returned returns with there is are was were run runs ran produce produced produces publish published deliver delivered delivers receive received receives collect collected took take takes taken got get gets polled secured draw draws drew drawn attract attracts attracted welcome welcomes welcomed host hosts hosted see sees saw seen sell sold employ employs employed boast boasts boasted gain gained score scored seat seats set sets".split(
    " ",
  ),
);
