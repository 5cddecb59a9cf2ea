import { describe, expect, test } from "vitest";
import { readDraft } from "../../../server/src/text/read-draft.ts";
import { HIDDEN } from "../../../server/src/text/tokens.ts";

function blocksOf(text: string): string[] {
  const { blocks } = readDraft({ uri: "page.html", text, format: "html" });
  return blocks.map(({ prose }) => prose.replaceAll(HIDDEN, "").replace(/\s+/g, " "));
}

describe("of a page that is saved from a site", () => {
  test("only the main part is read", () => {
    const page = `<body><header><h1>The Lune Times</h1></header><nav><ul><li>Home</li></ul></nav>
      <main><article><h2>Accord</h2><p>Signed.</p></article><aside>See also</aside></main>
      <aside><p>Most read</p></aside><footer>© 2025</footer></body>`;
    expect(blocksOf(page)).toEqual(["Accord", "Signed.", "See also"]);
  });

  test("without a main part the articles are read, if most of the text is in them", () => {
    const around = "<div>Subscribe</div>";
    const article = "<article><h2>Accord</h2><p>The Accord was signed in Port Lune.</p></article>";
    expect(blocksOf(around + article + around)).toEqual(["Accord", "The Accord was signed in Port Lune."]);
    const cards = "<article>One</article><p>This page is a text with a card or two in it.</p>";
    expect(blocksOf(cards)).toEqual(["One", "This page is a text with a card or two in it."]);
  });

  test("what is hidden, or is there to be pressed, is not read", () => {
    const hidden = [
      "<div hidden><p>One</p><div>Two</div></div>",
      '<div class="x" style="color: red; display:none">Three</div>',
      '<div role="navigation"><p>Four</p></div>',
      "<template><p>Five</p></template><script>const six = '<p>6</p>';</script>",
      "<button>Seven</button><dialog open><p>Eight</p></dialog>",
      '<input type="hidden" hidden value="Nine">',
      '<svg aria-hidden="true"><text>Ten</text></svg>',
    ].join("\n");
    expect(blocksOf(`${hidden}<p>Port<span aria-hidden="true"> ¶</span> Lune</p>`)).toEqual(["Port Lune"]);
  });

  test("what only sounds hidden is read", () => {
    const shown = '<p class="flex hidden md:flex" title="a hidden b">One</p><p hidden="until-found">Two</p>';
    expect(blocksOf(`${shown}<p aria-hidden="false" data-hidden>Three</p>`)).toEqual(["One", "Two", "Three"]);
  });

  test("a main part that is never closed, or closed twice, loses nothing", () => {
    expect(blocksOf("<p>Before</p><main><p>In")).toEqual(["In"]);
    expect(blocksOf("</main></main><p>One</p></article>")).toEqual(["One"]);
  });
});
