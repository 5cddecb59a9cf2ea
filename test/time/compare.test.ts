import { describe, expect, test } from "vitest";
import { agrees, before, distance, intersects, meets, within } from "../../server/src/time/compare.ts";
import { applyOffset } from "../../server/src/time/offsets.ts";
import { edtf, readTime, readTimes } from "./read.ts";

describe("agrees", () => {
  test.each([
    ["on October 19, 2025", "2025-10-19", "yes"],
    ["on October 18, 2025", "2025-10-19", "no"],
    ["in October 2025", "2025-10-19", "yes"],
    ["in 2025", "2025-10-19", "yes"],
    ["in 1896", "1893", "no"],
    ["on 3 October 2025", "2025-10", "unknown"],
    ["on 3 November 2025", "2025-10", "no"],
    ["in the 1990s", "1998-04-10", "yes"],
    ["in the 1980s", "1998-04-10", "no"],
    // An approximate date has neighbours.
    ["on 26 October 2025", "2025-10-25~", "yes"],
    ["on 5 October 2025", "2025-10-25~", "no"],
    ["about 5 October 2025", "2025-10-25~", "no"],
    ["about 20 October 2025", "2025-10-25", "yes"],
    // The year was not stated.
    ["on 18 October", "2025-10-19", "no"],
    ["on 19 October", "2025-10-19", "unknown"],
    ["in October", "2025-10-19", "unknown"],
    ["in August", "2025-10-19", "no"],
    ["in August", "2025", "unknown"],
    ["on 19 October", "2020/..", "unknown"],
    // Seasons have soft edges.
    ["in the spring of 1994", "1994-08-31", "no"],
    ["in the summer of 1994", "1994-08-31", "yes"],
    ["in the autumn of 1994", "1994-08-31", "yes"],
    ["in autumn 2022", "2022-05-16/2022-05-20", "no"],
    ["in the winter of 2022", "2022-02-10", "yes"],
    ["in the winter of 2022", "2022-12-10", "yes"],
    ["in the winter of 2022", "2022-07-10", "no"],
    ["in the summer of 2021", "2021", "unknown"],
    ["in the southern summer of 2021–22", "2022-01-27", "yes"],
    ["in the third quarter of 2023", "2023-02-14", "no"],
    ["in the second half of 2024", "2024-05-16", "no"],
    ["in the first half of 2024", "2024-05-16", "yes"],
    // Parts of a month.
    ["in late October 2025", "2025-10-03", "no"],
    ["in late October 2025", "2025-10-25", "yes"],
    ["in mid-October 2025", "2025-10-19", "yes"],
    ["in early October 2025", "2025-10-30", "no"],
    // Open ends.
    ["since 1998", "1999-12-02", "unknown"],
    ["before 10 October 2025", "2025-10-19", "no"],
    ["by October 2025", "2025-10-19", "yes"],
    ["by October 2025", "2025-08-19", "unknown"],
    ["after 20 October 2025", "2025-10-19", "no"],
    // Ranges.
    ["on 16–18 September 2003", "2004-09-16/2004-09-18", "no"],
    ["on 16–18 September 2004", "2004-09-16/2004-09-18", "yes"],
    ["from 11 to 29 March 2022", "2022-03-09/2022-03-11", "no"],
    ["from 9 to 13 March 2022", "2022-03-09/2022-03-11", "no"],
    ["on 10 and 11 March 2022", "2022-03-08/2022-03-12", "unknown"],
    ["between 1 and 15 March 2022", "2022-03-09/2022-03-11", "yes"],
    ["on 10 March 2022", "2022-03-09/2022-03-11", "yes"],
    ["in March 2022", "2022-03-09/2022-03-11", "yes"],
    ["from 1927 to 1937", "1930", "yes"],
    // Impossible dates are another check's affair.
    ["on 31 September 2025", "2025-10-19", "unknown"],
  ])("%s, known %s: %s", (text, known, answer) => {
    expect(agrees(readTime(`It came ${text}.`), edtf(known))).toBe(answer);
  });

  test("a year inferred from the draft's text may be wrong, the day may not", () => {
    const [, mention] = readTimes(["The war began in 2021. On 19 October they met."]);
    expect(agrees(mention!, edtf("2021-10-19"))).toBe("yes");
    expect(agrees(mention!, edtf("2025-10-19"))).toBe("unknown");
    expect(agrees(mention!, edtf("2025-10-18"))).toBe("no");
  });

  test("what counts from the draft's date is stated, what counts from another date is a guess", () => {
    expect(agrees(readTime("It came last month.", "2025-11-17"), edtf("2025-10-19"))).toBe("yes");
    expect(agrees(readTime("It came last month.", "2025-11-17"), edtf("2025-08-19"))).toBe("no");
    expect(agrees(readTime("It came this May.", "2025-11-17"), edtf("2025-03"))).toBe("no");
    const [, later] = readTimes(["They met on 19 October 2025. Six days later talks opened."]);
    expect(agrees(later!, edtf("2025-10-25"))).toBe("yes");
    expect(agrees(later!, edtf("2025-11-25"))).toBe("unknown");
    const [, , day] = readTimes(["In October 2025 and on the 18th of that month they met."]);
    expect(day).toBeUndefined();
    const [, eighteenth] = readTimes(["It was October 2025. On the 18th of that month they met."]);
    expect(agrees(eighteenth!, edtf("2025-10-19"))).toBe("no");
    expect(agrees(eighteenth!, edtf("2025-08-19"))).toBe("unknown");
  });
});

