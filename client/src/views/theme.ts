/** The properties of our pages, taken from the editor's theme; high contrast keeps its borders. */
export const THEME_STYLE = `:root {
  --paper: var(--vscode-editor-background); --raised: var(--vscode-editorWidget-background, var(--vscode-editor-background));
  --ink: var(--vscode-editor-foreground); --faint: var(--vscode-descriptionForeground, var(--vscode-editor-foreground));
  --line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, #8884)));
  --link: var(--vscode-textLink-foreground); --marked: var(--vscode-editor-findMatchHighlightBackground, #fc06);
  --sans: var(--vscode-font-family); --serif: var(--vscode-font-family);
}
body { max-width: none; padding: 0 1.25rem 2rem; font-size: var(--vscode-font-size, 13px); }
body.vscode-light { --supported: #1a6b3c; --contradicted: #b3261e; --unverified: #6b5a12; --faint: #595c63; }
body.vscode-dark { --supported: #73d09a; --contradicted: #ff8f85; --unverified: #e3c95f; --faint: #a9abb2; }
body.vscode-high-contrast { --supported: #7dffb0; --contradicted: #ff9d94; --unverified: #ffe26e; --faint: #ffffff;
  --line: var(--vscode-contrastBorder); --marked: transparent; }
body.vscode-high-contrast-light { --supported: #0f5a2e; --contradicted: #9c1006; --unverified: #5a4700; --faint: #292929;
  --line: var(--vscode-contrastBorder); --marked: transparent; }
body.vscode-high-contrast mark { outline: 1px solid var(--vscode-contrastActiveBorder, currentColor); }
.tools { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center;
  padding: .6rem 0; background: var(--paper); border-bottom: 1px solid var(--line); }
.tools .gap { flex: 1; }
.tools input[type="search"] { flex: 0 1 18rem; min-width: 8rem; padding: .25rem .5rem; font: inherit; color: var(--vscode-input-foreground);
  background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, var(--line)); border-radius: 2px; }
.tools input::placeholder { color: var(--vscode-input-placeholderForeground); }
.tool { display: inline-flex; gap: .4em; align-items: center; padding: .22rem .6rem; font: inherit; border-radius: 2px; cursor: pointer;
  color: var(--vscode-button-secondaryForeground, var(--ink)); background: var(--vscode-button-secondaryBackground, transparent);
  border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, transparent)); }
.tool:hover { background: var(--vscode-button-secondaryHoverBackground, var(--vscode-toolbar-hoverBackground)); }
.tool.verdict { color: var(--ink); background: transparent; border: 1px solid var(--line); }
.tool.verdict.supported .icon { color: var(--supported); }
.tool.verdict.contradicted .icon { color: var(--contradicted); }
.tool.verdict.unverified .icon { color: var(--unverified); }
.tool.verdict[aria-pressed="false"] { font-weight: normal; text-decoration: line-through; border-style: dashed; }
.tool.verdict[aria-pressed="false"] .icon { color: var(--faint); }
.lead { padding: 0; border: 0; background: none; color: var(--link); font: inherit; text-align: start; cursor: pointer; }
.lead:hover { text-decoration: underline; }
.where .lead + .lead { margin-inline-start: .6rem; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;
