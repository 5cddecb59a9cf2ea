import type { CancellationToken, Location, ReferenceParams } from "vscode-languageserver";
import { type Meant, meantAt } from "../../features/draft/meant.ts";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import { usesOf } from "../../features/knowledge/uses.ts";
import type { Id } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { offsetOf } from "../convert.ts";
import { locationOf } from "../knowledge/navigation.ts";
import type { Session } from "../session.ts";

/**
 * From an actor, an event or a source in a draft: its mentions, or citations, in all drafts of the window, and its uses in
 * knowledge entries; its own entry as well, if that is wanted.
 */
export async function referencesOnDraft(
  session: Session,
  { textDocument: { uri }, position, context }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const snapshot = await session.drafts.atHand(uri, position, token);
  const meant = snapshot && meantAt(snapshot, offsetOf(snapshot.draft.lines, position));
  if (!meant) return null;
  const behind = await session.knowledgeFiles.behindWith(uri, meant.ids);
  const uses = meant.ids
    .flatMap((id) => usesOf(behind, { kind: "id", id }))
    .filter(({ declares }) => context.includeDeclaration || !declares)
    .map((use) => locationOf(session, use, behind));
  const mentions = await unlessCancelled(mentionsOf(session, meant, snapshot), token);
  return mentions === undefined ? null : once([...uses, ...mentions]);
}

async function mentionsOf(session: Session, { kind, ids }: Meant, snapshot: Snapshot): Promise<Location[]> {
  const lists = await Promise.all(
    ids.map((id) =>
      kind === "source" ? session.index.citationsOf(id) : session.index.mentionsOf(id, fileOf(id, snapshot)),
    ),
  );
  return lists.flat().map(({ uri, range }) => ({ uri: session.uriOf(uri), range }));
}

/** The file of the entry that counts. */
function fileOf(id: Id, { knowledge }: Snapshot): string {
  return questionsOf(knowledge).fact(id)?.origin.file ?? "";
}

/** The looking goes on, and serves the next question; who asked this one does not wait for it. */
function unlessCancelled<T>(work: Promise<T>, token: CancellationToken): Promise<T | undefined> {
  const cancelled = new Promise<undefined>((resolve) => {
    if (token.isCancellationRequested) resolve(undefined);
    else token.onCancellationRequested(() => resolve(undefined));
  });
  return Promise.race([work, cancelled]);
}

/** Words that can be two actors are a mention of both. */
function once(places: readonly Location[]): Location[] {
  const byPlace = new Map(
    places.map((place) => {
      const { start, end } = place.range;
      return [`${place.uri} ${start.line}:${start.character}-${end.line}:${end.character}`, place];
    }),
  );
  return [...byPlace.values()];
}
