import { describe, expect, test } from "vitest";
import { correct, type Found, markFindings, parseMarks, parsePage } from "./spec.ts";

const page = `# some-check

What it finds.

\`\`\`yaml knowledge
knowledgeBase: { title: First }
\`\`\`

## Flags

A wrong
day.

\`\`\`draft
On [[Monday]]{weekday => Tuesday}.
\`\`\`

\`\`\`yaml knowledge
knowledgeBase: { title: Second }
\`\`\`

## Leaves alone

Code in a draft.

\`\`\`\`draft
\`\`\`
On Monday.
\`\`\`
\`\`\`\`
`;

test("a page gives its title and its drafts, each with its sentence and the world above it", () => {
  expect(parsePage(page)).toEqual({
    title: "some-check",
    cases: [
      {
        section: "Flags",
        name: "A wrong day.",
        world: "knowledgeBase: { title: First }",
        texts: new Map(),
        draft: "On [[Monday]]{weekday => Tuesday}.",
      },
      {
        section: "Leaves alone",
        name: "Code in a draft.",
        world: "knowledgeBase: { title: Second }",
        texts: new Map(),
        draft: "```\nOn Monday.\n```",
      },
    ],
  });
});

test("a lint rule's page has files of a knowledge base for drafts, what fixes make of them, and texts of sources", () => {
  const { cases } = parsePage(`# some-rule

\`\`\`text source=minutes.txt
The minutes.
\`\`\`

## Flags

An alias in brackets.

\`\`\`yaml marked
entities: { a: { type: place, name: A, aliases: [[[B]]{some-rule}] } }
\`\`\`
\`\`\`yaml mended
entities: { a: { type: place, name: A } }
\`\`\`
`);
  expect(cases).toEqual([
    {
      section: "Flags",
      name: "An alias in brackets.",
      world: "",
      texts: new Map([["minutes.txt", "The minutes."]]),
      draft: "entities: { a: { type: place, name: A, aliases: [[[B]]{some-rule}] } }",
      mended: "entities: { a: { type: place, name: A } }",
    },
  ]);
  expect(parseMarks(cases[0]!.draft).text).toContain("aliases: [B] }");
});

describe("a marked draft", () => {
  const draft = "The [[18 May]]{event-date => 19 May} truce of [[Rome]]{event-place|event-name}.";
  const { text, marks } = parseMarks(draft);
  const found = (check: string, words: string, suggestions: string[] = [], loud = true): Found => {
    const start = text.indexOf(words);
    return { check, span: { start, end: start + words.length }, suggestions, loud };
  };
  const date = found("event-date", "18 May", ["19 May"]);
  const place = found("event-name", "truce of Rome");

  test("equals itself where all marks are met", () => {
    expect(markFindings(text, marks, [date, place])).toBe(draft);
  });

  test("a smaller or larger span is met if the corrected draft is the same", () => {
    expect(markFindings(text, marks, [found("event-date", "18", ["19"]), place])).toBe(draft);
    expect(markFindings(text, marks, [found("event-date", "18 May truce", ["19 May truce"]), place])).toBe(
      draft,
    );
  });

  test("a missing finding leaves its text unmarked", () => {
    expect(markFindings(text, marks, [date])).toBe("The [[18 May]]{event-date => 19 May} truce of Rome.");
  });

  test("another suggestion is shown in place of the wanted one", () => {
    expect(markFindings(text, marks, [found("event-date", "18 May", ["20 May", "21 May"]), place])).toContain(
      "[[18 May]]{event-date => 20 May / 21 May}",
    );
  });

  test("another check's finding is shown where the mark is not met, and borne with where it is", () => {
    expect(markFindings(text, marks, [found("weekday", "18 May"), place])).toContain("[[18 May]]{weekday}");
    expect(markFindings(text, marks, [found("weekday", "18 May"), date, place])).toBe(draft);
  });

  test("a loud finding elsewhere is shown, a quiet one is not", () => {
    expect(markFindings(text, marks, [date, place, found("claim", "truce")])).not.toBe(draft);
    expect(markFindings(text, [], [found("claim", "truce")])).toBe("The 18 May [[truce]]{claim} of Rome.");
    expect(markFindings(text, [], [found("claim", "truce", [], false)])).toBe("The 18 May truce of Rome.");
  });

  test("is corrected where every mark has a suggestion", () => {
    expect(correct(text, marks)).toBeUndefined();
    expect(correct(text, marks.slice(0, 1))).toBe("The 19 May truce of Rome.");
  });
});
