import { type CodeActionContext, CodeActionKind } from "vscode-languageserver";

/** All that is safe to fix in a draft, as when it is saved. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.aideMemoire`;
/** What makes something of the draft an entry of the knowledge base. */
export const ADDITION_KIND = `${CodeActionKind.Refactor}.aideMemoire`;
/** What puts the entries of a knowledge file in order. */
export const SORT_KIND = `${CodeActionKind.Source}.sort`;

/** The kinds of action that drafts have beside quick fixes. */
export const DRAFT_ACTION_KINDS = [FIX_ALL, ADDITION_KIND];
/** The kinds of action that knowledge files have beside quick fixes. */
export const KNOWLEDGE_ACTION_KINDS = [CodeActionKind.RefactorRewrite, SORT_KIND];

/** Whether a client wants actions of a kind. Kinds are hierarchical: "quickfix" holds "quickfix.replace", "" everything. */
export function isWanted(kind: CodeActionKind, { only }: Pick<CodeActionContext, "only">): boolean {
  return only?.some((wanted) => wanted === "" || wanted === kind || kind.startsWith(`${wanted}.`)) ?? true;
}
