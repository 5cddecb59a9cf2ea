import { describe, expect, test } from "vitest";
import { read } from "../../server/src/reading/read.ts";
import type { Trace } from "../../server/src/reading/trace.ts";
import { finish } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { readingOf, world } from "./world.ts";

function traceOf(text: string): Trace {
  const trace: Trace = { cues: [] };
  finish(read(readDraft({ uri: "draft:", text, format: "markdown" }), world, { trace }));
  return trace;
}

/** The gates that closed, each with the event and the part that it closed for. */
const closedIn = (text: string) =>
  traceOf(text).cues.flatMap(({ closed }) =>
    closed.map(({ gate, event, slot }) => [gate, event, slot].filter((part) => part !== undefined).join(" ")),
  );

describe("a trace", () => {
  test("tells which event was linked, by which anchors, and what is under test", () => {
    const [cue] = traceOf("The Harkside pact was signed on 18 April 2028.").cues;
    expect(cue?.link).toEqual({ event: "pact", anchors: ["name"], tested: ["date"] });
    expect(cue?.scores.map(({ event }) => event.id)).toEqual(["pact"]);
    expect(cue?.spoken.times.map(({ time }) => time.text)).toEqual(["18 April 2028"]);
  });

  test.each([
    ["too little speaks for it", "A pact was signed on 18 April 2028.", "too-little pact date"],
    ["it is quoted", "He said: “The Harkside pact was signed on 18 April 2028.”", "quoted pact"],
  ])("tells the gate where %s", (_, text, gate) => {
    expect(closedIn(text)).toEqual([gate]);
  });

  test("changes nothing in what is read", () => {
    const text = "The Harkside pact was signed on 18 April 2028. It was mediated by the Upland Society.";
    const draft = readDraft({ uri: "draft:", text, format: "markdown" });
    const traced = finish(read(draft, world, { trace: { cues: [] } }));
    expect(traced.statements).toEqual(readingOf(text).statements);
  });
});
