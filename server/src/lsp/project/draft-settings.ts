import { recordedIn } from "../../ignoring/ignore-file.ts";
import { effectiveFor, severitiesOf, styleOf } from "../../project/effective.ts";
import type { How } from "../../service.ts";
import type { Settings } from "../../settings.ts";
import type { KnowledgeBases, Serving } from "../knowledge/knowledge-bases.ts";

/** What holds for drafts by the project file and the editor's settings: the same object for as long as it is the same. */
export class DraftSettings {
  readonly #known = new WeakMap<Serving, Map<string, Settings>>();

  /** The settings of a draft, given by its path from the folder of the project file. */
  of(path: string, serving: Serving): Settings {
    const { settings, files } = serving;
    const project = files.project?.file;
    if (project === undefined) return settings;
    const effective = effectiveFor(path, project, settings);
    const byChecks = this.#known.get(serving) ?? new Map<string, Settings>();
    this.#known.set(serving, byChecks);
    const key = [...effective.checks].map(([id, { value }]) => `${id} ${value}`).join();
    const known = byChecks.get(key) ?? {
      ...settings,
      checks: severitiesOf(effective),
      style: styleOf(project),
    };
    byChecks.set(key, known);
    return known;
  }
}

/** How a draft is to be checked, open or not. */
export function howFor(bases: KnowledgeBases, uri: string, serving: Serving): How {
  const { ignores } = serving.files;
  const recorded = ignores && recordedIn(ignores.file, bases.fileOf(uri));
  return { settings: bases.settingsOf(uri, serving), recorded };
}
