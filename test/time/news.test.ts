import { describe, expect, test } from "vitest";
import { readTimes } from "./read.ts";

/** Written on a Wednesday. What is counted from another date is taken to the letter, as TIMEX3 does. */
const WRITTEN = "1997-10-22";

const read = (sentence: string): [string, string | undefined][] =>
  readTimes([sentence], WRITTEN, true).map(({ text, value, nominal }) => [
    text,
    (nominal ?? value)?.edtf.replaceAll("~", ""),
  ]);

describe("dates in news of the day", () => {
  test.each([
    ["The board met Friday.", "1997-10-17"],
    ["The board met on Monday.", "1997-10-20"],
    ["The board met Wednesday.", "1997-10-22"],
    ["Shares fell on Thursday, the exchange said.", "1997-10-16"],
    ["The court will rule on Friday.", "1997-10-24"],
    ["The talks are due to resume Monday.", "1997-10-27"],
    ["Members vote next Tuesday.", "1997-10-28"],
    ["Members voted last Tuesday.", "1997-10-21"],
    ["It said yesterday that profit rose.", "1997-10-21"],
    ["It said yesterday morning that profit rose.", "1997-10-21"],
    ["The ministers meet today.", "1997-10-22"],
    ["The ministers meet tomorrow.", "1997-10-23"],
    ["They met the day before yesterday.", "1997-10-20"],
    ["They meet the day after tomorrow.", "1997-10-24"],
    ["Sales fell last month.", "1997-09"],
    ["Sales should rise next month.", "1997-11"],
    ["Sales rose this month.", "1997-10"],
    ["It was approved earlier this month.", "1997-10"],
    ["The plant opened earlier this year.", "1997"],
    ["The plant closes later this year.", "1997"],
    ["Profit had been higher a year earlier.", "1996"],
    ["Profit was higher a year ago.", "1996"],
    ["The bank failed two years ago.", "1995"],
    ["The deal came three months ago.", "1997-07"],
    ["The chairman left five days ago.", "1997-10-17"],
    ["The strike began two weeks ago.", "1997-10-08"],
    ["Earnings rose in the third quarter.", "1997-35"],
    ["Earnings rose in the third quarter of 1996.", "1996-35"],
    ["It expects a loss in the fourth quarter.", "1997-36"],
    ["Sales rose last quarter.", "1997-35"],
    ["Sales will rise next quarter.", "1998-33"],
    ["Sales rose in the first nine months of 1997.", "1997-01/1997-09"],
    ["Prices rose in the past week.", "1997-10-15/1997-10-21"],
    ["Prices rose in the past year.", "1996-10-22/1997-10-21"],
    ["Prices doubled over the past three years.", "1994-10-22/1997-10-21"],
    ["The bill passed Nov. 2.", "1996-11-02"],
    ["The vote is on Nov. 2.", "1997-11-02"],
    ["The offer expires Oct. 31.", "1997-10-31"],
    ["The offer was made on Dec. 12.", "1996-12-12"],
    ["The offer will lapse on Jan. 12.", "1998-01-12"],
    ["The trial opened in January.", "1997-01"],
    ["The trial will open in March.", "1998-03"],
    ["The hearing was set for the week of Oct. 6.", "1997-10-06/1997-10-12"],
    ["They met last week.", "1997-10-13/1997-10-19"],
    ["They meet next week.", "1997-10-27/1997-11-02"],
    ["They met over the weekend.", "1997-10-18/1997-10-19"],
    ["They met last weekend.", "1997-10-18/1997-10-19"],
    ["They met on Tuesday of last week.", "1997-10-14"],
    ["They meet Monday next week.", "1997-10-27"],
    ["The law takes effect next year.", "1998"],
    ["The fund was set up last year.", "1996"],
    ["It was common in the nineties.", "199X"],
    ["The truce will end in two weeks.", "1997-11-05"],
    ["The truce ends three days from tomorrow.", "1997-10-26"],
    ["They met last summer.", "1997-22"],
    ["The office closed on 2 December.", "1996-12-02"],
    ["The council will discuss the attack of 12 September.", "1997-09-12"],
    ["They vote on the first Tuesday of November.", "1997-11-04"],
    ["They met on the last day of September.", "1997-09-30"],
    ["They met on Tuesday the 14th.", "1997-10-14"],
    ["They met the week before last.", "1997-10-08"],
    ["It was sold the year before last.", "1995"],
    ["The sale closes by year-end.", "1997"],
    ["The sale closes by year's end.", "1997"],
    ["First-quarter profit rose.", "1997-33"],
    ["In December, the board approved the plan.", "1996-12"],
    ["In December, the board will approve the plan.", "1997-12"],
    ["The bank failed half a century ago.", "1947"],
    ["The bank failed a year and a half ago.", "1996-04"],
  ])("%s", (sentence, value) => expect(read(sentence).map(([, edtf]) => edtf)).toEqual([value]));

  test("a dateline is the day from which weekdays look back", () => {
    expect(read("OSLO, Oct. 22: The board met on Thursday.").map(([, edtf]) => edtf)).toEqual([
      "1997-10-22",
      "1997-10-16",
    ]);
  });

  test.each([
    "Recently the board met.",
    "The board now meets often.",
    "The board is currently in session.",
    "It happened in recent months.",
    "They will soon meet.",
  ])("no day: %s", (sentence) => expect(read(sentence)).toEqual([]));
});
