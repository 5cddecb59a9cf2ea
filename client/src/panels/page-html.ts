import { type ExtensionContext, env, Uri, type Webview } from "vscode";
import type { DraftView } from "./draft-panel.ts";

/** The page that a view starts from: it may run its own script and load nothing else. */
export function pageHtml(
  { extensionUri }: ExtensionContext,
  { bundle, words, title }: DraftView,
  draft: Uri,
  webview: Webview,
): string {
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, "dist/views", `${bundle}.js`));
  const policy = `default-src 'none'; script-src ${webview.cspSource}; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${attribute(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title(draft.path))}</title>
</head>
<body data-uri="${attribute(draft.toString())}" data-words="${attribute(JSON.stringify(words()))}">
<main id="view"></main>
<script type="module" src="${script}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
