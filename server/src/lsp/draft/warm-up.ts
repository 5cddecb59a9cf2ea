import { TABLES } from "../../features/tables.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { settle, tablesOf } from "../../knowledge-base/tables.ts";
import { sourceIndexInSteps } from "../../reading/quotations/source-index.ts";
import { check } from "../../service.ts";
import { readDraft } from "../../text/read-draft.ts";

/** How many sentences are read: enough for the code that reads them to be compiled. */
const SENTENCES = 60;

/**
 * Makes everything, in steps, that is made of a knowledge base when the first draft is held against it, by reading a few sentences
 * about what it knows; so that somebody who opens a long draft does not wait for that as well.
 */
export function* warmUp(knowledge: Knowledge): Generator<undefined, void> {
  yield* prepare(knowledge, SENTENCES);
}

/** The same for what takes the place of other knowledge: the code that reads has been compiled, so that one sentence is enough. */
export function* prepare(knowledge: Knowledge, sentences = 1): Generator<undefined, void> {
  yield* tablesOf(TABLES, knowledge);
  settle(knowledge);
  yield* sourceIndexInSteps(knowledge);
  const text = [...sentencesAbout(knowledge, sentences)].join("\n\n");
  yield* check(readDraft({ uri: "draft:", text, format: "markdown" }), knowledge);
}

/** Such as drafts have: with dates, titles, quotations, numbers, and a name that is misspelt. */
function* sentencesAbout({ entities, events }: Knowledge, count: number): Generator<string> {
  const actors = firstOf(entities.values());
  const told = firstOf(events.values());
  for (let i = 0; i < count && actors.length > 0; i++) {
    const { name } = actors[i % actors.length]!;
    const event = told[i % told.length]?.name ?? "agreement";
    yield `On ${1 + (i % 28)} May ${1990 + i}, the minister of ${name} said that “the ${event} was signed by 12 countries”. \
Six days later ${misspelt(name)} withdrew from it, because the talks in ${name} had failed.`;
  }
}

function firstOf<T>(all: Iterable<T>): T[] {
  const first: T[] = [];
  for (const one of all) if (first.push(one) === SENTENCES) break;
  return first;
}

function misspelt(name: string): string {
  return `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}`;
}
