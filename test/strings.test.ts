import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../package.json";
import { withKeys } from "../scripts/strings.ts";

const ROOT = resolve(import.meta.dirname, "..");
const strings = (file: string): Record<string, string> => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
const inManifest = strings("package.nls.json");

describe("the strings of the manifest", () => {
  test("stand beside it, none in it", () => {
    expect(manifest).toEqual(withKeys(manifest));
  });

  test("have a text for every key", () => {
    const keys = Array.from(JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g), ([, key]) => key!);
    expect(keys.filter((key) => inManifest[key] === undefined)).toEqual([]);
    expect(Object.keys(inManifest).filter((key) => !keys.includes(key))).toEqual([]);
  });
});

test("the client shows nothing but what it looks up by l10n.t", () => {
  const folder = join(ROOT, "client/src");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const bare = files.flatMap((name) => {
    const code = readFileSync(join(folder, name), "utf8")
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, "")
      .replace(/\bl10n\.t\(\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g, "l10n.t(");
    const literals = Array.from(
      code.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g),
      (match) => match[1] ?? match[2]!,
    );
    // Words with a space between them, or one word that begins like a sentence; the product's own name is none.
    const prose = literals
      .map((text) => text.replace(/\$\{[^}]*\}|\$\([\w~-]+\)/g, "").replaceAll("Aide-Mémoire", ""))
      // The HTML and CSS of pages have no words of their own; the names of formats are the same in all languages.
      .filter((text) => !/[<{]/.test(text) && !["Markdown"].includes(text))
      .filter((text) => /\p{L}{2,},? \p{L}/u.test(text) || /^\p{Lu}\p{Ll}+[.…]?$/u.test(text));
    return prose.map((text) => `${name}: ${text}`);
  });
  expect(bare).toEqual([]);
});

const LANGUAGES = readdirSync(ROOT).flatMap((name) => /^package\.nls\.(.+)\.json$/.exec(name)?.[1] ?? []);

describe.each(LANGUAGES)("the translation into %s", (language) => {
  test.each([
    ["package.nls.json", `package.nls.${language}.json`],
    ["l10n/bundle.l10n.json", `l10n/bundle.l10n.${language}.json`],
  ])("of %s is whole, and fits", (file, translated) => {
    expect(existsSync(join(ROOT, translated))).toBe(true);
    const [original, translation] = [strings(file), strings(translated)];
    expect(
      Object.keys(original).filter((key) => !translation[key]),
      "to be translated",
    ).toEqual([]);
    expect(
      Object.keys(translation).filter((key) => !(key in original)),
      "no longer used",
    ).toEqual([]);
    const fixed = (text: string) =>
      Array.from(text.matchAll(/\{\d\}|\]\(command:[^)]*\)|`[^`]*`/g), ([part]) => part).sort();
    for (const [key, text] of Object.entries(original))
      expect(fixed(translation[key]!), key).toEqual(fixed(text));
  });
});

test("there is one translation at least", () => {
  expect(LANGUAGES).toContain("de");
});
