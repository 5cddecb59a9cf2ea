import { yamlText } from "../../knowledge-base/yaml/text.ts";
import { parseYaml, type YamlMap, type YamlNode, type YamlScalar } from "../../knowledge-base/yaml/tree.ts";
import { BUNDLED } from "../../project/places.ts";
import { readFrontMatter } from "../../text/front-matter.ts";
import { type Span, span } from "../../text/span.ts";

/** A file or folder that gets another name or place; both are URIs in their one spelling. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** What to write in place of a path. */
export interface PathEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The edits by which the paths of knowledge bases in a project file, or in a draft's front matter, go on meaning what they
 * mean. `folder` is where paths are from, `resolve` tells what one means. Patterns are left as they are.
 */
export function renamedPaths(
  file: { readonly uri: string; readonly text: string; readonly isProject: boolean },
  folder: string,
  resolve: (path: string) => string,
  renames: readonly Renamed[],
): PathEdit[] {
  const { uri, text, isProject } = file;
  const paths = isProject ? pathsOfProject(parseYaml(uri, text).roots[0]) : pathsOfFrontMatter(uri, text);
  return paths.flatMap((path) => {
    if (path.text === BUNDLED || /[*?[{]/.test(path.text)) return [];
    const place = resolve(path.text);
    const renamed = renames.find(({ from }) => place === from || place.startsWith(`${from}/`));
    if (renamed === undefined) return [];
    const to = renamed.to + place.slice(renamed.from.length);
    const written = isAbsolute(path.text) ? absolute(to) : relative(folder, to, path.text.startsWith("./"));
    return [{ span: span(path.start, path.end), newText: quotedAs(path, text, written) }];
  });
}

function pathsOfProject(root: YamlNode | undefined): YamlScalar[] {
  const overrides = under(root, "overrides");
  const more = overrides?.kind === "list" ? overrides.items : [];
  return [root, ...more].flatMap((map) => scalarsOf(under(map, "knowledge")));
}

/** The fences are blanked, so that what is between them keeps its place. */
function pathsOfFrontMatter(uri: string, text: string): YamlScalar[] {
  const { end, frontMatter } = readFrontMatter(text);
  if (frontMatter.knowledge === undefined) return [];
  const blanked = text
    .slice(0, end)
    .replace(/^\uFEFF?---|(?:---|\.\.\.)(?=[ \t]*\r?\n?$)/g, (fence) => " ".repeat(fence.length));
  return scalarsOf(under(under(parseYaml(uri, blanked).roots[0], "aide-memoire"), "knowledge"));
}

function under(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === "map" ? (node as YamlMap).pairs.find((pair) => pair.key === key)?.value : undefined;
}

function scalarsOf(node: YamlNode | undefined): YamlScalar[] {
  if (node === undefined) return [];
  const all = node.kind === "list" ? node.items : [node];
  return all.filter((each): each is YamlScalar => each.kind === "scalar");
}

function isAbsolute(path: string): boolean {
  return /^(?:[/~]|[A-Za-z]:)/.test(path);
}

function absolute(uri: string): string {
  return decoded(uri.replace(/^[a-z-]+:\/\/[^/]*/, "").replace(/^\/(?=[A-Za-z]:)/, ""));
}

function relative(folder: string, uri: string, isDotted: boolean): string {
  const [from, to] = [folder.split("/"), uri.split("/")];
  let shared = 0;
  while (shared < Math.min(from.length, to.length - 1) && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => "..");
  const path = decoded([...up, ...to.slice(shared)].join("/"));
  return isDotted && up.length === 0 ? `./${path}` : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path within the quotation marks that stand there, or with some if it needs them. */
function quotedAs(old: YamlScalar, text: string, path: string): string {
  if (old.plain) return yamlText(path);
  return text[old.start - 1] === "'" ? path.replaceAll("'", "''") : path.replace(/[\\"]/g, "\\$&");
}
