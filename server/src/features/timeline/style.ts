/** The looks of the drawing, by the properties that all pages share. */
export const DRAWING_STYLE = `.timeline { display: block; font: 12px var(--sans); }
.timeline text { fill: var(--ink); }
.timeline .band { fill: var(--raised); }
.timeline .tick { fill: var(--faint); font-size: 11px; font-variant-numeric: tabular-nums; }
.timeline .grid { stroke: var(--line); stroke-width: 1; stroke-opacity: .7; }
.timeline .side { fill: var(--faint); font-size: 10.5px; letter-spacing: .06em; text-transform: uppercase; }
.timeline .beyond { fill: var(--faint); font-size: 11px; font-weight: 600; }
.timeline .written { stroke: var(--faint); stroke-width: 1; stroke-dasharray: 1 3; }
.timeline .link { fill: none; stroke: var(--contradicted); stroke-width: 1.4; stroke-dasharray: 4 3; opacity: .75; }
.timeline .knowledge { color: var(--faint); }
.timeline .knowledge.told { color: var(--link); }
.timeline .supported { color: var(--supported); }
.timeline .contradicted { color: var(--contradicted); }
.timeline .unverified { color: var(--unverified); }
.timeline .knowledge:not(.told) text { fill: var(--faint); }
.timeline .contradicted text { fill: var(--contradicted); font-weight: 600; }
.timeline .fill, .timeline .bar { fill: currentColor; }
.timeline .sign { fill: none; stroke: var(--paper); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.timeline .ring { fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linecap: round; }
.timeline .span { fill: currentColor; fill-opacity: .22; stroke: currentColor; stroke-width: 1; }
.timeline .doubt { fill: none; stroke: currentColor; stroke-width: 1.2; stroke-dasharray: 2.2 2.2; }
.timeline .approximate .span, .timeline .approximate .bar { fill-opacity: .3; stroke: currentColor; stroke-width: 1.2; stroke-dasharray: 4 2.5; }
.timeline .uncertain .span, .timeline .uncertain .bar { fill-opacity: .12; stroke: currentColor; stroke-width: 1.2; stroke-dasharray: 1.5 2.5; }
.timeline .arrow { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.timeline .pill { fill: var(--raised); stroke: currentColor; stroke-width: 1; }
.timeline .cluster text { font-size: 11px; }
`;

/** The looks of a page with the drawing. */
export const TIMELINE_STYLE = `${DRAWING_STYLE}.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; margin: .8rem 0 0; padding: 0; list-style: none; font-size: .85rem; color: var(--faint); }
.legend li { display: flex; gap: .45em; align-items: center; }
.legend svg { display: block; }
.drawing .timeline { width: 100%; min-width: 56rem; height: auto; }
.drawing { margin: 1.2rem 0 0; border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; }
.items { width: 100%; margin-top: 1rem; border-collapse: collapse; }
.items th, .items td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: normal; }
.items thead th { color: var(--faint); font-size: .8rem; letter-spacing: .04em; text-transform: uppercase; }
.items tbody th { font-weight: 600; }
h2 { margin: 2rem 0 0; font: 600 1.2rem var(--serif); }
@media print { .drawing .timeline { min-width: 0; } }
`;
