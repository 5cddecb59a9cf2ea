import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Counts } from "../../../server/src/cli/import/counts.ts";
import { FORMS, type FormName, type FormOptions } from "../../../server/src/cli/import/forms.ts";
import { runImport } from "../../../server/src/cli/import/run.ts";
import { targetAt } from "../../../server/src/cli/import/target.ts";
import type { EntryPiece } from "../../../server/src/knowledge-base/exchange/pieces.ts";
import { type LoadedBase, loadKnowledge } from "../../../server/src/knowledge-base/loading/load.ts";

export interface Imported extends LoadedBase {
  readonly counts: Counts;
  /** What was said of lines that could not be read, with their numbers. */
  readonly malformed: readonly string[];
  /** What was said of inputs that broke off. */
  readonly broken: readonly string[];
  readonly yaml: string;
  /** The names of the files that were written. */
  readonly names: readonly string[];
}

interface How extends Partial<FormOptions> {
  readonly keep?: (entry: EntryPiece) => boolean;
  /** The file that is written; a folder without an ending. */
  readonly output?: string;
}

/** Imports texts, each an input of its own, and loads what was written. */
export async function importing(form: FormName, texts: readonly string[], how: How = {}): Promise<Imported> {
  const { language = "en", map = [], type, keep = () => true, output = "out.yaml" } = how;
  const read = FORMS[form]({ language, map, ...(type !== undefined && { type }) }, () => {});
  if (typeof read === "string") throw new Error(read);
  const folder = mkdtempSync(join(tmpdir(), "aide-memoire-test-"));
  const malformed: string[] = [];
  const broken: string[] = [];
  const place = join(folder, output);
  const target = targetAt(place);
  try {
    const inputs = texts.map((text, i) => ({ name: `${i}`, size: text.length, chunks: () => chunked(text) }));
    const counts = await runImport(
      {
        inputs,
        ...read,
        keep,
        title: "Imported",
        language,
        dataset: "a list",
        progress: { part: () => {}, at: () => {}, end: () => {} },
        malformed: (_, { line, problem }) => malformed.push(`${line}: ${problem}`),
        broken: (_, error) => broken.push(String(error)),
      },
      target,
    );
    target.finish();
    const names = output.endsWith(".yaml") ? [output] : readdirSync(place).sort();
    const files = names.map((name) => {
      const file = output.endsWith(".yaml") ? place : join(place, name);
      return { file: name, text: readFileSync(file, "utf8") };
    });
    const yaml = files.map(({ text }) => text).join("");
    return { ...loadKnowledge(files), counts, malformed, broken, yaml, names };
  } finally {
    target.discard();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The problems of what was imported, for an expectation of none. */
export function problemsOf({ problems }: Imported): string[] {
  return problems.map(({ code, message }) => `${code}: ${message}`);
}

/** In small pieces, so that lines and letters are cut through. */
async function* chunked(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  const size = Math.max(7, Math.ceil(bytes.length / 50));
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
