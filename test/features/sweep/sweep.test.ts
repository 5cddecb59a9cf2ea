import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concernOf } from "../../../server/src/features/sweep/concern.ts";
import { changesOf } from "../../../server/src/features/sweep/fact-changes.ts";
import { sweep } from "../../../server/src/features/sweep/sweep.ts";
import { checkText } from "../../../server/src/service.ts";
import { worldOf } from "../../support/engine.ts";

const YAML = `
knowledgeBase: { title: The Two Islands }
sources: { ledger: { title: The Harbour Ledger } }
entities:
  north: { type: country, name: Norrey, demonyms: [Norreyan], evidence: [{ source: ledger }] }
  south: { type: country, name: Sudrey, evidence: [{ source: ledger }] }
  east: { type: country, name: Estrey, evidence: [{ source: ledger }] }
  quay: { type: place, name: Quayside, country: north, evidence: [{ source: ledger }] }
  mole: { type: place, name: Molehead, country: south, evidence: [{ source: ledger }] }
  ada:
    type: person
    name: Adelaide Brinkman
    roles: [{ title: Harbour Minister, of: north, during: 2029-03-02/.. }]
    evidence: [{ source: ledger }]
events:
  truce:
    type: ceasefire
    name: Quayside truce
    date: 2030-10-19
    place: quay
    participants: { party: [north, south], mediator: [east] }
    outcome: failed
    evidence: [{ source: ledger }]
  audit: { type: report, name: Great Audit, date: 2031-05-02, evidence: [{ source: ledger }] }
`;
const SENTENCES = [
  "The Quayside truce was signed on 19 October 2030.",
  "The Quayside truce was brokered by Estrey.",
  "On 19 October 2030 a ceasefire between Norrey and Sudrey was agreed in Quayside.",
  "The truce of 18 October 2030 between the Norreyans and Sudrey failed.",
  "The Great Audit was published on 2 May 2031.",
  "Adelaide Brinkman, Harbour Minister of Norrey, came.",
  "Minister Brinckman left on 3 May 2031. Adelaide Brinkmann spoke.",
  "It rained for days. Nobody had much to say.",
];
/** What may be written into the knowledge base, in place of what. */
const EDITS: readonly (readonly [string, string])[] = [
  ["2030-10-19", "2030-10-18"],
  ["place: quay", "place: mole"],
  ["mediator: [east]", "mediator: [south]"],
  ["outcome: failed", "outcome: succeeded"],
  ["Adelaide Brinkman", "Adelaide Brinckmann"],
  ["Harbour Minister", "Prime Minister"],
  ["name: Great Audit", "name: Grand Audit"],
  ["2031-05-02", "2031-05-03"],
  ["name: Estrey", "name: Estreya"],
];
const before = worldOf(YAML);

function edited(edits: readonly (readonly [string, string])[]) {
  return worldOf(edits.reduce((yaml, [old, now]) => yaml.replaceAll(old, now), YAML));
}

function swept(text: string, edits: readonly (readonly [string, string])[]) {
  const after = edited(edits);
  const [then, now] = [before, after].map((knowledge) => checkText({ text, format: "markdown", knowledge }));
  const changes = changesOf(before, after);
  return { changes, concerned: concernOf(changes)(text), ...sweep(then!, now!, changes.facts) };
}

describe("what changed of an entry", () => {
  test.each([
    [EDITS[0]!, "truce date: 19 October 2030 → 18 October 2030"],
    [EDITS[1]!, "truce place: Quayside → Molehead"],
    [EDITS[2]!, "truce mediator (participants): Estrey → Sudrey"],
    [EDITS[3]!, "truce outcome: failed → succeeded"],
    [
      EDITS[5]!,
      "ada roles: Harbour Minister of Norrey (since 2 March 2029) → Prime Minister of Norrey (since 2 March 2029)",
    ],
  ])("%s", (edit, told) => {
    const facts = [...changesOf(before, edited([edit])).facts.values()];
    expect(
      facts.flatMap(({ id, slots }) =>
        slots.map((each) => `${id} ${each.slot}: ${each.before} → ${each.after}`),
      ),
    ).toEqual([told]);
  });

  test("nothing, where only the layout did", () => {
    const moved = worldOf(
      YAML.replace(/^ {2}audit.*\n/m, "").replace(
        "events:\n",
        "events:\n  audit: { date: 2031-05-02, name: Great Audit, type: report, evidence: [{ source: ledger }] }\n",
      ),
    );
    expect(changesOf(before, moved).facts.size).toBe(0);
  });
});

test("a statement that is judged as before is counted, and not told", () => {
  const { passages, holding } = swept("The Quayside truce was brokered by Estrey.", [EDITS[0]!]);
  expect([passages, holding]).toEqual([[], 1]);
});

test("what somebody ignores is not told", () => {
  const text = "The Quayside truce was signed on 19 October 2030. <!-- aide-memoire-disable-line -->";
  expect(swept(text, [EDITS[0]!]).passages).toEqual([]);
});

test("no draft is passed over that is judged otherwise", () => {
  const edits = fc.subarray([...EDITS], { maxLength: 3 });
  const text = fc.shuffledSubarray(SENTENCES, { maxLength: 4 }).map((all) => all.join("\n\n"));
  fc.assert(
    fc.property(text, edits, (draft, made) => {
      const { passages, concerned, holding } = swept(draft, made);
      if (!concerned) expect([passages, holding]).toEqual([[], 0]);
      for (const { effect, words, fixes } of passages) {
        expect(words).not.toBe("");
        if (effect !== "wrong" && effect !== "otherwise") expect(fixes).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});
