import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { checkText } from "../../server/src/service.ts";
import { type Benchmark, type Figure, inOwnProcess, median, type Times, timesOf } from "./benchmark.ts";
import { draftOf, STYLES } from "./drafts.ts";
import { hashOfWords, wordsIn } from "./floor.ts";
import { articleBase, baseOf } from "./many-names.ts";

type Style = (typeof STYLES)[number];

interface Checked {
  readonly words: number;
  readonly check: Times;
  readonly floor: Times;
}

const NAMES = 10_000;
const WORDS = 100_000;

/** Reading and checking a whole draft, again and again, with every check that is on unless somebody turns it off. */
export const fullCheck: Benchmark = {
  name: "check",
  what: "A whole draft read and checked, warm, beside the floor",
  measure: ({ isQuick }) => [
    ...inStyle("report", 0, isQuick),
    ...STYLES.flatMap((style) => inStyle(style, NAMES, isQuick)),
    ...growth("report", isQuick),
    ...growth("line", isQuick),
  ],
  tasks: {
    check: (style, words, names, rounds) => checked(style as Style, +words!, +names!, +rounds!),
  },
};

function inStyle(style: Style, names: number, isQuick: boolean): Figure[] {
  const of = isQuick ? WORDS / 10 : WORDS;
  const found = inOwnProcess<Checked>("check", "check", style, of, names, isQuick ? 2 : 9);
  const base = names === 0 ? "the article’s base" : `${names.toLocaleString("en")} names`;
  const [value, floor] = [speed(found, "check"), speed(found, "floor")];
  const isMet = value >= 1e6 && floor / value <= 45;
  return [
    {
      what: `${style}, ${of.toLocaleString("en")} words, ${base}`,
      value,
      unit: "words/s",
      wall: (found.words / median(found.check.wall)) * 1000,
      beside: { what: "floor", value: floor },
      goal: { text: "≥ 1 M words/s, ≤ 45× the floor’s time", isMet },
    },
  ];
}

/** How the speed holds as a draft grows: one that grows a hundredfold. */
function growth(style: Style, isQuick: boolean): Figure[] {
  const [small, large] = isQuick ? [10_000, 50_000] : [10_000, 1_000_000];
  const of = (words: number) =>
    speed(inOwnProcess<Checked>("check", "check", style, words, NAMES, words > WORDS ? 3 : 11), "check");
  const [slow, fast] = [of(large!), of(small!)];
  const what = `${style}, ${large!.toLocaleString("en")} words, ${NAMES.toLocaleString("en")} names`;
  const beside = { what: `${small!.toLocaleString("en")} words`, value: fast };
  return [
    {
      what,
      value: slow,
      unit: "words/s",
      beside,
      goal: { text: "≥ 0.6 of the speed at 10k", isMet: slow / fast >= 0.6 },
    },
  ];
}

function checked(style: Style, words: number, names: number, rounds: number): Checked {
  const knowledge: Knowledge = names === 0 ? articleBase() : baseOf(names).knowledge;
  const text = draftOf(knowledge, { words, style });
  const actions = {
    check: () => checkText({ text, format: "markdown", knowledge }),
    floor: () => hashOfWords(text),
  };
  // Until V8 has compiled all that it will; as many words for each size: a short draft is no warmer than a long one for being short.
  const warmUp = Math.ceil((12 * WORDS) / words);
  return { words: wordsIn(text), ...timesOf(actions, { rounds, warmUp }) };
}

/** Words a second of CPU time. */
function speed({ words, ...times }: Checked, of: "check" | "floor"): number {
  return (words / median(times[of].cpu)) * 1000;
}
