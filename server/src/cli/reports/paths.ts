import { isAbsolute, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** A draft's path as services name the files of a repository: from its root, with slashes; absolute for one elsewhere. */
export function pathFrom(root: string, path: string): string {
  const inside = relative(root, resolve(path));
  const isOutside = inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return (isOutside ? resolve(path) : inside).split(sep).join("/");
}

/** The same as a URI reference (RFC 3986); a file URI for a draft elsewhere. */
export function uriFrom(root: string, path: string): string {
  const from = pathFrom(root, path);
  if (isAbsolute(from)) return pathToFileURL(from).href;
  return from.split("/").map(encodeURIComponent).join("/");
}
