import type { Severity } from "../../checks/check.ts";
import { placeOf } from "../frame.ts";
import { pathFrom } from "./paths.ts";
import { placedMessage } from "./place.ts";
import type { Report } from "./report.ts";
import { type Element, XML_HEAD, xmlOf } from "./xml.ts";

/** Checkstyle's XML, which Jenkins, reviewdog and many editors read. */
export const checkstyleReport: Report = (output, { root }) => {
  const files: Element[] = [];
  return {
    add({ path, snapshot, findings }) {
      const content = findings.map((finding): Element => {
        const { draft } = snapshot;
        const at = draft.madeOf === undefined ? placeOf(draft.lines, finding.span) : undefined;
        const message = placedMessage(finding.message, draft, finding.span);
        const severity = LEVELS[finding.severity];
        const source = `aide-memoire.${finding.check}`;
        return { name: "error", attributes: { ...at, severity, message, source } };
      });
      files.push({ name: "file", attributes: { name: pathFrom(root, path) }, content });
    },
    end: () =>
      output.write(XML_HEAD + xmlOf({ name: "checkstyle", attributes: { version: "4.3" }, content: files })),
  };
};

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "info",
  hint: "info",
};
