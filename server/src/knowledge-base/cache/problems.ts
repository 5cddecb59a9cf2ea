import type { Problem, ProblemCode, ProblemFix } from "../problems.ts";
import { type Codec, list, maybe, oneOf, record, sparse, text, wholeList, word } from "./codec.ts";
import { origin, place } from "./entries.ts";
import { packText, unpackText } from "./texts.ts";

/** A message may name files of the knowledge base, which are called otherwise where it is opened. */
const message: Codec<string> = {
  pack: (value, to) =>
    to.message(value).map((piece) => (typeof piece === "string" ? [packText(piece)] : piece)),
  unpack: (raw, from) =>
    (raw as (number | [unknown])[])
      .map((piece) => (typeof piece === "number" ? from.file(piece) : unpackText(piece[0])))
      .join(""),
};

const related = record<NonNullable<Problem["related"]>[number]>({ origin, message });

const fix = record<ProblemFix>({
  title: text,
  edits: list(record<ProblemFix["edits"][number]>({ span: place, newText: text })),
});

export const problem = sparse(
  record<Problem>({
    code: word as Codec<string> as Codec<ProblemCode>,
    severity: oneOf(["error", "warning", "information"]),
    message,
    origin,
    related: maybe(wholeList(related)),
    fix: maybe(fix),
  } as Parameters<typeof record<Problem>>[0]),
);
