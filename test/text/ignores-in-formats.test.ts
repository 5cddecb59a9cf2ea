import { describe, expect, test } from "vitest";
import { ignoreActions } from "../../server/src/features/draft/ignore-actions.ts";
import { applyEdits } from "../../server/src/knowledge-base/yaml/rewrites.ts";
import { checkText } from "../../server/src/service.ts";
import { COMMENT_MARKS } from "../../server/src/text/comment-marks.ts";
import type { Format } from "../../server/src/text/draft.ts";
import { worldOf } from "../support/engine.ts";

const WORLD = worldOf(`knowledgeBase: { title: A harbour }
sources: { log: { title: Log } }
entities: { quay: { type: place, name: East Quay } }
events:
  a: { type: opening, name: East Quay opening, date: 2024-06-03, place: quay, evidence: [{ source: log }] }
`);
const WRONG = "The East Quay opening was on 4 June 2024.";
const FORMATS = Object.keys(COMMENT_MARKS) as Format[];

const found = (text: string, format: Format) =>
  checkText({ text, format, knowledge: WORLD }).findings.map(({ check }) => check);

describe.each(FORMATS)("in %s", (format) => {
  const { before, after } = COMMENT_MARKS[format];
  const comment = (words: string) => `${before}aide-memoire-${words}${after}`;
  const page = (...parts: string[]) => {
    const text = parts.join("\n\n");
    return format === "html" ? `<p>${parts.join("</p>\n\n<p>")}</p>` : text;
  };

  test("a mistake is found", () => {
    expect(found(page(WRONG, "Another paragraph."), format)).toEqual(["event-date"]);
  });

  test("a comment above it says that it is known; one that is not needed is pointed out", () => {
    const known = `${comment("disable-next-line event-date -- why")}\n\n${page(WRONG)}\n`;
    expect(found(known, format)).toEqual([]);
    expect(found(known.replace("4 June", "3 June"), format)).toEqual(["unused-ignore"]);
  });

  test("a stretch is known up to its end", () => {
    const text = `${comment("disable")}\n\n${page(WRONG)}\n\n${comment("enable")}\n\n${page(WRONG)}\n`;
    expect(found(text, format)).toEqual(["event-date"]);
  });

  test("each quick fix that ignores silences it, and nothing else appears", () => {
    const text = `${page("It was a long day.", WRONG)}\n`;
    const snapshot = checkText({ text, format, knowledge: WORLD });
    const actions = ignoreActions(snapshot, snapshot.findings[0]!.span);
    const edits = actions.flatMap(({ edit }) => (edit === undefined ? [] : [edit]));
    expect(edits).toHaveLength(2);
    for (const edit of edits) expect(found(applyEdits(text, [edit]), format)).toEqual([]);
  });
});
