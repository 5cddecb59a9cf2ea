import { l10n } from "vscode";
import { FACT_SHEET, SHOW_FACT_SHEET, SHOW_TIMELINE, TIMELINE } from "../../../server/src/lsp/protocol.ts";
import type { DraftView } from "./draft-panel.ts";

/** The views of a draft, by the commands that show them. */
export const VIEWS: Readonly<Record<string, DraftView>> = {
  [SHOW_FACT_SHEET]: {
    type: "aideMemoire.factSheet",
    bundle: "fact-sheet",
    command: FACT_SHEET,
    icon: "fact-sheet",
    title: (draft) => l10n.t("Facts: {0}", draft),
    words: () => ({
      filter: l10n.t("Filter the statements"),
      search: l10n.t("Find in statements, facts and sources"),
      contradicted: l10n.t("Contradicted"),
      unverified: l10n.t("Unverified"),
      supported: l10n.t("Supported"),
      count: l10n.t("{0} of {1}"),
      noMatch: l10n.t("No statement matches the filter."),
      html: l10n.t("Save as HTML"),
      markdown: l10n.t("Markdown"),
      csv: l10n.t("CSV"),
    }),
  },
  [SHOW_TIMELINE]: {
    type: "aideMemoire.timeline",
    bundle: "timeline",
    command: TIMELINE,
    icon: "timeline",
    title: (draft) => l10n.t("Timeline: {0}", draft),
    words: () => ({
      zoomIn: l10n.t("Zoom in"),
      zoomOut: l10n.t("Zoom out"),
      showDraft: l10n.t("What the draft tells"),
      showAll: l10n.t("All of it"),
      svg: l10n.t("Save as SVG"),
      html: l10n.t("HTML"),
      list: l10n.t("All of it as a list, in the order of time"),
      keys: l10n.t(
        "Arrow keys go through it in the order of time, Enter opens, + and − zoom, 0 shows all. Drag to move, Ctrl and wheel to zoom.",
      ),
      nothing: l10n.t("Neither the draft nor the knowledge base gives anything a date."),
      toDraft: l10n.t("Show in the draft"),
      toKnowledge: l10n.t("Show in the knowledge base"),
    }),
  },
};
