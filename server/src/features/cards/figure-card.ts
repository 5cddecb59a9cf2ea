import type { Figure, Knowledge } from "../../knowledge-base/knowledge.ts";
import { describeTime } from "../../time/write.ts";
import { nameOf } from "../facts.ts";
import { bold, labelled, lines, namesText, paragraphs, plain } from "./markdown.ts";
import { baseNote, sourcesOf } from "./sources.ts";

/** A figure: what it measures, and how much that is. */
export function figureCard(figure: Figure, knowledge: Knowledge): string {
  return paragraphs(
    `${bold(figure.label)} · ${plain(amountOf(figure))}`,
    lines(
      labelled("Of", plain(nameOf(knowledge, figure.of))),
      labelled("As of", figure.asOf === undefined ? "" : describeTime(figure.asOf)),
      labelled("Also", namesText(figure.aliases)),
    ),
    sourcesOf(knowledge, figure.evidence),
    baseNote(knowledge, figure),
  );
}

const BOUNDS = { exact: "", about: "about ", atLeast: "at least ", atMost: "at most " } as const;

/** “about 20 year”: the unit as it is written. */
export function amountOf({ value, bound, unit }: Figure): string {
  const amount = typeof value === "number" ? String(value) : `${value[0]} to ${value[1]}`;
  return `${BOUNDS[bound]}${amount} ${unit}`;
}
