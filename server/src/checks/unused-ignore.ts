import { IGNORE_FILE } from "../ignoring/ignore-file.ts";
import type { DraftIgnoreFault } from "../ignoring/ignoring.ts";
import { nearest } from "../knowledge-base/nearest.ts";
import { IGNORE_KINDS, IGNORE_PREFIX } from "../text/ignore-comments.ts";
import { type Span, span } from "../text/span.ts";
import type { Check, Report } from "./check.ts";

export const unusedIgnore: Check = {
  id: "unused-ignore",
  title: "A comment or a line of the front matter ignores nothing, or is misspelt",
  severity: "information",
  aboutWhole: true,
  isLast: true,
  *whole(_reading, _knowledge, { ignoring, all, ran }) {
    const others = all.filter((id) => id !== "unused-ignore");
    const isUnsure = (check?: string) => check !== undefined && !ran.has(check);
    for (const fault of ignoring.faults(others, isUnsure)) yield reportOf(fault, others);
  },
};

function reportOf(fault: DraftIgnoreFault, checks: readonly string[]): Report {
  if ("recorded" in fault) return notRecorded(fault);
  if (fault.fault === "misspelt") return misspelt(fault.comment.word, fault.comment.start);
  if (fault.fault === "unknown") return unknown(fault.name!.name, fault.name!, checks);
  if (!("comment" in fault) || fault.name !== undefined)
    return report(fault.name!, `This is not needed: nothing of \`${fault.name!.name}\` is reported here.`);
  return fault.comment.kind === "enable"
    ? report(fault.whole, "Nothing above was disabled that this enables again.", "")
    : report(fault.whole, "This comment is not needed: nothing that it is about is reported here.", "");
}

/** What the workspace's file says of this draft belongs to no place in it: it is told at its head. */
function notRecorded({
  fault,
  recorded: { check, words },
}: Extract<DraftIgnoreFault, { recorded: unknown }>): Report {
  const about = words === undefined ? "" : ` about “${words}”`;
  const what =
    fault === "unknown"
      ? `there is no check \`${check}\``
      : `nothing of \`${check}\`${about} is reported here`;
  return report(span(0, 0), `The entry of this draft in \`${IGNORE_FILE}\` is not needed: ${what}.`);
}

function misspelt(word: string, start: number): Report {
  const near = nearest(word.slice(IGNORE_PREFIX.length), IGNORE_KINDS);
  const known = IGNORE_KINDS.map((kind) => `\`${IGNORE_PREFIX}${kind}\``).join(", ");
  const guess = near === undefined ? `There are ${known}.` : `Did you mean \`${IGNORE_PREFIX}${near}\`?`;
  const place = span(start, start + word.length);
  return report(place, `No comment begins with \`${word}\`. ${guess}`, near && IGNORE_PREFIX + near);
}

function unknown(name: string, place: Span, checks: readonly string[]): Report {
  const near = nearest(name, checks);
  const guess = near === undefined ? "" : ` Did you mean \`${near}\`?`;
  return report(place, `There is no check \`${name}\`.${guess}`, near);
}

function report({ start, end }: Span, message: string, newText?: string): Report {
  return {
    message,
    span: { start, end },
    knowledge: [],
    evidence: [],
    fixes: newText === undefined ? [] : [{ newText, safe: true }],
    related: [],
    isMarkup: true,
  };
}
