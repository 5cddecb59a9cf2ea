import type { Finding } from "../../checks/check.ts";
import { CHECKS } from "../../checks/index.ts";
import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Statement } from "../../reading/reading.ts";
import { overlaps, type Span } from "../../text/span.ts";
import type { Snapshot } from "../draft/snapshot.ts";
import { factsOf } from "../draft/statement-facts.ts";
import { contextsOf } from "../fact-sheet/context.ts";
import { phraseFor } from "../fact-sheet/phrases.ts";
import type { PlaceRange } from "../fact-sheet/sheet.ts";
import type { FactChange } from "./fact-changes.ts";

/**
 * What a change of facts does to a passage. `wrong`: it is found fault with now, and was not; `otherwise`: it was and is,
 * but for another reason, or with another way out; `right`: it was, and is supported now; `released`: it was, and nothing
 * speaks against it now; `uncovered`: it was supported, and no fact speaks of it now; `covered`: the reverse.
 */
export type Effect = "wrong" | "otherwise" | "right" | "released" | "uncovered" | "covered";

/** A passage that what is known now judges otherwise than what was known then. */
export interface Swept {
  readonly effect: Effect;
  readonly range: PlaceRange;
  readonly words: string;
  /** What is wrong now, or was; else what the draft says, as in "dates the Doha ceasefire 19 October 2025". */
  readonly message: string;
  /** The check that speaks now, or did. */
  readonly check?: string;
  /** What to write instead, best first; of what is wrong now. */
  readonly fixes: readonly string[];
  /** The changed entries that it comes from, as far as that can be told. */
  readonly facts: readonly Id[];
}

/** A draft under two states of what is known. */
export interface SweptDraft {
  /** In the order of the text. */
  readonly passages: readonly Swept[];
  /** How many statements rest on changed entries and are judged as before. */
  readonly holding: number;
}

/** Compares one text read against what was known (`before`) and against what is (`after`). */
export function sweep(before: Snapshot, after: Snapshot, changed: ReadonlyMap<Id, FactChange>): SweptDraft {
  const passages = [...ofFindings(before, after, changed), ...ofStatements(before, after, changed)];
  const rests = (statement: Statement) => factsOf(statement).some((id) => changed.has(id));
  const touched = (span: Span) => passages.some((each) => overlaps(each.span, span));
  return {
    passages: passages.sort((a, b) => a.span.start - b.span.start).map(({ swept }) => swept),
    holding: after.reading.statements.filter((each) => rests(each) && !touched(each.span)).length,
  };
}

interface Placed {
  readonly span: Span;
  readonly swept: Swept;
}

/** What the checks say now and did not say, or said and no longer do. What somebody ignores is none of it. */
function ofFindings(before: Snapshot, after: Snapshot, changed: ReadonlyMap<Id, FactChange>): Placed[] {
  const isAt = (one: Finding) => (other: Finding) =>
    other.check === one.check && overlaps(other.span, one.span);
  const wrong = aboutText(after).flatMap((finding) => {
    const earlier = before.findings.find(isAt(finding));
    if (earlier !== undefined && tellsAs(earlier, finding)) return [];
    return [placed(finding, earlier === undefined ? "wrong" : "otherwise", after, changed)];
  });
  const gone = aboutText(before).filter((finding) => !after.findings.some(isAt(finding)));
  const isIgnored = (one: Finding) => after.ignored.some(({ finding }) => isAt(one)(finding));
  const mended = gone
    .filter((finding) => !isIgnored(finding))
    .map((finding) => {
      const supported = after.reading.statements.some(
        ({ verdict, span }) => verdict === "supported" && overlaps(span, finding.span),
      );
      return placed(finding, supported ? "right" : "released", before, changed);
    });
  // Where one check takes over from another, the passage is still wrong, and that is told once.
  const left = mended.filter(({ span }) => !wrong.some((each) => overlaps(each.span, span)));
  return [...wrong, ...left];
}

/** Findings on what is ignored in vain speak of comments, not of what the draft says. */
function aboutText({ findings }: Snapshot): Finding[] {
  return findings.filter(({ check }) => !ON_OTHERS.has(check));
}

const ON_OTHERS = new Set(CHECKS.flatMap(({ id, isLast }) => (isLast ? [id] : [])));

function tellsAs(one: Finding, other: Finding): boolean {
  const fixes = ({ fixes: all }: Finding) => all.map(({ newText }) => newText).join("\n");
  return one.message === other.message && fixes(one) === fixes(other);
}

function placed(
  finding: Finding,
  effect: Effect,
  { draft, reading }: Snapshot,
  changed: ReadonlyMap<Id, FactChange>,
): Placed {
  const { span, check, message, fixes, knowledge } = finding;
  const stated = reading.statements.filter((each) => overlaps(each.span, span)).flatMap(factsOf);
  const named = reading.entities.filter((each) => overlaps(each.span, span)).flatMap(({ ids }) => ids);
  const facts = [...new Set([...knowledge, ...stated, ...named])].filter((id) => changed.has(id));
  const isNow = effect === "wrong" || effect === "otherwise";
  return {
    span,
    swept: {
      ...{ effect, check, message, facts },
      ...shown(draft, span),
      fixes: isNow ? fixes.flatMap((fix) => (fix.span === undefined ? [fix.newText] : [])) : [],
    },
  };
}

/** Statements that facts bear out and did not, or did and no longer do. */
function ofStatements(before: Snapshot, after: Snapshot, changed: ReadonlyMap<Id, FactChange>): Placed[] {
  const { draft } = after;
  const supported = ({ reading }: Snapshot) =>
    reading.statements.filter(({ verdict }) => verdict === "supported");
  const isAt = (one: Statement) => (other: Statement) =>
    other.kind === one.kind && overlaps(other.span, one.span);
  const contradicted = ({ reading }: Snapshot) =>
    reading.statements.filter(({ verdict }) => verdict === "contradicted");
  const isGone = (one: Statement, from: Snapshot) =>
    !supported(from).some(isAt(one)) && !contradicted(from).some(isAt(one));
  const told = (statement: Statement, effect: Effect, { knowledge }: Snapshot): Placed => ({
    span: statement.span,
    swept: {
      effect,
      ...shown(draft, statement.span),
      message: phraseFor(statement, draft, knowledge),
      fixes: [],
      facts: factsOf(statement).filter((id) => changed.has(id)),
    },
  });
  return [
    ...supported(before).flatMap((one) => (isGone(one, after) ? [told(one, "uncovered", before)] : [])),
    ...supported(after).flatMap((one) => (isGone(one, before) ? [told(one, "covered", after)] : [])),
  ];
}

function shown(draft: Snapshot["draft"], span: Span): Pick<Swept, "range" | "words"> {
  const { lines } = draft;
  return {
    range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
    words: contextsOf(draft)(span).words,
  };
}
