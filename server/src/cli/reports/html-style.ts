import { PAGE_PROPERTIES } from "../../features/pages/style.ts";
import { DRAWING_STYLE } from "../../features/timeline/style.ts";

/** The style of the page: light or dark as the reader's screen is, black on white on paper. */
export const STYLE = `${PAGE_PROPERTIES}${DRAWING_STYLE}
:root { --error: var(--contradicted); --warning: #8a5a00; --information: var(--link); --hint: var(--faint); }
@media (prefers-color-scheme: dark) { :root { --warning: #e3b341; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 Georgia, "Times New Roman", serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, .head, table, dt, nav, .note, summary { font-family: system-ui, -apple-system, "Segoe UI", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
h3 { font-size: 1rem; line-height: 1.4; margin: .15rem 0 .6rem; }
a { color: var(--information); }
.lead, .note, .place { color: var(--faint); }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.5rem; font-size: .875rem; }
th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { display: block; height: .65rem; min-width: 2px; border-radius: 2px; background: var(--information); margin-top: .45rem; }
td.bars { width: 45%; }
.split { display: flex; height: 1rem; border-radius: 3px; overflow: hidden; margin: .75rem 0 .4rem; gap: 2px; }
.split span { min-width: 2px; } .split .supported, .legend .supported { background: var(--supported); } .split .contradicted, .legend .contradicted { background: var(--error); } .split .unverified, .legend .unverified { background: var(--line); }
.legend { font: .875rem system-ui, sans-serif; color: var(--faint); margin: 0 0 1rem; }
.legend i { display: inline-block; width: .7rem; height: .7rem; border-radius: 2px; margin: 0 .3rem 0 .8rem; } .legend i:first-child { margin-left: 0; }
.finding { border: 1px solid var(--line); border-left: .3rem solid var(--tone); border-radius: 4px; padding: .8rem 1rem; margin: 0 0 1rem; break-inside: avoid; }
.finding.error { --tone: var(--error); } .finding.warning { --tone: var(--warning); } .finding.information { --tone: var(--information); } .finding.hint { --tone: var(--hint); }
.head { margin: 0; font-size: .8rem; } .severity { color: var(--tone); font-weight: 600; }
.check { font-family: ui-monospace, Consolas, monospace; } .place { float: right; }
.context { margin: 0 0 .6rem; padding: .5rem .8rem; background: var(--raised); border-radius: 4px; overflow-wrap: anywhere; }
mark { background: var(--marked); color: inherit; border-bottom: 2px solid var(--tone); padding: 0 .1em; }
dl { margin: .4rem 0 0; font-size: .925rem; } dt { font-size: .75rem; font-weight: 600; color: var(--faint); } dd { margin: 0 0 .2rem; }
ins { text-decoration: none; color: var(--supported); font-weight: 600; } q { font-style: italic; } q::before { content: "“"; } q::after { content: "”"; }
code { font: .9em ui-monospace, Consolas, monospace; } details { margin: 0 0 .75rem; } summary { cursor: pointer; font-size: .925rem; }
.drawing { margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; }
.drawing .timeline { width: 100%; min-width: 56rem; height: auto; }
.page { padding-left: 1rem; } .trouble { border-left: .3rem solid var(--error); padding-left: 1rem; }
@media print {
  :root { --warning: #8a5a00; --marked: #fff1a8; }
  .drawing .timeline { min-width: 0; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } h2, h3, .head { break-after: avoid; } nav { display: none; }
}
@page { margin: 18mm 16mm; }
`;
