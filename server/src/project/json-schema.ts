import { plain } from "../knowledge-base/format/json-schema.ts";
import type { FormatKeywords } from "../knowledge-base/format/terms.ts";
import { ProjectSchema } from "./schema.ts";

/** The format of the project file as a JSON Schema of draft 07, for other editors. */
export function projectJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "urn:aide-memoire:project:1",
    title: "What Aide-Mémoire does with the drafts in a folder and below",
    ...plain(ProjectSchema as FormatKeywords),
    type: ["object", "null"],
  };
}
