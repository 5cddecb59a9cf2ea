import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { FrontMatter } from "./draft.ts";

const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n|(?<=\n))(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** The YAML front matter at the head of a text, and where the text proper begins. Broken front matter says nothing. */
export function readFrontMatter(text: string): { readonly frontMatter: FrontMatter; readonly end: number } {
  const match = text.startsWith("---") || text.startsWith("\uFEFF---") ? FENCED.exec(text) : null;
  if (match === null) return { frontMatter: {}, end: text.startsWith("\uFEFF") ? 1 : 0 };
  return { frontMatter: parse(match[1]!), end: match[0].length };
}

function parse(yaml: string): FrontMatter {
  try {
    const data = load(yaml, { schema: FAILSAFE_SCHEMA }) as Record<string, unknown> | null;
    const own = data?.["aide-memoire"];
    const date = (own instanceof Object ? (own as Record<string, unknown>).date : undefined) ?? data?.date;
    return typeof date === "string" && date.trim() !== "" ? { date: date.trim() } : {};
  } catch {
    return {};
  }
}
