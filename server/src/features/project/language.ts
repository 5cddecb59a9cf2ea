import type { FormatKeywords } from "../../knowledge-base/format/terms.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { ProjectSchema } from "../../project/schema.ts";
import { touches } from "../../text/span.ts";
import type { Card } from "../draft/hover.ts";
import { keyPlaceOf, propertyProposals } from "../knowledge/completion/keys.ts";
import { valueProposals } from "../knowledge/completion/values.ts";
import { type Completion, fittingAmong } from "../knowledge/completion.ts";
import { formAt, mapForm } from "../knowledge/format.ts";
import { placeCard } from "../knowledge/hover.ts";
import { placeAt } from "../knowledge/place.ts";

const PROJECT = ProjectSchema as FormatKeywords;

/** What may be written at an offset of a project file: keys that are not there yet, and the words to choose from. */
export function completeProject(file: YamlFile, offset: number): Completion {
  const place = placeAt(file, offset);
  if (!touches(place.span, offset)) return { proposals: [], isIncomplete: false };
  const keys = keyPlaceOf(place, file, offset);
  const map = keys && mapForm(formAt(keys.path, PROJECT));
  const form = place.at === "value" && place.quote !== "|" ? formAt(place.path, PROJECT) : undefined;
  return fittingAmong(
    [
      ...(keys !== undefined && map?.properties !== undefined ? propertyProposals(keys, map) : []),
      ...(form === undefined ? [] : valueProposals(undefined, file, place, form, offset)),
    ],
    file,
    offset,
  );
}

/** What a key of a project file takes, or a word in it means. */
export function hoverProject(file: YamlFile, offset: number): Card | undefined {
  const place = placeAt(file, offset);
  const markdown = placeCard(place, PROJECT);
  return markdown === undefined || markdown === "" ? undefined : { span: place.span, markdown };
}
