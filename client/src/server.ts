import type { LanguageClientOptions } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/lsp/protocol.ts";

/** The section of the settings, and the name of the log. */
export const ID = "aideMemoire";
export const NAME = "Aide-Mémoire";

/** Drafts that stand on their own, in an editor tab or a virtual folder; not views of other programs such as diffs. */
const DRAFT_SCHEMES = ["file", "untitled", "vscode-vfs"];
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

/** What documents the server hears of, and what it hears of this client. Which settings and files it has to hear of, it says itself. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [
      ...DRAFT_SCHEMES.flatMap((scheme) => DRAFT_LANGUAGES.map((language) => ({ scheme, language }))),
      ...OUR_FILES.map((pattern) => ({ language: "yaml", pattern })),
    ],
    initializationOptions: {
      canAsk: true,
      showsMentions: true,
      suggestCommand: "editor.action.triggerSuggest",
    } satisfies InitializationOptions,
  };
}
