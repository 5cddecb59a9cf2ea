import fc from "fast-check";
import { expect, test } from "vitest";
import { bold, list, plain } from "../../server/src/features/cards/markdown.ts";
import { plainText } from "../../server/src/lsp/plain-text.ts";

test("the Markdown of cards is read as it shows", () => {
  const card = `${bold("A *b*")} · country\n\n> “quoted”  \n> — [The \\[old\\] ledger](<https://example.org/a_b>)\n\nOne of: \`x*y\``;
  expect(plainText(card)).toBe(
    "A *b* · country\n\n“quoted”\n— The [old] ledger (https://example.org/a_b)\n\nOne of: x*y",
  );
});

test("whatever was written as it is, comes out as it was", () => {
  const word = fc.string({ unit: fc.constantFrom(..."ab*_`[]()<>#+-\\.1 &|~") }).map((text) => text.trim());
  fc.assert(fc.property(word, (text) => plainText(plain(text)) === text));
  expect(plainText(list([plain("1. a"), plain("# b")], 9))).toBe("- 1. a\n- # b");
});
