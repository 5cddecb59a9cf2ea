import { describe, expect, test } from "vitest";
import { checkText } from "../../server/src/service.ts";
import { worldOf } from "../support/engine.ts";

/** What is said of the events of a world whose own kind, or own role, has certain traits. */
function told(vocabulary: string, text: string): string[] {
  const knowledge = worldOf(`
knowledgeBase: { title: The weirs }
entities:
  lock: { type: facility, name: Tarn Lock }
  mill: { type: place, name: Mill Reach }
  ford: { type: place, name: Long Ford }
  guild: { type: organization, name: Bargees' Guild }
  trust: { type: organization, name: River Trust }
  wardens: { type: organization, name: Weir Wardens }
events:
  moot: { type: rivermoot, name: Tarn moot, date: 2014-06-05, place: mill, about: [lock], participants: { oarsman: [guild] } }
vocabulary: ${vocabulary}
`);
  const { reading } = checkText({ text, format: "markdown", knowledge });
  return reading.statements.map(
    (statement) => `${statement.kind.replace("event-", "")} ${statement.verdict}`,
  );
}

const kind = (traits: string) =>
  `{ eventTypes: { rivermoot: { terms: [moot]${traits} } }, participantRoles: { oarsman: {} } }`;
const role = (traits: string) =>
  `{ eventTypes: { rivermoot: { terms: [moot] } }, participantRoles: { oarsman: { verbs: [row]${traits} } } }`;
const otherRole = (traits: string) =>
  `{ eventTypes: { rivermoot: { terms: [moot] } }, participantRoles: { oarsman: {}, helm: { phrases: [steered by]${traits} } } }`;

/** Each trait with a sentence that it changes: what is told without it, and with it. */
describe("a trait of a knowledge base's own", () => {
  test.each<[trait: string, text: string, without: string[], having: string[]]>([
    ["alsoCalled: [agreement]", "The Tarn Lock accord of 6 June 2014 held.", [], ["date contradicted"]],
    ["objectOf: [ring]", "The Tarn moot was rung on 6 June 2014.", [], ["date contradicted"]],
    ["lasting: true", "The Tarn moot began on 9 June 2014.", ["date contradicted"], ["date unverified"]],
    [
      "announced: true",
      "The Tarn moot was announced in July 2014.",
      ["date unverified"],
      ["date contradicted"],
    ],
    ["datedByStart: true", "The Tarn moot began on 4 June 2014.", ["date unverified"], ["date contradicted"]],
    ["recurring: true", "The Tarn Lock moot was held on 6 August 2016.", ["date contradicted"], []],
  ])("kind: %s", (trait, text, without, having) => {
    expect(told(kind(""), text)).toEqual(without);
    expect(told(kind(`, ${trait}`), text)).toEqual(having);
  });

  test.each<[trait: string, text: string, without: string[], having: string[], of?: typeof role]>([
    [
      "acts: false",
      "The River Trust's Tarn moot was held in Mill Reach.",
      ["participant contradicted", "place supported"],
      [],
    ],
    [
      "mutual: true",
      "The Tarn moot of the Weir Wardens with the River Trust was held in Mill Reach.",
      ["place supported"],
      ["participant contradicted", "participant contradicted", "place supported"],
    ],
    [
      "makesItHappen: true",
      "The Tarn moot was rowed by the Bargees' Guild on 6 June 2014.",
      [],
      ["date contradicted"],
    ],
    [
      "anyDeed: true",
      "The Tarn moot, steered by the River Trust, was held in Mill Reach.",
      ["participant unverified", "place supported"],
      ["participant contradicted", "place supported"],
      otherRole,
    ],
  ])("role: %s", (trait, text, without, having, of = role) => {
    expect(told(of(""), text)).toEqual(without);
    expect(told(of(`, ${trait}`), text)).toEqual(having);
  });
});
