import type { CancellationToken, InlayHint, InlayHintParams } from "vscode-languageserver";
import { dateCard } from "../../features/cards/date-card.ts";
import { entryCard } from "../../features/cards/entry-card.ts";
import { expansionHints } from "../../features/draft/expansion-hints.ts";
import { dateHints, writtenHint } from "../../features/draft/inlay-hints.ts";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import type { Settings } from "../../settings.ts";
import type { Span } from "../../text/span.ts";
import { spanOf } from "../convert.ts";
import { markup } from "../markup.ts";
import type { Session } from "../session.ts";

/** By which what a hint does is worked out when it is looked at: whose it is, and where. */
interface HintData {
  readonly uri: string;
  readonly version: number | undefined;
  readonly offset: number;
}

/**
 * What the dates of a draft leave out, and what its acronyms stand for. Off, unless the settings of the draft's folder say
 * otherwise.
 */
export async function hintsOnDraft(
  session: Session,
  { textDocument: { uri }, range }: InlayHintParams,
  token: CancellationToken,
): Promise<InlayHint[] | null> {
  const { settings } = await session.bases.of(uri);
  if (settings.dateHints === "off" && !settings.expansionHints) return null;
  const { drafts, client, refresher } = session;
  const snapshot = await (client.refreshesHints
    ? drafts.shown(uri, refresher.hints, token)
    : drafts.current(uri, token));
  if (snapshot === undefined) return null;
  const hints = hintsIn(snapshot, settings, spanOf(snapshot.draft.lines, range));
  if (!session.client.resolves.hints) return hints.map(({ hint, more }) => ({ ...hint, ...more() }));
  const version = session.versionOf(uri);
  return hints.map(({ hint, offset }) => ({ ...hint, data: { uri, version, offset } satisfies HintData }));
}

/** A hint with its tooltip and the edit that writes it out. One of a text that has changed since stays as it is. */
export async function resolveHint(session: Session, hint: InlayHint): Promise<InlayHint> {
  const { uri, version, offset } = (hint.data ?? {}) as Partial<HintData>;
  if (uri === undefined || offset === undefined || session.versionOf(uri) !== version) return hint;
  const { settings } = await session.bases.of(uri);
  const snapshot = await session.drafts.current(uri);
  if (snapshot === undefined || session.versionOf(uri) !== version) return hint;
  const around = { start: Math.max(0, offset - 1), end: offset + 1 };
  const same = hintsIn(snapshot, settings, around).find(
    (each) => each.offset === offset && each.hint.label === hint.label,
  );
  return same === undefined ? hint : { ...hint, ...same.more() };
}

interface Hint {
  readonly offset: number;
  readonly hint: InlayHint;
  readonly more: () => Pick<InlayHint, "tooltip" | "textEdits">;
}

function hintsIn(snapshot: Snapshot, settings: Settings, part: Span): Hint[] {
  const { lines } = snapshot.draft;
  const tip = (markdown: string | undefined) => (markdown === undefined ? {} : { tooltip: markup(markdown) });
  const write = (offset: number, newText: string | undefined) => {
    const position = lines.positionAt(offset);
    return newText === undefined
      ? {}
      : { textEdits: [{ range: { start: position, end: position }, newText }] };
  };
  const dates = dateHints(snapshot, settings.dateHints, part).map((date) => ({
    offset: date.offset,
    hint: { position: lines.positionAt(date.offset), label: date.label, paddingLeft: true },
    more: () => ({
      ...tip(dateCard(date.mention, snapshot)),
      ...write(date.offset, writtenHint(date, snapshot)),
    }),
  }));
  if (!settings.expansionHints) return dates;
  const expansions = expansionHints(snapshot, part).map(({ offset, label, id }) => ({
    offset,
    hint: { position: lines.positionAt(offset), label, paddingLeft: true },
    more: () => tip(entryCard(id, snapshot.knowledge)),
  }));
  return [...dates, ...expansions];
}
