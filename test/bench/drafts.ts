import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { twinsOf } from "../mutations/twins.ts";
import { prose } from "./prose.ts";

/**
 * `report`: headings, paragraphs, quotations; one sentence in three tells something of the knowledge base. `line`: the
 * same on one single line. `names`: nothing but names. `plain`: prose that names nobody whom the knowledge base knows.
 */
export const STYLES = ["report", "line", "names", "plain"] as const;

export interface DraftOrder {
  readonly words: number;
  readonly style: (typeof STYLES)[number];
  /** How many of a hundred sentences about known things are wrong. */
  readonly wrong?: number;
  readonly seed?: number;
}

/** An invented draft about what a knowledge base tells. The same for the same order. */
export function draftOf(knowledge: Knowledge, { words, style, wrong = 2, seed = 1 }: DraftOrder): string {
  if (style === "plain") return prose({ words, dated: 8, seed });
  if (style === "names") return namesOf(knowledge, words);
  const text = report(knowledge, words, wrong, seed);
  return style === "line" ? text.replace(/^#+ .*$/gm, "").replace(/\s+/g, " ") : text;
}

function report(knowledge: Knowledge, words: number, wrong: number, seed: number): string {
  const known = sentencesOf(knowledge, wrong);
  const between = prose({ words, dated: 8, seed }).split("\n\n");
  const parts: string[] = [];
  let count = 0;
  let next = 0;
  for (let i = 0; count < words; i++) {
    if (i % 12 === 0) parts.push(`## Part ${i / 12 + 1}`);
    const sentences = between[i % between.length]!.split(/(?<=[.?]) /);
    const paragraph = sentences.map((sentence, at) =>
      at % 3 === 1 && known.length > 0 ? known[next++ % known.length]! : sentence,
    );
    parts.push(paragraph.join(" "));
    count += parts.at(-1)!.split(" ").length;
  }
  return `${parts.join("\n\n")}\n`;
}

/** What is true of the knowledge base, and now and then what is not. */
function sentencesOf(knowledge: Knowledge, wrong: number): string[] {
  const sentences: string[] = [];
  for (const twins of twinsOf(knowledge)) {
    sentences.push(sentences.length % 100 < wrong ? twins.wrong : twins.right);
    if (sentences.length >= MOST) break;
  }
  return sentences;
}

const MOST = 20_000;

function namesOf(knowledge: Knowledge, words: number): string {
  const names = [...knowledge.entities.values(), ...knowledge.events.values()].map(({ name }) => name);
  const parts: string[] = [];
  let count = 0;
  for (let i = 0; count < words; i++) {
    const name = names[(i * 7919) % names.length]!;
    parts.push(name + (i % 10 === 9 ? ".\n\n" : i % 3 === 0 ? " and" : ","));
    count += name.split(" ").length;
  }
  return parts.join(" ");
}
