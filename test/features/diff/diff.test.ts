import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffOf, isSame } from "../../../server/src/features/diff/diff.ts";
import { changeText, listsText } from "../../../server/src/features/diff/wording.ts";
import { checkText } from "../../../server/src/service.ts";
import { slice } from "../../../server/src/text/span.ts";
import { worldOf } from "../../support/engine.ts";

const world = worldOf(`
knowledgeBase: { title: The Two Islands }
vocabulary: { predicates: { movesBuoy: { verbs: [move the buoy before], nouns: [] } } }
sources: { ledger: { title: The Harbour Ledger } }
entities:
  north: { type: country, name: Norrey, demonyms: [Norreyan], evidence: [{ source: ledger }] }
  south: { type: country, name: Sudrey, demonyms: [Sudreyan], evidence: [{ source: ledger }] }
  east: { type: country, name: Estrey, evidence: [{ source: ledger }] }
  quay: { type: place, name: Quayside, country: north, evidence: [{ source: ledger }] }
  mole: { type: place, name: Molehead, country: south, evidence: [{ source: ledger }] }
  ada:
    type: person
    name: Ada Brink
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
  clash: { type: clash, name: Quayside clash, date: 2030-09-30, place: quay, evidence: [{ source: ledger }] }
  audit: { type: report, name: Great Audit, date: 2031-05-02, evidence: [{ source: ledger }] }
claims:
  dredging:
    subject: north
    predicate: movesBuoy
    object: audit
    status: alleged
    attributedTo: [south]
    statement: Sudrey says that Norrey moved the buoy before the Great Audit.
    evidence: [{ source: ledger }]
figures:
  pilots: { of: clash, label: people killed in the Quayside clash, value: 1200, unit: person, evidence: [{ source: ledger }] }
`);

function snapshot(text: string, uri: string) {
  return checkText({ text, format: "markdown", knowledge: world, uri });
}

function compared(before: string, after: string) {
  return diffOf(snapshot(before, "old.md"), snapshot(after, "new.md"));
}

/** Every change in a line. */
function told(before: string, after: string): string[] {
  return compared(before, after).changes.map(changeText);
}

const TRUCE = "The Quayside truce was signed on 19 October 2030.";
const AUDIT = "The Great Audit was published on 2 May 2031.";

describe("one slot", () => {
  test.each([
    [
      "date",
      "19 October",
      "18 October",
      "date of the Quayside truce: 19 → 18 October 2030 (supported → contradicted)",
    ],
    ["finer date", "19 October", "October", "date of the Quayside truce: 19 October 2030 → October 2030"],
  ])("%s", (_, old, now, line) => {
    expect(told(TRUCE, TRUCE.replace(`on ${old}`, now === "October" ? "in October" : `on ${now}`))).toEqual([
      line,
    ]);
  });

  test("place", () => {
    const said = "The Quayside truce was signed in Quayside.";
    expect(told(said, said.replace("in Quayside", "in Molehead"))).toEqual([
      "place of the Quayside truce: Quayside → Molehead (supported → contradicted)",
    ]);
  });

  test("participant", () => {
    const said = "The Quayside truce was brokered by Estrey.";
    expect(told(said, said.replace("Estrey", "Sudrey"))).toEqual([
      "mediator of the Quayside truce: Estrey → Sudrey (supported → contradicted)",
    ]);
  });

  test("office", () => {
    const said = "Ada Brink, Harbour Minister of Norrey, spoke on 3 May 2031.";
    expect(told(said, said.replace("Harbour Minister", "Prime Minister"))).toEqual([
      expect.stringMatching(/^office of Ada Brink: .*→ prime minister/i),
    ]);
  });

  test("outcome", () => {
    expect(told("The Quayside truce failed.", "The Quayside truce succeeded.")).toEqual([
      expect.stringMatching(/^outcome of the Quayside truce: failed → succeeded/),
    ]);
  });

  test("figure, however it is written", () => {
    const said = "The Quayside clash killed 1,200 people.";
    expect(told(said, said.replace("1,200", "1200"))).toEqual([]);
    expect(told(said, said.replace("1,200", "1,300"))).toEqual([
      expect.stringMatching(/killed in the Quayside clash: 1,200 → 1,300/),
    ]);
  });

  test("attribution", () => {
    const plain = "Norrey moved the buoy before the Great Audit.";
    expect(told(`According to Sudrey, ${plain}`, plain)).toEqual([
      expect.stringMatching(/^attribution of “Sudrey says .*” removed: it is told plainly/),
    ]);
  });
});

