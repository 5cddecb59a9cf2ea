import type { FormatKeywords } from "../knowledge-base/format/terms.ts";
import { Inspection } from "../knowledge-base/loading/inspection.ts";
import { KnownProblems } from "../knowledge-base/loading/known.ts";
import { compile } from "../knowledge-base/loading/validate.ts";
import type { Problem } from "../knowledge-base/problems.ts";
import { parseYaml } from "../knowledge-base/yaml/tree.ts";
import { ProjectSchema, type ProjectSettings } from "./schema.ts";

/** The committed file, in the folder of the drafts or above it, that says what holds for all who work on them. */
export const PROJECT_FILE = ".aide-memoire.yaml";

/** A project file as it was read; `settings` has what is right in it. */
export interface ProjectFile {
  /** Its path or URI. */
  readonly file: string;
  readonly settings: ProjectSettings;
  readonly problems: readonly Problem[];
}

const readSettings = compile(ProjectSchema as FormatKeywords);

/** Reads a project file. Total: what is wrong has a problem with its place, and loses only itself. */
export function readProject(file: string, text: string): ProjectFile {
  const tree = parseYaml(file, text);
  const inspection = new Inspection(new KnownProblems([tree]));
  inspection.enter(tree);
  const root = tree.roots[0];
  const isEmpty = root === undefined || (root.kind === "scalar" && root.text.trim() === "");
  const settings = isEmpty ? {} : (readSettings(root, inspection, "the project file") ?? {});
  return {
    file,
    settings: settings as ProjectSettings,
    problems: [...tree.problems, ...inspection.problems],
  };
}
