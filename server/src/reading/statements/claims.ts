import type { Claim, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { holdsAt } from "../../knowledge-base/questions/at-a-time.ts";
import type { Answer, TimeMention } from "../../time/time.ts";
import type { Passage } from "../grammar/passage.ts";
import { rewordings } from "../relations/claim-rewordings.ts";
import type { Stance } from "../relations/claim-words.ts";
import { type ClaimContext, claimsIn, type ToldClaim } from "../relations/claims.ts";
import type { ClaimStatement } from "../reading.ts";
import type { Place } from "./offices.ts";

/** What a passage says to hold between known actors, against what is known of it. */
export function* claimStatements(
  passage: Passage,
  context: ClaimContext,
  timesOf: (clause: number) => readonly TimeMention[],
  place: Place,
  knowledge: Knowledge,
): Generator<ClaimStatement> {
  const seen = new Set<number>();
  for (const told of claimsIn(passage, context, knowledge)) {
    const judged = judge(told, timesOf(told.clause), knowledge);
    if (judged === undefined || seen.has(told.words.from)) continue;
    seen.add(told.words.from);
    const { claim, stance, verdict } = judged;
    const { words, instead } =
      verdict === "contradicted"
        ? rewordings(passage, told, stance, claim, knowledge)
        : { words: told.words, instead: [] };
    yield { kind: "claim", claim: claim.id, span: place(words), verdict, instead };
  }
}

interface Judged {
  readonly claim: Claim;
  readonly stance: Stance;
  readonly verdict: ClaimStatement["verdict"];
}

/** Held against each claim of the same actors: one that agrees settles it; one that is surely of the time contradicts it. */
function judge(told: ToldClaim, times: readonly TimeMention[], knowledge: Knowledge): Judged | undefined {
  let contradiction: Judged | undefined;
  let other: Judged | undefined;
  for (const stance of told.stances) {
    for (const claim of claimsFor(told, stance, knowledge)) {
      const stated = stance.holds !== told.denied;
      const agrees = told.only ? false : stated === claim.holds;
      if (told.only && !claim.holds) continue;
      const then = isOfThen(claim, told, times, knowledge);
      if (agrees && then !== "no") return { claim, stance, verdict: "supported" };
      if (!agrees && then === "yes") contradiction ??= { claim, stance, verdict: "contradicted" };
      else other ??= { claim, stance, verdict: "unverified" };
    }
  }
  return contradiction ?? other;
}

/** The established claims of the stance's predicate between the actors told; of "only", those of others. */
function claimsFor({ subject, object, only }: ToldClaim, { predicate, inverse }: Stance, knowledge: Knowledge): Claim[] {
  const [doer, done] = inverse ? [object, subject] : [subject, object];
  const isIn = (ids: readonly Id[], known: readonly Id[]) => ids.some((id) => known.includes(id));
  return questionsOf(knowledge)
    .claims({ predicate, status: "established" })
    .map(({ claim }) => claim)
    .filter((claim) => {
      if (done === undefined ? true : claim.object.length > 0 && !isIn(done, claim.object)) return false;
      if (doer === undefined) return true;
      return only ? !isIn(claim.subject, doer) : isIn(doer, claim.subject);
    });
}

/** Whether a claim speaks of the time that the draft tells. */
function isOfThen(claim: Claim, { when }: ToldClaim, times: readonly TimeMention[], knowledge: Knowledge): Answer {
  const during = claim.during ?? (claim.date?.range ? claim.date : undefined);
  const timeless = /\bnever\b/.test(claim.statement);
  const stated = times.filter(({ boundary, value }) => value !== undefined && boundary !== "since");
  if (stated.length > 0) {
    if (during !== undefined) return stated.every(({ value }) => holdsAt(during, value) === "yes") ? "yes" : "unknown";
    return timeless || (!claim.holds && isPast(claim)) ? "yes" : "unknown";
  }
  if (timeless) return "yes";
  if (when === "other") return "unknown";
  if (claim.date !== undefined && during === undefined) return when === "now" ? "yes" : "unknown";
  if (during === undefined) return when === "now" || isPast(claim) || !isState(claim) ? "yes" : "unknown";
  const asOf = Math.max(-Infinity, ...knowledge.bases.map((base) => base.asOf?.start ?? -Infinity));
  if (when === "now") return during.end === Infinity || during.end >= asOf ? "yes" : "no";
  return "unknown";
}

/** Told in the past tense: of something that happened. */
function isPast({ statement }: Claim): boolean {
  return /\b(?:was|were|did|had|\w+ed)\b/.test(statement) && !/\b(?:is|are|has|have|does|do)\b/.test(statement);
}

/** Told of what something is, which may have been otherwise. */
function isState({ statement }: Claim): boolean {
  return /\b(?:is|are)\b/.test(statement);
}
