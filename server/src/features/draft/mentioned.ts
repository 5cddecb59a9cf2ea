import type { Id } from "../../knowledge-base/knowledge.ts";
import { quotationsOf } from "../../reading/grammar/quotation-marks.ts";
import type { NameForm, Reading } from "../../reading/reading.ts";
import { lastBefore, type Span } from "../../text/span.ts";

/** A place of a draft where an actor or event is spoken of. */
export interface Mentioned {
  readonly id: Id;
  readonly span: Span;
  /** By which of its names; `kind` for an event that is only described ("the truce"). */
  readonly form: NameForm | "kind";
  /** In somebody else's words, which are not ours to change. */
  readonly quoted: boolean;
}

/** Every mention of an actor or event in a draft, in no order; a form that may be several counts for each. Linear. */
export function mentionedIn({ draft, entities, events }: Reading): Mentioned[] {
  const quotations = draft.blocks.flatMap(({ span, prose, quoted }) =>
    quoted ? [span] : quotationsOf(prose, span.start),
  );
  const isQuoted = ({ start, end }: Span) => {
    const quotation = quotations[lastBefore(quotations, start)];
    return quotation !== undefined && quotation.end >= end;
  };
  return [
    ...entities.flatMap(({ ids, span, form }) =>
      ids.map((id) => ({ id, span, form, quoted: isQuoted(span) })),
    ),
    ...events.map(({ id, span, anchors }) => {
      const form = anchors.includes("name") ? ("name" as const) : ("kind" as const);
      return { id, span, form, quoted: isQuoted(span) };
    }),
  ];
}
