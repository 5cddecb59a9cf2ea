import { parse as parseCsv } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type DefaultTreeAdapterTypes, parse as parseHtml } from "parse5";
import Schema from "typebox/schema";
import { describe, expect, test } from "vitest";
import { checkstyleReport } from "../../../server/src/cli/reports/checkstyle.ts";
import { csvReport } from "../../../server/src/cli/reports/csv.ts";
import { githubReport } from "../../../server/src/cli/reports/github.ts";
import { gitlabReport } from "../../../server/src/cli/reports/gitlab.ts";
import { htmlReport } from "../../../server/src/cli/reports/html.ts";
import { jsonLinesReport } from "../../../server/src/cli/reports/jsonl.ts";
import { junitReport } from "../../../server/src/cli/reports/junit.ts";
import { textReport } from "../../../server/src/cli/reports/text.ts";
import codeQuality from "./code-quality.schema.json";
import { DRAFTS, draft, FAULTY, reportOn } from "./world.ts";

const NASTY = DRAFTS[0]!.path;
const FOUND = DRAFTS.reduce((sum, { findings }) => sum + findings.length, 0);

test("the drafts have what the formats may stumble over", () => {
  expect(FOUND).toBeGreaterThanOrEqual(5);
});

describe("GitLab's report", () => {
  const issues: { fingerprint: string; location: { path: string; lines: object } }[] = JSON.parse(
    reportOn(gitlabReport),
  );

  test("is as GitLab's documentation has it", () => {
    expect(Schema.Errors(codeQuality as object, issues)).toEqual([true, []]);
    expect(issues.length).toBe(FOUND);
    expect(reportOn(gitlabReport, [])).toBe("[]\n");
  });

  test("has a fingerprint for each finding that no other has", () => {
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(FOUND);
  });

  test("names the draft from the root of the repository", () => {
    expect(issues[0]!.location).toMatchObject({ path: NASTY, lines: { begin: 3 } });
  });
});

describe("GitHub's annotations", () => {
  /** As the runner takes a workflow command apart: src/Runner.Common/ActionCommand.cs in actions/runner. */
  function understood(line: string) {
    const [, level, properties, message] = /^::(\w+) (.*?)::(.*)$/.exec(line)!;
    const unescaped = (text: string) =>
      text
        .replaceAll("%3A", ":")
        .replaceAll("%2C", ",")
        .replaceAll("%0D", "\r")
        .replaceAll("%0A", "\n")
        .replaceAll("%25", "%");
    const listed = properties!.split(",").map((each) => each.split("=", 2) as [string, string]);
    return {
      level,
      message: unescaped(message!),
      ...Object.fromEntries(listed.map(([key, value]) => [key, unescaped(value)])),
    };
  }

  test("come back as they were, whatever is in them", () => {
    const lines = reportOn(githubReport).trimEnd().split("\n");
    expect(lines.length).toBe(FOUND);
    expect(understood(lines[0]!)).toMatchObject({
      level: "error",
      file: NASTY,
      line: "3",
      col: String(FAULTY.indexOf("4 May") + 1),
      message: expect.stringContaining('“the "Accord" was signed here, at 10% < cost, on 3 May 2019”'),
    });
  });
});

describe("the reports in XML", () => {
  const parsed = (xml: string) => {
    expect(XMLValidator.validate(xml)).toBe(true);
    return new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "",
      isArray: (name) => ["testsuite", "testcase", "file", "error"].includes(name),
      processEntities: { enabled: true },
    }).parse(xml);
  };

  test("JUnit's counts what it has, and fails for what makes the run fail", () => {
    const { testsuites } = parsed(reportOn(junitReport));
    const suites = testsuites.testsuite as {
      name: string;
      tests: string;
      testcase: { failure?: object }[];
    }[];
    expect(suites.map(({ name }) => name)).toEqual(DRAFTS.map(({ path }) => path));
    for (const { tests, testcase } of suites) expect(Number(tests)).toBe(testcase.length);
    const failures = suites
      .flatMap(({ testcase }) => testcase)
      .filter(({ failure }) => failure !== undefined);
    expect(Number(testsuites.failures)).toBe(failures.length);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.length).toBeLessThan(FOUND);
  });

  test("JUnit's has an error for a run that failed", () => {
    const { testsuites } = parsed(
      reportOn(junitReport, [], { run: { complete: false, troubles: ["a.md: lost"] } }),
    );
    expect(testsuites).toMatchObject({
      errors: "1",
      testsuite: [{ testcase: [{ error: [{ message: "a.md: lost" }] }] }],
    });
  });

  test("Checkstyle's names files, places and checks", () => {
    const { checkstyle } = parsed(reportOn(checkstyleReport));
    expect(checkstyle.file.map(({ name }: { name: string }) => name)).toEqual(DRAFTS.map(({ path }) => path));
    expect(checkstyle.file[0].error).toMatchObject([
      { line: "3", severity: "error", source: "aide-memoire.event-date" },
    ]);
  });

  test("of nothing are well-formed", () => {
    parsed(reportOn(junitReport, []));
    parsed(reportOn(checkstyleReport, []));
  });
});

