import { type DefinedAcronym, type InPart, ToldAcronyms } from "../reading/acronyms/told-acronyms.ts";
import type { AcronymStatement } from "../reading/reading.ts";
import type { WholeReading } from "../reading/whole.ts";
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
  *whole(reading, _knowledge, { acronyms }) {
    for (const told of reading.follower(ToldAcronyms).defined())
      if (!isKnown(told.short, acronyms)) yield* found(told, reading);
  },
};

function* found(
  { short, definitions: [first, ...again], other }: DefinedAcronym,
  reading: WholeReading,
): Generator<Report> {
  if (first === undefined) return;
  const place = ({ part, thing }: InPart<Span>) => reading.placed(part, thing);
  const placeOf = ({ part, thing }: InPart<AcronymStatement>) => reading.placed(part, thing.shortSpan);
  const spelt = placeOf(first);
  const long = slice(first.part.part.text, first.thing.longSpan);
  const early = other && place(other).start < spelt.start ? place(other) : undefined;
  const report = (span: Span, message: string, newTexts: readonly string[], related?: string): Report => ({
    message,
    span: { start: span.start, end: span.end },
    knowledge: first.thing.entity === undefined ? [] : [first.thing.entity],
    evidence: [],
    fixes: newTexts.map((newText) => ({ newText, safe: false })),
    related: related === undefined ? [] : [{ span: spelt, message: related }],
  });
  if (early !== undefined)
    yield report(
      early,
      `“${short}” is used here before it is spelt out as “${long}”.`,
      [`${long} (${short})`],
      "Spelt out here",
    );
  for (const more of again)
    yield report(
      placeOf(more),
      `“${short}” has been spelt out before.`,
      [],
      "Spelt out here for the first time",
    );
  if (other === undefined && again.length === 0)
    yield report(spelt, `“${short}” is spelt out here and never used again.`, []);
}
