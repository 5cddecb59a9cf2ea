import type { Problem, ProblemCode, ProblemFix, ProblemSeverity } from "../problems.ts";
import { type Codec, list, maybe, plain, record, sparse, text, wholeList, word } from "./codec.ts";
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

const fix = sparse(
  record<Omit<ProblemFix, "unsafe"> & { readonly unsafe: true | undefined }>({
    title: text,
    edits: list(record<ProblemFix["edits"][number]>({ span: place, newText: text })),
    unsafe: maybe(plain<true>()),
  }),
) as Codec<ProblemFix>;

/** Where a problem need not have something, its record has it undefined. */
interface Whole extends Omit<Problem, "related" | "fix"> {
  readonly related: Problem["related"] | undefined;
  readonly fix: ProblemFix | undefined;
}

export const problem = sparse(
  record<Whole>({
    code: word as Codec<string> as Codec<ProblemCode>,
    severity: word as Codec<string> as Codec<ProblemSeverity>,
    message,
    origin,
    related: maybe(wholeList(related)),
    fix: maybe(fix),
  }),
) as Codec<Problem>;
