import {
  type Connection,
  MessageType,
  ShowMessageNotification,
  ShowMessageRequest,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import { ASK_BUNDLED, type AskBundledAnswer, type AskBundledParams } from "./protocol.ts";

const YES = "Yes, for this session";
const NO = "Not now";
const FOR_GOOD = "How to settle it";

const HOW = `The setting aideMemoire.bundledKnowledge settles it: "always" or "never".`;

/** Whether the user can be asked at all. */
export function canAskBundled({ canAsk, understands }: Client): boolean {
  return canAsk || understands.questions;
}

/**
 * Asks whether the bundled knowledge base may serve: in the client's own way, if it has one, else by a message with
 * answers, which nobody remembers beyond the session.
 */
export async function askBundled(
  connection: Connection,
  { canAsk }: Client,
  params: AskBundledParams,
): Promise<AskBundledAnswer> {
  if (canAsk) return connection.sendRequest<AskBundledAnswer>(ASK_BUNDLED, params);
  const answer = await connection.sendRequest(ShowMessageRequest.type, {
    type: MessageType.Info,
    message: `There is no knowledge base here. Check drafts against the one that comes with Aide-Mémoire, “${params.title}”? No text leaves this computer.`,
    actions: [YES, NO, FOR_GOOD].map((title) => ({ title })),
  });
  if (answer?.title === FOR_GOOD)
    await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: HOW });
  if (answer?.title === YES) return "yes";
  return answer?.title === NO ? "no" : "later";
}
