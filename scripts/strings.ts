import { readdirSync, readFileSync } from "node:fs";

/** As much of the extension's manifest as is looked at here. */
export interface Manifest {
  readonly contributes: {
    readonly configuration: { order: number; properties: Record<string, unknown> }[];
  };
}

/** The keys of the manifest under which VS Code shows a text to the user; a list is a list of texts. */
const SHOWN = new Set([
  "altText",
  "category",
  "contents",
  "contextualTitle",
  "deprecationMessage",
  "description",
  "enumDescriptions",
  "enumItemLabels",
  "label",
  "markdownDeprecationMessage",
  "markdownDescription",
  "markdownEnumDescriptions",
  "name",
  "shortTitle",
  "title",
]);

/** The parts of the manifest in which such keys are shown to the user. */
const PARTS = [
  ["capabilities"],
  ["contributes", "commands"],
  ["contributes", "configuration"],
  ["contributes", "customEditors"],
  ["contributes", "semanticTokenTypes"],
  ["contributes", "submenus"],
  ["contributes", "views"],
  ["contributes", "viewsContainers"],
  ["contributes", "viewsWelcome"],
  ["contributes", "walkthroughs"],
];

/**
 * The text behind each key of a manifest: what stands bare in it now, else what is known of the key. What no key leads to
 * any more is left out.
 */
export function manifestStrings(
  manifest: object,
  known: Readonly<Record<string, string>>,
): Record<string, string> {
  const strings: Record<string, string> = {};
  eachString(manifest, (text, key) => {
    const used = /^%(.+)%$/.exec(text)?.[1];
    if (used === undefined) {
      if ((strings[key] ?? text) !== text) throw new Error(`Two texts would have the key ${key}`);
      strings[key] = text;
    }
    if (used !== undefined && known[used] !== undefined) strings[used] ??= known[used];
    return text;
  });
  return strings;
}

/** A manifest in which every text that is shown is a key into its strings. */
export function withKeys<M extends object>(manifest: M): M {
  return eachString(manifest, (text, key) => (/^%.+%$/.test(text) ? text : `%${key}%`));
}

/** The texts of the client that are shown, each by itself, as `vscode.l10n` looks them up; throws where one is no literal. */
export function clientStrings(folder = "client/src"): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const texts = files.flatMap((name) => {
    const code = readFileSync(`${folder}/${name}`, "utf8");
    return Array.from(
      code.matchAll(/\bl10n\.t\(\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*(?=[,)]))?/g),
      ([, literal]) => {
        if (literal === undefined)
          throw new Error(`${name}: what is given to l10n.t must be a string literal`);
        return literal.startsWith('"')
          ? (JSON.parse(literal) as string)
          : literal.slice(1, -1).replace(/\\'/g, "'");
      },
    );
  });
  return Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text]));
}

/** A manifest with every text in it that is shown replaced by what `replace` makes of it. */
function eachString<M extends object>(manifest: M, replace: (text: string, key: string) => string): M {
  const copy = structuredClone(manifest) as Tree;
  for (const path of PARTS) {
    const parent = path
      .slice(0, -1)
      .reduce<Tree | undefined>((node, key) => node?.[key] as Tree | undefined, copy);
    const last = path.at(-1)!;
    if (parent?.[last] !== undefined) parent[last] = walk(parent[last], [last]);
  }
  return copy as M;

  function walk(node: unknown, path: readonly string[]): unknown {
    if (Array.isArray(node))
      return node.map((each, i) => walk(each, [...path, nameOf(each) ?? String(i + 1)]));
    if (typeof node !== "object" || node === null) return node;
    const entries = Object.entries(node).map(([key, value]) => {
      if (SHOWN.has(key) && typeof value === "string") return [key, replace(value, keyFor(path, key, value))];
      if (SHOWN.has(key) && isTexts(value))
        return [key, value.map((text, i) => replace(text, keyFor([...path, String(i + 1)], key, text)))];
      return [key, walk(value, [...path, key])];
    });
    return Object.fromEntries(entries);
  }
}

type Tree = Record<string, unknown>;

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** By what an item of a list is known, so that its key stays the same when the list is put in another order. */
function nameOf(item: unknown): string | undefined {
  const { command, id, view, when, order } = (item ?? {}) as Record<string, unknown>;
  if (typeof view === "string") return `${view}.${typeof when === "string" ? when : "always"}`;
  const name = command ?? id ?? (order === undefined ? undefined : `section${order}`);
  return typeof name === "string" ? name : undefined;
}

/** `commands.aideMemoire.restart` and `title` → “restart.title”; what all commands or all checks share has one key. */
function keyFor(path: readonly string[], key: string, text: string): string {
  if (key === "category") return "category";
  if (path.includes("enumDescriptions") || key === "enumDescriptions") {
    const shared = path.some((part) => part.startsWith("aideMemoire.checks."));
    if (shared) return `checks.level.${slug(text)}`;
  }
  return [...path, key]
    .filter((part) => part !== "properties" && part !== "steps" && part !== "media")
    .map((part) => slug(part.replace(/^aideMemoire\./, "")))
    .join(".");
}

function slug(text: string): string {
  return text
    .replace(/aideMemoire\./g, "")
    .replace(/!(?=\w)/g, "not-")
    .replace(/[^\p{L}\p{N}.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}
