import { lastBefore } from "../../../text/span.ts";
import type { Path } from "../format.ts";
import { isEmpty, outerOf, type Sketch, type SketchList, type SketchMap, valueStart } from "./sketch.ts";

/** A map or list of a block that is open at some line; without a node, the file itself. */
export interface Holder {
  readonly node: SketchMap | SketchList | undefined;
  readonly path: Path;
  readonly column: number;
  readonly keys: readonly string[];
}

/** A key or dash that has no value above the line; what is deeper than `column` is inside it. */
export interface Pending {
  readonly value: Sketch;
  readonly path: Path;
  readonly column: number;
}

/**
 * What the lines above one leave open: maps and lists from the outermost in, and the last key or dash where it has no
 * value yet. `path` leads to the root; `top` are the keys of the file.
 */
export function openAbove(
  line: number,
  root: Sketch,
  path: Path,
  top: readonly string[],
): { readonly holders: readonly Holder[]; readonly pending: Pending | undefined } {
  const holders: Holder[] = [];
  let step: Pending | undefined = { value: root, path, column: path.length - 1 };
  if (path.length > 0) holders.push({ node: undefined, path: [], column: 0, keys: top });
  while (step !== undefined) {
    const { value, path: here }: Pending = step;
    if (outerOf(value).start >= line || isEmpty(value)) return { holders, pending: step };
    if (value.kind === "scalar" || value.shape.flow) break;
    const { column } = value.shape;
    const keys = value.kind === "map" ? value.pairs.map(({ key }) => key) : [];
    holders.push({ node: value, path: here, column, keys: here.length === 0 ? top : keys });
    step = value.kind === "map" ? lastOfMap(value, here, line) : lastOfList(value, here, line);
  }
  return { holders, pending: undefined };
}

function lastOfMap({ pairs, shape }: SketchMap, path: Path, line: number): Pending | undefined {
  const pair = pairs[lastBefore(pairs, line - 1)];
  if (pair === undefined || valueStart(pair) < 0) return undefined;
  return { value: pair.value, path: [...path, pair.key], column: shape.column };
}

function lastOfList({ items, dashes, shape }: SketchList, path: Path, line: number): Pending | undefined {
  const at = dashes.findLastIndex((dash) => dash < line);
  return at < 0 ? undefined : { value: items[at]!, path: [...path, at], column: shape.column };
}
