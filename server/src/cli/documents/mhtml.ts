import PostalMime from "postal-mime";
import { DocumentTrouble } from "./document-trouble.ts";

/** The page of a web archive (.mhtml), as HTML; its pictures and frames are left. Throws a {@link DocumentTrouble}. */
export async function pageOfArchive(bytes: Uint8Array): Promise<string> {
  const { html } = await PostalMime.parse(bytes).catch(() => ({ html: undefined }));
  if (html === undefined) throw new DocumentTrouble(NO_PAGE);
  return html;
}

const NO_PAGE = "there is no web page in this archive. Save the page again, or as .html.";
