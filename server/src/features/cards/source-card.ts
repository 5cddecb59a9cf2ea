import type { Knowledge, Source } from "../../knowledge-base/knowledge.ts";
import { bold, labelled, lines, paragraphs, plain } from "./markdown.ts";
import { baseNote } from "./sources.ts";

/** A source: what it is called, whose it is, where it can be read. */
export function sourceCard(source: Source, knowledge: Knowledge): string {
  const { title, author = "", publisher = "", published = "", url, note = "", text = "" } = source;
  return paragraphs(
    `${bold(title)} · source`,
    lines(
      labelled("Author", plain(author)),
      labelled("Publisher", plain(publisher)),
      labelled("Published", plain(published)),
      labelled("Address", url === undefined ? "" : `<${url}>`),
      labelled("Full text", plain(text)),
    ),
    plain(note),
    baseNote(knowledge, source),
  );
}
