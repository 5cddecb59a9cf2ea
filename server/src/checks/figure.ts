import type { Figure } from "../knowledge-base/knowledge.ts";
import { pluralOf } from "../text/inflect.ts";
import { describeTime } from "../time/write.ts";
import type { Check } from "./check.ts";
import { evidenceOf, sentenceStart } from "./wording.ts";

export const figure: Check = {
  id: "figure",
  title: "A number differs from a known figure",
  severity: "error",
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "figure" || statement.verdict !== "contradicted") continue;
      const known = knowledge.figures.get(statement.figure);
      if (known === undefined) continue;
      const written = draft.text.slice(statement.span.start, statement.span.end);
      const amount = amountOf(known);
      yield {
        message: `${sentenceStart(known.label)}: ${amount}${timeOf(known)}, not “${written}”.`,
        span: statement.span,
        knowledge: [known.id, known.of],
        evidence: evidenceOf([{ evidence: known.evidence }], [...statement.instead, amount]),
        fixes: statement.instead.map((newText) => ({ newText, safe: false })),
        related: [],
      };
    }
  },
};

const BOUNDS: Readonly<Record<Figure["bound"], string>> = {
  exact: "",
  about: "about ",
  atLeast: "at least ",
  atMost: "at most ",
};

/** "at least 64", "71 percent", "EUR 85,000,000", "20 years"; what is counted stands in the label. */
function amountOf({ value, bound, unit }: Figure): string {
  const values = typeof value === "number" ? [value] : value;
  const number =
    BOUNDS[bound] + values.map((one) => one.toLocaleString("en-US", { maximumFractionDigits: 6 })).join("–");
  if (/^[A-Z]{3}$/.test(unit)) return `${BOUNDS[bound]}${unit} ${number.slice(BOUNDS[bound].length)}`;
  if (/^(?:percent|per cent|%)$/.test(unit)) return `${number} ${unit}`;
  if (SCALED.test(unit)) return `${number} ${unit}`;
  return MEASURED.test(unit) ? `${number} ${values.at(-1) === 1 ? unit : pluralOf(unit)}` : number;
}

/** "million crowns". */
const SCALED = /^(?:hundred|thousand|million|billion|trillion|lakh|crore)\b/;

const MEASURED =
  /^(?:year|decade|century|month|week|day|hour|minute|second|(?:kilo|centi|milli)?met(?:re|er)|(?:nautical )?mile|foot|degree.*|tonne|ton|kilogram|hectare|acre|litre|square .*|pound|euro|dollar)$/;

function timeOf({ asOf }: Figure): string {
  return asOf === undefined ? "" : ` (${describeTime(asOf)})`;
}
