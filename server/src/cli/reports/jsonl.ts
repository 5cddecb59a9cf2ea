import { draftRecord } from "./json.ts";
import type { Report } from "./report.ts";

/** JSON Lines (jsonlines.org): one object a draft, written as soon as it is checked, each as in the JSON report. */
export const jsonLinesReport: Report = (output) => ({
  add: (draft) => output.write(`${JSON.stringify({ path: draft.path, ...draftRecord(draft) })}\n`),
  end: () => {},
});
