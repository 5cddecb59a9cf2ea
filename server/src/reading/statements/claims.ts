import type { Claim, Entity, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { holdsAt } from "../../knowledge-base/questions/at-a-time.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { Answer, TimeMention } from "../../time/time.ts";
import type { Stretch } from "../events/attachment.ts";
import type { Passage } from "../grammar/passage.ts";
import type { ClaimStatement } from "../reading.ts";
import { rewordings } from "../relations/claim-rewordings.ts";
import type { Stance } from "../relations/claim-words.ts";
import { type ClaimContext, claimsIn, type ToldClaim } from "../relations/claims.ts";
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
    const times = timesOf(told.clause);
    const judged = judge(told, times, knowledge);
    if (seen.has(told.words.from)) continue;
    seen.add(told.words.from);
    const confused =
      told.only || told.denied ? undefined : lookAlike(told, judged, times, passage, knowledge);
    if (confused !== undefined) {
      yield {
        kind: "claim",
        claim: confused.claim.id,
        span: place(confused.words),
        verdict: "contradicted",
        instead: confused.instead,
      };
      continue;
    }
    if (judged === undefined) continue;
    const { claim, stance, verdict } = judged;
    const { words, instead } =
      verdict === "contradicted"
        ? rewordings(passage, told, stance, claim, knowledge)
        : { words: told.words, instead: [] };
    yield { kind: "claim", claim: claim.id, span: place(words), verdict, instead };
  }
}

/**
 * Not so of the actor named, but of the one that it is easily confused with: the name is wrong, if it only explains who is
 * meant, or if it can be true of one only and nothing is known of the one named.
 */
function lookAlike(
  told: ToldClaim,
  judged: Judged | undefined,
  times: readonly TimeMention[],
  passage: Passage,
  knowledge: Knowledge,
): { readonly claim: Claim; readonly words: Stretch; readonly instead: readonly string[] } | undefined {
  if (judged !== undefined && judged.verdict !== "contradicted") return undefined;
  for (const side of ["subject", "object"] as const) {
    const stretch = told.named[side];
    const [id, ...others] = told[side] ?? [];
    const named = id === undefined || others.length > 0 ? undefined : knowledge.entities.get(id);
    if (stretch === undefined || named === undefined) continue;
    for (const other of named.distinctFrom) {
      const swapped = judge({ ...told, [side]: [other] }, times, knowledge);
      const right = knowledge.entities.get(other);
      if (swapped?.verdict !== "supported" || right === undefined) continue;
      if (judged === undefined ? !isExclusive(swapped, knowledge) : !isApposed(passage, stretch)) continue;
      return {
        claim: swapped.claim,
        ...differing(passage, stretch, namesLike(passage, stretch, named, right)),
      };
    }
  }
  return undefined;
}

/** "One party in the government, the Liberal League, supports …": who is meant has been told before the name. */
function isApposed({ keys, tags }: Passage, { from }: Stretch): boolean {
  const comma = tags[from - 1] === "det" ? from - 2 : from - 1;
  return keys[comma] === "," && tags[comma - 1] === "word";
}

/** What can be true of one only, as of the owner of a thing. */
function isExclusive({ stance }: Judged, { vocabulary }: Knowledge): boolean {
  const words = vocabulary.predicates[stance.predicate];
  return (
    words !== undefined &&
    (words.exclusive !== "none" || words.verbs.some((verb) => /^(?:own|possess)$/.test(verb)))
  );
}

/** The look-alike's name, or its abbreviation where the draft has one. */
function namesLike({ tokens }: Passage, { from, to }: Stretch, named: Entity, right: Entity): string {
  const written = tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
  return named.abbreviations.includes(written) ? (right.abbreviations[0] ?? right.name) : right.name;
}

/** Only the words of a name in which it differs from another: "League" → "Union". */
function differing(
  { tokens }: Passage,
  { from, to }: Stretch,
  name: string,
): { words: Stretch; instead: readonly string[] } {
  const right = name.split(" ");
  const written = tokens.slice(from, to).map(({ text }) => text);
  let start = 0;
  while (start < written.length - 1 && start < right.length - 1 && written[start] === right[start]) start++;
  let end = 0;
  const left = Math.min(written.length, right.length) - start - 1;
  while (end < left && written.at(-1 - end) === right.at(-1 - end)) end++;
  return {
    words: { from: from + start, to: to - end },
    instead: [right.slice(start, right.length - end).join(" ")],
  };
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
      // Of nobody, and of one alone, only those speak of whom it is true.
      const isOfAll = told.subject === undefined && told.denied;
      if ((told.only || isOfAll) && claim.holds !== stance.holds) continue;
      const then = isOfThen(claim, told, times, knowledge);
      if (agrees && then !== "no") return { claim, stance, verdict: "supported" };
      if (!agrees && then === "yes") contradiction ??= { claim, stance, verdict: "contradicted" };
      else other ??= { claim, stance, verdict: "unverified" };
    }
  }
  return contradiction ?? other;
}

/** The established claims of the stance's predicate between the actors told; of "only", those of others. */
function claimsFor(
  { subject, object, only }: ToldClaim,
  { predicate, inverse }: Stance,
  knowledge: Knowledge,
): Claim[] {
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
function isOfThen(
  claim: Claim,
  { when, never }: ToldClaim,
  times: readonly TimeMention[],
  knowledge: Knowledge,
): Answer {
  const during = claim.during ?? (claim.date?.range ? claim.date : undefined);
  const timeless = /\bnever\b/.test(claim.statement);
  const stated = times.filter(({ boundary, value }) => value !== undefined && boundary !== "since");
  if (stated.some(({ boundary }) => boundary !== undefined)) return "unknown";
  if (stated.length > 0) {
    if (during !== undefined)
      return stated.every(({ value }) => holdsAt(during, value) === "yes") ? "yes" : "unknown";
    const isOpen = !claim.holds && (isPast(claim) || isNotYet(claim, stated, knowledge));
    return timeless || isOpen ? "yes" : "unknown";
  }
  if (timeless || (never && claim.holds)) return "yes";
  if (when === "other") return "unknown";
  if (claim.date !== undefined && during === undefined) return when === "now" ? "yes" : "unknown";
  if (during === undefined) return when === "now" || isPast(claim) || !isState(claim) ? "yes" : "unknown";
  const asOf = Math.max(-Infinity, ...knowledge.bases.map((base) => base.asOf?.start ?? -Infinity));
  if (when === "now") return during.end === Infinity || during.end >= asOf ? "yes" : "no";
  return "unknown";
}

/** Told in the past tense: of something that happened. */
function isPast({ statement }: Claim): boolean {
  return (
    /\b(?:was|were|did|had|\w+ed)\b/.test(statement) && !/\b(?:is|are|has|have|does|do)\b/.test(statement)
  );
}

/** "X has not ratified the treaty": at no time up to that of which the knowledge base tells. */
function isNotYet({ statement }: Claim, times: readonly TimeMention[], { bases }: Knowledge): boolean {
  const asOf = Math.min(...bases.map((base) => base.asOf?.start ?? -Infinity));
  return (
    /\b(?:has|have) not (?:yet )?\w+(?:ed|en)\b/.test(statement) &&
    times.every(({ value }) => value!.end <= asOf)
  );
}

/** Told of what something is, which may have been otherwise. */
function isState({ statement }: Claim): boolean {
  return /\b(?:is|are)\b/.test(statement);
}
