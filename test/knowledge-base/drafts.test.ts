import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";

/** The marked drafts that lie beside the repository where there are any, each with its knowledge base. */
const DRAFTS = resolve(import.meta.dirname, "../../../shared/drafts");
const sets = existsSync(DRAFTS)
  ? readdirSync(DRAFTS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];

describe.skipIf(sets.length === 0)("the knowledge bases of marked drafts", () => {
  test.each(sets.map(({ name }) => name))("%s loads without a problem", (name) => {
    const folder = join(DRAFTS, name, "knowledge");
    const files = readdirSync(folder)
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), "utf8") }));
    const readText = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
    const { knowledge, problems } = loadKnowledge(files, { readText });
    expect(problems).toEqual([]);
    expect(knowledge.entities.size + knowledge.events.size).toBeGreaterThan(0);
  });
});
