import fc from "fast-check";

const word = fc.constantFrom("truce", "signed", "Övre", "12", "May", "2019", "the", "road", "of", "Kestrel");
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));

/** Pieces of a line one after another, some of them inside others. */
function inlineOf(
  plain: fc.Arbitrary<string>,
  wrap: readonly ((text: string) => string)[],
): fc.Arbitrary<string> {
  const { inline } = fc.letrec<{ inline: string; one: string }>((tie) => ({
    inline: fc.array(tie("one"), { minLength: 1, maxLength: 4 }).map((all) => all.join(" ")),
    one: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      words,
      plain,
      ...wrap.map((each) => tie("inline").map(each)),
    ),
  }));
  return inline;
}

const blocksOf = (...blocks: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...blocks), { minLength: 1, maxLength: 4 });

const html = inlineOf(
  fc.constantFrom(
    "R&amp;D",
    "18&nbsp;May",
    "<code>x y</code>",
    "<!-- aside -->",
    "line<br>break",
    "a&#8211;b",
    '<img src="a.png" alt="b">',
  ),
  [
    (text) => `<em>${text}</em>`,
    (text) => `<b class="x">${text}</b>`,
    (text) => `<span title='a > b'>${text}</span>`,
    (text) => `<a href="https://example.org/?a=1&b=2">${text}</a>`,
  ],
);

/** HTML as programs and people write it. */
export const anyHtml = blocksOf(
  html.map((text) => `<p>${text}</p>`),
  html.map((text) => `<p>${text}`),
  html.map((text) => `<h2 id="x">${text}</h2>`),
  fc
    .array(html, { minLength: 1, maxLength: 3 })
    .map((all) => `<ul>${all.map((text) => `<li>${text}`).join("\n")}</ul>`),
  fc
    .array(html, { minLength: 1, maxLength: 3 })
    .map((all) => `<table><tr>${all.map((text) => `<td>${text}</td>`).join("")}</tr></table>`),
  html.map((text) => `<blockquote><p>${text}</p></blockquote>`),
  words.map((text) => `<pre>${text}\n\n${text}</pre>`),
  words.map((text) => `<script>if (a < b) "${text}";</script>`),
  words.map((text) => `<style>p::before { content: "${text}" }</style>`),
  html.map((text) => `<div><section>${text}</section></div>`),
).map(
  (all) => `<!DOCTYPE html>\n<html><head><title>Title</title></head><body>${all.join("\n")}</body></html>`,
);

const org = fc
  .array(
    fc.oneof(
      words,
      fc.constantFrom("=x y=", "~code~", "[[https://example.org/a]]", "note[fn:1]"),
      words.map((text) => `[[https://example.org/a][${text}]]`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.join(" "));
const emphasized = fc.oneof(
  org,
  words.map((text) => `*${text}*`),
  words.map((text) => `/${text}/`),
  words.map((text) => `_${text}_`),
);

/** Org as its own editor writes it. */
export const anyOrg = blocksOf(
  emphasized,
  fc
    .array(emphasized, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((text) => `lead ${text}`).join("\n")),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), words)
    .map(([level, text]) => `${"*".repeat(level)} ${text} :tag:`),
  words.map((text) => `* TODO ${text}`),
  fc
    .array(emphasized, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((text) => `- ${text}`).join("\n")),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((all) => `| a | b |\n|---+---|\n${all.map((text) => `| ${text} | c |`).join("\n")}`),
  words.map((text) => `#+begin_src text\n${text}\n#+end_src`),
  words.map((text) => `#+begin_example\n${text}\n\n${text}\n#+end_example`),
  emphasized.map((text) => `#+begin_quote\n${text}\n#+end_quote`),
  words.map((text) => `# ${text}`),
  words.map((text) => `#+TITLE: ${text}`),
).map((all) => `${all.join("\n\n")}\n`);

const latex = inlineOf(
  fc.constantFrom("18~May", "$x + y$", "R\\&D", "\\cite{annals}", "\\label{x}", "50\\%"),
  [(text) => `\\emph{${text}}`, (text) => `\\textbf{${text}}`],
);

/** LaTeX as writers of reports write it. */
export const anyLatex = blocksOf(
  latex,
  latex.map((text) => `${text} % an aside\nand on`),
  latex.map((text) => `\\section{${text}}`),
  latex.map((text) => `\\subsection*{${text}}`),
  fc
    .array(latex, { minLength: 1, maxLength: 3 })
    .map((all) => `\\begin{itemize}\n${all.map((text) => `\\item ${text}`).join("\n")}\n\\end{itemize}`),
  latex.map((text) => `\\begin{quote}\n${text}\n\\end{quote}`),
  words.map((text) => `\\begin{verbatim}\n${text}\n\\end{verbatim}`),
  words.map((text) => `\\begin{equation}\n${text.replace(/[^ -~]/g, "")}\n\\end{equation}`),
  words.map((text) => `% ${text}`),
).map((all) => all.join("\n\n"));
