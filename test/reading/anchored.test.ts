import { describe, expect, test } from "vitest";
import { anchoredEvents } from "../../server/src/reading/events/anchored.ts";
import { read } from "../../server/src/reading/read.ts";
import type { Trace } from "../../server/src/reading/trace.ts";
import { finish } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { corpus } from "../support/corpus.ts";

/** The knowledge bases of the corpus are so small that all events of a kind are weighed: the index must have every one that counted. */
describe("the events worth weighing", () => {
  test.each(corpus)("have every one for which something speaks: $file", ({ text, knowledge }) => {
    const trace: Trace = { cues: [] };
    finish(read(readDraft({ uri: "draft:", text, format: "markdown" }), knowledge, { trace }));
    for (const { spoken, scores } of trace.cues) {
      const all = new Set(scores.map(({ event }) => event.id));
      const worth = anchoredEvents(all, spoken, knowledge, { lastOf: () => undefined, before: undefined });
      const counted = scores.filter(({ anchors }) =>
        anchors.some((anchor) => anchor !== "kind" && anchor !== "name" && anchor !== "earlier"),
      );
      const missing = counted.filter(({ event }) => !worth.has(event.id));
      expect(missing.map(({ event, anchors }) => `${event.id}: ${anchors}`)).toEqual([]);
    }
  });
});
