import { describe, expect, test } from "vitest";
import type { AskedBy } from "../../../server/src/features/draft/completion.ts";
import type { Format } from "../../../server/src/text/draft.ts";
import { worldOf } from "../../support/engine.ts";
import { offeredIn, writtenIn } from "./completing.ts";

const islands = worldOf(`
knowledgeBase: { title: Islands }
sources:
  ledger: { title: The Harbour Ledger, author: Mira Holm, published: "2031-04" }
  quay-log: { title: Log of the Quay, published: "2030" }
  "log:": { title: Another }
entities:
  quay: { type: place, name: Quay }
`);

function written(marked: string, askedBy?: AskedBy, format?: Format): string[] {
  return writtenIn("source", marked, islands, askedBy, format);
}

describe("a citation", () => {
  test.each<[Format, string, string]>([
    ["markdown", "So it is [@led<|>].", "So it is [@ledger]."],
    ["markdown", "As @led<|>", "As @ledger"],
    ["markdown", "[see @quay-log, p. 4; @led<|>]", "[see @quay-log, p. 4; @ledger]"],
    ["markdown", "So {cite}`led<|>`", "So {cite}`ledger`"],
    ["quarto", "So [-@{led<|>}]", "So [-@{ledger}]"],
    ["plaintext", "So [@led<|>]", "So [@ledger]"],
    ["latex", "So \\cite{led<|>}.", "So \\cite{ledger}."],
    ["latex", "So \\parencite[see][4]{quay-log, led<|>}.", "So \\parencite[see][4]{quay-log, ledger}."],
    ["org", "So [cite:@led<|>]", "So [cite:@ledger]"],
    ["org", "So [cite/t:see @quay-log;@led<|>]", "So [cite/t:see @quay-log;@ledger]"],
    ["org", "So cite:led<|>", "So cite:ledger"],
    ["restructuredtext", "So :cite:`led<|>`", "So :cite:`ledger`"],
    ["asciidoc", "So cite:[led<|>]", "So cite:[ledger]"],
  ])("in %s: %s", (format, marked, right) => {
    expect(written(marked, "letter", format)).toEqual([right]);
  });

  test("may be sought by title, author and year", () => {
    expect(written("[@Harbour<|>]")).toEqual(["[@ledger]"]);
    expect(written("[@holm<|>]")).toEqual(["[@ledger]"]);
    expect(written("[@2030<|>]")).toEqual(["[@quay-log]"]);
  });

  test("offers all as soon as it is begun, and names beside them nothing", () => {
    const offered = offeredIn("So [@<|>]", islands, "mark");
    expect(offered.map(({ kind }) => kind)).toEqual(["source", "source", "source"]);
    expect(offered[0]).toMatchObject({ about: "The Harbour Ledger", background: "Mira Holm, 2031" });
  });

  test("has braces where the id needs them", () => {
    expect(written("[@Another<|>]")).toEqual(["[@{log:}]"]);
  });

  test("comes at a bracket only on demand", () => {
    expect(written("So [<|>]")).toContain("So [@ledger]");
    expect(written("So [<|>]", "letter")).toEqual([]);
  });

  test.each(["me@led<|>", "\\@led<|>", "`@led<|>`", "```\n@led<|>\n```", "a{<|>"])(
    "is none in %j",
    (marked) => {
      expect(offeredIn(marked, islands, "mark")).toEqual([]);
    },
  );
});

describe("names do not come", () => {
  test.each<[Format, string]>([
    ["markdown", "`Qu<|>`"],
    ["markdown", "so `Qu<|>"],
    ["markdown", "```\nQu<|>\n```"],
    ["markdown", "---\ntitle: Qu<|>\n---\n\nSo."],
    ["markdown", "So <!-- Qu<|> --> it is."],
    ["markdown", "[so](Qu<|>)"],
    ["latex", "So \\Qu<|>"],
    ["latex", "So % Qu<|>"],
    ["html", "<p>So <Qu<|></p>"],
    ["org", "#+title: Qu<|>"],
  ])("in %s: %s", (format, marked) => {
    expect(offeredIn(marked, islands, "wish", format)).toEqual([]);
  });

  test.each<[Format, string]>([
    ["markdown", "Qu<|>"],
    ["markdown", "So.\n\n- Qu<|>\n"],
    ["markdown", "So *Qu<|>* it is"],
    ["markdown", "So **<|>** it is"],
    ["markdown", "| a | Qu<|> |\n|---|---|\n| b | c |"],
    ["latex", "So \\emph{Qu<|>}"],
    ["html", "<p>Qu<|></p>"],
  ])("but in %s: %s", (format, marked) => {
    expect(offeredIn(marked, islands, "wish", format).map(({ label }) => label)).toContain("Quay");
  });
});
