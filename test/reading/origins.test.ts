import { describe, expect, test } from "vitest";
import { checkText } from "../../server/src/service.ts";
import { slice } from "../../server/src/text/span.ts";
import type { TimeMention } from "../../server/src/time/time.ts";
import { worldOf } from "../support/engine.ts";

const world = worldOf(`
knowledgeBase: { title: The Valley, asOf: 2031 }
sources: { ledger: { title: The Ledger } }
entities:
  mill: { type: organization, name: Mill Company, evidence: [{ source: ledger }] }
  union: { type: organization, name: Weavers' Union, evidence: [{ source: ledger }] }
events:
  accord:
    type: agreement
    name: Lowmoor Accord
    date: 2025-10-19
    participants: { party: [mill, union] }
    evidence: [{ source: ledger }]
`);

/** Of each date: its words, what it comes to, and the words from which that was taken. */
function datesIn(text: string): string[] {
  const { draft, reading } = checkText({ text, format: "markdown", knowledge: world });
  return reading.times.map((time: TimeMention) => {
    const { inferred, value, span } = time;
    const origin = inferred?.origin === undefined ? "" : ` (${slice(draft.text, inferred.origin)})`;
    const from = inferred === undefined ? "" : ` < ${inferred.from}${origin}`;
    return `${slice(text, span)} = ${value?.edtf}${from}`;
  });
}

describe("the origin of what a date leaves out", () => {
  test.each<[string, string, string]>([
    [
      "a year",
      "They met on 3 May 1999. They met on 9 June.",
      "9 June = 1999-06-09 < previous-date (3 May 1999)",
    ],
    ["a heading", "## The year 1998\n\nThey met on 9 June.", "9 June = 1998-06-09 < heading (The year 1998)"],
    ["a list shares its year", "In July and August 1914.", "July = 1914-07"],
    ["a row", "| a | b |\n|---|---|\n| 1998 | 22 May |", "22 May = 1998-05-22 < table (1998)"],
    [
      "a date before",
      "They met on 3 May 1999. Six days later they met again.",
      "Six days later = 1999-05-09 < previous-date (3 May 1999)",
    ],
    [
      "an event by its name",
      "They met three days after the Lowmoor Accord.",
      "three days after the Lowmoor Accord = 2025-10-22 < event (Lowmoor Accord)",
    ],
    [
      "an event just told",
      "The Lowmoor Accord was signed by the Mill Company. Six days later the strike ended.",
      "Six days later = 2025-10-25 < event (Lowmoor Accord)",
    ],
    [
      "the day of writing",
      "---\ndate: 2025-11-17\n---\n\nThey met on 9 June.",
      "9 June = 2025-06-09 < draft-date",
    ],
  ])("%s", (_, text, expected) => expect(datesIn(text)).toContain(expected));
});

describe("a table's caption gives the year of its dates", () => {
  const table = "| day | what |\n|---|---|\n| 22 May | opening |\n";
  const other = "| day | what |\n|---|---|\n| 3 June | close |\n";
  test.each<[string, string, string]>([
    ["above", `Table 2. Debates of 2019\n\n${table}`, "22 May = 2019-05-22 < table (2019)"],
    ["above, in bold", `**Table 2:** Debates of 2019\n\n${table}`, "22 May = 2019-05-22 < table (2019)"],
    ["below", `${table}\n: Debates of 2019 {#tbl-debates}\n`, "22 May = 2019-05-22 < table (2019)"],
    [
      "between two tables that have theirs above",
      `Table 1: Debates of 2018\n\n${table}\nTable 2: Debates of 2019\n\n${other}`,
      "3 June = 2019-06-03 < table (2019)",
    ],
    [
      "between two tables that have theirs below",
      `${table}\nTable 1: Debates of 2018\n\n${other}\nTable 2: Debates of 2019\n`,
      "22 May = 2018-05-22 < table (2018)",
    ],
  ])("%s", (_, text, expected) => expect(datesIn(text)).toContain(expected));

  test.each<[string, string]>([
    ["it states two years", `Table 2. Debates of 2018 and of 2019\n\n${table}`],
    ["a season over the new year", `Table 2. Debates of 2018–2019\n\n${table}`],
    ["it is no caption", `Tables were turned in 2019.\n\n- a list\n\n${table}`],
  ])("but not where %s", (_, text) => {
    expect(datesIn(text).filter((date) => date.includes("< table"))).toEqual([]);
  });

  test("a year in the first column comes before it", () => {
    const rows = "Table 1. As of 2020\n\n| year | day |\n|---|---|\n| 1998 | 22 May |\n";
    expect(datesIn(rows)).toContain("22 May = 1998-05-22 < table (1998)");
  });
});

describe("a dateline gives the day of writing", () => {
  test.each<[string, string]>([
    [
      "KABUL, 12 October 2025 — The talks ended on 9 October.",
      "9 October = 2025-10-09 < draft-date (12 October 2025)",
    ],
    [
      "Geneva, Oct. 12, 2025 (Agency) – It began yesterday.",
      "yesterday = 2025-10-11 < draft-date (Oct. 12, 2025)",
    ],
    [
      "WASHINGTON, D.C., January 3, 2024 -- It began last month.",
      "last month = 2023-12 < draft-date (January 3, 2024)",
    ],
    [
      "**PORT ELGAR 3 January 2024** — It began on 28 December.",
      "28 December = 2023-12-28 < draft-date (3 January 2024)",
    ],
    [
      "# Mills reopen\n\nBy Ann Ash\n\nLowmoor, 3 May 2024 — It began on 28 April.",
      "28 April = 2024-04-28 < draft-date (3 May 2024)",
    ],
    [
      "# Mills in 2024\n\nLowmoor, May 3 (Agency) – It began yesterday.",
      "yesterday = 2024-05-02 < draft-date (May 3)",
    ],
  ])("%s", (text, expected) => expect(datesIn(text)).toContain(expected));

  test.each<[string, string]>([
    ["front matter gives it", "---\ndate: 2020-01-02\n---\n\nLowmoor, 3 May 2024 — It began yesterday."],
    [
      "it is a chronology",
      "Lowmoor, 3 May 2024 — The strike.\n\nLowmoor, 4 May 2024 — The lockout, begun yesterday.",
    ],
    ["it is an item", "- Lowmoor, 3 May 2024 — The strike, begun yesterday."],
    ["there is no dash", "In Lowmoor, 3 May 2024 was a day like yesterday."],
    ["there is no year", "Lowmoor, May 3 (Agency) – It began yesterday."],
    ["it is quoted", "> Lowmoor, 3 May 2024 — It began yesterday."],
    ["it stands far down", `${"A paragraph.\n\n".repeat(8)}Lowmoor, 3 May 2024 — It began yesterday.`],
  ])("but not where %s", (_, text) => {
    expect(datesIn(text).filter((date) => date.includes("draft-date ("))).toEqual([]);
  });
});

test("a table with an empty row is read like any other", () => {
  const text = "| year | day |\n|---|---|\n| | |\n| 1998 | 22 May |\n";
  expect(datesIn(text)).toContain("22 May = 1998-05-22 < table (1998)");
});
