import type { Source } from "../../knowledge-base/knowledge.ts";
import { resolvePath } from "../../knowledge-base/loading/source-texts.ts";
import type { Link } from "../knowledge/links.ts";
import { citedIn } from "./cited.ts";
import type { Snapshot } from "./snapshot.ts";

/** A citation that leads to its source: its page, or else its full text, or else its entry. */
export interface DraftLink {
  readonly span: Link["span"];
  readonly target: Link["target"] | { readonly entry: Source["origin"] };
  readonly tooltip: string;
}

/** The citations of a draft whose sources are known. Linear in the text the first time. */
export function draftLinks(snapshot: Snapshot): DraftLink[] {
  return citedIn(snapshot).map(({ source, whole }) => ({ span: whole, ...leadOf(source) }));
}

function leadOf({ title, url, text, origin }: Source): Omit<DraftLink, "span"> {
  if (url !== undefined && /^https?:\/\/\S+$/i.test(url)) return { target: { url }, tooltip: title };
  if (text !== undefined)
    return { target: { file: resolvePath(origin.file, text) }, tooltip: `${title}: the full text` };
  return { target: { entry: origin }, tooltip: `${title}: the entry in the knowledge base` };
}
