import type { Draft, Format } from "./draft.ts";
import { Lines } from "./lines.ts";

/** Takes a text apart. Total: any string is a draft. */
export function readDraft(input: {
  readonly uri: string;
  readonly text: string;
  readonly format: Format;
}): Draft {
  return { ...input, lines: new Lines(input.text), frontMatter: {}, blocks: [] };
}
