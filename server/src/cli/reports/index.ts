import { checkstyleReport } from "./checkstyle.ts";
import { csvReport } from "./csv.ts";
import { githubReport } from "./github.ts";
import { gitlabReport } from "./gitlab.ts";
import { htmlReport } from "./html.ts";
import { jsonReport } from "./json.ts";
import { jsonLinesReport } from "./jsonl.ts";
import { junitReport } from "./junit.ts";
import type { Report } from "./report.ts";
import { sarifReport } from "./sarif.ts";
import { textReport } from "./text.ts";

/** The formats of the report on drafts, by the name that one asks for them: the only place where one is registered. */
export const REPORTS: Readonly<Record<string, { readonly report: Report; readonly what: string }>> = {
  text: { report: textReport, what: "for people: words in their line, evidence, way out" },
  json: { report: jsonReport, what: "one object, for programs" },
  jsonl: { report: jsonLinesReport, what: "JSON Lines: one object a draft, as it is checked" },
  sarif: { report: sarifReport, what: "SARIF 2.1.0, for code scanning" },
  github: { report: githubReport, what: "annotations of GitHub Actions" },
  gitlab: { report: gitlabReport, what: "GitLab's Code Quality" },
  junit: { report: junitReport, what: "JUnit's XML, for continuous integration" },
  checkstyle: { report: checkstyleReport, what: "Checkstyle's XML, for Jenkins and reviewdog" },
  csv: { report: csvReport, what: "a table, a row a finding" },
  html: { report: htmlReport, what: "a page to read, to print and to pass on" },
};
