import type { AcronymStatement } from "../reading/reading.ts";
import { type Span, slice } from "../text/span.ts";
import type { Check, Report } from "./check.ts";

/** Everybody knows what these stand for, or nobody needs to. */
const KNOWN_TO_ALL = new Set(
  (
    "UN EU US USA UK USSR GDR FRG UAE NATO UNESCO UNICEF WHO WTO IMF OECD OPEC FBI CIA NASA BBC CNN AIDS HIV DNA RNA GDP GNP VAT CEO CFO CTO MP MEP PM TV PC IT AI ID ISBN ISO " +
    "PDF HTML URL DIY NGO NGOS FAQ PR HR UFO VIP BC AD BCE CE AM GMT UTC CET EST FIFA UEFA IOC COVID SARS LGBT SMS GPS USB CD DVD II III IV VI VII VIII IX XI XII OK"
  ).split(" "),
);

/** Whether everybody, or the house, knows what an acronym stands for. */
export function isKnown(short: string, ofTheHouse: readonly string[]): boolean {
  return KNOWN_TO_ALL.has(short) || ofTheHouse.some((acronym) => acronym.replaceAll(".", "") === short);
}

export const acronymDefinition: Check = {
  id: "acronym-definition",
  title: "An acronym is used before it is spelt out, spelt out twice, or never used",
  severity: "information",
  aboutWhole: true,
  *run({ statements, draft, acronyms: uses }, _knowledge, { acronyms }) {
    const defined = new Map<string, AcronymStatement[]>();
    for (const statement of statements) {
      if (statement.kind !== "acronym" || isKnown(statement.short, acronyms)) continue;
      // "(CFA)", where CFA stands for another one: the acronym's own finding speaks.
      if (statement.verdict === "contradicted") continue;
      defined.set(statement.short, [...(defined.get(statement.short) ?? []), statement]);
    }
    if (defined.size === 0) return;
    const inProse = new Map<string, Span[]>();
    for (const { text, span, inProse: isProse } of uses) {
      if (!isProse || !defined.has(text)) continue;
      const known = inProse.get(text);
      if (known === undefined) inProse.set(text, [span]);
      else known.push(span);
    }
    for (const [short, definitions] of defined) {
      const [first, ...again] = definitions.sort((a, b) => a.shortSpan.start - b.shortSpan.start);
      const isDefinition = ({ start }: Span) =>
        definitions.some(({ shortSpan }) => shortSpan.start === start);
      const others = (inProse.get(short) ?? []).filter((use) => !isDefinition(use));
      yield* found(short, first!, again, others, (span) => slice(draft.text, span));
    }
  },
};

function* found(
  short: string,
  first: AcronymStatement,
  again: readonly AcronymStatement[],
  others: readonly Span[],
  text: (span: Span) => string,
): Generator<Report> {
  const long = text(first.longSpan);
  const early = others.find(({ start }) => start < first.shortSpan.start);
  const report = (span: Span, message: string, newTexts: readonly string[], related?: string): Report => ({
    message,
    span: { start: span.start, end: span.end },
    knowledge: first.entity === undefined ? [] : [first.entity],
    evidence: [],
    fixes: newTexts.map((newText) => ({ newText, safe: false })),
    related: related === undefined ? [] : [{ span: first.shortSpan, message: related }],
  });
  if (early !== undefined)
    yield report(
      early,
      `“${short}” is used here before it is spelt out as “${long}”.`,
      [`${long} (${short})`],
      "Spelt out here",
    );
  for (const { shortSpan } of again)
    yield report(shortSpan, `“${short}” has been spelt out before.`, [], "Spelt out here for the first time");
  if (others.length === 0 && again.length === 0)
    yield report(first.shortSpan, `“${short}” is spelt out here and never used again.`, []);
}