test("what is moved, wrapped or repeated is no change", () => {
  const before = `# A\n\n${TRUCE}\n\n${AUDIT}\n`;
  const after = `# B\r\n\r\n${AUDIT.replace("was published", "was  \r\npublished")}\r\n\r\n${TRUCE}\r\n\r\nOnce more: ${TRUCE}\r\n`;
  expect(isSame(compared(before, after))).toBe(true);
});

test("of several statements on one thing, that one changed which stands in the same sentence", () => {
  const before = `The press was sure: the Quayside truce was signed on 17 October 2030.\n\nThe archive has it otherwise, and says: the Quayside truce was signed on 18 October 2030.`;
  const after = `The archive has it otherwise, and says: the Quayside truce was signed on 20 October 2030.\n\nThe press was sure: the Quayside truce was signed on 21 October 2030.`;
  expect(told(before, after)).toEqual([
    "date of the Quayside truce: 18 → 20 October 2030 (contradicted)",
    "date of the Quayside truce: 17 → 21 October 2030 (contradicted)",
  ]);
});

test("added and removed, in the order of the text and with their places", () => {
  const { changes, counts } = compared(TRUCE, `Ahead.\n\n${AUDIT}`);
  expect(changes.map(changeText)).toEqual([
    "no longer dates the Quayside truce 19 October 2030",
    "now dates the Great Audit 2 May 2031",
  ]);
  expect(counts).toEqual({ changed: 0, added: 1, removed: 1, verdict: 0 });
  const after = snapshot(`Ahead.\n\n${AUDIT}`, "new.md").draft;
  const { range } = changes[1]!.after!;
  const [start, end] = [after.lines.offsetAt(range.start), after.lines.offsetAt(range.end)];
  expect(slice(after.text, { start, end })).toBe("2 May 2031");
});

test("actors and dates that only one version has", () => {
  const diff = compared(
    `${TRUCE} Ada Brink left on 3 June 2031.`,
    `${TRUCE} Estrey sent a ship on 4 July 2031.`,
  );
  expect(listsText(diff)).toEqual([
    "Named only now: Estrey",
    "No longer named: Ada Brink",
    "Dates only now: 4 July 2031",
    "Dates no longer there: 3 June 2031",
  ]);
});

test("a draft is the same as itself, and comparing backwards turns everything round", () => {
  const sentences = [
    TRUCE,
    AUDIT,
    "The Quayside truce was signed on 18 October 2030.",
    "The Quayside truce was signed in Molehead.",
    "Ada Brink, Harbour Minister of Norrey, came.",
    "The Quayside truce was brokered by Sudrey and Estrey.",
  ];
  const draft = fc.shuffledSubarray(sentences).map((all) => all.join("\n\n"));
  fc.assert(
    fc.property(draft, draft, (a, b) => {
      expect(isSame(compared(a, a))).toBe(true);
      const [there, back] = [compared(a, b), compared(b, a)];
      expect(back.counts).toEqual({
        ...there.counts,
        added: there.counts.removed,
        removed: there.counts.added,
      });
      expect(back.actors).toEqual({ appeared: there.actors.vanished, vanished: there.actors.appeared });
    }),
    { numRuns: 40 },
  );
});
