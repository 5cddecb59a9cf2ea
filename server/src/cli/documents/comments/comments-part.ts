import { type Part, partOf, relatedPart, relationsPart } from "../docx/parts.ts";
import type { Package } from "../package.ts";
import { attribute, elementsBelow, elementsIn, escaped, type XmlElement } from "../xml.ts";
import { inserted } from "./anchors.ts";

const STRICT = "http://purl.oclc.org/ooxml";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const CONTENT_TYPES = "[Content_Types].xml";

/** How the elements of Word are to be written in a part, whatever prefix they have there. */
export interface Writing {
  /** An element of the main namespace, with attributes of it. */
  element(name: string, attributes?: Readonly<Record<string, string>>, content?: string): string;
}

/** Elements as they are to be written below a root: with its prefix, or with one that they declare themselves. */
export function writingIn(root: Pick<XmlElement, "namespace" | "attributes">): Writing {
  const declared = [...root.attributes].find(
    ([name, { value }]) => name.startsWith("xmlns:") && value === root.namespace,
  );
  const prefix = declared?.[0].slice("xmlns:".length) ?? "w";
  const declaration = declared === undefined ? ` xmlns:w="${root.namespace}"` : "";
  return {
    element(name, attributes = {}, content = "") {
      const written = Object.entries(attributes).map(
        ([key, value]) => ` ${prefix}:${key}="${escaped(value)}"`,
      );
      const head = `${prefix}:${name}${declaration}${written.join("")}`;
      return content === "" ? `<${head}/>` : `<${head}>${content}</${prefix}:${name}>`;
    },
  };
}

/** The comments of a document as they are before ours come to them. */
export class CommentsPart {
  readonly #pack: Package;
  readonly #main: Part;
  readonly #part: Part | undefined;
  #next: number;

  constructor(pack: Package, main: Part) {
    this.#pack = pack;
    this.#main = main;
    this.#part = relatedPart(pack, main.name, "comments");
    const known = this.#part === undefined ? [] : elementsIn(this.#part.root, "comment");
    const referred = [
      ...elementsBelow(main.root, "commentReference"),
      ...elementsBelow(main.root, "commentRangeStart"),
    ];
    const ids = [...known, ...referred].map((each) => Number(attribute(each, "id")));
    this.#next = ids.reduce((most, id) => (Number.isInteger(id) ? Math.max(most, id) : most), -1) + 1;
  }

  /** A number that no comment has yet. */
  id(): string {
    return String(this.#next++);
  }

  /** How elements are written in the part. */
  get writing(): Writing {
    return writingIn(this.#part?.root ?? this.#own());
  }

  /** The parts that change when comments, as XML, are added. */
  with(comments: string): ReadonlyMap<string, string> {
    if (this.#part !== undefined) {
      return new Map([[this.#part.name, addedIn(this.#part, comments)]]);
    }
    const name = this.#freeName();
    const root = `<w:comments xmlns:w="${this.#main.root.namespace}">${comments}</w:comments>`;
    return new Map([[name, `${XML}${root}`], ...this.#related(name), ...this.#typed(name)]);
  }

  #own() {
    const { namespace } = this.#main.root;
    return {
      namespace,
      attributes: new Map([["xmlns:w", { name: "w", namespace: "", value: namespace }]]),
    };
  }

  #freeName(): string {
    const folder = this.#main.name.slice(0, this.#main.name.lastIndexOf("/") + 1);
    for (let i = 0; ; i++) {
      const name = `${folder}comments${i === 0 ? "" : i}.xml`;
      if (!this.#pack.names.has(name)) return name;
    }
  }

  #related(name: string): readonly (readonly [string, string])[] {
    const place = relationsPart(this.#main.name);
    const part = partOf(this.#pack, place);
    const isStrict = this.#main.root.namespace.startsWith(STRICT);
    const types = isStrict
      ? `${STRICT}/officeDocument/relationships`
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const taken = new Set(
      part === undefined ? [] : elementsIn(part.root).map((each) => attribute(each, "Id")),
    );
    let id = "rIdComments";
    for (let i = 1; taken.has(id); i++) id = `rIdComments${i}`;
    const prefix = part?.root.prefix ? `${part.root.prefix}:` : "";
    const relation = `<${prefix}Relationship Id="${id}" Type="${types}/comments" Target="/${escaped(name)}"/>`;
    if (part !== undefined) return [[place, addedIn(part, relation)]];
    return [[place, `${XML}<Relationships xmlns="${RELATIONS}">${relation}</Relationships>`]];
  }

  #typed(name: string): readonly (readonly [string, string])[] {
    const part = partOf(this.#pack, CONTENT_TYPES);
    if (part === undefined) return [];
    const prefix = part.root.prefix ? `${part.root.prefix}:` : "";
    const type = `<${prefix}Override PartName="/${escaped(name)}" ContentType="${CONTENT_TYPE}"/>`;
    return [[CONTENT_TYPES, addedIn(part, type)]];
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A part with something more at the end of its root, which may be written as one tag so far. */
function addedIn({ text, root }: Part, added: string): string {
  const isOneTag = root.closeStart === root.end;
  if (!isOneTag) return inserted(text, [{ at: root.closeStart, text: added }]);
  const tag = text.slice(root.start, root.end).replace(/\/>$/, ">");
  const [, name] = /^<([^\s>]+)/.exec(tag)!;
  return `${text.slice(0, root.start)}${tag}${added}</${name}>${text.slice(root.end)}`;
}
