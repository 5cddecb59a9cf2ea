import { describe, expect, test } from "vitest";
import { hover } from "../../../server/src/features/draft/hover.ts";
import { checkText } from "../../../server/src/service.ts";
import { slice } from "../../../server/src/text/span.ts";
import { placeIn } from "../../support/cursor.ts";
import { world } from "./world.ts";

/** The card at the cursor and the words that it is about. */
function hovered(marked: string): { card: string; words: string } {
  const { snapshot, offset } = placeIn(marked, world);
  const found = hover(snapshot, offset);
  return { card: found?.markdown ?? "", words: found ? slice(snapshot.draft.text, found.span) : "" };
}

describe("hover on an actor", () => {
  test("tells names, kind, relations, latest events and sources", () => {
    const { card, words } = hovered("So the [Guild of <|>Pilots]{entity guild} said.");
    expect(words).toBe("Guild of Pilots");
    expect(card).toMatch(/^\*\*Guild of Pilots\*\* · organization, Sudrey\n/);
    expect(card).toContain("Also: GOP, Pilots' Guild");
    expect(card).toContain("Not to be confused with: League of Pilots");
    expect(card).toContain("It steers all ships into the strait.");
    expect(card).toContain("- 19 October 2030: Quay truce");
    expect(card).toContain("> “the Guild steers all \\*ships\\*”");
    expect(card).toContain("> — [The Harbour Ledger](<https://example.org/ledger>)");
  });

  test("tells offices with their dates", () => {
    const { card } = hovered("[Ada<|> Brink]{entity ada} came.");
    expect(card).toContain("Harbour Minister of Norrey, since 2 March 2029");
    expect(card).toContain("Member of: Guild of Pilots");
  });

  test("lists whom an ambiguous name can mean", () => {
    const { card } = hovered("The [Pi<|>lots]{entity guild league} struck.");
    expect(card).toContain("“Pilots” can be:");
    expect(card).toContain("- **League of Pilots** · organization");
  });

  test("says why a form is discouraged", () => {
    expect(hovered("In [Sode<|>rey]{entity south}").card).toContain("“Soderey”: The state asked for Sudrey.");
  });

  test("is silent about an entry that its file has lost", () => {
    expect(hovered("In [Lost<|>]{entity lost}").card).toBe("");
  });
});

describe("hover on an event", () => {
  test("tells date, place, participants, outcome and what it follows", () => {
    const { card } = hovered("The [[Quay]{entity quay} tr<|>uce]{event truce} held.");
    expect(card).toMatch(/^\*\*Quay truce\*\* · ceasefire\n/);
    for (const line of [
      "Date: 19 October 2030",
      "Announced: 18 October 2030",
      "Place: Quay",
      "Party: Norrey, Sudrey",
      "Mediator: Guild of Pilots",
      "Outcome: succeeded",
      "Follows: Lantern clash",
      "Also: Truce of the Quay",
    ])
      expect(card).toContain(line);
  });

  test("an event's name comes before what is part of it, a description after", () => {
    expect(hovered("The [[Qu<|>ay]{entity quay} truce]{event truce}").words).toBe("Quay truce");
    expect(hovered("The [truce at the [Qu<|>ay]{entity quay}]{described truce}").words).toBe("Quay");
  });
});

