import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkText } from "../../../server/src/service.ts";
import type { Format } from "../../../server/src/text/draft.ts";
import { FORMATS } from "../../../server/src/text/formats.ts";
import { worldOf } from "../../support/engine.ts";
import { markFindings, parseMarks } from "../../support/spec.ts";

const FOLDER = new URL("./corpus/", import.meta.url);
const world = worldOf(readFileSync(new URL("knowledge.yaml", FOLDER), "utf8"));

/** The documents of each format: a line of `%%% name`, then the document with its marks. */
const documents = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".txt"))
  .flatMap((file) => {
    const format = file.split(".")[1] as Format;
    const parts = readFileSync(new URL(file, FOLDER), "utf8")
      .replaceAll("\r\n", "\n")
      .split(/^%%% (.*)\n/m);
    return parts
      .slice(1)
      .flatMap((name, i) => (i % 2 === 0 ? [{ format, name, marked: parts[i + 2]! }] : []));
  });

test("there are sixty documents, over all formats", () => {
  expect(documents.length).toBeGreaterThanOrEqual(60);
  expect(new Set(documents.map(({ format }) => format))).toEqual(new Set(Object.keys(FORMATS)));
});

describe("of each document what is marked is found, and nothing else", () => {
  test.each(documents)("$format: $name", ({ format, marked }) => {
    const { text, marks } = parseMarks(marked);
    const findings = checkText({ text, format, knowledge: world }).findings.map(
      ({ check, span, severity, fixes }) => ({
        check,
        span,
        suggestions: fixes.map(({ newText }) => newText),
        loud: severity === "error" || severity === "warning",
      }),
    );
    expect(markFindings(text, marks, findings)).toBe(marked);
  });
});
