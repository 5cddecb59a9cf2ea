// Where the suites of other recognisers mean another thing by the same words, or want what no draft is read for. Each
// class is a rule over an expression of the gold: its phrase, its value, the day it was written on. What falls into one is
// left out of the "shared" figure, whether we would agree with it or not.

const MONTH =
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/gi;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b/i;
const UNIT = "(?:days?|weeks?|months?|quarters?|years?|decades?|fortnights?)";
const NUMBER = "(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple|few)";
const YEAR = /\b[12]\d{3}\b|thousand|hundred|century|\b(?:seven|eight|nine)teen [a-z]+ty\b|\bnext year\b/i;

/** The words of the calendar, of numbers and of what stands around dates. */
const VOCABULARY = new Set(
  `a about active after ago an and approx approximately around as at back before beginning between by c ca ce ad bc bce circa close
  coming commencing couple current day days decade decades during early earlier end ending few first following for fortnight from half hence
  in last late later latter mid middle month months more less than nearly new next now of on or over part past preceding previous prior
  quarter quarters recent same season seasons second since start starting that the third fourth fifth sixth seventh eighth ninth tenth
  eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth this through throughout till time to today tomorrow tonight turn two until up upcoming week weekend weeks
  well within year years yesterday century centuries spring summer autumn fall winter one three four five six seven eight nine ten
  eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
  hundred thousand st nd rd th s bc b ad a d ce e q h nineties eighties seventies sixties fifties twentieth thirtieth tmrw otd eoy qtr
  yr cy sy fy greater equal final date calendar no than`.split(/\s+/),
);

const whole = (value) => /^-?\d{4}-\d\d-\d\d$/.test(value);
const endsOf = (value) => {
  const [from, to] = String(value).split("/");
  return to !== undefined && whole(from) && whole(to) ? [from, to] : undefined;
};
const dayOf = (value) => Date.parse(`${value}T00:00Z`) / 864e5;

