import {
  type Connection,
  type Location,
  MessageType,
  ShowDocumentRequest,
  ShowMessageRequest,
} from "vscode-languageserver";
import type { OpenMentionRequest } from "../protocol.ts";
import type { Session } from "../session.ts";

/** As many drafts as a question can offer. */
const MOST = 9;

/** Opens a draft at its first mention of an entry; of several drafts the one that the user chooses, where that can be asked. */
export async function openMention(
  session: Session,
  connection: Connection,
  { places }: OpenMentionRequest,
): Promise<void> {
  const { shownDocuments, questions } = session.client.understands;
  const firsts = new Map((places as readonly Location[]).toReversed().map((place) => [place.uri, place]));
  const drafts = [...firsts.values()].reverse();
  if (!shownDocuments || drafts.length === 0) return;
  const place = drafts.length > 1 && questions ? await chosen(connection, drafts.slice(0, MOST)) : drafts[0];
  if (place === undefined) return;
  const { uri, range } = place;
  await connection.sendRequest(ShowDocumentRequest.type, { uri, selection: range, takeFocus: true });
}

async function chosen(connection: Connection, drafts: readonly Location[]): Promise<Location | undefined> {
  const titled = new Map(drafts.map((place) => [titleOf(place.uri), place]));
  const answer = await connection.sendRequest(ShowMessageRequest.type, {
    type: MessageType.Info,
    message: "Which draft is to be opened?",
    actions: [...titled.keys()].map((title) => ({ title })),
  });
  return answer ? titled.get(answer.title) : undefined;
}

/** A draft's name with the folder it is in: many are called alike. */
function titleOf(uri: string): string {
  const path = uri.split("/").slice(-2).join("/");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
