import { fold } from "../../text/tokens.ts";
import type { BadName, Entity, Event } from "../knowledge.ts";

/** By which of its names an actor or an event is called. */
export type NameKind =
  | "name"
  | "alias"
  | "weakAlias"
  | "abbreviation"
  | "identifier"
  | "demonym"
  | "metonym"
  | "discouraged"
  | "misnomer";

export interface NameForm {
  readonly kind: NameKind;
  /** As written in the knowledge base. */
  readonly text: string;
  /** Of what is discouraged or a misnomer: why, and when. */
  readonly bad?: BadName;
}

/** Everything that an entry is called, in a fixed order. */
export function nameFormsOf(entry: Entity | Event): NameForm[] {
  const forms: NameForm[] = [{ kind: "name", text: entry.name }];
  const add = (kind: NameKind, texts: readonly string[]) => {
    for (const text of texts) forms.push({ kind, text });
  };
  add("alias", entry.aliases);
  add("abbreviation", entry.abbreviations);
  add("identifier", entry.identifiers);
  if (entry.kind === "entity") {
    add("weakAlias", entry.weakAliases);
    add("demonym", entry.demonyms);
    add("metonym", entry.metonyms);
  }
  for (const bad of entry.discouraged) forms.push({ kind: "discouraged", text: bad.form, bad });
  for (const bad of entry.misnomers) forms.push({ kind: "misnomer", text: bad.form, bad });
  return forms;
}

/** What makes two spellings the same name: letters, accents, capitals and white space aside. */
export function nameKey(text: string): string {
  return fold(text).trim().replace(/\s+/g, " ");
}
