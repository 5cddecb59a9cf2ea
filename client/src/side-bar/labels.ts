import { l10n } from "vscode";
import type { Shelf } from "./nodes.ts";

/** What a group is called: kinds of actors in the plural; years as they are. */
export function groupLabel(shelf: Shelf, key: string): string {
  if (shelf === "events") return key === "" ? l10n.t("Without a date") : key;
  return actorsLabel(key) ?? key;
}

function actorsLabel(type: string): string | undefined {
  switch (type) {
    case "person":
      return l10n.t("Persons");
    case "organization":
      return l10n.t("Organizations");
    case "group":
      return l10n.t("Groups");
    case "country":
      return l10n.t("Countries");
    case "place":
      return l10n.t("Places");
    case "facility":
      return l10n.t("Facilities");
    case "boundary":
      return l10n.t("Boundaries");
    case "agreement":
      return l10n.t("Agreements");
    case "document":
      return l10n.t("Documents");
    case "concept":
      return l10n.t("Concepts");
    default:
      return undefined;
  }
}
