import { bold, paragraphs, plain } from "../../features/cards/markdown.ts";
import { explain } from "../../features/draft/explain.ts";
import { slice } from "../../text/span.ts";
import type { ExplainRequest } from "../protocol.ts";
import type { Session } from "../session.ts";

/** What was read at a place of a draft, in Markdown; null where there is no prose. */
export async function explainAt(session: Session, { uri, position }: ExplainRequest): Promise<string | null> {
  const traced = await session.drafts.traced(uri);
  if (traced === undefined) return null;
  const { snapshot, trace } = traced;
  const explanation = explain(snapshot, trace, snapshot.draft.lines.offsetAt(position));
  if (explanation === undefined) return null;
  const { span, sections } = explanation;
  return paragraphs(
    `> ${plain(slice(snapshot.draft.text, span).replace(/\s+/g, " "))}`,
    ...sections.map(
      ({ title, lines }) => `${bold(title)}\n\n${lines.map((line) => `- ${plain(line)}`).join("\n")}`,
    ),
  );
}
