import { expect, test } from "vitest";
import { draftLinks } from "../../../server/src/features/draft/links.ts";
import { checkText } from "../../../server/src/service.ts";
import type { Format } from "../../../server/src/text/draft.ts";
import { slice } from "../../../server/src/text/span.ts";
import { worldOf } from "../../support/engine.ts";

const world = worldOf(
  `sources:
  ledger: { title: The Harbour Ledger, url: "https://example.org/ledger" }
  log: { title: The Log, text: texts/log.txt }
  diary: { title: The Diary, url: "not an address" }
entities:
  ada: { type: person, name: Ada Brink, evidence: [{ source: ledger }, { source: log }, { source: diary }] }
`,
  new Map([["texts/log.txt", "So it was."]]),
);

function linksIn(text: string, format: Format = "markdown") {
  const snapshot = checkText({ text, format, knowledge: world });
  return draftLinks(snapshot).map(({ span, target, tooltip }) => ({
    words: slice(text, span),
    to: "url" in target ? target.url : "file" in target ? target.file : "entry",
    tooltip,
  }));
}

test("lead to the page of a source, else to its text, else to its entry", () => {
  expect(linksIn("So it was [@ledger, p. 4; @log]. As @diary has it. [@nobody]")).toEqual([
    { words: "@ledger", to: "https://example.org/ledger", tooltip: "The Harbour Ledger" },
    { words: "@log", to: "texts/log.txt", tooltip: "The Log: the full text" },
    { words: "@diary", to: "entry", tooltip: "The Diary: the entry in the knowledge base" },
  ]);
});

test.each<[Format, string, string[]]>([
  ["latex", "As \\textcite[see][p. 4]{ledger, log} has it. % \\cite{diary}\n", ["ledger", "log"]],
  ["org", "As [cite/t:see @ledger p. 4; @log] has it.\n# [cite:@diary]\n", ["@ledger", "@log"]],
  ["asciidoc", "As cite:[ledger(4), log] and <<diary>> have it.\n", ["ledger", "log", "diary"]],
  ["restructuredtext", "As :cite:p:`ledger,log` and [diary]_ have it.\n", ["ledger", "log", "diary"]],
  ["html", "<p>As @ledger has it.</p><script>@log</script>", ["@ledger"]],
])("%s has its own form of citation", (format, text, words) => {
  expect(linksIn(text, format).map((link) => link.words)).toEqual(words);
});
