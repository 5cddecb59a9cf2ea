import type { Finding } from "../../checks/check.ts";
import { fingerprint } from "../../ignoring/fingerprint.ts";
import { endOfLine, newlineOf } from "../../knowledge-base/yaml/edits.ts";
import { COMMENT_MARKS } from "../../text/comment-marks.ts";
import type { Draft } from "../../text/draft.ts";
import { readFrontMatter } from "../../text/front-matter.ts";
import { IGNORE_PREFIX, type IgnoreKind } from "../../text/ignore-comments.ts";
import { type Span, slice, span, touches } from "../../text/span.ts";
import type { Snapshot } from "./snapshot.ts";

/** A way to hear no more of a finding: by an edit of the draft, or else to be recorded outside of it. */
export interface IgnoreAction {
  readonly finding: Finding;
  readonly title: string;
  /** What to write into the draft. */
  readonly edit?: { readonly span: Span; readonly newText: string };
  /** What the workspace's file is to know the finding by. */
  readonly record?: { readonly check: string; readonly fingerprint: string; readonly words: string };
}

/** The ways to ignore what is found at a selection, nearest first: this place, this draft, the workspace. */
export function ignoreActions({ findings, draft }: Snapshot, { start, end }: Span): IgnoreAction[] {
  const touched = findings.filter(
    (finding) => touches(finding.span, start) || touches({ start, end }, finding.span.start),
  );
  const several = touched.length > 1;
  const isFirst = (finding: Finding) => touched.find(({ check }) => check === finding.check) === finding;
  return touched.flatMap((finding) => [
    {
      finding,
      title: `Ignore this here: ${finding.check}${others(finding)}`,
      edit: commentAt(draft, finding),
    },
    // Once for each check.
    ...(isFirst(finding)
      ? [
          {
            finding,
            title: `Ignore ${finding.check} in this draft`,
            edit: inWholeDraft(draft, finding.check),
          },
        ]
      : []),
    {
      finding,
      title: `Ignore this in the workspace, with a reason…${several ? ` (${finding.check}${others(finding)})` : ""}`,
      record: {
        check: finding.check,
        fingerprint: fingerprint(finding.check, finding.span, draft),
        words: slice(draft.text, finding.span),
      },
    },
  ]);

  /** Which of several findings of the same check it is. */
  function others({ check, span: place }: Finding): string {
    const same = touched.filter((other) => other.check === check);
    return same.length < 2 ? "" : `, “${slice(draft.text, place).replace(/\s+/g, " ")}”`;
  }
}

/** A comment at the end of the line, or above it where the format has none within a paragraph. */
function commentAt(
  { text, format, lines }: Draft,
  { check, span: place }: Finding,
): IgnoreAction["edit"] & object {
  const { line } = lines.positionAt(place.start);
  const start = lines.offsetAt({ line, character: 0 });
  const words = lines.line(line);
  if (!COMMENT_MARKS[format].inLine) {
    const indent = /^\s*/.exec(words)![0];
    return {
      span: span(start, start),
      newText: `${indent}${comment(format, "disable-next-line", check)}${newlineOf(text)}`,
    };
  }
  const end = start + words.trimEnd().length;
  return { span: span(end, end), newText: ` ${comment(format, "disable-line", check)}` };
}

/** A line of the front matter, where the format has one that says nothing to us yet; else a comment at the head. */
function inWholeDraft({ text, format }: Draft, check: string): IgnoreAction["edit"] & object {
  const newline = newlineOf(text);
  const { end } = readFrontMatter(text);
  const hasFrontMatter = text.slice(0, end).trim() !== "";
  if (format === "markdown" && !/^aide-memoire:/m.test(text.slice(0, end))) {
    const own = `aide-memoire: { disable: [${check}] }${newline}`;
    const first = hasFrontMatter ? endOfLine(text, 0) + newline.length : end;
    return {
      span: span(first, first),
      newText: hasFrontMatter ? own : `---${newline}${own}---${newline}${newline}`,
    };
  }
  return { span: span(end, end), newText: `${comment(format, "disable", check)}${newline}${newline}` };
}

function comment(format: Draft["format"], kind: IgnoreKind, check: string): string {
  const { before, after } = COMMENT_MARKS[format];
  return `${before}${IGNORE_PREFIX}${kind} ${check}${after}`;
}
