import { readFileSync } from "node:fs";
import { Option } from "commander";
import type { Origin } from "../knowledge-base/knowledge.ts";
import { check, finish, type Snapshot } from "../service.ts";
import { Lines } from "../text/lines.ts";
import { readDraft } from "../text/read-draft.ts";
import { formatOf } from "./find-drafts.ts";
import { Library } from "./library.ts";
import type { Context } from "./program.ts";
import { Projects } from "./project/projects.ts";
import { readDraftFile } from "./read-draft-file.ts";
import type { Trouble } from "./trouble.ts";
import { reasonNotWritten, replaceFile } from "./write-file.ts";

/** `--knowledge` and `--output`, as the commands have them that write a page about one draft. */
export const PAGE_OPTIONS = {
  knowledge: () =>
    new Option("-k, --knowledge <path>", "knowledge base to read it against; may be repeated")
      .argParser((path: string, earlier: readonly string[]) => [...earlier, path])
      .default([], "as for check"),
  output: () => new Option("-o, --output <file>", "write it to this file; its ending may tell the format"),
};

/** The format that is asked for, or that a file's ending tells, or else the usual one. */
export function formatFor(
  given: string | undefined,
  output: string | undefined,
  known: Readonly<Record<string, unknown>>,
  usual: string,
): string {
  if (given !== undefined) return given;
  const ending = output === undefined ? "" : (/\.(\w+)$/.exec(output)?.[1]?.toLowerCase() ?? "");
  const told = { htm: "html", md: "markdown" }[ending] ?? ending;
  return Object.hasOwn(known, told) ? told : usual;
}

/** One draft, read and checked as `check` does it; undefined where it cannot be read, which is told. */
export async function readOne(
  path: string,
  named: readonly string[],
  { bundledKnowledge: bundled, cache, err }: Context,
  trouble: Trouble,
): Promise<Snapshot | undefined> {
  const text = readDraftFile(path, trouble);
  if (text === undefined) return undefined;
  const projects = new Projects(bundled, trouble);
  const library = new Library({ named, bundled, cache, projects, trouble, errors: err(undefined) });
  const { format } = projects.effectiveFor(path);
  const draft = readDraft({ uri: path, text, format: format?.value ?? formatOf(path) });
  const knowledge = await library.knowledgeFor(path, draft.frontMatter.knowledge);
  return finish(
    check(draft, knowledge, {
      settings: projects.settingsFor(path),
      recorded: projects.recordedFor(path),
      onCrash: (crashed, error) =>
        trouble.fail(`${path}: the check ${crashed.id} broke off, please report it: ${String(error)}`),
    }),
  );
}

/** Tells where entries stand in their files, each file being looked at but once. */
export function locator() {
  const texts = new Map<string, Lines | undefined>();
  return ({ file, span: { start, end } }: Origin) => {
    if (!texts.has(file)) texts.set(file, linesOf(file));
    const lines = texts.get(file);
    const range = lines && { start: lines.positionAt(start), end: lines.positionAt(end) };
    return { uri: file, ...(range && { range }) };
  };
}

/** Writes a page to the file that was named, or to standard output. */
export function writePage(text: string, file: string | undefined, context: Context, trouble: Trouble): void {
  if (file === undefined) return context.out(false).write(text);
  try {
    replaceFile(file, text);
  } catch (error) {
    trouble.fail(`${file}: ${reasonNotWritten(error)}`);
  }
}

function linesOf(file: string): Lines | undefined {
  try {
    return new Lines(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
