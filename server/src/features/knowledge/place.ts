import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { lastBefore, type Span, span, touches } from "../../text/span.ts";
import type { Path } from "./format.ts";
import { openAbove, type Pending } from "./sketch/open.ts";
import { type Passage, passageAt, sectionKey, sectionsOf } from "./sketch/passage.ts";
import { lineEnd, lineStart } from "./sketch/scanner.ts";
import {
  isEmpty,
  outerOf,
  type Sketch,
  type SketchList,
  type SketchMap,
  type SketchPair,
  type SketchScalar,
  valueStart,
} from "./sketch/sketch.ts";

/** What stands at an offset of a file of a knowledge base, or may be written there. */
export interface Place {
  /** The last of it is the key itself, where `at` is `key`; `""` for one that is not begun. */
  readonly path: Path;
  readonly at: "key" | "value" | "comment" | "nothing";
  /** The key or scalar without its quotation marks; empty where nothing is written yet. */
  readonly span: Span;
  readonly text: string;
  /** Its quotation mark, or `|` for a text in a block. */
  readonly quote: "" | "'" | '"' | "|";
  /** Between brackets. */
  readonly flow: boolean;
  /** The columns before the map (or list) that it is directly in, if it is not between brackets. */
  readonly column: number;
  /** It begins on a line of its own or after a dash, where a map in a block may begin as well. */
  readonly begins: boolean;
  /** What must be written before a value: the space after a colon or a dash, the dash itself. */
  readonly lead: string;
  /** Of a key: its colon is there. */
  readonly colon: boolean;
  /** The other keys of the map that a key is in, or the other scalars of a list. */
  readonly others: readonly string[];
}

/**
 * What is at an offset, found in the lines around it, so that it does not matter whether the file can be parsed. The
 * first question about a file is linear in it, another one linear in the entry as a rule.
 */
export function placeAt(file: YamlFile, offset: number): Place {
  const passage = passageAt(file, offset);
  const finder = new Finder(file, offset, passage);
  if (passage === undefined) return finder.onTop();
  if (passage.comments.some(({ start, end }) => start < offset && offset <= end)) return finder.comment();
  return finder.find(passage);
}

/** Where a value may stand: after its colon or dash. */
interface Room {
  readonly after: number;
  readonly column: number;
  readonly flow: boolean;
  readonly others: readonly string[];
}

class Finder {
  readonly #file: YamlFile;
  readonly #text: string;
  readonly #offset: number;
  readonly #comments: readonly Span[];
  readonly #line: number;

  constructor(file: YamlFile, offset: number, passage: Passage | undefined) {
    this.#file = file;
    this.#text = file.text;
    this.#offset = offset;
    this.#comments = passage?.comments ?? [];
    this.#line = lineStart(file.text, offset);
  }

  onTop(): Place {
    return this.#isOnEmptyLine() ? this.#newKey([], this.#sectionKeys(), 0, false) : this.#nothing();
  }

