import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding, Fix } from "../server/src/checks/check.ts";
import type { Snapshot } from "../server/src/features/draft/snapshot.ts";
import type { Knowledge } from "../server/src/knowledge-base/knowledge.ts";
import { allNames } from "../server/src/knowledge-base/names/name.ts";
import { check, checkText, finish } from "../server/src/service.ts";
import type { Format } from "../server/src/text/draft.ts";
import { FORMATS as KINDS } from "../server/src/text/formats.ts";
import { nameTokens } from "../server/src/text/name-words.ts";
import { readDraft } from "../server/src/text/read-draft.ts";
import { sentencesOf } from "../server/src/text/sentences.ts";
import { contains, type Span, slice } from "../server/src/text/span.ts";
import { HIDDEN, OPAQUE } from "../server/src/text/tokens.ts";
import { anyText } from "./support/any-draft.ts";
import { corpus, worlds } from "./support/corpus.ts";
import { worldOf } from "./support/engine.ts";
import { type Mark, parseMarks, parsePage } from "./support/spec.ts";

const FORMATS = Object.keys(KINDS) as Format[];
const formats = fc.constantFrom(...FORMATS);
const world = worldOf(worlds.get("federation")!);

describe("any text", () => {
  test("is survived, and every check with it", () => {
    fc.assert(
      fc.property(anyText, formats, (text, format) => {
        const crashes: unknown[] = [];
        const draft = readDraft({ uri: "draft:", text, format });
        finish(check(draft, world, { onCrash: (_, error) => crashes.push(error) }));
        expect(crashes).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("is cut into blocks and sentences that lie in order, and prose of the same length", () => {
    fc.assert(
      fc.property(anyText, formats, (text, format) => {
        const { blocks } = readDraft({ uri: "draft:", text, format });
        expectOrder(blocks, { start: 0, end: text.length });
        for (const block of blocks) {
          expect(block.prose).toHaveLength(block.span.end - block.span.start);
          const sentences = sentencesOf(block);
          expectOrder(sentences, block.span);
          for (const { tokens, span } of sentences) {
            expectOrder(
              tokens.map(({ start, end }) => ({ span: { start, end } })),
              span,
            );
            expect([tokens[0]!.start, tokens.at(-1)!.end]).toEqual([span.start, span.end]);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("shows through its prose: what is not markup stands where it stood", () => {
    fc.assert(
      fc.property(anyText, formats, (text, format) => {
        for (const { span, prose } of readDraft({ uri: "draft:", text, format }).blocks) {
          for (let i = 0; i < prose.length; i++) {
            const at = span.start + i;
            // "&nbsp;", and in LaTeX and its kin "~" and "--": one character for others.
            const standsFor = /[&~\\`'"<{-]/.test(text[at]!);
            if (!standsFor && prose[i] !== HIDDEN && prose[i] !== OPAQUE) expect(prose[i]).toBe(text[at]);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("is spoken of by its own words: a span slices to what it says it is", () => {
    fc.assert(
      fc.property(anyText, formats, (text, format) => {
        const snapshot = checkText({ text, format, knowledge: world });
        const { entities, events, times, statements } = snapshot.reading;
        for (const { span } of [...entities, ...events, ...times, ...statements, ...snapshot.findings])
          expectInside(span, { start: 0, end: text.length });
        for (const { span, eventSpan } of statements.flatMap((one) => ("eventSpan" in one ? [one] : [])))
          for (const each of [span, eventSpan]) expectInside(each, { start: 0, end: text.length });
        for (const { core, text: words, span, offset } of times) {
          expect(contains(span, core)).toBe(true);
          // Of "three weeks after the truce" the text is the measure alone.
          const all = shown(snapshot, core).replace(/\s+/g, " ");
          expect(offset?.from === "phrase" ? all.slice(0, words.length) : all).toBe(words);
        }
        for (const { span, ids, form } of entities.filter((mention) => mention.form !== "near"))
          expect(namesOf(world, ids), form).toContain(comparable(shown(snapshot, span)));
      }),
      { numRuns: 400 },
    );
  });
});

/** Each lies in the whole, is not empty, and begins where the one before has ended, or later. */
function expectOrder(parts: readonly { readonly span: Span }[], whole: Span): void {
  let end = whole.start;
  for (const { span } of parts) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    end = span.end;
  }
  expect(end).toBeLessThanOrEqual(whole.end);
}

function expectInside(span: Span, whole: Span): void {
  expectOrder([{ span }], whole);
}

/** The words that a reader sees in a span of a draft. */
function shown({ draft }: Snapshot, { start, end }: Span): string {
  const block = draft.blocks.find(({ span }) => contains(span, { start, end }))!;
  return block.prose.slice(start - block.span.start, end - block.span.start).replaceAll(HIDDEN, "");
}

describe("fixes", () => {
  test("remove their findings and bring no others but what they bring to light, another fault that is marked", () => {
    let tried = 0;
    const troubles = fixable().flatMap(({ name, text, marks, knowledge }) => {
      const before = findingsOf(text, knowledge);
      return before.flatMap((finding) =>
        finding.fixes.flatMap((fix) => {
          tried++;
          return newAfter(finding, fix, before, { text, marks, knowledge }).map((said) => `${name} ${said}`);
        }),
      );
    });
    expect(troubles).toEqual([]);
    expect(tried).toBeGreaterThan(100);
  });

  test("leave nothing behind that had one, when all are applied until no more come to light", () => {
    for (const { name, text, knowledge } of fixable()) {
      let now = text;
      let left = findingsOf(now, knowledge);
      for (let round = 0; round < MOST_ROUNDS && left.some(isMendable); round++) {
        now = mended(now, left);
        left = findingsOf(now, knowledge);
      }
      expect(
        left.filter(isMendable).map(({ message }) => message),
        name,
      ).toEqual([]);
    }
  });
});

describe.each(FORMATS)("in %s the same findings come", (format) => {
  test("with CRLF or LF at the lines' ends", () => {
    for (const { file, text, knowledge } of corpus)
      expect(told(text.replaceAll("\n", "\r\n"), format, knowledge), file).toEqual(
        told(text, format, knowledge),
      );
  });

  test("with more blank lines between paragraphs", () => {
    for (const { file, text, knowledge } of corpus)
      expect(told(text.replaceAll("\n\n", "\n\n \n\n"), format, knowledge), file).toEqual(
        told(text, format, knowledge),
      );
  });

  test("of a draft that has been edited as of one that is read for the first time", () => {
    const drafts = corpus.filter(({ file }) => worlds.has(file.split("/")[0]!));
    const edits = fc.array(
      fc.record({ from: fc.nat(), length: fc.nat({ max: 60 }), put: fc.oneof(anyText, fc.nat()) }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...drafts), edits, (draft, all) => {
        let { text } = draft;
        checkText({ text, format, knowledge: draft.knowledge });
        for (const { from, length, put } of all) {
          const at = from % (text.length + 1);
          // A number stands for some words of the draft itself, moved.
          const words = typeof put === "string" ? put : text.slice(put % text.length).slice(0, 80);
          text = text.slice(0, at) + words + text.slice(at + length);
          checkText({ text, format, knowledge: draft.knowledge });
        }
        const anew = worldOf(worlds.get(draft.file.split("/")[0]!)!);
        const { reading, findings } = checkText({ text, format, knowledge: draft.knowledge });
        const fresh = checkText({ text, format, knowledge: anew });
        expect({ reading, findings }).toEqual({ reading: fresh.reading, findings: fresh.findings });
      }),
      { numRuns: 25 },
    );
  });
});

/** A draft with its faults marked. */
interface Faulty {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly knowledge: Knowledge;
}

/** A fix may bring another fault to light, but not for ever. */
const MOST_ROUNDS = 4;

function isMendable(finding: Finding): boolean {
  return isLoud(finding) && finding.fixes.length > 0;
}

/** What a check must mend: all that its page flags, and what is found in whole drafts. */
function fixable(): (Faulty & { name: string })[] {
  const folder = new URL("../server/src/checks/", import.meta.url);
  const flagged = readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => parsePage(readFileSync(new URL(file, folder), "utf8").replaceAll("\r\n", "\n")).cases)
    .filter(({ section }) => section === "Flags");
  const known = new Map(flagged.map(({ world }) => [world, worldOf(world)]));
  return [
    ...flagged.map(({ name, draft, world }) => ({
      name,
      ...parseMarks(draft),
      knowledge: known.get(world)!,
    })),
    ...corpus.map(({ file, ...draft }) => ({ name: file, ...draft })),
  ];
}

/** What is loudly said of a draft with a finding mended that was not said before, or not of the same words. */
function newAfter(
  finding: Finding,
  { newText, span = finding.span }: Fix,
  before: readonly Finding[],
  { text, marks, knowledge }: Faulty,
): string[] {
  const { start, end } = span;
  const fixed = text.slice(0, start) + newText + text.slice(end);
  const others = before.filter((other) => other !== finding);
  const known = others.map((other) =>
    placed(other, other.span.start >= end ? newText.length - (end - start) : 0),
  );
  const grown = newText.length - (end - start);
  const isMarked = ({ span: found }: Finding) =>
    marks.some((mark) => {
      const by = mark.span.start >= end ? grown : 0;
      const to = mark.span.end >= end ? grown : 0;
      return mark.span.start + by < found.end && found.start < mark.span.end + to;
    });
  return findingsOf(fixed, knowledge)
    .filter((after) => isLoud(after) && !known.includes(placed(after, 0)))
    .filter((after) => after.message === finding.message || !isMarked(after))
    .map(({ message, span }) => `“${fixed.slice(span.start, span.end)}” ${message}`);
}

/** A draft with the first fix of each finding; of two that overlap, the first counts. */
function mended(text: string, findings: readonly Finding[]): string {
  let result = "";
  let at = 0;
  for (const { span: marked, fixes } of findings) {
    const span = fixes[0]?.span ?? marked;
    if (span.start < at || fixes[0] === undefined) continue;
    result += text.slice(at, span.start) + fixes[0].newText;
    at = span.end;
  }
  return result + text.slice(at);
}

function findingsOf(text: string, knowledge: Knowledge): readonly Finding[] {
  return checkText({ text, format: "markdown", knowledge }).findings;
}

function isLoud({ severity }: Finding): boolean {
  return severity === "error" || severity === "warning";
}

function placed({ check, span }: Finding, by: number): string {
  return `${check} ${span.start + by}–${span.end + by}`;
}

/** The findings of a draft without their places, line ends alike. */
function told(text: string, format: Format, knowledge: Knowledge): unknown {
  const findings = checkText({ text, format, knowledge }).findings.map(
    ({ check, message, span, fixes, related }) => ({
      check,
      message,
      words: slice(text, span),
      fixes: fixes.map(({ newText }) => newText),
      related: related.map((place) => slice(text, place.span)),
    }),
  );
  return JSON.parse(JSON.stringify(findings).replaceAll("\\r\\n", "\\n"));
}

/** The words by which names are compared. */
function comparable(text: string): string {
  return nameTokens(text)
    .map(({ key }) => key)
    .join(" ");
}

function namesOf(knowledge: Knowledge, ids: readonly string[]): string[] {
  return [...allNames(knowledge)].filter(({ id }) => ids.includes(id)).map(({ keys }) => keys.join(" "));
}
