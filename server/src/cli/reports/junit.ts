import type { Finding } from "../../checks/check.ts";
import { pathFrom } from "./paths.ts";
import { placeInWords, regionOf } from "./place.ts";
import type { CheckedDraft, Report, ReportSetting } from "./report.ts";
import { evidenceLines, fixTitle } from "./told.ts";
import { type Element, XML_HEAD, xmlOf } from "./xml.ts";

/**
 * JUnit's XML as continuous integration reads it: a suite a draft, a test case a finding. A finding that makes the run
 * fail is a failure; of others the case passes and tells them. A sound draft is one case that passes.
 */
export const junitReport: Report = (output, setting) => {
  const suites: { element: Element; cases: readonly Element[] }[] = [];
  const add = (name: string, cases: readonly Element[]) =>
    suites.push({
      element: { name: "testsuite", attributes: { name, ...counts(cases) }, content: cases },
      cases,
    });
  return {
    add: (draft) => add(pathFrom(setting.root, draft.path), casesOf(draft, setting)),
    end({ troubles }) {
      if (troubles.length > 0) add("Aide-Mémoire", [brokenCase(troubles)]);
      const attributes = { name: "Aide-Mémoire", ...counts(suites.flatMap(({ cases }) => cases)) };
      const content = suites.map(({ element }) => element);
      output.write(XML_HEAD + xmlOf({ name: "testsuites", attributes, content }));
    },
  };
};

function casesOf(draft: CheckedDraft, setting: ReportSetting): Element[] {
  const file = pathFrom(setting.root, draft.path);
  if (draft.findings.length === 0)
    return [{ name: "testcase", attributes: { name: "no findings", classname: file, file, time: 0 } }];
  return draft.findings.map((finding) => {
    const { startLine, startColumn } = regionOf(draft.snapshot.draft.lines, finding.span);
    const { draft: read } = draft.snapshot;
    const inWords = placeInWords(read, finding.span);
    const place = inWords ?? `${startLine}:${startColumn}`;
    const name = `${finding.check} at ${place}`;
    const text = textOf(finding, draft);
    return {
      name: "testcase",
      attributes: {
        ...{ name, classname: file, file },
        ...(inWords === undefined && { line: startLine }),
        time: 0,
      },
      content: [
        setting.isGrave(finding)
          ? {
              name: "failure",
              attributes: { type: finding.severity, message: finding.message },
              content: `${file}${inWords === undefined ? `:${place}` : ` ${place}`}\n${text}`,
            }
          : { name: "system-out", attributes: {}, content: `${finding.severity}: ${text}` },
      ],
    };
  });
}

function textOf(finding: Finding, { snapshot }: CheckedDraft): string {
  return [
    finding.message,
    ...evidenceLines(finding, snapshot.knowledge),
    ...finding.fixes.map((fix) => `→ ${fixTitle(fix)}`),
  ].join("\n");
}

function brokenCase(troubles: readonly string[]): Element {
  const [message] = troubles;
  return {
    name: "testcase",
    attributes: { name: "everything could be checked", classname: "Aide-Mémoire", time: 0 },
    content: [{ name: "error", attributes: { type: "trouble", message }, content: troubles.join("\n") }],
  };
}

function counts(cases: readonly Element[]) {
  const number = (name: string) =>
    cases.filter(({ content }) => Array.isArray(content) && content.some((each) => each.name === name))
      .length;
  return { tests: cases.length, failures: number("failure"), errors: number("error"), skipped: 0, time: 0 };
}
