/**
 * The colours and letters that all our pages share, saved from an editor or written by the command line: by day, by night,
 * on paper. A view inside an editor sets the same properties from the editor's own theme, after these.
 */
export const PAGE_PROPERTIES = `:root {
  color-scheme: light dark;
  --paper: #ffffff; --raised: #f6f5f2; --ink: #1d1d1f; --faint: #5d5f66; --line: #d9d8d3; --link: #0b5cad;
  --supported: #1a6b3c; --contradicted: #b3261e; --unverified: #6b5a12; --marked: #fff1b8;
  --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Times New Roman", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --raised: #1f2125; --ink: #e8e6e3; --faint: #a3a5ab; --line: #37393f; --link: #7cb7ff;
    --supported: #6fce95; --contradicted: #ff8f85; --unverified: #e0c65c; --marked: #57490f;
  }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --raised: #fff; --ink: #000; --faint: #444; --line: #aaa; --link: #000;
    --supported: #1a6b3c; --contradicted: #b3261e; --unverified: #6b5a12; --marked: #eee; }
}
@media (forced-colors: active) {
  :root { --paper: Canvas; --raised: Canvas; --ink: CanvasText; --faint: CanvasText; --line: CanvasText; --link: LinkText;
    --supported: CanvasText; --contradicted: CanvasText; --unverified: CanvasText; --marked: Mark; }
}
`;

/** The looks that follow from them. */
export const PAGE_STYLE = `${PAGE_PROPERTIES}* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 78rem; padding: 2rem 1.5rem 3rem; background: var(--paper); color: var(--ink);
  font: 15px/1.5 var(--sans); }
h1 { margin: 0 0 .25rem; font: 600 1.7rem/1.25 var(--serif); text-wrap: balance; overflow-wrap: anywhere; }
.kicker { margin: 0 0 .35rem; color: var(--faint); font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; }
a { color: var(--link); }
.faint { color: var(--faint); font-weight: normal; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.empty { margin: 2rem 0; padding: 1.2rem; border: 1px dashed var(--line); border-radius: 6px; color: var(--faint); }
.icon { flex: none; vertical-align: -.16em; }
.icon .fill { fill: currentColor; }
.icon .mark { fill: none; stroke: var(--paper); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.icon .ring { fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.verdict { display: inline-flex; gap: .4em; align-items: center; font-weight: 600; white-space: nowrap; }
.verdict.supported { color: var(--supported); }
.verdict.contradicted { color: var(--contradicted); }
.verdict.unverified { color: var(--unverified); }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
}
`;
