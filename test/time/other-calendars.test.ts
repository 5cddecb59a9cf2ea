import { describe, expect, test } from "vitest";
import { tokenize } from "../../server/src/text/tokens.ts";
import { recognizeTimes } from "../../server/src/time/recognize.ts";
import { readTimes } from "./read.ts";

const spans = (text: string): string[] =>
  recognizeTimes(tokenize(text))
    .filter(({ kind }) => kind === "date")
    .map(({ span }) => text.slice(span.start, span.end));

describe("dates of other calendars", () => {
  test.each([
    "The treaty was signed on 12 Ramadan 1446.",
    "It opened on the 15th of Shawwal 1402 AH.",
    "In 1404 AH the library burned.",
    "The mosque dates from AH 1121.",
    "The budget of 1403-1404 AH passed.",
    "On 3 Rabi al-Awwal 1440 the league met.",
    "on 10 Dhu al-Hijjah 1445",
    "The decree of 15 Mehr 1402 stands.",
    "On 22 Bahman 1357 the crowds came.",
    "a law of 1382 SH",
    "from 1 Hamal 1399 to 30 Hut 1399",
    "The games opened on 1 Tishrei 5784.",
    "on the 14th of Nisan 5709",
    "In 2567 BE the council met.",
    "B.E. is the Buddhist era; 2560 B.E. was a year of floods.",
    "On 18 Brumaire, Year VIII, he took power.",
    "the coup of 9 Thermidor",
    "On Meskerem 1, 2016 the year began.",
    "On 27 Nehase 2015 they voted.",
    "The census of 2012 E.C. was delayed.",
    "On 25 October 1917 (O.S.) the palace fell.",
    "On 25 October (Old Style) 1917 the palace fell.",
    "On 25 October 1917 (Old Style) the palace fell.",
    "It fell on 24 March 1602 OS.",
    "Old Style 5 April 1242 was a day of frost.",
    "On 5 April 1242 (Julian calendar) the ice broke.",
    "On 5 April 1242 in the Julian calendar the ice broke.",
    "On 5 April 1242, according to the Julian calendar, the ice broke.",
    "On 11 February 1731/32 he was born.",
    "the year 1446 Hijri",
  ])("%s", (text) => expect(spans(text)).toEqual([]));

  test.each([
    ["During Ramadan 2024 the shops closed.", ["2024"]],
    ["Fighting resumed after Ramadan, on 12 May 2021.", ["12 May 2021"]],
    ["On 12 Ramadan 1446 (12 March 2025) the treaty was signed.", ["12 March 2025"]],
    ["In 1404 the duke died.", ["1404"]],
    ["On 7 November 1917 the palace fell.", ["7 November 1917"]],
    ["In 2005 EC officials met.", ["2005"]],
    ["In 2013 Asad said so.", ["2013"]],
    ["It met Asad 12 May 2013 at noon.", ["12 May 2013"]],
    ["By 2003 AP had an office there.", ["By 2003"]],
    ["It is to be 2019 again.", ["2019"]],
  ] as const)("%s", (text, dates) => {
    const found = spans(text).map((span) => span.replace(/^(?:[Oo]n|[Ii]n|to be) /, ""));
    expect(found).toEqual(dates);
  });

  test("nothing is inferred from them", () => {
    const [, second] = readTimes([
      "They met in May 2025.",
      "The decree is of 15 Mehr 1402. On 9 June they met again.",
    ]);
    expect(second?.value?.edtf).toBe("2025-06-09");
  });
});