export const CONVENTIONS = [
  {
    name: "no stretch of days",
    says: "a reference to the present, a fiscal or school year, a day of no year, an unspecified digit, a set of alternatives, a day that the calendar has not",
    holds: ({ value, iv }) => iv === null || value === "../.." || (whole(value) && !exists(value)),
  },
  {
    name: "open interval",
    says: "'since', 'before', 'after' give an interval without an end; we give the date, and the word beside it",
    holds: ({ value }) => /(?:^|\/)(?:\.\.)?(?:$|\/)/.test(value),
  },
  {
    name: "last unit left out",
    says: "the end of the interval is not in it: 'from March to May' ends with April, a week has an eighth day",
    holds: ({ text, value }) => leavesOutLast(text.toLowerCase(), endsOf(value)),
  },
  {
    name: "digits that do not settle day and month",
    says: "the American order is taken for granted, a year is left out or given in two digits, a month and a year are digits alone",
    holds: ({ text }) => unsettled(text),
  },
  {
    name: "shorthand of chats and catalogues",
    says: "'Dec31', 'c1860', '19c', 'tmrw', 'EOY', 'sy18', '90 s', '20170302'",
    holds: ({ text, value }) =>
      (/^\d\d$/.test(text) && /^\d{4}$/.test(value)) ||
      /\b(?:tmrw|otd|eoy|e?o?m?qtr|yr|yrs|cy|sy|fy)\d*\b|\b[a-z]{1,9}\.?\d{1,4}s?\b(?<!\bq\d|\bh\d)|~|\b\d{1,2}c\b|\b\d{1,2}[a-z]{3,}\b|\d s$|\d{8}|\d{2}q\d/i.test(
        text,
      ),
  },
  {
    name: "a note of a catalogue",
    says: "a question mark, alternatives, 'somewhere in the year': of an entry with several dates the first is wanted, with its words",
    holds: ({ text }) =>
      /\?|;|\b(?:day|month|year|decade)\b(?: somewhere)? (?:in|during)|^\d{4} or \d{4}|\d{4}\/\d{4}/i.test(
        text,
      ),
  },
  {
    name: "words that are no part of a date",
    says: "holidays and feasts, business days, 'printed in', 'the remaining of the week': any word that is none of the calendar's",
    holds: ({ text }) =>
      text
        .toLowerCase()
        .replace(MONTH, " ")
        .replace(new RegExp(WEEKDAY, "gi"), " ")
        .split(/[^a-z]+/)
        .some((word) => word !== "" && !VOCABULARY.has(word)) ||
      /new year|day after thanks|black friday/i.test(text),
  },
  {
    name: "a whole unit counted to the day",
    says: "'two months ago' is a day there; TIMEX3 and we give the month, a year for years",
    holds: ({ text, value }) =>
      whole(value) && new RegExp(`\\b${NUMBER} (?:months?|years?)\\b`, "i").test(text),
  },
  {
    name: "counted in units of the calendar",
    says: "'the next two weeks' are the second one from now, or whole units of the calendar, there; with us they begin now",
    holds: ({ text, value }) =>
      new RegExp(`\\b${NUMBER}\\b.*\\b${UNIT}\\b`, "i").test(text) &&
      /last|past|previous|next|coming|following|upcoming/i.test(text) &&
      (endsOf(value) === undefined || /decade|week/i.test(text)),
  },
  {
    name: "a modifier narrows the value",
    says: "'mid-November' is the 10th to the 21st there, 'the end of the week' its last days; with us (as in TIMEX3) the unit, and the word beside it",
    holds: ({ text, value }) =>
      (/\b(?:early|late|mid|middle|beginning|start|end|close|opening)\b/i.test(text) &&
        (endsOf(value) !== undefined || /W/.test(value))) ||
      (/\b(?:first|second|third|fourth|last|final|\d(?:st|nd|rd|th))\b.*\bweeks?\b/i.test(text) &&
        / of /.test(text) &&
        !WEEKDAY.test(text)),
  },
  {
    name: "numbered weeks",
    says: "'week 31' counts weeks as ISO 8601 does",
    holds: ({ text }) => /\bweek \d+/i.test(text),
  },
  {
    name: "which week a weekday lies in",
    says: "'next Friday' is that of next week there, 'last Wednesday' that of last week",
    holds: ({ text }) =>
      new RegExp(`\\b(?:next|last|previous|following) ${WEEKDAY.source}`, "i").test(text) ||
      /after next/i.test(text),
  },
  {
    name: "the one to come",
    says: "a weekday, a month or a day without a year is the next one there, or the one before, however far; with us the nearest, weekdays the last",
    holds: ({ text, value }, reference) => isFarther(text, value, reference),
  },
  {
    name: "an offset and its date in one span",
    says: "'three days after January 12th' is one expression there; with us the offset and the date are two",
    holds: ({ text }) =>
      new RegExp(
        `\\b${UNIT}\\b,? (?:after|before|from|since|starting|on) (?!(?:now|today|tomorrow|yesterday|that)\\b)`,
        "i",
      ).test(text) ||
      (new RegExp(`\\b${NUMBER} ${UNIT}\\b`, "i").test(text) && WEEKDAY.test(text)),
  },
  {
    name: "a unit alone",
    says: "'the week', 'the year', 'summer' alone mean the present one there; with us they are no date",
    holds: ({ text }) =>
      /^(?:the |end of |for )?(?:day|week|weekend|month|year|fortnight|spring|summer|autumn|winter|year to date)$/i.test(
        text.trim(),
      ),
  },
  {
    name: "up to now",
    says: "'between May and now' has the day of writing for its end",
    holds: ({ text }) =>
      /\b(?:now|date|today|yesterday)\b/i.test(text) && /\b(?:between|to|till|and)\b/i.test(text),
  },
  {
    name: "no year zero",
    says: "'64 BC' is -64 there; EDTF counts a year 0",
    holds: ({ text, value }) =>
      /\bB\.?C/i.test(text) &&
      String(value)
        .replace(/^BC|~/g, "")
        .startsWith(`-${/\d+/.exec(text)?.[0].padStart(4, "0")}`),
  },
  {
    name: "dates in lower case that are words",
    says: "'may', 'march 3', 'sun', 'sat': no draft writes so, and the words are common",
    holds: ({ text }) =>
      /\b(?:march|may|mar|dec|jan|sep|jun)\b/.test(text) ||
      /^(?:mon|tue|wed|thu|fri|sat|sun|tues|thurs)\.?$/.test(text),
  },
];

