import { describe, expect, test } from "vitest";
import { hover } from "../../../server/src/features/knowledge/hover.ts";
import { slice } from "../../../server/src/text/span.ts";
import { type KnowledgeCursor, replaced } from "../../support/knowledge-cursor.ts";
import { islands, within } from "./world.ts";

function card({ snapshot, file, offset }: KnowledgeCursor): string {
  const { span, markdown } = hover(snapshot, file, offset) ?? {};
  return span === undefined ? "nothing" : `«${slice(file.text, span)}» ${markdown}`;
}

describe("on an id", () => {
  test.each([
    ["place: quay", "place: qu<|>ay", /^«quay» \*\*Quay\*\* · place/],
    ['"sudrey"', '"sud<|>rey"', /^«sudrey» \*\*Südrey\*\* · country/],
    ["follows: [clash]", "follows: [cl<|>ash]", /^«clash» \*\*Lantern clash\*\* · clash/],
    ["source: log", "source: l<|>og", /^«log» \*\*The Pilots' Log\*\* · source\n\nAuthor: Ada Brink/],
    ["  guild:", "  gu<|>ild:", /^«guild» \*\*Guild of Pilots\*\* · organization/],
    ["  north-trusts", "  north<|>-trusts", /· alleged claim\n\nSubject: Norrey {2}\nRelation: supports/],
    ["  pilots:", "  pi<|>lots:", /^«pilots» \*\*pilots of the guild\*\* · about 40 to 50 person/],
  ])("%s: the card of its entry", (passage, by, shown) => {
    expect(card(within(passage, by))).toMatch(shown);
  });

  test("that nothing has: nothing", () => {
    expect(card(within("place: quay", "place: no<|>where"))).toBe("nothing");
  });

  test("whose entry has an error: that it does not count", () => {
    const broken = replaced(islands, "type: organization, name: League", "type: club, name: League");
    expect(card(within("distinctFrom: [league]", "distinctFrom: [lea<|>gue]", broken))).toBe(
      "«league» **league**\n\nIts entry has an error, so nothing of it counts.",
    );
  });

  test("how often drafts mention it, where that is known", () => {
    const { snapshot, file, offset } = within("place: quay", "place: qu<|>ay");
    const told = (drafts: number, places: number) =>
      hover(snapshot, file, offset, () => ({ drafts, places }))
        ?.markdown.split("\n")
        .at(-1);
    expect(told(0, 0)).toBe("Mentioned in no draft.");
    expect(told(1, 1)).toBe("Mentioned once in one draft.");
    expect(told(2, 4)).toBe("Mentioned 4 times in 2 drafts.");
  });
});

describe("on a key: what the format says of it", () => {
  test.each([
    [
      "participants:\n",
      "parti<|>cipants:\n",
      /^«participants» \*\*participants\*\* · a map\n\nWho took part, by role/,
    ],
    [
      "type: harbourTruce",
      "ty<|>pe: harbourTruce",
      /^«type» \*\*type\*\* · a type of event, required\n\nA type of the built-in vocabulary/,
    ],
    ["outcome:", "out<|>come:", /How it ended/],
    ["place: quay", "pl<|>ace: quay", /What can stand here: country, place, facility, boundary/],
    ["events:", "eve<|>nts:", /^«events» \*\*events\*\* · a map\n\nWhat happened, by id\./],
    ["of: sudrey", "o<|>f: sudrey", /^«of» \*\*of\*\* · an id, required\n\nWhat it belongs to/],
    ["announced:", "anno<|>unced:", /^«announced» \*\*announced\*\* · a date or an interval\n\nDated steps/],
    ["knowledgeBase:", "knowledge<|>Base:", /What this knowledge base is\./],
    ["eventTypes:", "event<|>Types:", /^«eventTypes» \*\*eventTypes\*\* · a map/],
  ])("%s", (passage, by, shown) => {
    expect(card(within(passage, by))).toMatch(shown);
  });
});

describe("on a word of the vocabulary: its English words", () => {
  test.each([
    [
      "type: harbourTruce",
      "type: harbour<|>Truce",
      "**harbourTruce** · event type\n\nTerms: harbour truce  \nVerbs: lay down oars\n\n*From this knowledge base*",
    ],
    ["predicate: supports", "predicate: sup<|>ports", "*Built in, with more words from this knowledge base*"],
    ["type: clash", "type: cl<|>ash", "**clash** · event type\n\nTerms: clash, fighting"],
    ["      mediator:", "      medi<|>ator:", "**mediator** · participant role\n\nPhrases: brokered by"],
    ["openRoles: [mediator]", "openRoles: [medi<|>ator]", "*Built in*"],
    ["    supports:", "    sup<|>ports:", "Verbs: support, back"],
  ])("%s", (passage, by, shown) => {
    expect(card(within(passage, by))).toContain(shown);
  });

  test("none for a word that is in no vocabulary", () => {
    expect(card(within("predicate: supports", "predicate: cons<|>tructor"))).toBe("nothing");
  });
});

describe("on a date: what it comes to", () => {
  test.each([
    ["date: 2030-10-19", "date: 2030-10<|>-19", "**Saturday, 19 October 2030**"],
    [
      "2030-10-18~",
      "2030-10-18~<|>",
      "**About 18 October 2030**\n\nIt may lie anywhere from 17 to 19 October 2030.",
    ],
    ["2001/..", "2001<|>/..", "**Since 2001**"],
    ["asOf: 2031", "asOf: 2031-2<|>2", "**Summer 2031**"],
  ])("%s", (passage, by, shown) => {
    expect(card(within(passage, by))).toContain(shown);
  });

  test("and nothing where it is none", () => {
    expect(card(within("date: 2030-10-19", "date: 2030-1<|>3-19"))).toBe("nothing");
  });
});

test("on a word that is one of a few: what it is", () => {
  expect(card(within("status: alleged", "status: all<|>eged"))).toMatch(
    /^«alleged» \*\*alleged\*\* · a status/,
  );
});

test("nothing on other text, in comments and between", () => {
  for (const [passage, by] of [
    ["Norrey trusts", "Nor<|>rey trusts"],
    ["# States", "# Sta<|>tes"],
    ["place: quay", "place:<|> quay"],
  ] as const)
    expect(card(within(passage, by))).toBe("nothing");
});

test("in an entry that cannot be parsed as well", () => {
  expect(card(within("place: quay", "place: qu<|>ay\n    about: [truce"))).toMatch(/^«quay» \*\*Quay\*\*/);
});
