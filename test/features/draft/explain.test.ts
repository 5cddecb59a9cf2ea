import { describe, expect, test } from "vitest";
import { explain, GATES } from "../../../server/src/features/draft/explain.ts";
import type { Trace } from "../../../server/src/reading/trace.ts";
import { check, finish } from "../../../server/src/service.ts";
import { readDraft } from "../../../server/src/text/read-draft.ts";
import { world } from "../../reading/world.ts";

/** The explanation of what is at the cursor: its sections, each with its lines. */
function explained(marked: string): Record<string, readonly string[]> | undefined {
  const offset = marked.indexOf("<|>");
  const text = marked.replace("<|>", "");
  const trace: Trace = { cues: [] };
  const draft = readDraft({ uri: "draft:", text, format: "markdown" });
  const explanation = explain(finish(check(draft, world, { trace })), trace, offset);
  return explanation && Object.fromEntries(explanation.sections.map(({ title, lines }) => [title, lines]));
}

describe("an explanation", () => {
  test("tells what a sentence names, when it plays, which event it tells, and what is wrong with it", () => {
    const sections = explained("It rained. The Harkside pact <|>was signed on 18 April 2028.")!;
    expect(sections.Dates).toEqual(["“18 April 2028” is 18 April 2028 (2028-04-18)."]);
    expect(sections.Events!.at(-1)).toBe("“Harkside pact” was taken for “Harkside pact”; tested: its date.");
    expect(sections["What it states"]!.join()).toContain("the knowledge base says otherwise");
    expect(sections["What is reported"]!.join()).toContain("event-date:");
  });

  test("tells which gate kept a check silent", () => {
    expect(explained("A pact was <|>signed on 18 April 2028.")!.Events!.join()).toContain(
      GATES["too-little"],
    );
  });

  test("names both of two events that fit alike, and tells what rules all of them out", () => {
    const tied = explained("The talks <|>between Overmoor and Netherfell went on.")!.Events!.join("\n");
    expect(tied).toContain(`Silent (spring talks or autumn talks): ${GATES.tie}.`);
    const ruledOut = explained("The <|>1799 talks were short.")!.Events!.join("\n");
    expect(ruledOut).toContain(GATES["ruled-out"]);
    expect(ruledOut).not.toContain("fits no known event");
  });

  test("quotes a heading as it stands, without markup of ours", () => {
    const { Dates } = explained("# The a_b [c] of 2028\n\nOn 2 March <|>it rained.\n")!;
    expect(Dates!.join()).toContain("the heading, “The a_b [c] of 2028” (line 1)");
  });

  test("tells what is denied or supposed, and what is ignored and by what", () => {
    const denied = explained("The Harkside pact was not signed <|>on 18 April 2028.")!;
    expect(denied["How it is said"]!.join()).toContain("is denied");
    const text =
      "The Harkside pact <|>was signed on 18 April 2028. <!-- aide-memoire-disable-line -- why -->";
    expect(explained(text)!["What is reported"]).toEqual(["event-date is ignored by a comment: why"]);
  });

  test("of a sentence about nothing that is known says so, and of code nothing", () => {
    expect(Object.keys(explained("There <|>was rain.")!)).toEqual(["Nothing known"]);
    expect(explained("```\nIt <|>rained.\n```\n")).toBeUndefined();
  });

  test("is given in front of a line's prose as well", () => {
    expect(explained("<|>- The Harkside pact was signed.")).toHaveProperty("Events");
  });
});
