import type { Connection } from "vscode-languageserver";
import { STARTER_FILE, STARTER_SENTENCE, starterKnowledge } from "../../features/knowledge/starter.ts";
import { filesOfBase } from "../../knowledge-base/discover.ts";
import type { Host } from "../host.ts";
import type { CreatedKnowledge, CreateKnowledgeRequest } from "../protocol.ts";
import type { Session } from "../session.ts";
import { placesIn } from "./loading.ts";

/** Begins a knowledge base in a folder; one that is there already is left as it is, and is the answer. */
export async function createKnowledge(
  session: Session,
  connection: Connection,
  host: Host,
  request: CreateKnowledgeRequest | undefined,
): Promise<CreatedKnowledge | null> {
  const folder = (request?.folder ?? session.folders[0])?.replace(/\/$/, "");
  if (folder === undefined) return null;
  const root = host.canonical(folder);
  const [old] = await placesIn(host, root);
  if (old !== undefined) {
    const [file] = await filesOfBase(host, old);
    if (file !== undefined) return { file: session.uriOf(file), created: false, sentence: STARTER_SENTENCE };
  }
  const file = `${root}/${STARTER_FILE}`;
  if (!(await write(connection, host, file))) return null;
  await session.filesChanged([{ uri: file }]);
  await session.settle();
  return { file, created: true, sentence: STARTER_SENTENCE };
}

/** Where the server cannot write, as in a virtual folder, the client may. */
async function write(connection: Connection, host: Host, file: string): Promise<boolean> {
  if (await host.write(file, starterKnowledge())) return true;
  const start = { line: 0, character: 0 };
  const { applied } = await connection.workspace.applyEdit({
    documentChanges: [
      { kind: "create", uri: file, options: { ignoreIfExists: true } },
      {
        textDocument: { uri: file, version: null },
        edits: [{ range: { start, end: start }, newText: starterKnowledge() }],
      },
    ],
  });
  return applied;
}
