import type { Id, Origin } from "../../knowledge-base/knowledge.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";
import { keyOf, type Name } from "./names.ts";
import { type Occurrence, visitOccurrences } from "./occurrences.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

/** Where a name stands, in all files. */
export interface Use extends Origin {
  /** As the key of its entry. */
  readonly declares: boolean;
}

interface FileUse extends Span {
  readonly declares: boolean;
}

const known = new WeakMap<YamlFile, ReadonlyMap<string, readonly FileUse[]>>();

/** All uses of a name, in the order of the files. The first question is linear in the files, then in the answer. */
export function usesOf({ files }: KnowledgeSnapshot, name: Name): Use[] {
  const key = keyOf(name);
  return [...files.values()].flatMap((file) =>
    (usesIn(file).get(key) ?? []).map(({ start, end, declares }) => {
      return { file: file.file, span: span(start, end), declares };
    }),
  );
}

/** Where a name is declared; more than once where one knowledge base overrules another. */
export function declarationsOf(snapshot: KnowledgeSnapshot, name: Name): Use[] {
  return usesOf(snapshot, name).filter(({ declares }) => declares);
}

/** Whether any file has an entry with this id, sound or not. O(files). */
export function isDeclared({ files }: KnowledgeSnapshot, id: Id): boolean {
  return [...files.values()].some(
    (file) =>
      usesIn(file)
        .get(id)
        ?.some(({ declares }) => declares) ?? false,
  );
}

function usesIn(file: YamlFile): ReadonlyMap<string, readonly FileUse[]> {
  let uses = known.get(file);
  if (uses === undefined) {
    const made = new Map<string, FileUse[]>();
    visitOccurrences(file, (occurrence) => note(occurrence, made));
    known.set(file, (uses = made));
  }
  return uses;
}

/** An alias of YAML brings the same place twice. */
function note({ kind, text, part, start, end }: Occurrence, uses: Map<string, FileUse[]>): void {
  if (kind === "date" || kind === "text") return;
  const key = part === undefined ? text : keyOf({ kind: "word", part, word: text });
  const use = { start, end, declares: kind === "entry" || kind === "new-word" };
  const list = uses.get(key);
  if (list === undefined) uses.set(key, [use]);
  else if (list.at(-1)!.start < start || !list.some((other) => other.start === start)) list.push(use);
}
