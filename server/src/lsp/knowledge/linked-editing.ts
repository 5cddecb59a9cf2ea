import type { LinkedEditingRangeParams, LinkedEditingRanges } from "vscode-languageserver";
import { linkedEditing } from "../../features/knowledge/linked-editing.ts";
import { offsetOf, rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";

/** What a client may take to belong to an id while it is typed, in the syntax of JavaScript's regular expressions. */
const ID = "[^\\s:#,\\[\\]{}\"'&*]+";

/** An id and its uses, where one knowledge file has them all. */
export async function linkedEditingInKnowledge(
  session: Session,
  { textDocument: { uri }, position }: LinkedEditingRangeParams,
): Promise<LinkedEditingRanges | null> {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined || session.isShipped(open.file)) return null;
  const spans = linkedEditing(open.snapshot, open.tree, offsetOf(open.lines, position));
  if (spans.length === 0) return null;
  return { ranges: spans.map((one) => rangeOf(open.lines, one)), wordPattern: ID };
}
