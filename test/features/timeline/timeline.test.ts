import { describe, expect, test } from "vitest";
import { MOST_EVENTS, timeline } from "../../../server/src/features/timeline/items.ts";
import { checkText } from "../../../server/src/service.ts";
import { parseEdtf } from "../../../server/src/time/edtf.ts";
import { worldOf } from "../../support/engine.ts";
import { world } from "../draft/world.ts";

function timelineOf(text: string, knowledge = world) {
  return timeline(checkText({ text, format: "markdown", knowledge, uri: "file:///brief.md" }));
}

function dayOf(edtf: string): number {
  const value = parseEdtf(edtf);
  if ("problem" in value) throw new Error(value.problem);
  return value.start;
}

const DRAFT = `---
date: 2030-12-01
---
The Quay truce was signed on 17 October 2030. The Lantern clash was on 30 September 2030.
`;

describe("a timeline", () => {
  const { items, written, left } = timelineOf(DRAFT);
  const item = (id: string) => items.find((each) => each.id === id);
  const stated = items.filter(({ origin }) => origin === "draft");

  test("has the known events that are dated, and whether the draft tells them", () => {
    expect(item("event-truce")).toMatchObject({
      origin: "knowledge",
      label: "Quay truce",
      when: "19 October 2030",
      start: dayOf("2030-10-19"),
      end: dayOf("2030-10-19"),
      told: true,
    });
    expect(item("event-audit")).toMatchObject({ when: "2030", lasting: false });
    expect(item("event-audit")!.told).toBeUndefined();
    expect(left).toBe(0);
  });

  test("has the draft's dated statements with their verdicts, and leads to the events that they are about", () => {
    expect(stated).toMatchObject([
      { label: "Lantern clash: 30 September 2030", verdict: "supported", about: "event-clash" },
      { label: "Quay truce: 17 October 2030", verdict: "contradicted", about: "event-truce" },
    ]);
    expect(stated[1]!.note).toBe("The Quay truce was on 19 October 2030, not 17 October 2030.");
  });

  test("is in the order of time", () => {
    const days = items.map(({ start = -Infinity }) => start);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  test("knows the day on which the draft was written", () => {
    expect(written).toBe(dayOf("2030-12-01"));
  });

  test("goes through JSON unchanged", () => {
    const whole = timelineOf(DRAFT);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  test("places a date beside which only the weekday is checked", () => {
    const [only] = timelineOf("They meet on Monday, 9 December 2025.").items.filter(
      ({ origin }) => origin === "draft",
    );
    expect(only).toMatchObject({ verdict: "contradicted", start: dayOf("2025-12-09") });
  });
});

describe("how sure a date is", () => {
  const dated = (date: string) =>
    timelineOf(
      "",
      worldOf(`
knowledgeBase: { title: Dates }
sources: { s: { title: S } }
events:
  e: { type: talks, name: Quay talks, date: "${date}", evidence: [{ source: s }] }
`),
    ).items[0]!;

  test.each([
    ["2030-05-03", { lasting: false, uncertain: false }],
    ["2030-05", { lasting: false, start: dayOf("2030-05-01"), end: dayOf("2030-05-31") }],
    ["2030-05-03/2030-05-09", { lasting: true }],
    ["2030-05-03~", { margins: { start: 1, end: 1 } }],
    ["2030-05-03?", { uncertain: true }],
    ["2030-05-03%", { uncertain: true, margins: { start: 1, end: 1 } }],
  ])("%s", (date, expected) => {
    expect(dated(date)).toMatchObject(expected);
  });

  test("leaves out an end that is open", () => {
    expect(dated("2030-05-03/..")).not.toHaveProperty("end");
    expect(dated("../2030-05-03")).not.toHaveProperty("start");
  });
});

test("of very many events, those are there that the draft tells, and then those nearest to its dates", () => {
  const events = Array.from(
    { length: MOST_EVENTS + 50 },
    (_, i) =>
      `  e${i}: { type: talks, name: Talks of Ward ${i}, date: ${1000 + i}-01-01, evidence: [{ source: s }] }`,
  ).join("\n");
  const knowledge = worldOf(
    `knowledgeBase: { title: Many }\nsources: { s: { title: S } }\nevents:\n${events}\n`,
  );
  const { items, left } = timelineOf("The Talks of Ward 1040 were held on 1 January 2040.", knowledge);
  const years = items
    .filter(({ origin }) => origin === "knowledge")
    .map(({ edtf }) => Number(edtf.slice(0, 4)));
  expect(left).toBe(50);
  expect(Math.max(...years)).toBe(2049);
  expect(Math.min(...years)).toBe(1050);
});
