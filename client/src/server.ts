import { type ExtensionContext, workspace } from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import type { InitializationOptions } from "../../server/src/lsp/protocol.ts";
import { noticing } from "./progress.ts";

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

/**
 * The language client, not yet started; it starts the server that stands beside it in dist/. Which settings and files
 * the server has to hear of, it says itself.
 */
export function createClient(context: ExtensionContext): LanguageClient {
  return new LanguageClient("aideMemoire", "Aide-Mémoire", serverOptions(context), {
    documentSelector: [
      ...DRAFT_SCHEMES.flatMap((scheme) => DRAFT_LANGUAGES.map((language) => ({ scheme, language }))),
      ...OUR_FILES.map((pattern) => ({ language: "yaml", pattern })),
    ],
    // A function, for a server that is started again must not be told of the trust there was at first.
    initializationOptions: (): InitializationOptions => ({
      canAsk: true,
      showsMentions: true,
      showsStatus: true,
      trusted: workspace.isTrusted,
      suggestCommand: "editor.action.triggerSuggest",
    }),
    middleware: noticing,
  });
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const module = context.asAbsolutePath("dist/server.js");
  const transport = TransportKind.ipc;
  return {
    run: { module, transport },
    debug: { module, transport, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
}
