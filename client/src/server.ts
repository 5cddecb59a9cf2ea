import { type ExtensionContext, workspace } from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";

/** Drafts that stand on their own, in an editor tab or a virtual folder; not views of other programs such as diffs. */
const DRAFT_SCHEMES = ["file", "untitled", "vscode-vfs"];
const DRAFT_LANGUAGES = ["markdown", "plaintext", "quarto", "rmd"];
const KNOWLEDGE_PATTERNS = ["**/*.knowledge.yaml", "**/knowledge/**/*.yaml"];
const WATCHED_PATTERNS = ["**/*.knowledge.yaml", "**/knowledge/**/*.{yaml,txt}", "**/.aide-memoire.yaml"];

/** The language client, not yet started; it starts the server that stands beside it in dist/. */
export function createClient(context: ExtensionContext): LanguageClient {
  const watchers = WATCHED_PATTERNS.map((pattern) => workspace.createFileSystemWatcher(pattern));
  context.subscriptions.push(...watchers);
  return new LanguageClient("aideMemoire", "Aide-Mémoire", serverOptions(context), {
    documentSelector: [
      ...DRAFT_SCHEMES.flatMap((scheme) => DRAFT_LANGUAGES.map((language) => ({ scheme, language }))),
      ...KNOWLEDGE_PATTERNS.map((pattern) => ({ language: "yaml", pattern })),
    ],
    synchronize: { configurationSection: "aideMemoire", fileEvents: watchers },
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
