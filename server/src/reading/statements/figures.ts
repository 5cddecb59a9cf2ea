import type { Span } from "../../text/span.ts";
import type { FigureWords } from "../figures/figure-words.ts";
import { faultOf, type KnownNumber } from "../numbers/compare.ts";
import type { Quantity } from "../numbers/quantity.ts";
import { corrected } from "../numbers/write-number.ts";
import type { FigureStatement } from "../reading.ts";

/** What a number says of the known figure that it is, judged in the unit in which the draft gives it. */
export function figureStatement(
  quantity: Quantity,
  { figure, unit }: FigureWords,
  offset: number,
): FigureStatement {
  const factor = unit.factor / quantity.unit.factor;
  const [low, high] = typeof figure.value === "number" ? [figure.value, figure.value] : figure.value;
  const known: KnownNumber = { low: low * factor, high: high * factor, bound: figure.bound };
  const fault = faultOf(quantity, known);
  const move = ({ start, end }: Span) => ({ start: start + offset, end: end + offset });
  if (fault === undefined)
    return {
      kind: "figure",
      figure: figure.id,
      span: move(quantity.numeral),
      verdict: "supported",
      instead: [],
    };
  const { span, instead } = corrected(quantity, known, fault);
  return { kind: "figure", figure: figure.id, span: move(span), verdict: "contradicted", instead };
}
