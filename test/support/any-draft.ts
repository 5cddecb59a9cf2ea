import fc from "fast-check";
import { corpus } from "./corpus.ts";

const MARKS = [
  ..."*_[]()|<>#`~$&\\-+.:;,!?'\"“”‘’–—@^=/",
  "\n",
  "\n\n",
  "\r",
  "\r\n",
  "\t",
  " ",
  "\0",
  "\uFEFF",
];
const PIECES = [
  "<!--",
  "-->",
  "](",
  "[^1]",
  "](https://example.org/a_b)",
  "&amp;",
  "&nbsp;",
  "https://example.org",
  "```\n",
  "| --- |\n",
  "\n- ",
  "\n1. ",
  "\n> ",
  "\n# ",
  "---\n",
  "date: 2024-01-02\n",
];
const PROSE = [
  "12 May 2016",
  "on 5–7 June 2015",
  "in May",
  "three weeks after the",
  "six days later",
  "The",
  "not",
  "said that",
  "which was",
  "signed",
  "was held in",
  "president of the",
  "and",
  "the talks",
  "1,500",
  "o'",
  "ŁÉ",
];

/** What stands in the corpus's worlds: the names of their actors and events. */
const NAMES = corpus.flatMap(({ knowledge }) =>
  [...knowledge.entities.values(), ...knowledge.events.values()].map(({ name }) => name),
);

/** UTF-16 code units in any order, half pairs and all. */
const codeUnits = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

/** Marks, dates, names and words in any order: no Markdown, but what trips its readers. */
const soup = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 1, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 3, arbitrary: fc.constantFrom(...PROSE).map((words) => ` ${words} `) },
      { weight: 3, arbitrary: fc.constantFrom(...NAMES).map((name) => ` ${name}`) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 3 }) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));

/** The corpus's sentences, marks and line ends between them. */
const SENTENCES = corpus.flatMap(({ text }) => text.split(/(?<=[.!?:|])\s+/));
const cutUp = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...SENTENCES) }, fc.constantFrom(...MARKS)), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(" "));

/** Any string at all: what a writer would hardly write, and what nobody would. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: soup },
  { weight: 2, arbitrary: cutUp },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: codeUnits },
);
