import fc from "fast-check";

const words = fc
  .array(
    fc.constantFrom("truce", "signed", "Övre", "12", "May", "2019", "U.S.", "o'clock", "a-b", "snake_case"),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((all) => all.join(" "));

const { inline } = fc.letrec<{ inline: string; one: string }>((tie) => ({
  inline: fc.array(tie("one"), { minLength: 1, maxLength: 4 }).map((all) => all.join(" ")),
  one: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    words,
    fc.constantFrom(
      "`code span`",
      "``co`de``",
      "![picture](a.png)",
      "<https://example.org/a>",
      "https://example.org/b.",
      "(ann@example.org)",
      "\\*literal\\*",
      "R&amp;D",
      "note<!-- aside -->",
      "line<br>break",
      "[^1]",
      '"quoted"',
      "(aside)",
    ),
    tie("inline").map((text) => `*${text}*`),
    tie("inline").map((text) => `**${text}**`),
    tie("inline").map((text) => `_${text}_`),
    words.map((text) => `~~${text}~~`),
    words.map((text) => `[${text}](https://example.org/x_(y) "title")`),
    words.map((text) => `[**${text}**][ref]`),
    tie("inline").map((text) => `<b>${text}</b>`),
  ),
}));

const lines = fc.array(inline, { minLength: 1, maxLength: 3 });

const { blocks } = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  /** Indented code stands by itself: inside a list or a quotation we read it as prose. */
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 4 }).map((all) => all.join("\n\n")),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    lines.map((all) => all.join("\n")),
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), inline)
      .map(([level, text]) => `${"#".repeat(level)} ${text} ##`),
    inline.map((text) => `${text}\n===`),
    lines.map((all) => all.map((text) => `- ${text}`).join("\n")),
    lines.map((all) => all.map((text, i) => `${i + 1}. ${text}`).join("\n")),
    lines.map((all) => `- [ ] ${all.join("\n  ")}`),
    lines.map((all) => `| a | b |\n| --- | :-: |\n${all.map((text) => `| ${text} | c |`).join("\n")}`),
    words.map((text) => `\`\`\`yaml\n${text}\n\n# ${text}\n\`\`\``),
    words.map((text) => `<!-- ${text}\n\n${text} -->`),
    fc.constant("***"),
    tie("blocks").map((text) => text.replace(/^/gm, "> ")),
    tie("blocks").map((text) => `- ${text.replace(/\n(?=.)/g, "\n  ")}`),
  ),
}));

/** Markdown as a writer would write it: every construct closed, in any order and in one another. */
export const anyMarkdown = blocks.map(
  (text) => `# Head\n\n    indented code\n\n${text}\n\n[^1]: A note.\n\n[ref]: https://example.org/ref\n`,
);
