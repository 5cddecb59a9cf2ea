import { describe, expect, test } from "vitest";
import type { Format } from "../../../server/src/text/draft.ts";
import { FORMATS } from "../../../server/src/text/formats.ts";
import { readDraft } from "../../../server/src/text/read-draft.ts";

/** What a careless reader looks far ahead for, again and again. */
const PIECES = (
  'a|*|_|[|[[|<|<a |<a b="|{|}|\\|\\footnote{|\\footnote{{|$|``|`|=|~|:a:|<<|++|&|-|--|\\emph{|\\verb+|\\cite[|[fn:|<!--|"|“|‘|' +
  "<pre>|<code>|</code|<blockquote>|<table><tr><td>|<svg |((|footnote:[|link:a[|{a|'|\\section{|https://"
).split("|");
const LINES = [
  "a::\n\n",
  "\n a",
  "\n- ",
  "\n* ",
  "\n= ",
  "\n|===\n",
  "\n.. a::\n\n   ",
  "\n=== ===\n",
  "\n>>> ",
  "\n:a: ",
  "\\begin{itemize}\n",
  "==\n==\n",
];

const LENGTH = 100_000;

describe.each(Object.keys(FORMATS) as Format[])("%s", (format) => {
  test("takes a moment for any mark again and again", () => {
    const slow = [...PIECES, "|", ...LINES].filter((piece) => {
      const text = piece.repeat(LENGTH / piece.length);
      const start = performance.now();
      readDraft({ uri: "draft:", text, format });
      // Some hundred times what it takes; a quadratic one takes thousands.
      return performance.now() - start > 2500;
    });
    expect(slow).toEqual([]);
  });
});
