import { commands, type Disposable, languages, type Uri, workspace } from "vscode";
import type { Middleware } from "vscode-languageclient";
import type { Standing } from "./standing.ts";

/** What a newcomer has done; the walkthrough ticks its steps off by these. */
type Step = "hasRead" | "hasMended" | "hasKnowledge" | "hasChecked";

const done = new Set<Step>();

/** Ticks a step off, for as long as the window is open. */
export function tick(step: Step): void {
  if (done.has(step)) return;
  done.add(step);
  void commands.executeCommand("setContext", `aideMemoire.${step}`, true);
}

/** Notices that a hover was read. */
export const noticing: Middleware = {
  provideHover: async (document, position, token, next) => {
    const hover = await next(document, position, token);
    if (hover) tick("hasRead");
    return hover;
  },
};

/** Notices that a finding was put right, that there is a knowledge base of one's own, and that a draft was held against it. */
export function followProgress(standing: Standing): Disposable[] {
  const counts = new Map<string, { readonly findings: number; readonly version: number }>();
  const look = (uri: Uri) => {
    const key = uri.toString();
    const document = workspace.textDocuments.find((each) => each.uri.toString() === key);
    const findings = languages.getDiagnostics(uri).filter(({ source }) => source === "Aide-Mémoire").length;
    const before = counts.get(key);
    if (document === undefined || document.languageId === "yaml") return;
    // The event is told of others' findings too: the text is compared with that in which ours were last as many.
    if (before?.findings === findings) return;
    counts.set(key, { findings, version: document.version });
    if (before !== undefined && findings < before.findings && document.version > before.version)
      tick("hasMended");
  };
  return [
    languages.onDidChangeDiagnostics(({ uris }) => uris.forEach(look)),
    workspace.onDidCloseTextDocument(({ uri }) => counts.delete(uri.toString())),
    standing.onDidChange(() => {
      const { knowledge = [], draft } = standing.status ?? {};
      if (knowledge.every(({ bundled }) => bundled)) return;
      tick("hasKnowledge");
      if (draft !== undefined && draft.contradicted + draft.supported > 0) tick("hasChecked");
    }),
  ];
}
