import { describe, expect, test } from "vitest";
import { isSafe, onlyFixes, safeFixes } from "../server/src/checks/safe-fix.ts";
import { checkText } from "../server/src/service.ts";
import { slice } from "../server/src/text/span.ts";
import { worldOf } from "./support/engine.ts";

const islands = worldOf(`
knowledgeBase: { title: Islands }
sources: { log: { title: Log } }
entities:
  norrey: { type: country, name: Norrey, discouraged: [{ form: Onorey, reason: It was renamed. }] }
  guild: { type: organization, name: Guild of Northern Pilots, abbreviation: GNP }
  ada: { type: person, name: Ada Brinkley, roles: [{ title: Mayor, of: norrey }] }
events:
  truce: { type: ceasefire, name: Quay truce, date: 2030-10-19, evidence: [{ source: log }] }
`);

/** Each finding's check and whether it is safe to fix. */
function found(text: string): string[] {
  const { findings } = checkText({ text, format: "markdown", knowledge: islands });
  return findings.map((finding) => `${finding.check}: ${isSafe(finding) ? "safe" : "not safe"}`);
}

describe("safe to fix", () => {
  test.each([
    ["It was in Onorey.", "preferred-name: safe"],
    ["So Ada Brinkly spoke.", "actor-name: safe"],
    ["The Quay truce was signed on Sunday, 19 October 2030.", "weekday: safe"],
    ["It is so. <!-- aide-memoire-disable-line event-date -->", "unused-ignore: safe"],
  ])("is what only changes how it is written: %s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    ["The Quay truce was signed on 18 October 2030.", "event-date: not safe"],
    ["They met on Sunday, 19 October 2030.", "weekday: not safe"],
    ["They met on 31 September 2030.", "calendar: not safe"],
    ["It was an Onorey ship.", "preferred-name: not safe"],
  ])("is not what changes what is said, or would need more: %s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test("fixes do not overlap, and mend what they are for", () => {
    const text = "It was in Onorey, and so Ada Brinkly went to Onorey on 31 September 2030.";
    const { findings } = checkText({ text, format: "markdown", knowledge: islands });
    const edits = safeFixes(findings);
    expect(edits.map(({ span, newText }) => `${slice(text, span)} → ${newText}`)).toEqual([
      "Onorey → Norrey",
      "Ada Brinkly → Ada Brinkley",
      "Onorey → Norrey",
    ]);
    const [first] = findings;
    expect(onlyFixes([first!, first!])).toHaveLength(1);
  });
});
