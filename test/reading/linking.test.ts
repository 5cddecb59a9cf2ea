import { describe, expect, test } from "vitest";
import { readingOf } from "./world.ts";

/** What a text says of known events: "pact date contradicted". */
function statementsIn(text: string): string[] {
  return readingOf(text).statements.flatMap((statement) =>
    "event" in statement
      ? [`${statement.event} ${statement.kind.replace("event-", "")} ${statement.verdict}`]
      : [],
  );
}

const eventsIn = (text: string) => readingOf(text).events.map(({ id }) => id);

describe("an event is meant", () => {
  test.each<[why: string, text: string, events: string[]]>([
    ["by its name", "The Harkside pact held.", ["pact"]],
    ["by another of its names", "After the landslide at Ridge End they met.", ["slide"]],
    ["by its kind, place and date", "The talks at Ridge End in March 2028 failed.", ["spring-talks"]],
    [
      "by its kind, parties and date",
      "Overmoor and Netherfell held talks in October 2029.",
      ["autumn-talks"],
    ],
    ["by its kind, once it has been named", "The Harkside pact was bold. The pact held.", ["pact", "pact"]],
    [
      "by its kind, thousands of words on in the same paragraph",
      `The Harkside pact was bold. ${"Nobody in the hall had said a word. ".repeat(400)}The pact held.`,
      ["pact", "pact"],
    ],
    [
      "not by its kind, some paragraphs on",
      `The Harkside pact was bold.${"\n\nNobody said a word.".repeat(4)}\n\nThe pact held.`,
      ["pact"],
    ],
    ["not by its kind alone", "The talks failed.", []],
    ["not where two may be meant", "Overmoor and Netherfell held talks.", []],
    ["not by the kind of another place and time", "The pact of Utrecht was signed in 1713.", []],
  ])("%s: %s", (_, text, events) => {
    expect(eventsIn(text)).toEqual(events);
  });
});

describe("of an event is said", () => {
  test.each<[text: string, statements: string[]]>([
    ["The Harkside pact was signed on 17 April 2028.", ["pact date supported"]],
    ["The Harkside pact was signed in spring 2028.", ["pact date supported"]],
    ["The Harkside pact was signed on 18 April 2028.", ["pact date contradicted"]],
    ["The Harkside pact was mediated by the Upland Society.", ["pact participant contradicted"]],
    ["The Harkside pact was mediated by the Mountain Railway Board.", ["pact participant supported"]],
    ["The spring talks were held in St Ells.", ["spring-talks place contradicted"]],
    ["The spring talks were held in Overmoor.", ["spring-talks place supported"]],
    ["The Harkside pact was bold; it was signed on 18 April 2028.", ["pact date contradicted"]],
    ["The Harkside pact was bold. On 18 April 2028 it was signed.", ["pact date contradicted"]],
    ["The Harkside pact was bold. Its mediator was the Upland Society.", ["pact participant contradicted"]],
    ["The mediator of the Harkside pact was the Upland Society.", ["pact participant contradicted"]],
    ["The Harkside pact's signing took place on 18 April 2028.", ["pact date contradicted"]],
    ["Harkside, where the autumn talks were held, is small.", ["autumn-talks place contradicted"]],
    ["On 20 April 2028, a day after the Harkside pact, it rained.", ["pact date contradicted"]],
    ["On 18 April 2028, a day after the Harkside pact, it rained.", []],
    ["The Board met in Harkside. Its mediator was the Upland Society.", []],
    ["The Harkside pact was not signed on 18 April 2028.", []],
    ["On 18 April 2028 the envoy praised the Harkside pact.", []],
    ["> The Harkside pact was signed on 18 April 2028.", []],
  ])("%s", (text, statements) => {
    const told = statementsIn(text).filter((said) => !said.endsWith("unverified"));
    expect(told).toEqual(statements);
  });
});
