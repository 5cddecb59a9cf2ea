import type { DraftToken } from "../features/draft/semantic-tokens.ts";
import type { SemanticToken } from "../features/knowledge/semantic-tokens.ts";

/** In knowledge files, which are code, the protocol's own names, so that every theme has a colour for them. */
export const KNOWLEDGE_TYPES: Readonly<Record<SemanticToken["type"], string>> = {
  source: "namespace",
  entity: "class",
  person: "class",
  organization: "class",
  group: "class",
  country: "class",
  place: "class",
  facility: "class",
  boundary: "class",
  agreement: "class",
  document: "class",
  concept: "class",
  event: "function",
  claim: "property",
  figure: "property",
  word: "enumMember",
  date: "number",
  form: "string",
};
export const KNOWLEDGE_MODIFIERS: Readonly<Record<SemanticToken["modifiers"][number], string>> = {
  declaration: "declaration",
  builtIn: "defaultLibrary",
  unknown: "abstract",
  deprecated: "deprecated",
};

/** In prose, names of our own, which a writer can give other colours than code has; the manifest declares them. */
export const DRAFT_TYPES: Readonly<Record<DraftToken["type"], string>> = {
  actor: "actor",
  event: "knownEvent",
  date: "date",
  claim: "contestedClaim",
};

export const TOKENS_LEGEND = {
  tokenTypes: [...new Set([...Object.values(KNOWLEDGE_TYPES), ...Object.values(DRAFT_TYPES)])],
  tokenModifiers: Object.values(KNOWLEDGE_MODIFIERS),
};
