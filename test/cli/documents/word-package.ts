import { strToU8, zipSync } from "fflate";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** What else is in a document, by the name of the part: the content of its root. */
export type Parts = Partial<Record<"styles" | "numbering" | "footnotes" | "endnotes" | "comments", string>>;

interface Edition {
  readonly strict?: boolean;
  /** Of the main namespace; the elements are given with the prefix "w" and written with this one. */
  readonly prefix?: string;
}

/** A Word document of the XML of its body, for what no library writes. */
export function wordPackage(body: string, parts: Parts = {}, edition: Edition = {}): Uint8Array {
  const { strict = false, prefix = "w" } = edition;
  const office = strict ? STRICT_OFFICE : OFFICE;
  const names = Object.keys(parts);
  const root = (name: string, content: string) => {
    const xml =
      `<w:${name} xmlns:w="${strict ? STRICT_WORD : WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
      ` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">${content}</w:${name}>`;
    return strToU8(
      prefix === "w"
        ? xml
        : xml.replace(/(<\/?|xmlns:| )w:/g, `$1${prefix}:`).replace("xmlns:w=", `xmlns:${prefix}=`),
    );
  };
  const related = names.map(
    (name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
  );
  const typed = names.map(
    (name) => `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${name}+xml"/>`,
  );
  const parted = {
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${typed.join("")}</Types>`,
    ),
    "_rels/.rels": relationships(
      `<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ),
    "word/document.xml": root("document", `<w:body>${body}</w:body>`),
    ...(names.length > 0 && { "word/_rels/document.xml.rels": relationships(related.join("")) }),
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, root(name, parts[name as keyof Parts]!)])),
  };
  return zipSync(parted, { mtime: new Date(1980, 0, 1) });
}

function relationships(content: string): Uint8Array {
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
  );
}

/** A paragraph of runs, each given as its text or as the XML in it. */
export function p(...runs: readonly string[]): string {
  return `<w:p>${runs.map((run) => (run.startsWith("<") ? run : r(run))).join("")}</w:p>`;
}

/** A run with a text. */
export function r(text: string, look = ""): string {
  return `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}
