import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../server/src/checks/check.ts";
import { beginningOf, beginningsOf, knownOf } from "../../../server/src/features/draft/beginning.ts";
import { effortOf } from "../../../server/src/reading/read.ts";
import { check, finish, type Snapshot } from "../../../server/src/service.ts";
import type { Draft } from "../../../server/src/text/draft.ts";
import { readDraft } from "../../../server/src/text/read-draft.ts";
import { corpus } from "../../support/corpus.ts";

function draftOf(text: string): Draft {
  return readDraft({ uri: "draft:", text, format: "markdown" });
}

/** A finding as an editor shows it. A fix may be written in another style once there is more to see of the draft's own. */
function shown({ check, severity, message, span, evidence }: Finding): string {
  return JSON.stringify({ check, severity, message, span, evidence });
}

/** Slips in names, dates without years, dates in digits, and a day of writing in one way or another. */
interface Damage {
  /** Every how many-th of them. */
  readonly every: number;
  readonly names: boolean;
  readonly dates: boolean;
  readonly written: "" | "front matter" | "dateline" | "several datelines";
}

const damage: fc.Arbitrary<Damage> = fc.record({
  every: fc.integer({ min: 2, max: 9 }),
  names: fc.boolean(),
  dates: fc.boolean(),
  written: fc.constantFrom("", "front matter", "dateline", "several datelines"),
});

function damaged(text: string, { every, names, dates, written }: Damage): string {
  let count = 0;
  const isHit = () => ++count % every === 0;
  let changed = text;
  if (names)
    changed = changed.replace(/\b(\p{Lu}\w{3})(\w)(\w)(?=\w)/gu, (word, start, a, b) =>
      isHit() ? `${start}${b}${a}` : word,
    );
  if (dates)
    changed = changed.replace(/\b(\d{1,2}) (\p{Lu}\w{2,8}) (\d{4})\b/gu, (date, day, month, year) => {
      if (isHit()) return `${day} ${month}`;
      return isHit() ? `${(day % 12) + 1}/${(year % 12) + 1}/${year}` : date;
    });
  if (written === "front matter" && !changed.startsWith("---\n"))
    changed = `---\ndate: 2015-06-01\n---\n\n${changed}`;
  if (written.includes("dateline"))
    changed = changed.replace(
      /^(?:---\n[\s\S]*?\n---\n)?/,
      "$&\nGENEVA, 12 June 2015 — The report follows.\n\n",
    );
  return written === "several datelines" ? `${changed}\n\nPARIS, 13 June 2005 — The end.\n` : changed;
}

describe("what is known of a draft by its beginning", () => {
  test.each(corpus)("holds of the whole: $file", ({ text, knowledge }) => {
    fc.assert(
      fc.property(damage, fc.double({ min: 0, max: 1, noNaN: true }), (damage, share) => {
        const draft = draftOf(damaged(text, damage));
        const count = Math.floor(share * draft.parts.all.length);
        const beginning = finish(check(beginningOf(draft, count), knowledge));
        expect(effortOf(beginning.reading).parts).toBe(count);
        const known = knownOf(draft, beginning);
        const whole = finish(check(draft, knowledge));
        const all = whole.findings.map(shown);
        for (const finding of known.findings) expect(all).toContain(shown(finding));
      }),
      { numRuns: 6 },
    );
  });

  test("is much of what there is to say of it", () => {
    const parts = corpus.map(({ text, knowledge }) => {
      const draft = draftOf(text);
      const known = knownOf(draft, finish(check(draft, knowledge)));
      return { known: known.findings.length, all: finish(check(draft, knowledge)).findings.length };
    });
    const sum = (of: "known" | "all") => parts.reduce((total, part) => total + part[of], 0);
    expect(sum("known")).toBeGreaterThan(0.4 * sum("all"));
  });
});

describe("the beginnings of a draft", () => {
  const { text: report, knowledge } = corpus.find(({ file }) => file === "federation/governance-review.md")!;
  const long = draftOf(`${report}\n\n`.repeat(40));

  test("are each longer than the one before, and of no draft that is read at once", () => {
    expect([...beginningsOf(draftOf(report))]).toEqual([]);
    const lengths = [...beginningsOf(long)].map(({ blocks }) => blocks.at(-1)!.span.end);
    expect(lengths.length).toBeGreaterThan(1);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(lengths.at(-1)).toBeLessThan(0.6 * long.text.length);
    expect([...beginningsOf(long, lengths[0])]).toHaveLength(lengths.length - 1);
  });

  test("cut no table in two, nor from its caption", () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `| Row ${i} | 12 March 2004 |`).join("\n");
    const table = draftOf(
      `One.\n\n| What | When |\n| --- | --- |\n${rows}\n\nTable: Of 2004\n\n${"Some words. ".repeat(30_000)}`,
    );
    for (const { blocks } of beginningsOf(table)) expect(blocks.at(-1)!.cell).toBeUndefined();
  });

  test("are not read again with the rest", () => {
    let earlier: Snapshot | undefined;
    let before = 0;
    for (const draft of [...beginningsOf(long), long]) {
      earlier = finish(check(draft, knowledge, { earlier }));
      const { parts, readAnew } = effortOf(earlier.reading);
      expect(readAnew).toBeLessThanOrEqual(parts - before + 1);
      before = parts;
    }
    expect(earlier!.reading).toEqual(finish(check(long, knowledge)).reading);
  });
});
