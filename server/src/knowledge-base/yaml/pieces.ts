import { type Event, parseEvents, YAMLException } from "js-yaml";
import type { Problem } from "../problems.ts";
import { TreeBuilder } from "./builder.ts";
import { type Cut, indentOf, nextCut, openingOf } from "./cuts.ts";
import type { YamlNode } from "./tree.ts";

/** What comes of a text that the parser takes, or its first error. */
export interface Parse {
  readonly roots: readonly YamlNode[];
  /** What is wrong although it parses: aliases of nothing. */
  readonly found: readonly Problem[];
  readonly error?: ParseError;
}

export interface ParseError {
  readonly offset: number;
  readonly reason: string;
}

/** How long a piece is at least, in characters: it takes about a millisecond, and its events are gone before they grow old. */
const PIECE = 16_000;
/** By how much a piece with an error is made longer. */
const LONGER = 16;

/**
 * Parses a text piece by piece where it can be cut, pieces being at least so long, with a pause after each. What comes out is
 * what comes of the whole.
 */
export function* parseInPieces(
  file: string,
  text: string,
  least = PIECE,
): Generator<undefined, Parse, undefined> {
  const found: Problem[] = [];
  const builder = new TreeBuilder(file, text, found);
  const indent = indentOf(text);
  let cut: Cut = { at: 0, column: 0 };
  for (;;) {
    const next = yield* parsePiece(text, cut, indent, least, builder);
    if (next === undefined) return { roots: builder.roots(), found };
    if ("reason" in next) return { roots: [], found: [], error: next };
    // What is not laid out as it seemed is parsed in one piece.
    if (!builder.canGoOn(next)) return yield* parseInPieces(file, text, text.length);
    cut = next;
  }
}

/**
 * Builds what stands from one cut to the next, which is given; undefined behind the last. An error is one of the text only if
 * it is there however long the piece is, for else it may be due to the cut.
 */
function* parsePiece(
  text: string,
  cut: Cut,
  indent: number,
  least: number,
  builder: TreeBuilder,
): Generator<undefined, Cut | ParseError | undefined, undefined> {
  const opening = cut.at === 0 ? "" : openingOf(cut);
  for (let length = least; ; length *= LONGER) {
    const next = nextCut(text, cut.at + length, indent);
    const piece = opening + text.slice(cut.at, next?.at);
    const events = eventsOf(piece);
    yield;
    if ("reason" in events) {
      if (next !== undefined) continue;
      return { ...events, offset: events.offset + cut.at - opening.length };
    }
    if (cut.at === 0) builder.begin(piece, events);
    else builder.goOn(piece, events, cut, opening.length);
    return next;
  }
}

/** What the parser reports of a text, or its first error, at an offset in it or at its end. */
function eventsOf(text: string): readonly Event[] | ParseError {
  try {
    return parseEvents(text, {});
  } catch (error) {
    const offset = error instanceof YAMLException ? error.mark?.position : undefined;
    const reason = error instanceof YAMLException ? error.reason : String(error);
    return { offset: Math.min(offset ?? 0, text.length), reason };
  }
}
