import type { CompletionList, CompletionParams, Hover, HoverParams } from "vscode-languageserver";
import { completeProject, hoverProject } from "../../features/project/language.ts";
import { parseYaml, type YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { Lines } from "../../text/lines.ts";
import { offsetOf, rangeOf } from "../convert.ts";
import { itemOf } from "../knowledge/completion.ts";
import { markup } from "../markup.ts";
import type { Session } from "../session.ts";

export async function completeInProject(
  session: Session,
  { textDocument: { uri }, position }: CompletionParams,
): Promise<CompletionList | null> {
  const open = openProject(session, uri);
  if (open === undefined) return null;
  const { proposals, isIncomplete } = completeProject(open.tree, offsetOf(open.lines, position));
  return { isIncomplete, items: proposals.map((each, rank) => itemOf(session, uri, each, rank, open.lines)) };
}

export async function hoverOnProject(
  session: Session,
  { textDocument: { uri }, position }: HoverParams,
): Promise<Hover | null> {
  const open = openProject(session, uri);
  const card = open && hoverProject(open.tree, offsetOf(open.lines, position));
  if (open === undefined || card === undefined) return null;
  return {
    contents: markup(card.markdown),
    range: rangeOf(open.lines, card.span),
  };
}

function openProject(
  session: Session,
  uri: string,
): { readonly tree: YamlFile; readonly lines: Lines } | undefined {
  const text = session.textOf(uri);
  return text === undefined ? undefined : { tree: parseYaml(uri, text), lines: new Lines(text) };
}