test.each([
  ["Nine days after the statement it came.", "2005-07-28", "2005-09-26", "no"],
  ["Two months after the statement it came.", "2005-07-28", "2005-09-26", "yes"],
  ["Three weeks after the statement it came.", "2005-07-28", "2005-09-26", "no"],
  ["Eight months before the statement it came.", "1994-08-31", "1993-12-15", "yes"],
  ["About six weeks after the statement it came.", "1994-08-31", "1994-10-13", "yes"],
  ["More than three months after the statement it came.", "2022-03-11", "2022-05-16", "no"],
  ["More than nine weeks after the statement it came.", "2022-03-11", "2022-05-16", "yes"],
  ["A week after the storm it came.", "2022-02-02/2022-02-05", "2022-02-06", "no"],
  ["The day after the storm it came.", "2022-02-02/2022-02-05", "2022-02-06", "yes"],
])("%s From %s to %s: %s", (text, base, known, answer) => {
  const mention = readTime(text);
  expect(agrees({ ...mention, value: applyOffset(edtf(base), mention.offset!) }, edtf(known))).toBe(answer);
});

describe("the algebra of intervals", () => {
  test.each([
    ["2025-10-19", "2025-10", "yes", "yes", "unknown"],
    ["2025-10-19", "2025-10-25~", "no", "no", "yes"],
    ["2025-10-24", "2025-10-25~", "unknown", "unknown", "unknown"],
    ["2025", "2024", "no", "no", "no"],
    ["2025-10-19", "2025-10-19", "yes", "yes", "no"],
    ["2025-10-01/2025-10-19", "2025-10-19/2025-10-25", "yes", "unknown", "unknown"],
  ])("%s and %s", (a, b, shared, inside, earlier) => {
    expect(intersects(edtf(a), edtf(b))).toBe(shared);
    expect(within(edtf(a), edtf(b))).toBe(inside);
    expect(before(edtf(a), edtf(b))).toBe(earlier);
  });

  test("meets and distance", () => {
    expect(meets(edtf("2025-10-01/2025-10-19"), edtf("2025-10-20"))).toBe("yes");
    expect(meets(edtf("2025-10-01/2025-10-19"), edtf("2025-10-21"))).toBe("no");
    expect(meets(edtf("2025-09"), edtf("2025-10"))).toBe("unknown");
    expect(distance(edtf("2025-10-19"), edtf("2025-10-25~"))).toEqual({ start: 5, end: 7 });
  });
});
