import { DocumentTrouble } from "../document-trouble.ts";
import type { Package } from "../package.ts";
import { attribute, elementsIn, parseXml, type XmlElement } from "../xml.ts";

/** A part of a document with its text and what stands in it. */
export interface Part {
  readonly name: string;
  readonly text: string;
  readonly root: XmlElement;
}

/** The part that others hang on. Throws a {@link DocumentTrouble} where the archive is no Word document. */
export function mainPart(pack: Package): Part {
  const named = relations(pack, "").find(({ type }) => type === "officeDocument")?.target;
  const part = partOf(pack, named ?? "word/document.xml");
  if (part === undefined || part.root.name !== "document") throw new DocumentTrouble(NOT_WORD);
  return part;
}

/** The part that another refers to as its comments, styles, footnotes …; undefined where there is none. */
export function relatedPart(pack: Package, from: string, type: string): Part | undefined {
  const found = relations(pack, from).find((relation) => relation.type === type);
  return found && partOf(pack, found.target);
}

/** Where the relations of a part are written; those of the archive itself for "". */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A part by its name, read. */
export function partOf(pack: Package, name: string): Part | undefined {
  const text = pack.text(name);
  return text === undefined ? undefined : { name, text, root: parseXml(text) };
}

const NOT_WORD = "there is no Word document in this archive. Save it again as .docx, or leave it out.";

interface Relation {
  /** The last word of its type, which is the same in both editions of the standard. */
  readonly type: string;
  /** A name in the archive. */
  readonly target: string;
}

function relations(pack: Package, from: string): Relation[] {
  const part = partOf(pack, relationsPart(from));
  if (part === undefined) return [];
  return elementsIn(part.root, "Relationship").flatMap((element) => {
    const target = attribute(element, "Target");
    if (target === undefined || attribute(element, "TargetMode") === "External") return [];
    const type = (attribute(element, "Type") ?? "").split("/").at(-1)!;
    return [{ type, target: resolved(from, target) }];
  });
}

/** "../customXml/item1.xml" as seen from a part. */
function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const way = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") way.pop();
    else if (step !== ".") way.push(step);
  }
  return way.join("/");
}
