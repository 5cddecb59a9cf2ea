import { describe, expect, test } from "vitest";
import { type DraftOutlineItem, draftOutline } from "../../../server/src/features/draft/outline.ts";
import { checkText } from "../../../server/src/service.ts";
import type { Format } from "../../../server/src/text/draft.ts";
import { contains, slice } from "../../../server/src/text/span.ts";
import { world } from "./world.ts";

function outlineOf(text: string, format: Format = "markdown"): DraftOutlineItem[] {
  return draftOutline(checkText({ text, format, knowledge: world }));
}

function drawn(items: readonly DraftOutlineItem[], depth = 0): string[] {
  return items.flatMap(({ kind, label, detail, children }) => [
    `${" ".repeat(depth)}${kind}: ${label}${detail === "" ? "" : ` (${detail})`}`,
    ...drawn(children, depth + 1),
  ]);
}

describe("the outline of a draft", () => {
  test("has each actor and event once a section, with how often it is mentioned", () => {
    expect(
      drawn(
        outlineOf(`Norrey wrote this.

# The *truce* and \`after\`

The Guild of Pilots spoke to Norrey. The GOP left Norrey.

## The Quay truce

The Quay truce was signed on 17 October 2030.

# Notes

Ada Brink was there.
`),
      ),
    ).toEqual([
      "actor: Norrey (country)",
      "section: The truce and `after`",
      " actor: Guild of Pilots (organization · 2 times)",
      " actor: Norrey (country · 2 times)",
      " section: The Quay truce",
      "  event: Quay truce (19 October 2030 · 2 times)",
      "  finding: 17 October 2030 (The Quay truce was on 19 October 2030, not 17 October 2030.)",
      "section: Notes",
      " actor: Ada Brink (person)",
    ]);
  });

  test("has words that are wrong once", () => {
    const quays = (text: string) => drawn(outlineOf(text)).filter((line) => /: Sudrey /.test(line));
    expect(quays("The Quay truce was signed in Sudrey.\n")).toEqual([expect.stringMatching(/^finding: /)]);
    expect(quays("The Quay truce was signed in Sudrey. Sudrey is an island.\n")).toHaveLength(2);
  });

  test("spans each section to its end", () => {
    const text = "# One\n\nNorrey.\n\n## Two\n\nSudrey.\n\n\n# Three\n";
    const [one, three] = outlineOf(text);
    expect(slice(text, one!.span)).toBe("# One\n\nNorrey.\n\n## Two\n\nSudrey.".replace(/^# /, ""));
    expect(slice(text, three!.span)).toBe("Three");
    const check = (item: DraftOutlineItem) => {
      expect(contains(item.span, item.selection)).toBe(true);
      for (const child of item.children) {
        expect(contains(item.span, child.span)).toBe(true);
        check(child);
      }
    };
    check(one!);
  });

  test("survives headings that skip a level, or begin too low", () => {
    expect(drawn(outlineOf("### Deep\n\n# Top\n\n#### Deeper\n\n## Less\n"))).toEqual([
      "section: Deep",
      "section: Top",
      " section: Deeper",
      " section: Less",
    ]);
  });

  test("has the headings of other formats", () => {
    expect(drawn(outlineOf("\\section{One}\n\nNorrey.\n\n\\subsection{Two}\n", "latex"))).toEqual([
      "section: One",
      " actor: Norrey (country)",
      " section: Two",
    ]);
  });

  test("leaves out a name that may be several actors'", () => {
    const labels = drawn(outlineOf("The Pilots met.\n"));
    expect(labels).toEqual([]);
  });
});
