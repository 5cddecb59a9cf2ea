import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { TABLES } from "../../server/src/features/tables.ts";
import { compileBase } from "../../server/src/knowledge-base/cache/compile.ts";
import { openBase } from "../../server/src/knowledge-base/cache/open.ts";
import { openTables, packTables } from "../../server/src/knowledge-base/cache/tables.ts";
import { lintKnowledge } from "../../server/src/knowledge-base/lint/run.ts";
import { type LoadedBase, loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { statisticsOf } from "../../server/src/knowledge-base/statistics.ts";
import { findTablesOf, tablesOf } from "../../server/src/knowledge-base/tables.ts";
import { checkText, finish } from "../../server/src/service.ts";
import { corpus, worlds } from "../support/corpus.ts";

const sum = (bytes: Uint8Array) => createHash("md5").update(bytes).digest();

describe.each([...worlds])("what is compiled of the world %s", (world, text) => {
  const files = [{ file: "world.yaml", text }];
  const loaded = loadKnowledge(files);
  const bytes = finish(compileBase(loaded, { stamp: "", checksum: sum, digestOf: () => undefined }))!;
  const opened = openBase(bytes, "", sum)!.load(files);
  const tables = openTables(packTables(finish(tablesOf(TABLES, loaded.knowledge)), "", sum)!, "", sum)!;
  findTablesOf(opened.knowledge, (name) => tables.get(name) ?? expect.fail(`no table of ${name}`));

  test("makes its drafts read and checked in the same way", () => {
    for (const { file, text } of corpus.filter((draft) => draft.file.startsWith(`${world}/`))) {
      const [a, b] = [loaded, opened].map(({ knowledge }) =>
        checkText({ text, format: "markdown", knowledge }),
      );
      expect(b!.reading, file).toEqual(a!.reading);
      expect(b!.findings, file).toEqual(a!.findings);
    }
  });

  test("has the same wrong with it, and the same numbers", () => {
    const said = (base: LoadedBase) =>
      lintKnowledge(base, (rule, error) => expect.fail(`${rule}: ${String(error)}`));
    expect(said(opened)).toEqual(said(loaded));
    expect(statisticsOf(opened.knowledge)).toEqual(statisticsOf(loaded.knowledge));
  });
});
