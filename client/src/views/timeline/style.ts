/** The looks of the view around the drawing. */
export const VIEW_STYLE = `h1 { margin-top: 1rem; font-size: 1.5em; }
p { margin: .3rem 0; }
.drawing { overflow: hidden; cursor: grab; touch-action: pan-y; user-select: none; }
.drawing:active { cursor: grabbing; }
.drawing .timeline { width: auto; min-width: 0; }
.mark { cursor: pointer; outline: none; }
.mark:hover text { text-decoration: underline; }
.mark:focus-visible .fill, .mark:focus-visible .ring, .mark:focus-visible .bar, .mark:focus-visible .span,
.mark:focus-visible .pill { stroke: var(--vscode-focusBorder); stroke-width: 3; paint-order: stroke; }
.mark:focus-visible text { text-decoration: underline; font-weight: 600; fill: var(--ink); }
.detail { margin-top: .7rem; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: 4px; background: var(--raised); }
.detail .verdict { vertical-align: bottom; margin-inline-start: .5em; }
.detail ul { margin: .3rem 0; padding-inline-start: 1.2rem; }
.keys { margin-top: .6rem; font-size: .85em; }
#list { margin-top: 1.2rem; }
#list summary { cursor: pointer; font-weight: 600; }
.bare #chart, .bare #detail, .bare .keys, .bare .legend, .bare #list { display: none; }
[hidden] { display: none; }`;
