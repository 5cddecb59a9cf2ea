import type { IgnoredBy, Ignoring } from "../ignoring/ignoring.ts";
import type { Evidence, Id, Knowledge } from "../knowledge-base/knowledge.ts";
import type { ReadPart } from "../reading/ledger.ts";
import type { PartReading, WholeReading } from "../reading/whole.ts";
import type { Position } from "../text/lines.ts";
import type { Span } from "../text/span.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** What to write in place of a finding's span. */
export interface Fix {
  readonly newText: string;
  /**
   * It changes how something is written (a spelling, a weekday beside a date that is known), and leaves what is said as it
   * is: see safe-fix.ts. Another date, person, place or number is never safe.
   */
  readonly safe: boolean;
  /** What it replaces, where that is not the finding's span: the whole date, where its weekday is marked. */
  readonly span?: Span;
  /** What it does, in a few words, where the new ones by themselves do not tell it apart from others. */
  readonly title?: string;
}

/** A finding that somebody wants to hear no more of. */
export interface IgnoredFinding extends IgnoredBy {
  readonly finding: Finding;
}

/** What a check of a part can learn of the rest of its draft. */
export interface AroundPart {
  /** Acronyms that the house takes for known. */
  readonly acronyms: readonly string[];
  /** Asks something of the whole draft; the part is checked again when the answer is another one. Answers are plain values. */
  ask<Answer>(question: (whole: WholeReading, part: ReadPart) => Answer): Answer;
}

/** What the checks before one have done. */
export interface SoFar {
  readonly ignoring: Ignoring;
  /** Acronyms that the house takes for known. */
  readonly acronyms: readonly string[];
  /** The ids of all checks, and of those that have said all that they have to say. */
  readonly all: readonly string[];
  readonly ran: ReadonlySet<string>;
}

/** Something in a draft that cannot be right. Cannot be built without its evidence. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  /** What is wrong and what the fact is, in one or two sentences. */
  readonly message: string;
  readonly span: Span;
  /** The facts that speak against it. */
  readonly knowledge: readonly Id[];
  readonly evidence: readonly Evidence[];
  /** Best first; each replaces exactly `span`, unless it has its own. */
  readonly fixes: readonly Fix[];
  /** Other places of the draft that belong to it: the mention of the event that this date is given to. */
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** Places of other drafts that belong to it. */
  readonly elsewhere?: readonly ElsewhereInDrafts[];
}

/** A place of another draft, whose text is not at hand. */
export interface ElsewhereInDrafts {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
}

/** What a check yields; the runner adds the check's id and severity. */
export interface Report extends Omit<Finding, "check" | "severity"> {
  /** The span is markup, which a fix may replace; elsewhere a fix across markup would leave half of it behind. */
  readonly isMarkup?: true;
}

export interface Check {
  /** File name, page name, settings key and diagnostic code. */
  readonly id: string;
  /** For lists and settings: what it finds, as a short phrase. */
  readonly title: string;
  readonly severity: Severity;
  /** It speaks only where the user has given it a severity. */
  readonly offByDefault?: boolean;
  /** It may have more to say where other drafts are known. */
  readonly acrossDrafts?: true;
  /** A change at one place of a draft can bring it to speak, or to fall silent, at another. */
  readonly aboutWhole?: true;
  /** It looks at what the others did, so it runs after them. */
  readonly isLast?: true;
  /** It speaks of contradicted statements alone: of a part without any it is not asked. */
  readonly ofContradicted?: true;
  /** What it says of a part of a draft, by that part's own words and by what it asks; places count from the part's start. */
  part?(reading: PartReading, knowledge: Knowledge, around: AroundPart): Generator<Report, void, undefined>;
  /** What it says of a draft as a whole. */
  whole?(reading: WholeReading, knowledge: Knowledge, soFar: SoFar): Generator<Report, void, undefined>;
}
