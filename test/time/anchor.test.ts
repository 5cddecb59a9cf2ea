import { describe, expect, test } from "vitest";
import { tokenize } from "../../server/src/text/tokens.ts";
import { anchorTimes, type TimedBlock } from "../../server/src/time/anchor.ts";
import { applyOffset } from "../../server/src/time/offsets.ts";
import { recognizeTimes } from "../../server/src/time/recognize.ts";
import type { Offset } from "../../server/src/time/time.ts";
import { edtf, readTimes } from "./read.ts";

const values = (paragraphs: readonly string[], draftDate?: string): (string | undefined)[] =>
  readTimes(paragraphs, draftDate).map(({ value }) => value?.edtf);

describe("anchorTimes: the year", () => {
  test("is that of the date before it in the paragraph", () => {
    expect(values(["They met on 3 May 1999. On 9 June they met again."])).toEqual([
      "1999-05-03",
      "1999-06-09",
    ]);
  });

  test("is the next one where a late month is followed by an early one", () => {
    expect(values(["It began in December 1941. In January it spread."])).toEqual(["1941-12", "1942-01"]);
  });

  test("is the one that stands later in the same list", () => {
    expect(values(["In July and August 1914 it began."])).toEqual(["1914-07", "1914-08"]);
  });

  test("is not that of an aside in the same paragraph", () => {
    const text = "On 3 May 1999 they met. It recalled the 1921 talks. On 9 June they met again.";
    expect(values([text])).toEqual(["1999-05-03", "1921", "1999-06-09"]);
  });

  test("is the heading's where the section says none", () => {
    expect(values(["# Notes", "## The events of 1998", "On 22 May they voted."])).toEqual([
      "1998",
      "1998-05-22",
    ]);
  });

  test("brings the date nearest to the day of writing in a draft about its own time", () => {
    expect(values(["On 19 October they met."], "2025-11-17")).toEqual(["2025-10-19"]);
    expect(values(["On 19 December they met."], "2025-01-17")).toEqual(["2024-12-19"]);
    expect(values(["On 19 January they will meet."], "2025-12-17")).toEqual(["2026-01-19"]);
  });

  test("stays open where nothing gives it", () => {
    expect(values(["Every 19 October they meet."])).toEqual([undefined]);
  });

  test("is that of the table's row or column", () => {
    const cell = (text: string, row: number, column: number): TimedBlock => ({
      block: { kind: "cell", cell: { table: 0, row, column } },
      sentences: [recognizeTimes(tokenize(text))],
    });
    const rows = [cell("1998", 1, 0), cell("22 May", 1, 1), cell("1999", 2, 0), cell("9 September", 2, 1)];
    expect(anchorTimes(rows, {}).map(({ value }) => value?.edtf)).toEqual([
      "1998",
      "1998-05-22",
      "1999",
      "1999-09-09",
    ]);
    const columns = [cell("1998", 0, 1), cell("1999", 0, 2), cell("22 May", 1, 1), cell("9 September", 1, 2)];
    expect(anchorTimes(columns, {}).map(({ value }) => value?.edtf)).toEqual([
      "1998",
      "1999",
      "1998-05-22",
      "1999-09-09",
    ]);
  });

  test("is said to be inferred, and from where", () => {
    const [stated, inferred] = readTimes(["They met on 3 May 1999. On 9 June they met again."]);
    expect(stated!.inferred).toBeUndefined();
    expect(inferred!.inferred).toEqual({ part: "year", from: "previous-date", origin: stated!.span });
    expect(inferred!.stated).toEqual({ month: 6, day: 9 });
  });
});

