import PostalMime from "postal-mime";
import { DocumentTrouble } from "./document-trouble.ts";

/** The page of a web archive (.mhtml), as HTML; its pictures and frames are left. Throws a {@link DocumentTrouble}. */
export async function pageOfArchive(bytes: Uint8Array): Promise<string> {
  const { html } = await PostalMime.parse(bytes).catch(() => ({ html: undefined }));
  if (html === undefined) throw new DocumentTrouble(NO_PAGE);
  // The pages in its frames follow it.
  const end = html.search(/<\/html\s*>/i);
  return end < 0 ? html : html.slice(0, end);
}

const NO_PAGE = "there is no web page in this archive. Save the page again, or as .html.";
