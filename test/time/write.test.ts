import { describe, expect, test } from "vitest";
import { describeTime, hedged, writeTime } from "../../server/src/time/write.ts";
import { edtf, readTime, readTimes } from "./read.ts";

describe("writeTime", () => {
  test.each([
    ["October 18, 2025", "2025-10-19", "October 19, 2025"],
    ["October 18", "2025-10-19", "October 19"],
    ["18 Oct.", "2025-10-19", "19 Oct"],
    ["on 18 Oct. they met", "2025-10-19", "19 Oct."],
    ["Saturday, 18 October", "2025-10-19", "Sunday, 19 October"],
    ["Saturday the 18th of October", "2025-10-19", "Sunday the 19th of October"],
    ["the first Tuesday of November 2024", "2023-11-07", "November 2023"],
    ["the last day of May 2024", "2024-06-30", "June 2024"],
    ["the first nine months of 2023", "2022-02/2022-05", "2022"],
    ["31-Oct-2024", "2025-10-19", "19-Oct-2025"],
    ["31/Oct/2024", "2025-10-19", "19/Oct/2025"],
    ["2023-Q3", "2024-05", "2024-Q2"],
    ["the 17th to 19th centuries", "1520/1810", "16th to 19th centuries"],
    ["the nineties", "1985", undefined],
    ["on Tuesday 14 October 2025", "2025-10-16", "Thursday 16 October 2025"],
    ["the week of 6 October 2025", "2025-11-19", undefined],
    ["18 Oct. 2025", "2025-10-19", "19 Oct. 2025"],
    ["Aug. 30, 1994", "1994-08-31", "Aug. 31, 1994"],
    ["Aug. 30, 1994", "1994-05-31", "May 31, 1994"],
    ["Aug. 30, 1994", "1994-09-01", "Sept. 1, 1994"],
    ["18 October", "2025-10-19", "19 October"],
    ["18th of October", "2025-10-22", "22nd of October"],
    ["the fourteenth of August 1998", "1998-08-15", "fifteenth of August 1998"],
    ["the twentieth of August 1998", "1998-08-21", "twenty-first of August 1998"],
    ["Saturday, 18 October 2025", "2025-10-19", "Sunday, 19 October 2025"],
    ["Sat 18 Oct 2025", "2025-10-19", "Sun 19 Oct 2025"],
    ["2025-11-19", "2025-10-19", "2025-10-19"],
    ["2025-11", "2025-10-19", "2025-10"],
    ["2025-11-19", "2025-10", "2025-10"],
    ["31/08/2025", "2025-10-19", "19/10/2025"],
    ["8/31/2025", "2025-10-19", "10/19/2025"],
    ["August 2020", "2021-08", "August 2021"],
    ["August 2020", "2021-08-15", "August 2021"],
    ["March 2025", "2025-05", "May 2025"],
    ["1896", "1893", "1893"],
    ["1896", "1893-11-12", "1893"],
    ["16–18 September 2003", "2004-09-16/2004-09-18", "16–18 September 2004"],
    ["20 to 24 November 2023", "2023-11-13/2023-11-17", "13 to 17 November 2023"],
    ["16–18 September 2003", "2004-09-29/2004-10-02", "29 September – 2 October 2004"],
    ["16–18 September 2003", "2004-09-16", "16 September 2004"],
    ["11 February – 29 May 2000", "2000-02-12/2000-05-30", "12 February – 30 May 2000"],
    ["7 November to 30 November 2022", "2022-11-07/2022-12-02", "7 November to 2 December 2022"],
    ["Oct. 11 to Oct. 13, 2005", "2006-10-11/2006-10-13", "Oct. 11 to Oct. 13, 2006"],
    ["October 18–19, 2025", "2025-10-19/2025-10-20", "October 19–20, 2025"],
    ["5 March 2022", "2022-03-09/2022-03-11", "9–11 March 2022"],
    ["March 5, 2022", "2022-03-09/2022-03-11", "March 9–11, 2022"],
    ["5 March 2022", "2021-05", "May 2021"],
    ["5 March 2022", "1893", "1893"],
    ["March 2022", "2021-22", "summer 2021"],
    ["June–July 1999", "1999-07/1999-08", "July–August 1999"],
    ["1927–1937", "1928/1938", "1928–1938"],
    ["second half of 2024", "2024-05-16", "first half of 2024"],
    ["the third quarter of 2023", "2023-02-14", "first quarter of 2023"],
    ["Q3 2023", "2023-02-14", "Q1 2023"],
    ["autumn of 2022", "2022-05-16/2022-05-20", "spring of 2022"],
    ["Spring 1994", "1994-08-31", "Summer 1994"],
    ["fall 2022", "2022-10-16", "fall 2022"],
    ["the 1980s", "1998-04-10", "1990s"],
    ["the 19th century", "1998", "20th century"],
  ])("%s, known %s: %s", (text, known, written) => {
    expect(writeTime(edtf(known), readTime(text))).toBe(written);
  });

  test("a part of a month that stays must be right for the new date", () => {
    expect(writeTime(edtf("2024-10-08"), readTime("the first Tuesday of November 2024"))).toBeUndefined();
    expect(writeTime(edtf("2024-11"), readTime("the last day of May 2024"))).toBeUndefined();
  });

  test("a word that stays must be right for the new date", () => {
    expect(writeTime(edtf("2025-11-28"), readTime("late October 2025"))).toBe("November 2025");
    expect(writeTime(edtf("2025-11-02"), readTime("late October 2025"))).toBeUndefined();
    expect(writeTime(edtf("2025-10-19"), readTime("early September 2025"))).toBeUndefined();
    expect(writeTime(edtf("2025-10-19"), readTime("mid-September 2025"))).toBe("October 2025");
  });

  test("the words of a range ask for two dates", () => {
    const known = edtf("2025-10-19");
    expect(writeTime(known, readTime("between 16 and 18 October 2025"))).toBeUndefined();
    expect(writeTime(known, readTime("from 16 to 18 October 2025"))).toBeUndefined();
    expect(writeTime(known, readTime("from 16–18 October 2025"))).toBeUndefined();
    expect(writeTime(known, readTime("between 16-18 October 2025"))).toBeUndefined();
    expect(writeTime(edtf("2025-10-19/2025-10-21"), readTime("from 16–18 October 2025"))).toBe(
      "19–21 October 2025",
    );
    expect(writeTime(known, readTime("on 16–18 October 2025"))).toBe("19 October 2025");
  });

  test.each([
    ["12 October 2025", "2025-10-25~", "about 25 October 2025"],
    ["September 2025", "2025-10-25~", "October 2025"],
    ["March 2021", "2022-05~", "about May 2022"],
    ["12 October 2025", "2025-10-25", "25 October 2025"],
  ])("%s, known %s, hedged: %s", (text, known, written) => {
    const like = readTime(text);
    expect(hedged(writeTime(edtf(known), like)!, edtf(known), like)).toBe(written);
  });

  test("a day whose month stands elsewhere", () => {
    const [, day] = readTimes(["It was October 2025. On the 18th of that month they met."]);
    expect(writeTime(edtf("2025-10-19"), day!)).toBe("19th");
    const [first] = readTimes(["On 3, 5 and 9 May 1999 they met."]);
    expect(writeTime(edtf("1999-05-04"), first!)).toBe("4");
    expect(writeTime(edtf("1999-04-04"), first!)).toBe("4 April");
  });

  test("what counts from something else is not written", () => {
    expect(writeTime(edtf("2025-10-25"), readTime("Six days later they met."))).toBeUndefined();
    expect(writeTime(edtf("2025-10-25"), readTime("They met last month.", "2025-11-17"))).toBeUndefined();
  });
});

describe("describeTime", () => {
  test.each([
    ["2025-10-19", "19 October 2025"],
    ["2025-10-25~", "about 25 October 2025"],
    ["2025-10", "October 2025"],
    ["2021-22", "summer 2021"],
    ["2021-24", "winter 2021–22"],
    ["1893", "1893"],
    ["2022-03-09/2022-03-11", "9 to 11 March 2022"],
    ["2022-11-07/2022-12-02", "7 November to 2 December 2022"],
    ["2022-12-30/2023-01-02", "30 December 2022 to 2 January 2023"],
    ["1998-06/1999-09", "June 1998 to September 1999"],
    ["1998-06/1998-09", "June to September 1998"],
    ["1971/2008", "1971 to 2008"],
    ["2021-08/..", "since August 2021"],
    ["../2023-12", "until December 2023"],
    ["199X", "the 1990s"],
    ["18XX", "the 19th century"],
    ["-04XX", "the 5th century BC"],
    ["-0489", "490 BC"],
    ["2023-33", "the first quarter of 2023"],
    ["2024-41", "the second half of 2024"],
  ])("%s", (text, words) => expect(describeTime(edtf(text))).toBe(words));
});
