import { expect, test } from "vitest";
import type { Format } from "../../../server/src/text/draft.ts";
import { readDraft } from "../../../server/src/text/read-draft.ts";
import { shownBlocks } from "../show.ts";

test.each<[format: Format, text: string, blocks: string[]]>([
  [
    "latex",
    String.raw`\documentclass[11pt]{article}
\usepackage[utf8]{inputenc}
\newcommand{\x}{y}
\begin{document}
\maketitle
\section*{One \emph{and} only}\label{sec:one}
First \textbf{line}, it costs 50\%,
second line.~End -- or so.

\begin{figure}[ht]
  \centering
  \includegraphics[width=3cm]{a.png}
  \caption{A lamp\label{fig:a} in the dark}
\end{figure}
\begin{enumerate}
\item[a)] Fran\c{c}ois wrote ${"``"}yes''
  and no.
\item \"Uber \o{}ne
\end{enumerate}
\[
  a + b
\]
\begin{tabularx}{\textwidth}{lX}
\toprule
A & B \\
\midrule
1 & 2\\
\end{tabularx}
\paragraph{Run in.} And on.
\end{document}
not this`,
    [
      "heading 2: One and only",
      "paragraph: First line, it costs 50%, second line. End – or so.",
      "paragraph: A lamp in the dark",
      "item: François wrote “yes” and no.",
      "item: Über øne",
      "cell 0.0.0: A",
      "cell 0.0.1: B",
      "cell 0.1.0: 1",
      "cell 0.1.1: 2",
      "heading 5: Run in.",
      "paragraph: And on.",
    ],
  ],
  [
    "restructuredtext",
    `=====
Title
=====

.. _target:
.. contents:: Table
   :depth: 2

First
-----

Some *text* with \`a role\`:sub: and :doc:\`the manual <manual>\`,
on two lines.

#. One
   goes on

   and a second paragraph.
#. Two

   * nested

  quoted text

Deeper
~~~~~~

.. image:: a.png
   :alt: no prose

.. figure:: b.png
   :width: 3

   The caption.

+-----+-----+
| A   | B   |
+=====+=====+
| 1   | 2   |
+-----+-----+

Second
------

.. [#note] The note.
.. warning:: Mind
   the gap.

>>> 1 + 1
2

=====  =====
A      B
=====  =====
1      two words
=====  =====

The end::

  code

Last.
`,
    [
      "heading 1: Title",
      "heading 2: First",
      "paragraph: Some text with a role and the manual, on two lines.",
      "item: One goes on",
      "item: and a second paragraph.",
      "item: Two",
      "item: nested",
      "quoted paragraph: quoted text",
      "heading 3: Deeper",
      "paragraph: The caption.",
      "cell 0.0.0: A",
      "cell 0.0.1: B",
      "cell 0.1.0: 1",
      "cell 0.1.1: 2",
      "heading 2: Second",
      "paragraph: The note.",
      "paragraph: Mind the gap.",
      "cell 1.0.0: A",
      "cell 1.0.1: B",
      "cell 1.1.0: 1",
      "cell 1.1.1: two words",
      "paragraph: The end:",
      "paragraph: Last.",
    ],
  ],
  [
    "asciidoc",
    `= Title
Ann Author <ann@example.org>
:toc:

Preamble *bold* and _italic_ with \`code\`, {name} and C++.

== First [[anchor]]

.A caption
[source,ruby]
----
puts 1
----

* one +
on
** two
- [x] three

term:: What it means.

 literal text

Text.

[NOTE]
====
In a note.
====

[quote, Ann Author]
Not mine.

[cols="1,2"]
|===
|A |B

|1
|two words
|===

image::a.png[A lamp]

See <<anchor,the first>> and https://example.org[a page] [here].

=== Deeper
Right under it.
`,
    [
      "heading 1: Title",
      "paragraph: Preamble bold and italic with ▢, ▢ and C++.",
      "heading 2: First ",
      "paragraph: A caption",
      "item: one on",
      "item: two",
      "item: three",
      "item: term:: What it means.",
      "paragraph: Text.",
      "paragraph: In a note.",
      "quoted paragraph: Not mine.",
      "cell 0.0.0: A",
      "cell 0.0.1: B",
      "cell 0.1.0: 1",
      "cell 0.1.1: two words",
      "paragraph: See the first and a page [here].",
      "heading 3: Deeper",
      "paragraph: Right under it.",
    ],
  ],
  [
    "org",
    `#+TITLE: Title
#+OPTIONS: toc:nil

* TODO [#A] First :tag:
SCHEDULED: <2024-05-01 Wed>
:PROPERTIES:
:ID: x
:END:
Some /text/ with =code= and [[https://example.org][a page]],
on two lines.
 * one
 * two
   goes on
1. [ ] three

#+NAME: t
| A | B |
|---+---|
| 1 | 2 |

#+begin_verse
A verse.
#+end_verse

-----
** Deeper
[fn:1] The note.
`,
    [
      "heading 1: First",
      "paragraph: Some text with ▢ and a page, on two lines.",
      "item: one",
      "item: two goes on",
      "item: three",
      "cell 0.0.0: A",
      "cell 0.0.1: B",
      "cell 0.1.0: 1",
      "cell 0.1.1: 2",
      "paragraph: A verse.",
      "heading 2: Deeper",
      "paragraph: The note.",
    ],
  ],
  [
    "html",
    `<body><header><nav>Home</nav></header>
<h1>Title <small>small</small></h1>
<p>Caf&eacute; &amp; bar&hellip; <abbr title="x > y">HTML</abbr> 3 < 4</p>
Bare text
<ol><li><p>One</p><li>Two<ul><li>nested</ul></ol>
<table><thead><tr><th>A<th>B</thead><tr><td>1<td><p>two words</p></table>
<blockquote>Not mine.<footer>Ann</footer></blockquote>
<svg><text>drawn</text></svg><p>End</body>`,
    [
      "heading 1: Title small",
      "paragraph: Café & bar… HTML 3 < 4",
      "paragraph: Bare text",
      "item: One",
      "item: Two",
      "item: nested",
      "cell 0.0.0: A",
      "cell 0.0.1: B",
      "cell 0.1.0: 1",
      "cell 0.1.1: two words",
      "quoted paragraph: Not mine.",
      "quoted paragraph: Ann",
      "paragraph: End",
    ],
  ],
  [
    "quarto",
    `---
title: Title
---

# First {#sec-first .unnumbered}

::: {.callout-tip title="Mind"}
Some [small]{.smallcaps} text, see @fig-a and [-@ann].
:::

\`\`\`{python}
#| echo: false
print(1)
\`\`\`

{{< pagebreak >}}

- One \`r 1 + 1\`
`,
    ["heading 1: First ", "paragraph: Some small text, see ▢ and .", "item: One ▢"],
  ],
])("%s: its blocks", (format, text, blocks) => {
  expect(shownBlocks(text, format)).toEqual(blocks);
});

