import type { Entity, Event, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";

/** What a question names: entries, and titles of offices. */
export interface NamedIn {
  readonly entries: readonly (Entity | Event)[];
  readonly titles: readonly string[];
  /** The words between them that say something and are the name of nothing known. */
  readonly unknown: readonly string[];
}

const LONGEST = 10;

/** Words by which one asks, and that join names. */
const ASKING = new Set(
  (
    "a about an and are as at between by did do does during for from had happen happened has have how in is me of on or s " +
    "since tell that the their they took place to until us was were what when where which who whom whose why with"
  ).split(" "),
);

/** The names in a question, the longest at each place, whatever is possessive or stands behind an article. */
export function namedIn(question: string, knowledge: Knowledge): NamedIn {
  const words = question.split(/[\s,;:?!()“”"]+/).filter((word) => word !== "");
  const entries = new Set<Entity | Event>();
  const titles = new Set<string>();
  const unknown: string[][] = [[]];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let length = Math.min(LONGEST, words.length - at); length > 0 && taken === 0; length--) {
      const name = words.slice(at, at + length).join(" ");
      const found = entriesCalled(name, knowledge);
      const isTitle = questionsOf(knowledge).officeHolders(name).length > 0;
      if (found.length === 0 && !isTitle) continue;
      for (const entry of found) entries.add(entry);
      if (isTitle) titles.add(name);
      taken = length;
    }
    if (taken === 0 && !ASKING.has(words[at]!.toLowerCase())) unknown.at(-1)!.push(words[at]!);
    else unknown.push([]);
    at += Math.max(1, taken);
  }
  const runs = unknown.filter((run) => run.length > 0).map((run) => run.join(" "));
  return { entries: [...entries], titles: [...titles], unknown: runs };
}

/** The entries of this name; where a full stop or a possessive is behind it, without that. */
function entriesCalled(name: string, knowledge: Knowledge): (Entity | Event)[] {
  for (const form of new Set([name, name.replace(/\.$/, ""), name.replace(/['’]s?$/, "")])) {
    const found = questionsOf(knowledge)
      .named(form)
      // "Tell us" does not ask about the US.
      .filter(({ text }) => form.length > 3 || text === form)
      .map(({ entry }) => entry);
    if (found.length > 0) return found;
  }
  return [];
}
