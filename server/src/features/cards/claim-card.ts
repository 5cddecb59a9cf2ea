import type { Claim, Knowledge } from "../../knowledge-base/knowledge.ts";
import { describeTime } from "../../time/write.ts";
import { nameOf } from "../facts.ts";
import { wordsOf } from "./event-card.ts";
import { bold, labelled, lines, namesText, paragraphs, plain } from "./markdown.ts";
import { baseNote, sourcesOf } from "./sources.ts";

/** A claim: what holds or is said to hold, how sure that is, who says so. */
export function claimCard(claim: Claim, knowledge: Knowledge): string {
  const names = (ids: readonly string[]) => namesText(ids.map((id) => nameOf(knowledge, id)));
  const when = [claim.date, claim.during].flatMap((time) => (time === undefined ? [] : [describeTime(time)]));
  return paragraphs(
    `${bold(claim.statement)} · ${claim.status} claim`,
    lines(
      labelled("Subject", names(claim.subject)),
      labelled("Relation", `${claim.holds ? "" : "not: "}${plain(wordsOf(claim.predicate))}`),
      labelled("Object", names(claim.object)),
      labelled("When", when.join(", ")),
      labelled("According to", names(claim.attributedTo)),
      labelled("Denied by", names(claim.deniedBy)),
    ),
    sourcesOf(knowledge, claim.evidence),
    baseNote(knowledge, claim),
  );
}
