import picomatch from "picomatch";
import type { Severity } from "../checks/check.ts";
import { CHECKS } from "../checks/index.ts";
import { defaultSeverity } from "../checks/severity.ts";
import type { Settings } from "../settings.ts";
import type { Format } from "../text/draft.ts";
import type { ProjectFile } from "./read-project.ts";

/** Where what holds for a draft was said. */
export type Origin =
  | { readonly by: "default" }
  | { readonly by: "project"; readonly file: string; readonly override?: readonly string[] }
  | { readonly by: "front-matter" }
  | { readonly by: "editor" }
  | { readonly by: "command-line" };

/** Something that holds, and who said so. */
export interface Held<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** What holds for one draft, and why. */
export interface Effective {
  readonly checks: ReadonlyMap<string, Held<Severity | "off">>;
  /** Undefined: those that are found around the draft. */
  readonly knowledge: Held<readonly string[]> | undefined;
  readonly format: Held<Format> | undefined;
}

const matchers = new Map<string, (path: string) => boolean>();

/**
 * What holds for a draft, given by its path from the project file: each check as it is by itself, then as the project
 * file has it, then its overrides that fit in their order, then the editor's settings.
 */
export function effectiveFor(
  path: string,
  project: ProjectFile | undefined,
  editor?: Pick<Settings, "checks" | "knowledge">,
): Effective {
  const checks = new Map<string, Held<Severity | "off">>();
  for (const check of CHECKS)
    checks.set(check.id, { value: defaultSeverity(check), origin: { by: "default" } });
  let knowledge: Effective["knowledge"];
  for (const layer of layersOf(path, project)) {
    for (const [id, value] of Object.entries(layer.checks ?? {}))
      if (value !== undefined) checks.set(id, { value: value as Severity | "off", origin: layer.origin });
    if (layer.knowledge !== undefined) knowledge = { value: listOf(layer.knowledge), origin: layer.origin };
  }
  for (const [id, value] of Object.entries(editor?.checks ?? {}))
    if (value !== "default") checks.set(id, { value, origin: { by: "editor" } });
  if (editor !== undefined && editor.knowledge.length > 0)
    knowledge = { value: editor.knowledge, origin: { by: "editor" } };
  return { checks, knowledge, format: formatFor(path, project) };
}

/** How grave the checks are, as settings have it. */
export function severitiesOf({ checks }: Effective): Settings["checks"] {
  return Object.fromEntries([...checks].map(([id, { value }]) => [id, value]));
}

/** The style of the house, as settings have it. */
export function styleOf(project: ProjectFile | undefined): Settings["style"] {
  return project?.settings.style ?? {};
}

/** Whether a project takes a file for no draft. */
export function isExcluded(path: string, project: ProjectFile | undefined): boolean {
  return project?.settings.exclude?.some((pattern) => matches(pattern, path)) ?? false;
}

/** A pattern without a slash fits a file of that name in any folder, as it does for version control. */
export function matches(pattern: string, path: string): boolean {
  let matcher = matchers.get(pattern);
  if (matcher === undefined) {
    const plain = pattern.replace(/^\.\//, "").replace(/\/$/, "/**");
    matcher = picomatch(plain, { dot: true, basename: !plain.includes("/"), nonegate: true });
    matchers.set(pattern, matcher);
  }
  return matcher(path);
}

interface Layer {
  readonly checks?: Readonly<Record<string, string | undefined>> | undefined;
  readonly knowledge?: string | readonly string[] | undefined;
  readonly origin: Origin;
}

function* layersOf(path: string, project: ProjectFile | undefined): Generator<Layer> {
  if (project === undefined) return;
  const { file, settings } = project;
  yield { ...settings, origin: { by: "project", file } };
  for (const override of settings.overrides ?? []) {
    const files = listOf(override.files);
    if (files.some((pattern) => matches(pattern, path)))
      yield { ...override, origin: { by: "project", file, override: files } };
  }
}

function formatFor(path: string, project: ProjectFile | undefined): Held<Format> | undefined {
  const found = Object.entries(project?.settings.formats ?? {}).find(([pattern]) => matches(pattern, path));
  return found && { value: found[1] as Format, origin: { by: "project", file: project!.file } };
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}
