import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenize } from "../../server/src/text/tokens.ts";
import { recognizeTimes } from "../../server/src/time/recognize.ts";
import type { DateExpression, TimeExpression } from "../../server/src/time/time.ts";
import { statedValue } from "../../server/src/time/values.ts";

const expressions = (text: string): readonly TimeExpression[] => recognizeTimes(tokenize(text));
const dates = (text: string): DateExpression[] => expressions(text).filter((found) => found.kind === "date");
/** What replaces each date, with its value where it states one: "October 19, 2025 = 2025-10-19". */
const written = (text: string): string[] =>
  dates(text).map((date) => {
    const value = statedValue(date);
    return value === undefined ? date.text : `${date.text} = ${value.edtf}`;
  });

describe("recognizeTimes", () => {
  test.each([
    // Days.
    ["It was 19 October 2025.", ["19 October 2025 = 2025-10-19"]],
    ["It was October 19, 2025.", ["October 19, 2025 = 2025-10-19"]],
    ["On Oct. 19, 2025, they met.", ["Oct. 19, 2025 = 2025-10-19"]],
    ["On 19 Oct. they met.", ["19 Oct."]],
    ["the 19th of October, 2025", ["19th of October, 2025 = 2025-10-19"]],
    ["the fifteenth of August 1998", ["fifteenth of August 1998 = 1998-08-15"]],
    ["the twenty-first of June", ["twenty-first of June"]],
    ["on Saturday, 18 October 2025", ["Saturday, 18 October 2025 = 2025-10-18"]],
    ["on Sunday, October 19,", ["Sunday, October 19"]],
    ["Fri. 10 Apr 1998", ["Fri. 10 Apr 1998 = 1998-04-10"]],
    ["filed under 2025-10-19 and 2025-10", ["2025-10-19 = 2025-10-19", "2025-10 = 2025-10"]],
    [
      "19/10/2025, 10/19/2025 and 19.10.2025",
      ["19/10/2025 = 2025-10-19", "10/19/2025 = 2025-10-19", "19.10.2025 = 2025-10-19"],
    ],
    ["19-Oct-2025", ["19-Oct-2025 = 2025-10-19"]],
    // Ranges and lists.
    ["on 18–19 October 2025", ["18–19 October 2025 = 2025-10-18/2025-10-19"]],
    ["October 18–19, 2025", ["October 18–19, 2025 = 2025-10-18/2025-10-19"]],
    ["from 9 to 11 March 2022", ["9 to 11 March 2022 = 2022-03-09/2022-03-11"]],
    ["between 3 and 5 May 1999", ["3 and 5 May 1999 = 1999-05-03/1999-05-05"]],
    ["7 November to 2 December 2022", ["7 November to 2 December 2022 = 2022-11-07/2022-12-02"]],
    ["from Feb. 11, 2000, to May 29, 2000", ["Feb. 11, 2000, to May 29, 2000 = 2000-02-11/2000-05-29"]],
    ["11 February – 29 May 2000", ["11 February – 29 May 2000 = 2000-02-11/2000-05-29"]],
    ["25 and 26 March 2022", ["25 and 26 March 2022 = 2022-03-25/2022-03-26"]],
    ["18 and 26 October 2025", ["18 = 2025-10-18", "26 October 2025 = 2025-10-26"]],
    ["March 3, 5, and 9, 1918", ["March 3 = 1918-03-03", "5 = 1918-03-05", "9, 1918 = 1918-03-09"]],
    ["June–July 1999", ["June–July 1999 = 1999-06/1999-07"]],
    ["November–January 2024", ["November–January 2024 = 2023-11/2024-01"]],
    ["In August/September 1956", ["August/September 1956 = 1956-08/1956-09"]],
    [
      "1927–1937 and 1914/18 and 2021–22",
      ["1927–1937 = 1927/1937", "1914/18 = 1914/1918", "2021–22 = 2021/2022"],
    ],
    ["499–493 BC", ["499–493 BC = -0498/-0492"]],
    ["the 17th to 19th centuries", ["17th to 19th centuries = 16XX/18XX"]],
    ["the 18th and 19th centuries", ["18th = 17XX", "19th centuries = 18XX"]],
    ["from the seventh to the fifth century BC", ["seventh to the fifth century BC = -06XX/-04XX"]],
    ["in May, June and July 2023", ["May = 2023-05", "June = 2023-06", "July 2023 = 2023-07"]],
    ["31 Dec 2023/1 Jan 2024", ["31 Dec 2023/1 Jan 2024 = 2023-12-31/2024-01-01"]],
    ["Thursday–Friday, 5–6 June 2025", ["5–6 June 2025 = 2025-06-05/2025-06-06"]],
    ["in 1998/9", ["1998/9 = 1998/1999"]],
    ["held 2025-10-25/2025-10-30", ["2025-10-25/2025-10-30 = 2025-10-25/2025-10-30"]],
    ["held 2016-09/2020-05-14", ["2016-09/2020-05-14 = 2016-09/2020-05-14"]],
    // Mixed forms.
    ["31/Oct/1974 and 31-Oct-74", ["31/Oct/1974 = 1974-10-31", "31-Oct-74 = 1974-10-31"]],
    ["Sep-23-2020, 2020/Sep/23", ["Sep-23-2020 = 2020-09-23", "2020/Sep/23 = 2020-09-23"]],
    ["Dec-2018 and Dec/2018", ["Dec-2018 = 2018-12", "Dec/2018 = 2018-12"]],
    ["2023-Q3, Q3-2023 and 2023Q3", ["2023-Q3 = 2023-35", "Q3-2023 = 2023-35", "2023Q3 = 2023-35"]],
    ["05.10.2024, dated 20241005", ["05.10.2024 = 2024-10-05", "20241005 = 2024-10-05"]],
    ["on 28 June in 2020", ["28 June in 2020 = 2020-06-28"]],
    ["the 5th day of October, 2024", ["5th day of October, 2024 = 2024-10-05"]],
    ["the first of march 2020", ["first of march 2020 = 2020-03-01"]],
    ["nineteen hundred and five", ["nineteen hundred and five = 1905"]],
    // Parts: what a fix replaces is the month or year.
    ["the first Tuesday of November 2024", ["November 2024 = 2024-11-05"]],
    ["the last Friday in May 2024", ["May 2024 = 2024-05-31"]],
    ["the last day of February 2024", ["February 2024 = 2024-02-29"]],
    ["the first nine months of 2023", ["2023 = 2023-01/2023-09"]],
    ["the last ten days of May 2024", ["May 2024 = 2024-05-22/2024-05-31"]],
    ["the third month of 2021", ["2021 = 2021-03"]],
    ["the week beginning 6 October 2025", ["6 October 2025 = 2025-10-06~/2025-10-12~"]],
    ["the week ending 6 October 2025", ["6 October 2025 = 2025-09-30~/2025-10-06~"]],
    ["w/c 6 October 2025", ["6 October 2025 = 2025-10-06~/2025-10-12~"]],
    // Periods.
    ["in mid-October 2025 and late May 2024", ["October 2025 = 2025-10", "May 2024 = 2024-05"]],
    ["the third quarter of 2023, Q3 2023", ["third quarter of 2023 = 2023-35", "Q3 2023 = 2023-35"]],
    [
      "in the 2023 third quarter, 2024's first half",
      ["2023 third quarter = 2023-35", "2024's first half = 2024-40"],
    ],
    ["in the first half of 2024", ["first half of 2024 = 2024-40"]],
    ["summer 2021, the autumn of 2025", ["summer 2021 = 2021-22", "autumn of 2025 = 2025-23"]],
    ["the winter of 1941/42", ["winter of 1941/42 = 1941-24"]],
    ["the southern summer of 2021–22", ["southern summer of 2021–22 = 2021-30"]],
    ["throughout the fall and winter", ["fall", "winter"]],
    ["the 1990s, the late 1980s", ["1990s = 199X", "1980s = 198X"]],
    ["the 19th century and the fifth century BC", ["19th century = 18XX", "fifth century BC = -04XX"]],
    ["490 BC, April 480 BC, AD 70", ["490 BC = -0489", "April 480 BC = -0479-04", "AD 70 = 0070"]],
    [
      "nineteen ninety-eight, Two Thousand Twenty One",
      ["nineteen ninety-eight = 1998", "Two Thousand Twenty One = 2021"],
    ],
    // Years.
    ["In 1893 they met.", ["1893 = 1893"]],
    ["the 2021 withdrawal and the 2008 elections", ["2021 = 2021", "2008 = 2008"]],
    ["a war (1914–1918)", ["1914–1918 = 1914/1918"]],
    ["2021", ["2021 = 2021"]],
    ["2021 was hard.", ["2021 = 2021"]],
    // Without a year.
    ["In May and by March", ["May", "March"]],
    ["on the 28th, they left", ["28th"]],
    ["the 19th of that month", ["19th"]],
    ["4 November of that year", ["4 November"]],
    ["On Friday they met", ["Friday"]],
    ["Tuesday of last week, next week on Monday", ["Tuesday", "Monday"]],
    ["the 20th of last month", ["20th"]],
    ["over the past three years", ["the past three years"]],
    ["in the two preceding months", ["the two preceding months"]],
    ["last weekend, this quarter", ["last weekend", "this quarter"]],
    ["in the nineties and the '80s", ["nineties = 199X", "'80s = 198X"]],
    ["from 2019 onwards", ["2019 = 2019"]],
  ])("%s", (text, found) => expect(written(text)).toEqual(found));

  test.each([
    "You may go, and may you march well.",
    "May I ask?",
    "Theresa May said so.",
    "March on Rome!",
    "After Good Friday came Bloody Sunday.",
    "The Second Army held the third line.",
    "1500 people and 2000 troops in 1500 villages.",
    "Section 1253 of Resolution 1325.",
    "pp. 1990-1995",
    "UNSCR-2023 and S/2022/15",
    "version 2.1 at 10:30",
    "+44 2079 4600 and $2000",
    "20 percent of the 19th Brigade",
    "the fall of the city",
    "the spring water",
    "twice a day, per year",
    "on the last day of a month",
    "12/11/10 or 05/06/25",
    "a quarter of them, half the house",
    "He is 45 years old.",
    "in fiscal year 2024",
    "RFC 1918 and a modulus below 2048 to be used",
    "That would break 1000s of packages.",
    "cases that fall outside and doubts that spring from it",
    "A server MAY answer, and MAY live.",
    "approximately 1860 soldiers",
    "Operation Dawn 5 in the north",
  ])("leaves alone: %s", (text) => expect(written(text)).toEqual([]));

  test.each([
    ["since 2018", { boundary: "since" }],
    ["no later than 5 May 2024", { boundary: "by" }],
    ["from 16–18 October", { paired: true }],
    ["will meet on Friday", { tense: "future" }],
    ["They met in January", { tense: "past" }],
    ["prior to May 2024", { boundary: "before" }],
    ["by the end of March 2024", { boundary: "by", modifier: "late" }],
    ["about 25 October 2025", { approximate: true }],
    ["early in 2014", { modifier: "early" }],
    ["the week of 6 October 2025", { week: "any" }],
    ["the week ending 6 October 2025", { week: "last" }],
    ["on the eve of 10 April 1998", { approximate: true }],
    ["c. 1860", { approximate: true }],
    ["as of 20 November 2025", { boundary: "by" }],
    ["from 2019 to the present", { boundary: "since" }],
    ["the 2003 invasion", { aside: true }],
    ["they (1998) met", { aside: true }],
    ["the first week of December 2024", { modifier: "early" }],
    ["31 September 2025", { problem: "September has no day 31." }],
    ["29 February 2023", { problem: "2023 is no leap year: February has 28 days." }],
    ["18–16 October 2024", { problem: "The range ends before it begins." }],
    ["last month", { relative: { unit: "month", shift: -1, from: "draft" } }],
    ["this May", { relative: { shift: 0, from: "draft" } }],
    ["that autumn", { relative: { shift: 0, from: "previous" } }],
    ["the following year", { relative: { unit: "year", shift: 1, from: "previous" } }],
    ["yesterday", { relative: { unit: "day", shift: -1, from: "draft" } }],
  ])("%s", (text, expected) => expect(dates(text)[0]).toMatchObject(expected));

  test.each([
    ["Six days later they met.", 6, "day", 1, "exact", "previous"],
    ["more than nine weeks later", 9, "week", 1, "atLeast", "previous"],
    ["about a month earlier", 1, "month", -1, "about", "previous"],
    ["The next day they met.", 1, "day", 1, "exact", "previous"],
    ["twenty-five years ago", 25, "year", -1, "exact", "draft"],
    ["a hundred and twenty days after the vote", 120, "day", 1, "exact", "phrase"],
    ["no more than 3 days before the vote", 3, "day", -1, "atMost", "phrase"],
    ["six weeks to the day after the vote", 6, "week", 1, "exact", "phrase"],
    ["a fortnight later", 14, "day", 1, "exact", "previous"],
    ["in the two weeks after the vote", 2, "week", 1, "atMost", "phrase"],
    ["the day after the vote", 1, "day", 1, "exact", "phrase"],
    ["Nine days after that statement", 9, "day", 1, "exact", "phrase"],
    ["two days after that, they met", 2, "day", 1, "exact", "previous"],
  ])("%s", (text, amount, unit, direction, bound, from) => {
    expect(dates(text)[0]?.offset).toMatchObject({ amount, unit, direction, bound, from });
  });

  test("says where the phrase begins from which an offset counts", () => {
    const text = "They met three weeks after the Doha ceasefire.";
    expect(text.slice(dates(text)[0]!.offset!.anchorStart)).toBe("the Doha ceasefire.");
  });

  test.each([
    ["for two decades", { unit: "decade", amount: 2 }],
    ["a three-year occupation", { unit: "year", amount: 3 }],
    ["several days", { unit: "day" }],
  ])("a length of time is no date: %s", (text, expected) => {
    expect(expressions(text)).toEqual([expect.objectContaining({ kind: "duration", ...expected })]);
  });

  test("markup inside a date does not hide it", () => {
    const text = "On \uFDD0\uFDD019\uFDD0\uFDD0 October 2025.";
    const [date] = dates(text);
    expect(date).toMatchObject({ text: "19 October 2025" });
    expect(text.slice(date!.core.start, date!.core.end)).toBe("19\uFDD0\uFDD0 October 2025");
  });

  test("any tokens are survived, in order and without overlaps", () => {
    const words =
      "the of in on to and , . - – ( ) 19 31 2025 1990s 19th May October Oct Sat Friday summer fall last next that first half quarter century BC day days week year years two hundred ago later after before about since early mid ' 's / : $ a".split(
        " ",
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), fc.boolean(), (chosen, spaced) => {
        const text = chosen.join(spaced ? " " : "");
        let end = 0;
        for (const found of expressions(text)) {
          expect(found.span.start).toBeGreaterThanOrEqual(end);
          expect(found.span.end).toBeGreaterThan(found.span.start);
          end = found.span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
