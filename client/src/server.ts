import { type Uri, workspace } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/lsp/protocol.ts";
import { noticing } from "./progress.ts";
import { isRealDocument } from "./real-documents.ts";

/** The section of the settings, and the name of the log. */
export const ID = "aideMemoire";
export const NAME = "Aide-Mémoire";

const DRAFT_LANGUAGES = [
  "markdown",
  "quarto",
  "rmd",
  "rmarkdown",
  "plaintext",
  "latex",
  "tex",
  "restructuredtext",
  "asciidoc",
  "org",
  "html",
];
const OUR_FILES = [
  "**/*.knowledge.yaml",
  "**/knowledge/**/*.yaml",
  "**/.aide-memoire.yaml",
  "**/.aide-memoire-ignore.yaml",
];

/**
 * What documents the server hears of, and what it hears of this client, with `more` of where it runs. Which settings and
 * files it has to hear of, it says itself.
 */
export function clientOptions(extension: Uri, more: InitializationOptions = {}): LanguageClientOptions {
  return {
    documentSelector: [
      ...DRAFT_LANGUAGES.map((language) => ({ language })),
      ...OUR_FILES.map((pattern) => ({ language: "yaml", pattern })),
    ],
    // A function, for a server that is started again must not be told of the trust there was at first.
    initializationOptions: (): InitializationOptions => ({
      canAsk: true,
      readsFiles: true,
      showsMentions: true,
      showsFactSheet: true,
      showsStatus: true,
      trusted: workspace.isTrusted,
      suggestCommand: "editor.action.triggerSuggest",
      ...more,
    }),
    middleware: {
      ...noticing,
      // Of what was never opened the server has nothing to say, whatever it is asked.
      didOpen: async (document, next) => {
        if (isRealDocument(document.uri, extension)) await next(document);
      },
    },
  };
}
