import type { Package } from "../package.ts";
import { attribute, elementAt, elementsIn, type XmlElement } from "../xml.ts";
import { relatedPart } from "./parts.ts";

/** Counts the numbers that Word writes before headings and items, which are no part of their text. */
export class Numbering {
  readonly #abstract = new Map<string, XmlElement>();
  readonly #lists = new Map<string, string>();
  readonly #counts = new Map<string, number[]>();

  constructor(pack: Package, main: string) {
    const root = relatedPart(pack, main, "numbering")?.root;
    if (root === undefined) return;
    for (const list of elementsIn(root, "abstractNum")) {
      this.#abstract.set(attribute(list, "abstractNumId") ?? "", list);
    }
    for (const list of elementsIn(root, "num")) {
      const abstract = attribute(elementAt(list, "abstractNumId"), "val");
      if (abstract !== undefined) this.#lists.set(attribute(list, "numId") ?? "", abstract);
    }
  }

  /** The number of the next paragraph in a list ("2.1"), undefined where it has a bullet or none. */
  next({ id, level }: { readonly id: string; readonly level: number }): string | undefined {
    const abstract = this.#lists.get(id);
    if (abstract === undefined || !(level >= 0 && level < 9)) return undefined;
    const levels = elementsIn(this.#abstract.get(abstract) ?? NONE, "lvl");
    const at = (depth: number) => levels.find((each) => attribute(each, "ilvl") === String(depth));
    const startOf = (depth: number) => Number(attribute(elementAt(at(depth), "start"), "val") ?? 1);
    const counts = (this.#counts.get(abstract) ?? []).slice(0, level + 1);
    for (let depth = 0; depth < level; depth++) counts[depth] ??= startOf(depth);
    counts[level] = counts[level] === undefined ? startOf(level) : counts[level]! + 1;
    this.#counts.set(abstract, counts);
    const format = attribute(elementAt(at(level), "numFmt"), "val") ?? "decimal";
    const pattern = attribute(elementAt(at(level), "lvlText"), "val") ?? "";
    if (!/%\d/.test(pattern) || format === "bullet" || format === "none") return undefined;
    const formatOf = (depth: number) => attribute(elementAt(at(depth), "numFmt"), "val") ?? "decimal";
    const number = pattern.replace(/%(\d)/g, (_, digit: string) =>
      written(counts[Number(digit) - 1] ?? 1, formatOf(Number(digit) - 1)),
    );
    return number.trim().replace(/\.$/, "");
  }
}

const NONE = { children: [] } as unknown as XmlElement;

function written(count: number, format: string): string {
  if (/^(?:lower|upper)Letter$/.test(format)) {
    const letter = String.fromCharCode(97 + ((count - 1) % 26)).repeat(1 + Math.floor((count - 1) / 26));
    return format === "upperLetter" ? letter.toUpperCase() : letter;
  }
  if (/^(?:lower|upper)Roman$/.test(format)) {
    const roman = romanOf(count);
    return format === "upperRoman" ? roman : roman.toLowerCase();
  }
  return String(count);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function romanOf(count: number): string {
  let left = Math.min(count, 3999);
  let roman = "";
  for (const [value, letters] of ROMAN)
    while (left >= value) {
      roman += letters;
      left -= value;
    }
  return roman;
}