  comment(): Place {
    return { ...this.#nothing(), at: "comment" };
  }

  find({ root, section }: Passage): Place {
    const path = section === undefined ? [] : [sectionKey(this.#file, section)];
    const room = { after: root.start, column: 0, flow: false, others: [] };
    const found = isEmpty(root) ? undefined : this.#in(root, path, room);
    if (found !== undefined) return section === undefined ? this.#onTopOf(found) : found;
    if (!this.#isOnEmptyLine()) return this.#nothing();
    return this.#byColumn(root, path);
  }

  /** Whether the line has nothing before the offset, and nothing but a comment after it. */
  #isOnEmptyLine(): boolean {
    const before = this.#text.slice(this.#line, this.#offset);
    const after = this.#text.slice(this.#offset, lineEnd(this.#text, this.#offset));
    return /^\uFEFF?[ \t]*$/.test(before) && /^[ \t]*(?:#|$)/.test(after);
  }

  #in(node: Sketch, path: Path, room: Room): Place | undefined {
    if (node.kind === "scalar") return this.#inScalar(node, path, room);
    if (node.shape.flow && !this.#isBetweenBrackets(node)) return undefined;
    return node.kind === "map" ? this.#inMap(node, path) : this.#inList(node, path);
  }

  #inScalar(node: SketchScalar, path: Path, room: Room): Place | undefined {
    const { outer } = node;
    if (outer.start < outer.end)
      return touches(outer, this.#offset) ? this.#value(node, path, room) : undefined;
    const between = this.#text.slice(room.after, this.#offset);
    const blank = room.flow ? /^\s*$/ : /^[ \t]*$/;
    return this.#offset >= room.after && blank.test(between) ? this.#value(node, path, room) : undefined;
  }

  #isBetweenBrackets({ start, end, shape }: SketchMap | SketchList): boolean {
    if (!shape.flow || this.#offset <= start) return false;
    if (shape.closed) return this.#offset < end;
    return this.#offset <= shape.reach && (this.#line <= end || this.#offset - this.#line > shape.column);
  }

  #inMap(map: SketchMap, path: Path): Place | undefined {
    const { flow, column } = map.shape;
    const pair = map.pairs[lastBefore(map.pairs, this.#offset)] ?? map.pairs[0];
    if (pair !== undefined && touches(keySpan(pair), this.#offset)) return this.#key(pair, path, map);
    const after = pair === undefined ? -1 : valueStart(pair);
    if (pair !== undefined && after >= 0 && this.#offset >= after) {
      const room = { after, column, flow, others: [] };
      const found = this.#in(pair.value, [...path, pair.key], room);
      if (found !== undefined) return found;
    }
    return flow && this.#isAfter("{,")
      ? this.#newKey(
          path,
          map.pairs.map(({ key }) => key),
          column,
          true,
        )
      : undefined;
  }

  #inList({ items, dashes, shape }: SketchList, path: Path): Place | undefined {
    const { flow, column } = shape;
    const starts = flow ? items.map(outerOf) : dashes.map((start) => ({ start }));
    const at = lastBefore(starts, this.#offset);
    const item = items[at];
    const scalars = items.filter((other) => other !== item && other.kind === "scalar");
    const others = scalars.map((other) => (other as SketchScalar).text);
    if (item !== undefined) {
      const after = flow ? item.start : dashes[at]! + 1;
      const isHere = flow ? touches(reachOf(item), this.#offset) : this.#offset >= after;
      const found = isHere ? this.#in(item, [...path, at], { after, column, flow, others }) : undefined;
      if (found !== undefined || !flow) return found;
    }
    if (!flow || !this.#isAfter("[,")) return undefined;
    return this.#newValue(
      [...path, at + 1],
      { after: this.#offset, column, flow, others: textsOf(items) },
      "",
    );
  }

  /** Whether the last thing before the offset, comments aside, is one of some characters. */
  #isAfter(characters: string): boolean {
    let at = this.#offset;
    for (;;) {
      while (at > 0 && /\s/.test(this.#text[at - 1]!)) at--;
      const comment = this.#comments.find(({ start, end }) => start < at && at <= end);
      if (comment === undefined) return at > 0 && characters.includes(this.#text[at - 1]!);
      at = comment.start;
    }
  }

  /** On a line with nothing on it, what the cursor's column stands for under the lines above. */
  #byColumn(root: Sketch, path: Path): Place {
    const column = this.#offset - this.#line;
    const { holders, pending } = openAbove(this.#line, root, path, this.#sectionKeys());
    if (pending !== undefined && column > pending.column) return this.#inPending(pending, column);
    const here = holders.filter((holder) => holder.column === column);
    const map = here.findLast(({ node }) => node?.kind !== "list");
    if (map !== undefined) return this.#newKey(map.path, map.keys, column, false);
    const list = here.at(-1);
    if (list?.node?.kind !== "list") return this.#nothing();
    const others = textsOf(list.node.items);
    const room = { after: this.#offset, column, flow: false, others };
    return this.#newValue([...list.path, list.node.items.length], room, "- ");
  }

  #inPending({ path, value, column: above }: Pending, column: number): Place {
    if (value.kind === "scalar" && value.outer.start === value.outer.end)
      return {
        ...this.#newValue(path, { after: this.#offset, column: above, flow: false, others: [] }, ""),
        begins: true,
      };
    if (value.kind === "map" && !value.shape.flow && value.shape.column === column)
      return this.#newKey(
        path,
        value.pairs.map(({ key }) => key),
        column,
        false,
      );
    return this.#nothing();
  }

  #key(pair: SketchPair, path: Path, { pairs, shape }: SketchMap): Place {
    const quote = this.#text[pair.outer.start] === "'" ? "'" : '"';
    return {
      path: [...path, pair.key],
      at: "key",
      span: span(pair.start, pair.end),
      text: pair.key,
      quote: pair.outer.start < pair.start ? quote : "",
      flow: shape.flow,
      column: shape.column,
      begins: !shape.flow,
      lead: "",
      colon: pair.colon >= 0,
      others: pairs.filter((other) => other !== pair).map(({ key }) => key),
    };
  }

  /** In a section that was read by itself the other keys are those of the file. */
  #onTopOf(place: Place): Place {
    if (place.at !== "key" || place.path.length !== 1 || place.flow) return place;
    return { ...place, others: this.#sectionKeys().filter((key) => key !== place.text) };
  }

  #newKey(path: Path, others: readonly string[], column: number, flow: boolean): Place {
    return { ...this.#nothing(), path: [...path, ""], at: "key", others, column, flow, begins: !flow };
  }

  #value(node: SketchScalar, path: Path, room: Room): Place {
    if (node.outer.start === node.outer.end) {
      const isClose = this.#offset === room.after && /[:-]/.test(this.#text[this.#offset - 1] ?? "");
      const place = this.#newValue(path, room, isClose ? " " : "");
      return { ...place, begins: !room.flow && this.#text[room.after - 1] === "-" };
    }
    const ownLine = lineStart(this.#text, node.outer.start) > room.after;
    return {
      ...this.#newValue(path, room, ""),
      span: span(node.start, node.end),
      text: node.text,
      quote: QUOTES[node.style],
      begins: !room.flow && (ownLine || this.#text[room.after - 1] === "-"),
    };
  }

  #newValue(path: Path, { column, flow, others }: Room, lead: string): Place {
    return {
      ...this.#nothing(),
      path,
      at: "value",
      column,
      flow,
      others,
      lead,
      begins: !flow && lead === "- ",
    };
  }

  #nothing(): Place {
    const here = span(this.#offset, this.#offset);
    return {
      path: [],
      at: "nothing",
      span: here,
      text: "",
      quote: "",
      flow: false,
      column: 0,
      begins: false,
      lead: "",
      colon: false,
      others: [],
    };
  }

  #sectionKeys(): string[] {
    return sectionsOf(this.#file).map((section) => sectionKey(this.#file, section));
  }
}

const QUOTES = { plain: "", single: "'", double: '"', block: "|" } as const;

/** The key up to its colon. */
function keySpan({ outer, colon }: SketchPair): Span {
  return span(outer.start, Math.max(outer.end, colon));
}

/** With what may still be written in a bracket that is not closed. */
function reachOf(node: Sketch): Span {
  const open = node.kind !== "scalar" && node.shape.flow && !node.shape.closed;
  return open ? span(node.start, node.shape.reach) : outerOf(node);
}

function textsOf(items: readonly Sketch[]): string[] {
  return items.flatMap((item) => (item.kind === "scalar" ? [item.text] : []));
}
