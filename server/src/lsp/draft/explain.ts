import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import { bold, paragraphs, plain } from "../../features/cards/markdown.ts";
import { explain as explanationAt } from "../../features/draft/explain.ts";
import { slice } from "../../text/span.ts";
import { plainText } from "../plain-text.ts";
import type { ExplainRequest } from "../protocol.ts";
import type { Session } from "../session.ts";

const NO_PROSE = "There is no prose here that Aide-Mémoire reads: put the cursor into a sentence of a draft.";

/** What was read at a place of a draft, in Markdown, also shown as a message if that is asked for. */
export async function explain(
  session: Session,
  connection: Connection,
  request: ExplainRequest,
): Promise<string | null> {
  const explanation = await explainAt(session, request);
  if (request.show) {
    const message = explanation === null ? NO_PROSE : plainText(explanation);
    await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  }
  return explanation;
}

/** What was read at a place of a draft, in Markdown; null where there is no prose. */
async function explainAt(session: Session, { uri, position }: ExplainRequest): Promise<string | null> {
  const traced = await session.drafts.traced(uri);
  if (traced === undefined) return null;
  const { snapshot, trace } = traced;
  const explanation = explanationAt(snapshot, trace, snapshot.draft.lines.offsetAt(position));
  if (explanation === undefined) return null;
  const { span, sections } = explanation;
  return paragraphs(
    `> ${plain(slice(snapshot.draft.text, span).replace(/\s+/g, " "))}`,
    ...sections.map(
      ({ title, lines }) => `${bold(title)}\n\n${lines.map((line) => `- ${plain(line)}`).join("\n")}`,
    ),
  );
}
