import { ThemeIcon } from "vscode";
import type { Entry } from "../../../server/src/lsp/protocol.ts";
import type { Shelf } from "./nodes.ts";

/** By type of actor. */
const ACTORS: Readonly<Record<string, string>> = {
  person: "person",
  organization: "organization",
  group: "account",
  country: "globe",
  place: "location",
  facility: "home",
  boundary: "split-horizontal",
  agreement: "law",
  document: "file-text",
  concept: "lightbulb",
};

export function iconOf(shelf: Shelf, { type }: Entry): ThemeIcon {
  return new ThemeIcon(shelf === "events" ? "calendar" : (ACTORS[type] ?? "symbol-misc"));
}
