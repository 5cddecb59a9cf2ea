import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { worldOf } from "./engine.ts";
import { type Mark, parseMarks } from "./spec.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CORPUS = join(ROOT, "test/corpus");

/** A whole draft as its writer would have it, and where it is marked. */
export interface CorpusDraft {
  /** Path from the corpus. */
  readonly file: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly knowledge: Knowledge;
}

/** The worlds of the corpus by the names of their folders, as YAML. */
export const worlds: ReadonlyMap<string, string> = new Map(
  readdirSync(CORPUS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, read(join(CORPUS, name, "knowledge/knowledge.yaml"))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** The knowledge base that comes with the extension, and what is wrong with it. */
export const bundled = loadKnowledge(
  drafts("knowledge/article", ".yaml").map(({ file, text }) => ({ file, text })),
);

/** Every marked draft of the corpus, each with its own world. */
export const corpus: readonly CorpusDraft[] = [
  ...[...worlds].flatMap(([world, yaml]) => {
    const knowledge = worldOf(yaml);
    return drafts(`test/corpus/${world}`, ".md").map(({ file, text }) => draft(file, text, knowledge));
  }),
  ...drafts("test/corpus", ".marked.md").map(({ file, text }) => draft(file, text, bundled.knowledge)),
];

/** True sentences that look false, by world. */
export const traps = [...worlds].flatMap(([world, yaml]) =>
  drafts(`test/corpus/${world}`, "traps.txt").map(({ text }) => ({
    world,
    lines: text.trimEnd().split("\n"),
    knowledge: worldOf(yaml),
  })),
);

/** The bundled samples, by file name. */
export const samples: ReadonlyMap<string, string> = new Map(
  drafts("knowledge/samples", ".md").map(({ file, text }) => [file.split("/").at(-1)!, text]),
);

function draft(file: string, marked: string, knowledge: Knowledge): CorpusDraft {
  return { file: file.replace("test/corpus/", ""), ...parseMarks(marked), knowledge };
}

function drafts(folder: string, ending: string): { file: string; text: string }[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ file: `${folder}/${name}`, text: read(join(ROOT, folder, name)) }));
}

function read(path: string): string {
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
}