describe("hover on a date", () => {
  test("tells the weekday and the events of the day", () => {
    const { card } = hovered("It began on [19 Oc<|>tober 2030]{date 2030-10-19}.");
    expect(card).toMatch(/^\*\*Saturday, 19 October 2030\*\*/);
    expect(card).toContain("- 19 October 2030: Quay truce");
  });

  test("says so where nothing is known to have happened", () => {
    expect(hovered("On [1 May<|> 1999]{date 1999-05-01}").card).toContain("No known event falls on it.");
  });

  test.each([
    [
      "the date before it",
      "On [16 September 2030]{origin} it began.\n\nOn [19 Oc<|>tober]{date 2030-10-19 year previous-date} it ended.",
      "“19 October” gives no year: it comes from the date before it, “16 September 2030” (line 1).",
    ],
    [
      "a heading, which is quoted whole",
      "# The year [2030]{origin} at sea\n\nOn [19 Oc<|>tober]{date 2030-10-19 year heading} it ended.",
      "it comes from the heading, “The year 2030 at sea” (line 1).",
    ],
    [
      "the first column of a table",
      "| year | day |\n|---|---|\n| [2030]{origin} | [19 Oc<|>tober]{date 2030-10-19 year table} |",
      "it comes from the first column of its row, “2030” (line 3).",
    ],
    [
      "the head of a column",
      "| [2030]{origin} | day |\n|---|---|\n| [19 Oc<|>tober]{date 2030-10-19 year table} | x |",
      "it comes from the head of its column, “2030” (line 1).",
    ],
    [
      "a table's caption",
      "Table 1. Truces of [2030]{origin}\n\n| day |\n|---|\n| [19 Oc<|>tober]{date 2030-10-19 year table} |",
      "it comes from the table’s caption, “2030” (line 1).",
    ],
    [
      "the day of writing",
      "---\ndate: 2030-11-02\n---\n\nOn [19 Oc<|>tober]{date 2030-10-19 year draft-date} it ended.",
      "it comes from the day of writing, 2030-11-02.",
    ],
  ])("says where a missing year comes from: %s", (_, marked, reason) => {
    expect(hovered(marked).card).toContain(reason);
  });

  test("says from which event a distance is counted", () => {
    const marked = "It ended [six days<|> after the [Quay truce]{event truce}]{after 2030-10-25 truce}.";
    const { card } = hovered(marked);
    expect(card).toMatch(/^\*\*Friday, 25 October 2030\*\*/);
    expect(card).toContain("“six days after the Quay truce” is counted from “Quay truce”, 19 October 2030.");
  });

  test("says when nothing can be said", () => {
    expect(hovered("On [19 Oc<|>tober]{date nonsense}.").card).toContain("Nothing in the draft says");
  });
});

describe("hover on a finding", () => {
  test("shows both sides, then the background", () => {
    const { card } = hovered("The truce of [[18 Oct<|>ober 2030]{date 2030-10-18}]{wrong event-date truce}.");
    const [finding, background] = card.split("\n\n---\n\n");
    expect(finding).toContain("In the draft: **18 October 2030**");
    expect(finding).toContain("Known: 19 October 2030: Quay truce");
    expect(finding).toContain("“signed at the Quay on 19 October”");
    expect(background).toContain("**Friday, 18 October 2030**");
  });

  test("there is nothing to say elsewhere", () => {
    expect(hovered("The truce<|> of [1999]{date 1999}").card).toBe("");
  });
});

describe("hover on what is borne out", () => {
  function read(marked: string): string {
    const snapshot = checkText({ text: marked.replace("<|>", ""), format: "markdown", knowledge: world });
    return hover(snapshot, marked.indexOf("<|>"))?.markdown ?? "";
  }

  test("tells by which fact, and on whose word", () => {
    const card = read("The Quay truce was signed on 19 Oct<|>ober 2030.");
    const [support, date] = card.split("\n\n---\n\n");
    expect(support).toBe(
      "✓ **Supported**: **19 October 2030** (Quay truce)\n\n> “signed at the Quay on 19 October”  \n> — [The Harbour Ledger](<https://example.org/ledger>)",
    );
    expect(date).toContain("**Saturday, 19 October 2030**");
  });

  test("tells the office that is meant", () => {
    const card = read("In 2030 the harb<|>our minister of Norrey, Ada Brink, spoke.");
    expect(card).toContain("✓ **Supported**: Ada Brink, Harbour Minister of Norrey, since 2 March 2029");
  });

  test("says no more of what nothing is known of", () => {
    expect(read("The Quay truce was sung on 20 Oct<|>ober 2031.")).not.toContain("Supported");
    expect(read("On Saturd<|>ay, 19 October 2030, it rained.")).not.toContain("Supported");
  });
});

test("hover on a citation tells its source, and nothing of one that is not known", () => {
  const { card, words } = hovered("It was so [see @led<|>ger, p. 4].");
  expect(card).toContain("**The Harbour Ledger** · source");
  expect(words).toBe("ledger");
  expect(hovered("It was so [@lo<|>st].").card).toBe("");
});
