import { describe, expect, test } from "vitest";
import { read } from "../../server/src/reading/read.ts";
import type { Trace } from "../../server/src/reading/trace.ts";
import { finish } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { worldOf } from "../support/engine.ts";

const world = worldOf(`
knowledgeBase: { title: The Glass Guilds, asOf: 1890 }
entities:
  veil: { type: organization, name: Veil Street Guild }
  orm: { type: organization, name: Ormsby Guild }
  hall: { type: place, name: Tallow Hall }
events:
  first: { type: talks, name: furnace talks, date: 1884-03-02, place: hall, participants: { party: [veil, orm] } }
  second: { type: talks, name: chimney talks, date: 1886-09-14, place: hall, participants: { party: [veil, orm] } }
  charter: { type: agreement, name: Glass Charter, date: 1885-05-11, place: hall, participants: { party: [veil] } }
`);

/** The gates before which a draft's events were stopped: the gate, the part, the event and those that fit as well. */
function gatesIn(text: string): string[] {
  const trace: Trace = { cues: [] };
  finish(read(readDraft({ uri: "draft:", text, format: "markdown" }), world, { trace }));
  return trace.cues.flatMap(({ closed }) =>
    closed.map(({ gate, slot, event, rivals = [] }) =>
      [gate, ...(slot ? [slot] : []), ...(event ? [event] : []), ...rivals].join(" "),
    ),
  );
}

describe("the gate that keeps words from being linked", () => {
  test.each([
    ["names both of two events that fit alike", "The talks at Tallow Hall were long.", ["tie first second"]],
    [
      "is told where nothing differs, but too little is said",
      "Later some talks were held.",
      ["too-little first", "too-little second"],
    ],
    [
      "is none where only one of them has the date",
      "The talks at Tallow Hall on 2 March 1884 were long.",
      [],
    ],
    ["is none where the event is named", "The Glass Charter was signed on 11 May 1885.", []],
  ])("%s", (_, text, gates) => {
    expect(gatesIn(text)).toEqual(gates);
  });
});
