import {
  type CancellationToken,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from "vscode-languageserver";
import { draftTokens } from "../features/draft/semantic-tokens.ts";
import { semanticTokens } from "../features/knowledge/semantic-tokens.ts";
import type { Lines } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { spanOf } from "./convert.ts";
import type { Session } from "./session.ts";
import { DRAFT_TYPES, KNOWLEDGE_MODIFIERS, KNOWLEDGE_TYPES, TOKENS_LEGEND } from "./tokens-legend.ts";

/** A token as the protocol has it. */
interface Token {
  readonly span: Span;
  readonly type: string;
  readonly modifiers: readonly string[];
}

interface Tokens {
  readonly lines: Lines;
  /** In the order of the text, none over more than one line. */
  readonly tokens: readonly Token[];
}

/** The tokens of one document after another; a client that has some of before gets only what is new. */
export class SentTokens {
  readonly #builders = new Map<string, SemanticTokensBuilder>();

  all(uri: string, tokens: Tokens): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.#builders.set(uri, builder);
    return filled(builder, tokens).build();
  }

  since(uri: string, previous: string, tokens: Tokens): SemanticTokens | SemanticTokensDelta {
    const builder = this.#builders.get(uri);
    if (builder === undefined) return this.all(uri, tokens);
    builder.previousResult(previous);
    return filled(builder, tokens).buildEdits();
  }

  forget(uri: string): void {
    this.#builders.delete(uri);
  }
}

/** What of a document is told apart by colour. */
type TokensIn = (
  session: Session,
  uri: string,
  token: CancellationToken,
  range?: SemanticTokensRangeParams["range"],
) => Promise<Tokens | undefined>;

/** Off, unless the settings of the draft's folder say otherwise. */
export const tokensInDraft: TokensIn = async (session, uri, token, range) => {
  const { settings } = await session.bases.of(uri);
  if (!settings.colorMentions) return undefined;
  const { drafts, client, refresher } = session;
  const snapshot = await (client.refreshesTokens
    ? drafts.shown(uri, refresher.tokens, token)
    : drafts.current(uri, token));
  if (snapshot === undefined) return undefined;
  const { lines } = snapshot.draft;
  const found = draftTokens(snapshot, range && spanOf(lines, range));
  return {
    lines,
    tokens: found.map(({ span, type }) => ({ span, type: DRAFT_TYPES[type], modifiers: [] })),
  };
};

export const tokensInKnowledge: TokensIn = async (session, uri, _, range) => {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined) return undefined;
  const { lines, snapshot, tree } = open;
  const tokens = semanticTokens(snapshot, tree, range && spanOf(lines, range)).map(
    ({ span, type, modifiers }) => ({
      span,
      type: KNOWLEDGE_TYPES[type],
      modifiers: modifiers.map((modifier) => KNOWLEDGE_MODIFIERS[modifier]),
    }),
  );
  return { lines, tokens };
};

const NONE: SemanticTokens = { data: [] };

export function allTokens(tokensIn: TokensIn) {
  return async (
    session: Session,
    { textDocument: { uri } }: SemanticTokensParams,
    token: CancellationToken,
  ): Promise<SemanticTokens> => {
    const tokens = await tokensIn(session, uri, token);
    return tokens === undefined ? NONE : session.tokens.all(uri, tokens);
  };
}

export function newTokens(tokensIn: TokensIn) {
  return async (
    session: Session,
    { textDocument: { uri }, previousResultId }: SemanticTokensDeltaParams,
    token: CancellationToken,
  ): Promise<SemanticTokens | SemanticTokensDelta> => {
    const tokens = await tokensIn(session, uri, token);
    return tokens === undefined ? NONE : session.tokens.since(uri, previousResultId, tokens);
  };
}

export function tokensOfRange(tokensIn: TokensIn) {
  return async (
    session: Session,
    { textDocument: { uri }, range }: SemanticTokensRangeParams,
    token: CancellationToken,
  ): Promise<SemanticTokens> => {
    const tokens = await tokensIn(session, uri, token, range);
    if (tokens === undefined) return NONE;
    return { data: filled(new SemanticTokensBuilder(), tokens).build().data };
  };
}

function filled(builder: SemanticTokensBuilder, { lines, tokens }: Tokens): SemanticTokensBuilder {
  const { tokenTypes, tokenModifiers } = TOKENS_LEGEND;
  for (const { span, type, modifiers } of tokens) {
    const { line, character } = lines.positionAt(span.start);
    const set = modifiers.reduce((all, modifier) => all | (1 << tokenModifiers.indexOf(modifier)), 0);
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), set);
  }
  return builder;
}
