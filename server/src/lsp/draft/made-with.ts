import type { Settings } from "../../settings.ts";
import type { KnowledgeBases, Serving } from "../knowledge/knowledge-bases.ts";

/** What a draft is read with besides its text and the knowledge, as a text that can be compared. */
export function madeWith(bases: KnowledgeBases, uri: string, serving: Serving): string {
  const { project, ignores } = serving.files;
  return `${signed(bases.settingsOf(uri, serving))} ${numbered(project)} ${numbered(ignores)}`;
}

const signatures = new WeakMap<Settings, string>();

function signed(settings: Settings): string {
  const known = signatures.get(settings) ?? JSON.stringify([settings.checks, settings.style]);
  signatures.set(settings, known);
  return known;
}

const numbers = new WeakMap<object, number>();
let numbersGiven = 0;

/** A number that no other object has. */
function numbered(object: object | undefined): number {
  if (object === undefined) return 0;
  const known = numbers.get(object) ?? ++numbersGiven;
  numbers.set(object, known);
  return known;
}
