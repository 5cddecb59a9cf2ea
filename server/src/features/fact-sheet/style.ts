/** The looks of the fact sheet, on top of those of every page. */
export const SHEET_STYLE = `.counts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 1rem 0 .6rem; padding: 0; list-style: none; }
.bar { display: block; width: 100%; height: 6px; border-radius: 3px; overflow: hidden; }
.bar .supported { fill: var(--supported); }
.bar .contradicted { fill: var(--contradicted); }
.bar .unverified { fill: var(--unverified); opacity: .7; }
table.facts { width: 100%; margin-top: 1.5rem; border-collapse: collapse; table-layout: fixed; }
.facts th, .facts td { padding: .7rem .8rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top;
  font-weight: normal; overflow-wrap: anywhere; }
.facts thead th { position: sticky; top: 0; z-index: 1; padding-block: .5rem; background: var(--paper); color: var(--faint);
  font-size: .8rem; letter-spacing: .04em; text-transform: uppercase; border-bottom: 2px solid var(--line); }
.facts thead th:first-child { width: 9.5rem; }
.facts thead th:nth-child(2) { width: 36%; }
.facts tbody tr { break-inside: avoid; }
.facts tbody tr > :first-child { border-inline-start: 3px solid transparent; }
.facts tr.contradicted > :first-child { border-inline-start-color: var(--contradicted); }
.facts tr.unverified > :first-child { border-inline-start: 3px dotted var(--unverified); }
.facts p { margin: 0; }
.facts .says { font-weight: 600; }
.facts .context { margin-top: .25rem; color: var(--faint); font-family: var(--serif); }
.facts mark { background: var(--marked); color: var(--ink); padding: 0 .12em; border-radius: 2px; }
.facts .contradicted mark { text-decoration: underline wavy var(--contradicted) 1px; text-underline-offset: 3px; }
.facts .where { margin-top: .35rem; font-size: .85rem; }
.facts .note { font-size: .85rem; margin-top: .3rem; }
.facts code { color: var(--faint); font-size: .92em; }
.source + .source { margin-top: .7rem; }
.source blockquote { margin: 0 0 .15rem; padding: 0; border: 0; background: none; font-family: var(--serif); }
.source p { color: var(--faint); font-size: .85rem; }
@media (max-width: 42rem) {
  table.facts, .facts tbody, .facts tr, .facts td, .facts th { display: block; width: auto; }
  .facts thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .facts tbody tr { padding: .8rem 0; border-bottom: 1px solid var(--line); border-inline-start: 3px solid transparent; }
  .facts tbody tr.contradicted { border-inline-start-color: var(--contradicted); }
  .facts tbody tr.unverified { border-inline-start: 3px dotted var(--unverified); }
  .facts tbody tr[data-row] > :first-child { border-inline-start: 0; }
  .facts tbody td, .facts tbody th { padding: .25rem .6rem; border-bottom: 0; }
}
@media print {
  .facts thead { display: table-header-group; }
  .facts thead th { position: static; }
  .facts a::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
}
`;
