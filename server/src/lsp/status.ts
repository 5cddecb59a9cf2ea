import type { CancellationToken } from "vscode-languageserver";
import { countVerdicts } from "../service.ts";
import { servingFor } from "./knowledge/browsing.ts";
import type { Status, StatusRequest } from "./protocol.ts";
import type { Session } from "./session.ts";

/** How things stand for a document, or for the window. */
export async function statusOf(
  session: Session,
  request: StatusRequest | undefined,
  token: CancellationToken,
): Promise<Status> {
  const uri = request?.uri;
  const serving = await servingFor(session, uri);
  const snapshot = uri === undefined ? undefined : await session.drafts.current(uri, token);
  const knowledge = (serving?.knowledge.bases ?? []).map(({ title, counts, files: [file] }) => ({
    title,
    actors: counts.entities,
    events: counts.events,
    bundled: file !== undefined && session.isBundled(file),
    file: file && session.uriOf(file),
  }));
  return {
    state: serving && serving.bases.length > 0 ? "served" : serving?.askable ? "notAgreed" : "none",
    knowledge,
    ...(snapshot && {
      draft: { ...countVerdicts(snapshot.reading), findings: snapshot.findings.length },
    }),
  };
}
