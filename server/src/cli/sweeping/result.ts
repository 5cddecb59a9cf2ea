import type { FactChange } from "../../features/sweep/fact-changes.ts";
import type { Effect, SweptDraft } from "../../features/sweep/sweep.ts";

/** A draft that speaks of changed facts. */
export interface SweptFile extends SweptDraft {
  /** As the user gave it. */
  readonly path: string;
}

/** What a sweep found. */
export interface SweepResult {
  /** The revision, as the user gave it. */
  readonly since: string;
  readonly facts: readonly FactChange[];
  /** The vocabulary changed too. */
  readonly hasOtherWords: boolean;
  /** In the order in which they were given; only those that speak of changed facts. */
  readonly files: readonly SweptFile[];
  /** How many drafts there are, and how many of them were read. */
  readonly counts: { readonly drafts: number; readonly read: number };
}

/** What became of a passage, as a heading and as a part of a sum. */
export const EFFECTS: Readonly<Record<Effect, string>> = {
  wrong: "wrong now",
  otherwise: "still wrong",
  right: "right now",
  released: "no longer wrong",
  uncovered: "no longer covered",
  covered: "covered now",
};

/** Whether somebody has to look at a draft: it is wrong, or nothing bears it out, where it was not so. */
export function needsWork({ passages }: SweptDraft): boolean {
  return passages.some(({ effect }) => NEEDING.has(effect));
}

const NEEDING: ReadonlySet<Effect> = new Set(["wrong", "otherwise", "uncovered"]);

/** "2 wrong now, 1 right now". */
export function effectsText(files: readonly SweptFile[]): string {
  const counts = new Map<Effect, number>();
  for (const { effect } of files.flatMap(({ passages }) => passages))
    counts.set(effect, (counts.get(effect) ?? 0) + 1);
  const kinds = (Object.keys(EFFECTS) as Effect[]).filter((effect) => counts.has(effect));
  return kinds.map((effect) => `${counts.get(effect)} ${EFFECTS[effect]}`).join(", ");
}

/** "date 3 May 2019 → 4 May 2019": one thing that is different of an entry. */
export function slotText({ slot, before, after }: FactChange["slots"][number]): string {
  const shown = (words: string) => (words === "" ? "nothing" : words);
  return `${slot}: ${shown(before)} → ${shown(after)}`;
}
