import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const DOCS = resolve(import.meta.dirname, "../../docs");
const page = readFileSync(join(DOCS, "editors.md"), "utf8");

test.each(readdirSync(join(DOCS, "editors")))("docs/editors.md quotes %s as it is", (file) => {
  const quoted = new RegExp(
    `<!-- editors/${file} -->\\n\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\`\\n\\n<!-- /editors/${file} -->`,
  ).exec(page);
  expect(quoted?.[1]).toBe(readFileSync(join(DOCS, "editors", file), "utf8"));
});

test("docs/editors.md has no other configuration", () => {
  const quoted = Array.from(page.matchAll(/<!-- editors\/(\S+) -->/g), ([, file]) => file);
  expect(quoted.sort()).toEqual(readdirSync(join(DOCS, "editors")).sort());
});
