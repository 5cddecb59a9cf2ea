import { type AskedBy, complete, type Suggestion } from "../../../server/src/features/draft/completion.ts";
import type { Knowledge } from "../../../server/src/knowledge-base/knowledge.ts";
import { checkText } from "../../../server/src/service.ts";
import type { Format } from "../../../server/src/text/draft.ts";

/** What is offered at the cursor of a draft that is read as it would be in an editor. */
export function offeredIn(
  marked: string,
  knowledge: Knowledge,
  askedBy: AskedBy = "wish",
  format: Format = "markdown",
): Suggestion[] {
  const offset = marked.indexOf("<|>");
  const text = marked.replace("<|>", "");
  return complete(checkText({ text, format, knowledge }), offset, askedBy);
}

/** The draft after each suggestion of some kind was taken. */
export function writtenIn(
  kind: Suggestion["kind"],
  ...[marked, knowledge, askedBy, format]: Parameters<typeof offeredIn>
): string[] {
  const text = marked.replace("<|>", "");
  return offeredIn(marked, knowledge, askedBy, format)
    .filter((each) => each.kind === kind)
    .map(
      ({ label, newText = label, replaced }) =>
        text.slice(0, replaced.start) + newText + text.slice(replaced.end),
    );
}
