import { commands, l10n, type QuickPickItem, QuickPickItemKind, window, workspace } from "vscode";
import type { Standing } from "./standing.ts";

interface Choice extends QuickPickItem {
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

/** Shows what can be done now, and does it. Commands that there are not are left out. */
export async function showMenu(standing: Standing): Promise<void> {
  const known = new Set(await commands.getCommands(true));
  const sections = [firstAid(standing), onDrafts(standing), onKnowledge(standing), onTheProgram()];
  const choices = sections
    .map((section) => section.filter(({ command }) => known.has(command)))
    .filter((section) => section.length > 0);
  const line: QuickPickItem = { label: "", kind: QuickPickItemKind.Separator };
  const items = choices.flatMap((section, i) => (i === 0 ? section : [line, ...section]));
  const chosen = await window.showQuickPick(items, {
    title: "Aide-Mémoire",
    placeHolder: l10n.t("What would you like to do?"),
  });
  if (chosen !== undefined && "command" in chosen) {
    const { command, arguments: given = [] } = chosen as Choice;
    await commands.executeCommand(command, ...given);
  }
}

/** Where something is missing, what mends that. */
function firstAid({ phase }: Standing): Choice[] {
  const choices: Choice[] = [];
  if (phase === "stopped")
    choices.push({ label: `$(debug-restart) ${l10n.t("Restart")}`, command: "aideMemoire.restart" });
  if ((phase === "none" || phase === "notAgreed") && workspace.isTrusted)
    choices.push(
      { label: `$(add) ${l10n.t("Create a knowledge base")}`, command: "aideMemoire.newKnowledge" },
      { label: `$(book) ${l10n.t("Use the bundled one")}`, command: "aideMemoire.useBundled" },
    );
  if (!workspace.isTrusted)
    choices.push({
      label: `$(shield) ${l10n.t("Manage workspace trust")}`,
      command: "workbench.trust.manage",
    });
  return choices;
}

function onDrafts({ phase, status, uri }: Standing): Choice[] {
  if (phase === "stopped" || phase === "starting") return [];
  const found = status?.draft?.findings;
  return [
    {
      label: `$(warning) ${l10n.t("Show the problems")}`,
      ...(found !== undefined && { description: l10n.t("{0} in this draft", found) }),
      command: "workbench.actions.view.problems",
    },
    ...(uri === undefined || status?.draft === undefined
      ? []
      : [
          {
            label: `$(comment-discussion) ${l10n.t("Explain this passage")}`,
            command: "aideMemoire.explainPassage",
          },
          { label: `$(checklist) ${l10n.t("Fact sheet")}`, command: "aideMemoire.showFactSheet" },
        ]),
    { label: `$(history) ${l10n.t("Timeline")}`, command: "aideMemoire.showTimeline" },
    { label: `$(search) ${l10n.t("Check the workspace")}`, command: "aideMemoire.checkWorkspace" },
  ];
}

function onKnowledge({ phase, status }: Standing): Choice[] {
  if (phase === "stopped" || phase === "starting") return [];
  const titles = (status?.knowledge ?? []).map(({ title }) => title).join(", ");
  const browse = {
    label: `$(organization) ${l10n.t("Actors and events")}`,
    command: "aideMemoire.actorsView.focus",
  };
  if (titles === "") return [];
  return [
    {
      label: `$(book) ${l10n.t("Open the knowledge base")}`,
      description: titles,
      command: "aideMemoire.openKnowledge",
    },
    browse,
    { label: `$(tasklist) ${l10n.t("Check the knowledge base")}`, command: "aideMemoire.checkKnowledge" },
  ];
}

function onTheProgram(): Choice[] {
  return [
    { label: `$(mortar-board) ${l10n.t("Get started")}`, command: "aideMemoire.openWalkthrough" },
    {
      label: `$(gear) ${l10n.t("Settings")}`,
      command: "workbench.action.openSettings",
      arguments: ["@ext:aide-memoire.aide-memoire"],
    },
    { label: `$(output) ${l10n.t("Show the log")}`, command: "aideMemoire.showLog" },
    { label: `$(debug-restart) ${l10n.t("Restart")}`, command: "aideMemoire.restart" },
  ];
}
