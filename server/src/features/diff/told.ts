import type { Statement } from "../../reading/reading.ts";
import { tokenize } from "../../text/tokens.ts";
import type { Snapshot } from "../draft/snapshot.ts";
import { contextsOf } from "../fact-sheet/context.ts";
import { type Topic, topicOf } from "./topic.ts";

/** A statement of one of the two drafts, with what is compared of it. */
export interface Told {
  readonly statement: Statement;
  readonly topic: Topic;
  /** The words around it, by which two of one topic are told apart. */
  readonly around: ReadonlySet<string>;
  /** How far into the draft it stands, from 0 to 1. */
  readonly at: number;
}

/** What a draft tells, in the order of the text. Linear in the draft. */
export function toldIn({ draft, knowledge, reading }: Snapshot): Told[] {
  const contextOf = contextsOf(draft);
  const length = Math.max(1, draft.text.length);
  return [...reading.statements]
    .sort((a, b) => a.span.start - b.span.start)
    .map((statement) => {
      const { before, after } = contextOf(statement.span);
      return {
        statement,
        topic: topicOf(statement, draft, knowledge),
        around: new Set(tokenize(`${before} ${after}`).map(({ text }) => text)),
        at: statement.span.start / length,
      };
    });
}
