import type {
  CancellationToken,
  Location,
  LocationLink,
  Range,
  TypeDefinitionParams,
} from "vscode-languageserver";
import { meantAt } from "../features/draft/meant.ts";
import type { KnowledgeSnapshot } from "../features/knowledge/snapshot.ts";
import { typeDefinition, type Word, wordFor, wordOrigins } from "../features/knowledge/type-definition.ts";
import { offsetOf, rangeOf } from "./convert.ts";
import { locationOf } from "./knowledge/navigation.ts";
import type { Session } from "./session.ts";

/** From the mention of an event in a draft to the word of the vocabulary that says what kind of event it is. */
export async function typeDefinitionOnDraft(
  session: Session,
  { textDocument: { uri }, position }: TypeDefinitionParams,
  token: CancellationToken,
): Promise<Location[] | LocationLink[] | null> {
  const snapshot = await session.drafts.atHand(uri, position, token);
  const meant = snapshot && meantAt(snapshot, offsetOf(snapshot.draft.lines, position));
  if (!meant) return null;
  const words = meant.ids.flatMap((id) => wordFor(id, snapshot.knowledge) ?? []);
  const behind = await session.knowledgeFiles.behindWith(
    uri,
    words.map(({ word }) => word),
  );
  return placesOf(session, words, behind, rangeOf(snapshot.draft.lines, meant.span));
}

/** The same from an id, or the word itself, in a knowledge file. */
export async function typeDefinitionInKnowledge(
  session: Session,
  { textDocument: { uri }, position }: TypeDefinitionParams,
): Promise<Location[] | LocationLink[] | null> {
  const open = await session.knowledgeFiles.open(uri);
  const found = open && typeDefinition(open.snapshot, open.tree, offsetOf(open.lines, position));
  return found ? placesOf(session, found.words, open.snapshot, rangeOf(open.lines, found.span)) : null;
}

/** The entries of words: first the knowledge bases' own, then that of the vocabulary that is built in. */
async function placesOf(
  session: Session,
  words: readonly Word[],
  snapshot: KnowledgeSnapshot,
  originSelectionRange: Range,
): Promise<Location[] | LocationLink[] | null> {
  const own = words.flatMap((word) =>
    wordOrigins(snapshot, word).map((origin) => locationOf(session, origin, snapshot)),
  );
  const builtIn = await Promise.all(words.map((word) => session.builtInWords.locate(word)));
  const places = [...own, ...builtIn.filter((place) => place !== undefined)];
  if (places.length === 0) return null;
  if (!session.client.linksTypeDefinitions) return places;
  return places.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}
