import { dirname, join, relative, resolve, sep } from "node:path";
import { IGNORE_FILE, type IgnoreFile, readIgnoreFile, recordedIn } from "../../ignoring/ignore-file.ts";
import type { Recorded } from "../../ignoring/ignoring.ts";
import { type Effective, effectiveFor, isExcluded, severitiesOf, styleOf } from "../../project/effective.ts";
import { placesFor } from "../../project/places.ts";
import { PROJECT_FILE, type ProjectFile, readProject } from "../../project/read-project.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../settings.ts";
import { disk, reasonOf } from "../disk.ts";
import type { Trouble } from "../trouble.ts";
import { NearestFiles } from "./nearest-files.ts";

/** What the files around drafts say of them: the project files and the ignore files of a run. */
export class Projects {
  readonly #projects: NearestFiles<ProjectFile>;
  readonly #ignores: NearestFiles<IgnoreFile>;
  readonly #trouble: Trouble;
  readonly #bundled: string;

  constructor(bundled: string, trouble: Trouble) {
    this.#bundled = bundled;
    this.#trouble = trouble;
    this.#projects = new NearestFiles(PROJECT_FILE, projectOf, trouble);
    this.#ignores = new NearestFiles(IGNORE_FILE, ignoresOf, trouble);
  }

  /** The project file that holds for a draft. */
  around(draft: string): ProjectFile | undefined {
    return this.#projects.around(draft);
  }

  effectiveFor(draft: string): Effective {
    const project = this.around(draft);
    return effectiveFor(pathIn(project, draft), project);
  }

  /** What is set for a draft; nobody but the project file has a say on the command line. */
  settingsFor(draft: string): Settings {
    const checks = severitiesOf(this.effectiveFor(draft));
    return { ...DEFAULT_SETTINGS, checks, style: styleOf(this.around(draft)) };
  }

  isExcluded(draft: string): boolean {
    const project = this.around(draft);
    return isExcluded(pathIn(project, draft), project);
  }

  recordedFor(draft: string): Recorded | undefined {
    const ignores = this.#ignores.around(draft);
    return ignores && recordedIn(ignores, resolve(draft));
  }

  /** The knowledge bases that a draft is to be held against by its front matter or the project file; undefined: those around it. */
  async placesFor(draft: string, own: readonly string[] = []): Promise<readonly string[] | undefined> {
    const { knowledge } = this.effectiveFor(draft);
    if (own.length === 0 && knowledge === undefined) return undefined;
    const folder = own.length > 0 ? dirname(resolve(draft)) : dirname(this.around(draft)!.file);
    const files = disk((path, error) => this.#trouble.fail(`${relative("", path)}: ${reasonOf(error)}`));
    const found = await placesFor(own.length > 0 ? own : knowledge!.value, {
      bundled: this.#bundled,
      resolve: (path) => resolve(folder, path),
      list: async () => (await files.list(folder)).map((file) => relative(folder, file).replaceAll(sep, "/")),
    });
    for (const pattern of found.unmatched)
      this.#trouble.fail(
        `${relative("", join(folder, pattern))}: no knowledge base matches. Check the pattern.`,
      );
    return found.places.map((place) => (place === this.#bundled ? place : relative("", place)));
  }
}

/** A draft's path from its project file; from the current folder, where there is none. */
function pathIn(project: ProjectFile | undefined, draft: string): string {
  const folder = project === undefined ? "" : dirname(project.file);
  return relative(folder, resolve(draft)).replaceAll(sep, "/");
}

function projectOf(file: string, text: string) {
  const made = readProject(file, text);
  const wrong = made.problems.map(({ message, origin, severity }) => {
    return { message, span: origin.span, isWarning: severity !== "error" };
  });
  return { made, wrong };
}

function ignoresOf(file: string, text: string) {
  const made = readIgnoreFile(file, text);
  return { made, wrong: made.problems };
}