describe("anchorTimes: dates in digits", () => {
  test.each([
    [["Filed 25/06/2024, heard 05/06/2024."], ["2024-06-25", "2024-06-05"]],
    [
      ["Filed 06/25/2024.", "Heard 05/06/2024."],
      ["2024-06-25", "2024-05-06"],
    ],
    [
      ["Heard 05/06/2024.", "Filed 25-06-2024."],
      ["2024-06-05", "2024-06-25"],
    ],
    [["Filed 25/06/2024, then 06/25/2024, heard 05/06/2024."], ["2024-06-25", "2024-06-25"]],
    [["Heard 05/06/2024 and 07/08/2024."], []],
    [["Heard 05/05/2024 and 05/06/2024."], ["2024-05-05"]],
  ])("%j", (paragraphs, found) => expect(values(paragraphs)).toEqual(found));
});

describe("anchorTimes: what counts from something else", () => {
  test.each([
    ["It came last month.", "2025-10"],
    ["It came this May.", "2025-05"],
    ["It came last Thursday.", "2025-11-13"],
    ["It came yesterday.", "2025-11-16"],
    ["It comes next year.", "2026"],
    ["It came on Thursday.", "2025-11-13"],
    ["It came two weeks ago.", "2025-10-28/2025-11-06"],
    ["It came last spring.", "2025-21"],
  ])("%s", (text, value) => expect(values([text], "2025-11-17")).toEqual([value]));

  test.each([
    ["They met on 3 May 1999. Six days later they met again.", "1999-05-09"],
    ["They met on 3 May 1999. The next day they met again.", "1999-05-04"],
    ["They met on 3 May 1999. On the 19th of that month they met again.", "1999-05-19"],
    ["They met on 3 May 1999. That autumn they met again.", "1999-23"],
    ["They met on 3 May 1999. On 4 November of that year they met again.", "1999-11-04"],
    ["They met on 3 May 1999. In the same month they met again.", "1999-05"],
    ["They met on 3 May 1999. The following year they met again.", "2000"],
    ["They met on 3 May 1999. The following March they met again.", "2000-03"],
    ["They met on 3 May 1999. On Friday they met again.", "1999-05-07"],
  ])("%s", (text, value) => expect(values([text])[1]).toBe(value));

  test("an offset from a date that follows it", () => {
    expect(values(["They met three days after 3 May 1999."])).toEqual(["1999-05-06", "1999-05-03"]);
  });

  test("an offset from a phrase stays open", () => {
    const [mention] = readTimes(["They met three weeks after the Doha ceasefire."]);
    expect(mention!.value).toBeUndefined();
    expect(mention!.offset).toMatchObject({ amount: 3, unit: "week", from: "phrase" });
  });
});

describe("applyOffset", () => {
  const offset = (parts: Partial<Offset>): Offset => ({
    unit: "day",
    amount: 1,
    direction: 1,
    bound: "exact",
    from: "previous",
    ...parts,
  });

  test.each([
    ["2025-10-19", { amount: 6 }, "2025-10-25"],
    ["2025-10-19", { amount: 6, direction: -1 }, "2025-10-13"],
    ["2025-10-19", { amount: 6, bound: "about" }, "2025-10-24/2025-10-26"],
    ["2025-10-19", { amount: 3, unit: "week" }, "2025-11-06/2025-11-15"],
    ["2025-10-19", { amount: 3, unit: "week", bound: "atLeast" }, "2025-11-06/.."],
    ["2025-10-19", { amount: 3, unit: "week", bound: "atMost" }, "2025-10-19/2025-11-12"],
    ["2025-10-19", { amount: 1, unit: "month" }, "2025-11-09/2025-12-19"],
    ["2024-01-31", { amount: 1, unit: "month", direction: -1 }, "2023-12/2024-01-10"],
    ["2025-10", { amount: 2, unit: "month" }, "2025-12"],
    ["1999", { amount: 2, unit: "year" }, "2001"],
    ["2025-10-19/2025-10-21", { amount: 2 }, "2025-10-21/2025-10-23"],
  ] as const)("%s, %o: %s", (base, parts, value) => {
    expect(applyOffset(edtf(base), offset(parts)).edtf).toBe(value);
  });
});
