import { describe, expect, test } from "vitest";
import { overlaps } from "../server/src/text/span.ts";
import { bundled, type CorpusDraft, corpus, samples, traps } from "./support/corpus.ts";
import { findingsIn } from "./support/engine.ts";
import { markFindings, meets, touches } from "./support/spec.ts";

describe("whole drafts", () => {
  test.each(corpus)("nothing loud is said outside the marks of $file", ({ text, marks, knowledge }) => {
    const alarms = findingsIn(text, knowledge).filter(
      (finding) => finding.loud && !marks.some((mark) => overlaps(mark.span, finding.span)),
    );
    expect(markFindings(text, [], alarms)).toBe(text);
  });

  test("some of them have marks, and some have none", () => {
    expect(corpus.filter(({ marks }) => marks.length === 0).length).toBeGreaterThanOrEqual(5);
    expect(corpus.filter(({ marks }) => marks.length > 0).length).toBeGreaterThanOrEqual(5);
  });

  /** Where a change of the reading finds more, or less, it shows here: `npx vitest run test/corpus -u`, and review. */
  test("what is found of their marks", async () => {
    const marked = corpus.filter(({ marks }) => marks.length > 0);
    await expect(marked.map(foundIn).join("\n")).toMatchFileSnapshot("corpus/found.txt");
  });
});

/** True sentences, one a line, each a draft of its own. A line with "? " is a false alarm that is still to be mended. */
describe("traps", () => {
  test.each(traps)("of $world are left alone", ({ lines, knowledge }) => {
    const loud = (line: string) => findingsIn(line, knowledge).some((finding) => finding.loud);
    const sentence = (line: string) => line.replace(/^\? /, "");
    expect(lines.map((line) => (loud(sentence(line)) ? "? " : "") + sentence(line))).toEqual(lines);
  });
});

describe("the bundled samples", () => {
  test.each(["sound.md", "long-report.md"])("%s is sound", (name) => {
    const text = samples.get(name)!;
    const loud = findingsIn(text, bundled.knowledge).filter((finding) => finding.loud);
    expect(markFindings(text, [], loud)).toBe(text);
  });

  test("faulty.md is the corpus's marked draft without its marks", () => {
    expect(samples.get("faulty.md")).toBe(corpus.find(({ file }) => file === "faulty.marked.md")!.text);
  });
});

describe("the bundled knowledge base", () => {
  const { entities, events, claims, figures, sources } = bundled.knowledge;
  const facts = [entities, events, claims, figures].flatMap((all) => [...all.values()]);

  test("loads without a problem", () => {
    expect(bundled.problems).toEqual([]);
    expect(facts.length).toBeGreaterThan(50);
  });

  test("quotes no more than a few words of its sources", () => {
    const quotes = facts.flatMap(({ evidence }) => evidence.flatMap(({ quote }) => quote ?? []));
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.filter((quote) => quote.split(/\s+/).length > 12)).toEqual([]);
  });

  test("has a source for each of its events and claims", () => {
    const bare = [...events.values(), ...claims.values()].filter(({ evidence }) => evidence.length === 0);
    expect(bare.map(({ id }) => id)).toEqual([]);
    expect(sources.size).toBeGreaterThan(0);
  });
});

function foundIn({ file, text, marks, knowledge }: CorpusDraft): string {
  const findings = findingsIn(text, knowledge);
  const lines = marks.map((mark) => {
    const met = findings.some((finding) => meets(text, mark, finding));
    const near = findings.some((finding) => touches(mark, finding));
    return `${met ? "found     " : near ? "otherwise " : "missed    "} ${mark.source.replaceAll("\n", " ")}`;
  });
  const found = lines.filter((line) => line.startsWith("found")).length;
  return [`${file}: ${found} of ${marks.length}`, ...lines, ""].join("\n");
}
