import type { CodeActionContext, CodeActionKind } from "vscode-languageserver";

/** Whether a client wants actions of a kind. Kinds are hierarchical: "quickfix" holds "quickfix.replace", "" everything. */
export function isWanted(kind: CodeActionKind, { only }: Pick<CodeActionContext, "only">): boolean {
  return only?.some((wanted) => wanted === "" || wanted === kind || kind.startsWith(`${wanted}.`)) ?? true;
}