describe("the table", () => {
  test("has a row for each finding", () => {
    const rows: Record<string, string>[] = parseCsv(reportOn(csvReport), { columns: true });
    expect(rows.length).toBe(FOUND);
    expect(rows[0]).toMatchObject({ path: NASTY, line: "3", words: "4 May 2019", suggestions: "3 May 2019" });
  });

  test("holds nothing that a spreadsheet would run", () => {
    const rows: string[][] = parseCsv(reportOn(csvReport, [draft("=cmd|'/c calc'!A1.md", FAULTY)]));
    expect(rows[1]![0]).toBe("'=cmd|'/c calc'!A1.md");
  });
});

test("JSON Lines are one object a draft", () => {
  const lines = reportOn(jsonLinesReport).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).path)).toEqual(DRAFTS.map(({ path }) => path));
});

describe("the text", () => {
  test("keeps apart what is said of the draft as a whole, and counts what the baseline knows", () => {
    const [finding] = draft("a.md", FAULTY).findings;
    const text = reportOn(
      textReport,
      [{ ...draft("a.md", FAULTY), findings: [], known: [finding!], apart: [finding!] }],
      { run: { gone: 2 } },
    );
    expect(text).toContain("On lines that nobody changed, but about the draft as a whole:");
    expect(text).toContain("1 draft checked: no findings.");
    expect(text).toContain("1 finding of the baseline passed over.");
    expect(text).toContain("2 findings of the baseline are gone;");
  });

  test("is findings and nothing else where it is to be quiet", () => {
    expect(reportOn(textReport, [draft("a.md", FAULTY)], { setting: { quiet: true } })).not.toContain(
      "checked",
    );
    expect(reportOn(textReport, [], { setting: { quiet: true } })).toBe("");
  });
});

describe("the page", () => {
  const html = reportOn(htmlReport);
  const errors: string[] = [];
  const page = parseHtml(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code }) => errors.push(code),
  });
  const elements = [...elementsIn(page)];

  test("is HTML without a mistake, whatever is in the drafts", () => {
    expect(errors).toEqual([]);
    expect(html).toContain("folder, with: 100%/nasty &lt;name&gt; &amp; &#39;é&#39;.md");
  });

  test("stands alone: it runs nothing and fetches nothing", () => {
    expect(
      elements.filter(({ tagName }) => /^(?:script|link|img|iframe|object|embed)$/.test(tagName)),
    ).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|\son\w+=/);
    const policy = elements.find((each) => attribute(each, "http-equiv") === "Content-Security-Policy");
    expect(attribute(policy!, "content")).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });

  test("leads to nothing that is not there", () => {
    const ids = new Set(elements.map((each) => attribute(each, "id")));
    const links = elements.flatMap((each) => attribute(each, "href") ?? []);
    expect(links.filter((link) => link.startsWith("#") && !ids.has(link.slice(1)))).toEqual([]);
  });

  test("marks the words in their paragraph", () => {
    const marks = elements.filter(({ tagName }) => tagName === "mark").map(textOf);
    expect(marks.filter((words) => words === "4 May 2019").length).toBeGreaterThanOrEqual(4);
  });

  test("says what could not be checked", () => {
    const failed = reportOn(htmlReport, [], { run: { complete: false, troubles: ["<a.md>: lost"] } });
    expect(failed).toContain("<li>&lt;a.md&gt;: lost</li>");
  });
});

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function* elementsIn(node: Node): Generator<Element> {
  if ("tagName" in node) yield node;
  if ("childNodes" in node) for (const child of node.childNodes) yield* elementsIn(child);
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
