import { expect, test } from "vitest";
import { draftTokens } from "../../../server/src/features/draft/semantic-tokens.ts";
import { checkText } from "../../../server/src/service.ts";
import { slice, span } from "../../../server/src/text/span.ts";
import { worldOf } from "../../support/engine.ts";
import { world } from "./world.ts";

function tokensIn(text: string, knowledge = world, from = 0, to = text.length): string[] {
  const snapshot = checkText({ text, format: "markdown", knowledge });
  return draftTokens(snapshot, span(from, to)).map(({ span, type }) => `${slice(text, span)} ${type}`);
}

test("actors, events and dates in the order of the text; of an event's name only the event", () => {
  expect(tokensIn("On 19 October 2030 Norrey signed the Quay truce at the Quay.")).toEqual([
    "19 October 2030 date",
    "Norrey actor",
    "Quay truce event",
    "Quay actor",
  ]);
});

test("one that goes over the end of a line is one a line", () => {
  expect(tokensIn("It was the Guild of\nPilots.")).toEqual(["Guild of actor", "Pilots actor"]);
});

test("may be asked for a part of a draft", () => {
  const text = "Norrey met Sudrey.\n\nAda Brink left.";
  expect(tokensIn(text, world, text.indexOf("Ada"))).toEqual(["Ada Brink actor"]);
  expect(tokensIn(text, world, 0, text.indexOf("Sudrey"))).toEqual(["Norrey actor"]);
});

test("a contested claim is told apart around whom it names", () => {
  const contested = worldOf(`
knowledgeBase: { title: Claims }
sources:
  ledger: { title: The Ledger }
entities:
  north: { type: country, name: Norrey, evidence: [{ source: ledger }] }
  guild: { type: organization, name: Guild of Pilots, evidence: [{ source: ledger }] }
  south: { type: country, name: Sudrey, evidence: [{ source: ledger }] }
claims:
  north-funds-guild:
    subject: north
    predicate: supports
    object: guild
    status: contested
    attributedTo: [south]
    deniedBy: [north]
    statement: Norrey supports the Guild of Pilots.
    evidence: [{ source: ledger }]
`);
  const tokens = tokensIn("Norrey supports the Guild of Pilots.", contested);
  expect(tokens).toContain("Norrey actor");
  expect(tokens.filter((token) => token.endsWith(" claim"))).toEqual(["supports the claim"]);
});
