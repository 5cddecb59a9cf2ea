import type { Origin } from "../../knowledge-base/knowledge.ts";
import { resolvePath } from "../../knowledge-base/loading/source-texts.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { span } from "../../text/span.ts";
import type { Definition } from "../draft/definition.ts";
import { type NameAt, nameAt } from "./names.ts";
import { type Place, placeAt } from "./place.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";
import { declarationsOf } from "./uses.ts";

/**
 * From an id or a word of the vocabulary to its entry; where several knowledge bases have one, the one that counts comes
 * first. From the path of a source's full text to that file.
 */
export function definition(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  offset: number,
): Definition | undefined {
  const named = nameAt(file, offset);
  const place = named?.place ?? placeAt(file, offset);
  const origins = named === undefined ? textFile(place, file) : originsOf(named, snapshot);
  return origins.length === 0 ? undefined : { span: place.span, origins };
}

function originsOf({ name }: NameAt, snapshot: KnowledgeSnapshot): Origin[] {
  const origins = declarationsOf(snapshot, name).map(({ file, span }) => ({ file, span }));
  const { knowledge } = snapshot;
  const standing =
    name.kind === "id"
      ? (knowledge.sources.get(name.id) ?? questionsOf(knowledge).fact(name.id))?.origin
      : undefined;
  // The file of an entry may be none of those at hand.
  if (origins.length === 0 && standing !== undefined) return [standing];
  const counts = (origin: Origin) =>
    origin.file === standing?.file && origin.span.start === standing.span.start;
  return origins.sort((a, b) => Number(counts(b)) - Number(counts(a)));
}

function textFile({ at, path, text }: Place, { file }: YamlFile): Origin[] {
  if (at !== "value" || text === "" || !isSourceText(path)) return [];
  return [{ file: resolvePath(file, text), span: span(0, 0) }];
}

function isSourceText([map, , key, ...deeper]: Place["path"]): boolean {
  return map === "sources" && key === "text" && deeper.length === 0;
}
