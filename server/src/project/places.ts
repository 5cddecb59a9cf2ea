import { matches } from "./effective.ts";

/** What the word for the knowledge base that comes with Aide-Mémoire is, among paths. */
export const BUNDLED = "bundled";

/** The world in which paths to knowledge bases have a meaning. */
export interface Paths {
  readonly bundled: string;
  /** The file or folder that a path means. */
  resolve(path: string): string;
  /** The files below the folder that paths are from, by their paths from there. */
  list(): Promise<readonly string[]>;
}

/** The knowledge bases that paths and patterns mean, in their order, each once; and the patterns that fit nothing. */
export async function placesFor(
  knowledge: readonly string[],
  paths: Paths,
): Promise<{ readonly places: readonly string[]; readonly unmatched: readonly string[] }> {
  const places: string[] = [];
  const unmatched: string[] = [];
  let files: readonly string[] | undefined;
  for (const path of knowledge) {
    if (path === BUNDLED) places.push(paths.bundled);
    else if (!/[*?[{]/.test(path)) places.push(paths.resolve(path));
    else {
      files ??= await paths.list();
      const found = basesAmong(files, path);
      if (found.length === 0) unmatched.push(path);
      places.push(...found.map((each) => paths.resolve(each)));
    }
  }
  return { places: [...new Set(places)], unmatched };
}

/** The YAML files that a pattern fits, and the folders that it fits and that have YAML files. */
function basesAmong(files: readonly string[], pattern: string): string[] {
  const found = new Set<string>();
  for (const file of files) {
    if (!/\.ya?ml$/i.test(file)) continue;
    if (matches(pattern, file)) found.add(file);
    for (let slash = file.indexOf("/"); slash > 0; slash = file.indexOf("/", slash + 1)) {
      const folder = file.slice(0, slash);
      if (pattern.includes("/") && matches(pattern, folder)) found.add(folder);
    }
  }
  return [...found].filter((place) => ![...found].some((other) => place.startsWith(`${other}/`))).sort();
}
