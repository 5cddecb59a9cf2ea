import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../../package.json";
import { FORMATS, formatOf, formatOfLanguage } from "../../../server/src/text/formats.ts";

const languages = Object.values(FORMATS).flatMap((format) => format.languages);

test("the extension wakes for the languages of all formats, and hands their documents to the server", () => {
  const events = manifest.activationEvents.filter((event) => event.startsWith("onLanguage:"));
  expect(events.map((event) => event.slice("onLanguage:".length)).sort()).toEqual(languages.toSorted());
  const client = readFileSync(new URL("../../../client/src/server.ts", import.meta.url), "utf8");
  const [, list] = /DRAFT_LANGUAGES = \[([^\]]*)\]/.exec(client)!;
  expect(Array.from(list!.matchAll(/"(\w+)"/g), ([, name]) => name!).sort()).toEqual(languages.toSorted());
});

test("a format is known by a file's ending, in capitals or not, and by a language", () => {
  expect(["a.TEX", "b/c.rst", "d.Rmd", "e.adoc", "f.org", "g.HTM", "h.md", "i.txt"].map(formatOf)).toEqual([
    "latex",
    "restructuredtext",
    "quarto",
    "asciidoc",
    "org",
    "html",
    "markdown",
    "plaintext",
  ]);
  expect(["j.yaml", "k", "l.org.bak"].map(formatOf)).toEqual([undefined, undefined, undefined]);
  expect(languages.map(formatOfLanguage)).not.toContain(undefined);
  expect(formatOfLanguage("yaml")).toBeUndefined();
});