test.each<[format: Format, text: string, date: string | undefined]>([
  ["latex", "\\date{1 May~2024}\n\\begin{document}x\\end{document}", "1 May 2024"],
  ["latex", "\\date{\\today}\n\\begin{document}x\\end{document}", undefined],
  ["restructuredtext", "Title\n=====\n\n:Author: Ann\n:Date: 2024-05-01\n\nText.", "2024-05-01"],
  ["restructuredtext", "Text.\n\n:date: 2024-05-01", "2024-05-01"],
  ["asciidoc", "= Title\nAnn\n1.0, 2024-05-01: draft\n\nText.", "2024-05-01"],
  ["asciidoc", ":revdate: 2024-05-01\n\nText.", "2024-05-01"],
  ["org", "#+date: <2024-05-01 Wed>\nText.", "2024-05-01"],
  ["org", "#+DATE: May 2024", "May 2024"],
  ["html", '<meta content="2024-05-01T10:00:00Z" property="article:published_time">', "2024-05-01"],
  ["html", "<meta name=DC.date content=2024-05-01>", "2024-05-01"],
  ["quarto", "---\ndate: 2024-05-01\n---\n", "2024-05-01"],
])("%s: the date of %j", (format, text, date) => {
  expect(readDraft({ uri: "draft:", text, format }).frontMatter.date).toBe(date);
});
