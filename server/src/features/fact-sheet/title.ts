import type { Draft } from "../../text/draft.ts";
import { proseIn } from "./context.ts";

/** What a draft is called: its first heading of the highest level, else the name of its file. */
export function titleOf(draft: Draft): string {
  const headings = draft.blocks.filter(({ kind }) => kind === "heading");
  const top = Math.min(...headings.map(({ level = 6 }) => level));
  const first = headings.find(({ level = 6 }) => level === top);
  const title = first === undefined ? "" : proseIn(draft, first, first.span).trim();
  return title === "" ? fileNameOf(draft.uri) : title;
}

function fileNameOf(uri: string): string {
  const name = uri.slice(Math.max(uri.lastIndexOf("/"), uri.lastIndexOf("\\")) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
