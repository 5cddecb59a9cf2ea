import type { KnowledgeSnapshot } from "../../server/src/features/knowledge/snapshot.ts";
import type { Origin } from "../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { mergeKnowledge } from "../../server/src/knowledge-base/merge.ts";
import type { YamlFile } from "../../server/src/knowledge-base/yaml/tree.ts";

/** The files of a knowledge base by name. */
export type Files = Readonly<Record<string, string>>;

/** A cursor in a file of a knowledge base. */
export interface KnowledgeCursor {
  readonly snapshot: KnowledgeSnapshot;
  readonly file: YamlFile;
  readonly offset: number;
}

/** One knowledge base, or several that serve together, the later ones with precedence. */
export function snapshotOf(...bases: readonly Files[]): KnowledgeSnapshot {
  const loaded = bases.map((files) =>
    loadKnowledge(Object.entries(files).map(([file, text]) => ({ file, text }))),
  );
  return {
    knowledge: mergeKnowledge(loaded.map(({ knowledge }) => knowledge)),
    files: new Map(loaded.flatMap(({ files }) => files).map((file) => [file.file, file])),
    problems: loaded.flatMap(({ problems }) => problems),
  };
}

/** The cursor where one of the texts has `<|>`. */
export function cursorIn(...bases: readonly Files[]): KnowledgeCursor {
  const [name, text] = bases
    .flatMap((files) => Object.entries(files))
    .find(([, text]) => text.includes("<|>"))!;
  const offset = text.indexOf("<|>");
  const snapshot = snapshotOf(
    ...bases.map((files) =>
      Object.fromEntries(Object.entries(files).map(([file, each]) => [file, each.replace("<|>", "")])),
    ),
  );
  return { snapshot, file: snapshot.files.get(name)!, offset };
}

/** Some files with a passage of one of them replaced, by one with a cursor as a rule. */
export function replaced(files: Files, passage: string, by: string): Files {
  const name = Object.keys(files).find((file) => files[file]!.includes(passage));
  if (name === undefined) throw new Error(`No file has ${passage}`);
  return { ...files, [name]: files[name]!.replace(passage, () => by) };
}

/** The lines of the files in which something stands, with «» around it. */
export function marked(snapshot: KnowledgeSnapshot, origins: readonly Origin[]): string[] {
  return origins.map(({ file, span }) => {
    const { text } = snapshot.files.get(file)!;
    const start = text.lastIndexOf("\n", span.start - 1) + 1;
    const end = text.indexOf("\n", span.end);
    const line = `${text.slice(start, span.start)}«${text.slice(span.start, span.end)}»${text.slice(span.end, end < 0 ? undefined : end)}`;
    return `${file}: ${line.trim()}`;
  });
}

/** The files after edits. */
export function edited(
  { files }: KnowledgeSnapshot,
  edits: readonly (Origin & { readonly newText: string })[],
): Files {
  return Object.fromEntries(
    [...files].map(([name, { text }]) => {
      const own = edits.filter(({ file }) => file === name).sort((a, b) => b.span.start - a.span.start);
      return [
        name,
        own.reduce(
          (all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end),
          text,
        ),
      ];
    }),
  );
}
