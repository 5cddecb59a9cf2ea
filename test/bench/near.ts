import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { allNames, type Name } from "../../server/src/knowledge-base/names/name.ts";
import { passagesOf } from "../../server/src/reading/grammar/passage.ts";
import { isNear, nearNames } from "../../server/src/reading/names/near-names.ts";
import { type Benchmark, type Figure, inOwnProcess, median, p99, type Times, timesOf } from "./benchmark.ts";
import { baseOf } from "./many-names.ts";

const ASKED = 1000;

interface Looked {
  readonly times: Times;
  readonly found: number;
  readonly held: number;
}

/** Misspelt names of two words and more, each in a sentence: is the right one found, and how soon? */
export const nearMisses: Benchmark = {
  name: "near",
  what: "Near misses: a sentence with a misspelt name → the right name; recall against a look at every name",
  measure: ({ isQuick }) =>
    (isQuick ? [1000] : [10_000, 100_000, 1_000_000]).flatMap((size): Figure[] => {
      const { times, found, held } = inOwnProcess<Looked>("near", "look", size);
      const of = `${size.toLocaleString("en")} names`;
      const slowest = p99(times.cpu);
      return [
        {
          what: `${of}: a look`,
          value: median(times.cpu),
          unit: "ms",
          p99: slowest,
          wall: median(times.wall),
          goal: { text: "p50 ≤ 0.1 ms (10k/s), p99 ≤ 1 ms", isMet: median(times.cpu) <= 0.1 && slowest <= 1 },
        },
        { what: `${of}: recall`, value: found / held, unit: "", goal: { text: "1", isMet: found === held } },
      ];
    }),
  tasks: { look: (size) => look(+size!) },
};

function look(size: number): Looked {
  const { knowledge } = baseOf(size);
  const names = [...allNames(knowledge)].filter(
    ({ of, form, keys }) => of === "entity" && form === "name" && keys.length === 2,
  );
  const step = Math.max(1, Math.floor(names.length / ASKED));
  const asked = names.filter((_, i) => i % step === 0).flatMap(misspelt);
  const passages = asked.map(
    ({ words }) => passagesOf({ prose: `In the end ${words.join(" ")} agreed.` }, knowledge)[0]!,
  );
  const { ask } = timesOf(
    { ask: (round) => nearNames(passages[round % passages.length]!, knowledge) },
    { rounds: passages.length, warmUp: passages.length },
  );
  let found = 0;
  let held = 0;
  for (const [i, all] of lookAtAll(asked, knowledge).entries()) {
    // What two actors' names are equally near to is nobody's misspelling, and what is a name itself is none.
    if (all.size !== 1 || passages[i]!.names.length > 0) continue;
    held++;
    if (nearNames(passages[i]!, knowledge).some(({ id }) => all.has(id))) found++;
  }
  return { times: ask, found, held };
}

interface Misspelt {
  readonly words: readonly string[];
}

/** A name with one letter or two of one word changed, as many as a word of its length may have. */
function misspelt(name: Name, seed: number): Misspelt[] {
  const words = name.text.split(" ");
  const at = seed % words.length;
  const word = words[at]!;
  const wrong = changed(word, 1 + (seed % (word.length - 2)), seed);
  return wrong === word ? [] : [{ words: words.with(at, wrong) }];
}

function changed(word: string, at: number, seed: number): string {
  const letter = "aeioulnrst"[seed % 10]!;
  if (seed % 3 === 0) return word.slice(0, at) + letter + word.slice(at);
  if (seed % 3 === 1) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

/** Of each name of two words the actors whose names have one of them, and the other nearly. Looks at every name there is. */
function lookAtAll(asked: readonly Misspelt[], knowledge: Knowledge): Set<string>[] {
  const found = asked.map(() => new Set<string>());
  const byWord = [new Map<string, number[]>(), new Map<string, number[]>()] as const;
  for (const [i, { words }] of asked.entries())
    for (const [at, word] of words.entries())
      byWord[at]!.set(word.toLowerCase(), [...(byWord[at]!.get(word.toLowerCase()) ?? []), i]);
  for (const { of, form, keys, capital, id } of allNames(knowledge)) {
    if (of !== "entity" || form === "abbreviation" || keys.length !== 2) continue;
    for (const right of [0, 1] as const)
      for (const i of byWord[right].get(keys[right]!) ?? []) {
        const wrong = asked[i]!.words[1 - right]!.toLowerCase();
        const meant = keys[1 - right]!;
        if (wrong !== meant && capital[1 - right] && isNear(wrong, meant)) found[i]!.add(id);
      }
  }
  return found;
}
