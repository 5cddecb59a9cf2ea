import type { Confusion } from "../confusions/confusions.ts";
import type { Passage } from "../grammar/passage.ts";
import { replacementOf } from "../names/right-name.ts";
import type { ConfusionStatement } from "../reading.ts";
import type { Place } from "./offices.ts";

/** One actor named where only the other fits. */
export function confusionStatement(
  { named, actor, meant, sign, facts }: Confusion,
  passage: Passage,
  place: Place,
): ConfusionStatement {
  const { span, instead } = replacementOf(passage, named, meant);
  return {
    kind: "confusion",
    actor: actor.id,
    meant: meant.id,
    span: place(span),
    signSpan: place(sign),
    facts,
    verdict: "contradicted",
    instead,
  };
}
