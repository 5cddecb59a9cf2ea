import fc from "fast-check";
import { parse as parseHtml } from "parse5";
import { describe, expect, test } from "vitest";
import { arrange, marksOf } from "../../../server/src/features/timeline/arrangement.ts";
import { ticksOf } from "../../../server/src/features/timeline/axis.ts";
import { drawing } from "../../../server/src/features/timeline/drawing.ts";
import { timelineHtml } from "../../../server/src/features/timeline/html.ts";
import { timeline } from "../../../server/src/features/timeline/items.ts";
import { timelineSvg } from "../../../server/src/features/timeline/svg.ts";
import type { Timeline, TimelineItem } from "../../../server/src/features/timeline/timeline.ts";
import { focusOf, wholeOf } from "../../../server/src/features/timeline/window.ts";
import { spoken } from "../../../server/src/features/timeline/wording.ts";
import { checkText } from "../../../server/src/service.ts";
import { world } from "../draft/world.ts";

const PLAIN = { when: "then", edtf: "", lasting: false, uncertain: false, note: "" } as const;

function known(id: string, start: number, end = start): TimelineItem {
  return { ...PLAIN, id, origin: "knowledge", label: `Talks ${id}`, start, end };
}

function of(items: readonly TimelineItem[]): Timeline {
  return { title: "Brief", uri: "file:///brief.md", items, left: 0 };
}

const items: fc.Arbitrary<TimelineItem> = fc
  .record(
    {
      id: fc.uuid(),
      origin: fc.constantFrom("knowledge", "draft"),
      label: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("<b>", "Quay truce")),
      when: fc.string(),
      edtf: fc.string(),
      start: fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 20_000 })),
      length: fc.nat({ max: 5000 }),
      lasting: fc.boolean(),
      uncertain: fc.boolean(),
      verdict: fc.constantFrom("supported", "contradicted", "unverified"),
      note: fc.string({ unit: "binary" }),
      told: fc.constant(true),
      open: fc.constantFrom("start", "end"),
    },
    {
      requiredKeys: [
        "id",
        "origin",
        "label",
        "when",
        "edtf",
        "start",
        "length",
        "lasting",
        "uncertain",
        "note",
      ],
    },
  )
  .map(
    ({ length, open, start, ...item }) =>
      ({
        ...item,
        ...(open !== "start" && { start }),
        ...(open !== "end" && { end: start + length }),
      }) as TimelineItem,
  );
const timelines = fc.array(items, { maxLength: 40 }).map(of);

describe("whatever is on it", () => {
  test("the page and the drawing are sound, and nothing in them is no number", () => {
    fc.assert(
      fc.property(timelines, (any) => {
        const html = timelineHtml(any);
        const faults: string[] = [];
        parseHtml(html, { onParseError: ({ code }) => faults.push(code) });
        expect(faults).toEqual([]);
        expect(html).not.toMatch(/NaN|Infinity|undefined|<script/);
        const svg = timelineSvg(any);
        expect(svg).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 200 },
    );
  });

  test("every item is drawn once, alone or counted with others, at every scale", () => {
    fc.assert(
      fc.property(timelines, fc.double({ min: 1e-4, max: 100, noNaN: true }), (any, perDay) => {
        const drawn = marksOf(arrange(any, perDay)).flatMap((mark) => mark.items.map(({ id }) => id));
        expect(drawn.sort()).toEqual(any.items.map(({ id }) => id).sort());
      }),
      { numRuns: 200 },
    );
  });

  test("no mark covers another, nor another's label", () => {
    fc.assert(
      fc.property(timelines, fc.double({ min: 1e-3, max: 50, noNaN: true }), (any, perDay) => {
        const { known: above, stated: below } = arrange(any, perDay);
        for (const { marks } of [above, below]) {
          const single = marks.filter((mark) => mark.items.length === 1);
          for (const a of single)
            for (const b of single) {
              if (a === b || a.lane !== b.lane) continue;
              const [first, second] = a.from <= b.from ? [a, b] : [b, a];
              const end = Math.max(first.to, first.from + (first.before ? 0 : first.labelWidth));
              const start = second.before ? second.from - second.labelWidth : second.from;
              expect(end).toBeLessThanOrEqual(start + 1e-6 * Math.abs(start));
            }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the drawing", () => {
  const truce = timeline(
    checkText({
      text: "The Quay truce was signed on 17 October 2030.",
      format: "markdown",
      knowledge: world,
      uri: "file:///brief.md",
    }),
  );

  test("says all of it in words to those who cannot see it", () => {
    const { from, to } = wholeOf(truce);
    const arranged = arrange(truce, 1000 / (to - from));
    const { svg } = drawing(arranged, { from, width: 1000, interactive: true });
    expect(svg).toContain('role="listbox"');
    expect(svg).toContain(
      'aria-label="The draft: Quay truce: 17 October 2030. Contradicted. The Quay truce was on 19 October 2030, not 17 October 2030."',
    );
    expect(svg.match(/role="option"/g)).toHaveLength(truce.items.length);
  });

  test("leads from what is wrong to what is known by a line", () => {
    expect(timelineSvg(truce).match(/class="link"/g)).toHaveLength(1);
  });

  test("is wide and near enough to tell 500 events of ten years apart, or to count them", () => {
    const many = of(Array.from({ length: 500 }, (_, i) => known(String(i), i * 7)));
    const { from, to } = wholeOf(many);
    const { known: packed } = arrange(many, 1200 / (to - from));
    expect(packed.lanes).toBeLessThanOrEqual(13);
    const labelled = packed.marks.filter(({ items: all, label }) => all.length === 1 && label !== "");
    expect(labelled.length).toBeGreaterThan(100);
  });

  test("says what is approximate, uncertain and open", () => {
    const { end: _, ...open } = known("a", 0);
    expect(spoken({ ...open, margins: { start: 1, end: 1 }, uncertain: true })).toMatch(
      /\(approximate, uncertain, end open\)/,
    );
  });
});

describe("the part that is shown first", () => {
  test("leaves out the few that lie far off", () => {
    const years = [-28_000, ...Array.from({ length: 9 }, (_, i) => 20_000 + i * 30)];
    const { from, to } = focusOf(of(years.map((day, i) => known(String(i), day))));
    expect(from).toBeGreaterThan(0);
    expect(to).toBeGreaterThan(20_240);
  });

  test("is all of it, where it is spread evenly", () => {
    const even = of([0, 1000, 2000, 3000].map((day, i) => known(String(i), day)));
    const { from, to } = focusOf(even);
    expect(from).toBeLessThan(0);
    expect(to).toBeGreaterThan(3000);
  });
});

test.each([
  [{ from: 0, to: 20 }, /^\d+ Jan 1970$/],
  [{ from: 0, to: 500 }, /^[A-Z][a-z]{2} 19\d\d$/],
  [{ from: 0, to: 20_000 }, /^\d{4}$/],
  [{ from: -1_000_000, to: 0 }, /^(?:\d+ BC|\d+)$/],
])("the axis has round dates: %o", (window, form) => {
  const ticks = ticksOf(window, 1000);
  expect(ticks.length).toBeGreaterThan(2);
  for (const { label } of ticks) expect(label).toMatch(form);
});