function exists(value) {
  const [year, month, day] = value.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}

function leavesOutLast(text, ends) {
  if (ends === undefined) return false;
  const [from, to] = ends;
  const days = dayOf(to) - dayOf(from);
  const months = text.match(MONTH);
  const joint = /\d\s*[-–~]\s*[\da-z]|\b(?:to|through|until|till|and)\b|[a-z]-[a-z]/.test(text);
  const last = new Date(Date.parse(`${to}T00:00Z`) + 864e5);
  if (joint) {
    const endsMonth = last.getUTCDate() === 1;
    const quarter = /q([1-4])\D*$|q([1-4])(?!.*q[1-4])/.exec(text);
    if (quarter !== null)
      return (
        (endsMonth && Number(to.slice(5, 7)) === (Number(quarter[1] ?? quarter[2]) - 1) * 3) ||
        ((quarter[1] ?? quarter[2]) === "1" && to.slice(5, 7) === "12")
      );
    const named = months === null ? -1 : MONTHS.indexOf(months.at(-1).slice(0, 3));
    if (named >= 0) return endsMonth && last.getUTCMonth() === named;
    const years = text.match(/\b[12]\d{3}\b/g);
    return years !== null && endsMonth && to === `${Number(years.at(-1)) - 1}-12-31`;
  }
  if (/weekend/.test(text)) return days === 2;
  if (/week/.test(text)) return days % 7 === 0;
  const count = /\b(\d+|two|three|four|five|six|seven|ten|forty) days/.exec(text);
  if (count !== null)
    return (
      days ===
      (Number(count[1]) ||
        { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10, forty: 40 }[count[1]])
    );
  return from.slice(8) === to.slice(8) && from.slice(8) === "01" && days > 26;
}

function unsettled(text) {
  if (/[a-z]{3,}[/-]\d{1,2}[/-]\d{4}|\d[/-][a-z]{3,}[/-]\d|[a-z]{3,} \d{1,2}-\d{1,2}$/i.test(text))
    return false;
  for (const [, a, , b, , c] of text.matchAll(
    /(?<![\d])(\d{1,4})(\s?[/.-]\s?)(\d{1,2})(?:(\s?[/.-]\s?)(\d{2,4}))?(?!\d|st|nd|rd|th|[ap]m)/g,
  )) {
    if (c === undefined) {
      if (a.length === 4 && b.length === 2) continue;
      return true;
    }
    if (a.length === 4) continue;
    if (c.length < 4) return true;
    if (Number(a) <= 12 && Number(b) <= 12 && a !== b) return true;
  }
  return /(?<![\d/-]|[qh]\d?)\d{1,2}[/-](?:19|20)\d\d\b|[a-z]{3,}\/\d{1,2}(?!\d)(?!\/)|\b\d{4} \d\d \d\d\b/i.test(
    text,
  );
}

const HALF_A_YEAR = 183;

/** Whether another day of the same name lies nearer to the day of writing, or a weekday alone lies after it. */
function isFarther(text, value, reference) {
  if (reference === null || YEAR.test(text)) return false;
  const from = String(value).split("/")[0];
  const day = dayOf(
    whole(from)
      ? from
      : /^\d{4}-\d\d$/.test(from)
        ? `${from}-01`
        : /^\d{4}-Q\d$/.test(from)
          ? `${from.slice(0, 4)}-0${3 * (Number(from[6]) - 1) + 1}-01`
          : from,
  );
  if (Number.isNaN(day)) return false;
  const away = day - dayOf(reference);
  if (text.match(MONTH) !== null || /\bquarter\b|\bqtr\b|\d(?:st|nd|rd|th)\b/i.test(text)) {
    if (
      text.match(MONTH) === null &&
      Math.abs(away) > 15 &&
      /\d(?:st|nd|rd|th)\b/.test(text) &&
      !/month/.test(text)
    )
      return true;
    return Math.abs(away) > HALF_A_YEAR;
  }
  return WEEKDAY.test(text) && !/week|ago|later|from/i.test(text) && away > 0;
}
