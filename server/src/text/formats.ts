import type { Format } from "./draft.ts";

/** How a format's files and documents are known. */
interface Kind {
  /** Endings of its files' names, in small letters. */
  readonly endings: readonly string[];
  /** What VS Code and its extensions call its language. */
  readonly languages: readonly string[];
  /** What other editors call it. */
  readonly elsewhere?: readonly string[];
}

/** The formats that are read: the only place where their files' endings and their languages are listed. */
export const FORMATS: Readonly<Record<Format, Kind>> = {
  markdown: { endings: [".md", ".markdown"], languages: ["markdown"], elsewhere: ["gfm", "pandoc"] },
  quarto: { endings: [".qmd", ".rmd"], languages: ["quarto", "rmd", "rmarkdown"] },
  plaintext: { endings: [".txt", ".text"], languages: ["plaintext"], elsewhere: ["text", "plain"] },
  latex: { endings: [".tex", ".latex", ".ltx"], languages: ["latex", "tex"], elsewhere: ["plaintex"] },
  restructuredtext: { endings: [".rst"], languages: ["restructuredtext"], elsewhere: ["rst"] },
  asciidoc: {
    endings: [".adoc", ".asciidoc", ".asc"],
    languages: ["asciidoc"],
    elsewhere: ["adoc", "asciidoctor"],
  },
  org: { endings: [".org"], languages: ["org"] },
  html: { endings: [".html", ".htm", ".xhtml"], languages: ["html"], elsewhere: ["mhtml", "xhtml"] },
};

/** The endings of all drafts' names. */
export const ENDINGS: readonly string[] = Object.values(FORMATS).flatMap(({ endings }) => endings);

/** The format of a file by its name; undefined where its kind is none that we read. */
export function formatOf(file: string): Format | undefined {
  const ending = /\.[a-z]+$/i.exec(file)?.[0].toLowerCase();
  return find(({ endings }) => ending !== undefined && endings.includes(ending));
}

/** The format of a document by what its editor calls its language. */
export function formatOfLanguage(language: string): Format | undefined {
  return find(({ languages, elsewhere }) => [...languages, ...(elsewhere ?? [])].includes(language));
}

function find(isIt: (kind: Kind) => boolean): Format | undefined {
  return (Object.keys(FORMATS) as Format[]).find((format) => isIt(FORMATS[format]));
}
