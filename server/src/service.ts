import type { Check, Report, Severity } from "./checks/check.ts";
import { draftContradiction, EarlierDrafts } from "./checks/draft-contradiction.ts";
import { findingOf, inOrder } from "./checks/finding.ts";
import { CHECKS } from "./checks/index.ts";
import { runChecks } from "./checks/run.ts";
import { defaultSeverity } from "./checks/severity.ts";
import type { Snapshot } from "./features/draft/snapshot.ts";
import { Ignoring, type Recorded } from "./ignoring/ignoring.ts";
import { withHouseNames } from "./knowledge-base/house-names.ts";
import type { Knowledge } from "./knowledge-base/knowledge.ts";
import { finish } from "./knowledge-base/steps.ts";
import { type Placed, placedIn } from "./reading/accounts/placed.ts";
import { ToldTwice } from "./reading/accounts/told-twice.ts";
import { read, wholeOf } from "./reading/read.ts";
import type { Trace } from "./reading/trace.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";
import type { Draft, Format } from "./text/draft.ts";
import { readDraft } from "./text/read-draft.ts";

export { reportsAgainst } from "./checks/draft-contradiction.ts";
export type { Snapshot } from "./features/draft/snapshot.ts";
export { countVerdicts } from "./features/draft/verdicts.ts";
export { finish } from "./knowledge-base/steps.ts";

/** How a draft is to be checked. */
export interface How {
  readonly settings?: Settings;
  /** The findings that the workspace's file says are known. */
  readonly recorded?: Recorded | undefined;
}

/**
 * Reads and checks a draft. A generator, so that its driver owns cancellation and pauses; `finish` runs it at once.
 */
export function* check(
  draft: Draft,
  given: Knowledge,
  how: How & {
    readonly onCrash?: (check: Check, error: unknown) => void;
    /** Is filled with how the draft was read. */
    readonly trace?: Trace | undefined;
    /** Of an older version of the draft: only what has changed since is read again. */
    readonly earlier?: Snapshot | undefined;
  } = {},
): Generator<undefined, Snapshot, undefined> {
  const { settings = DEFAULT_SETTINGS, recorded, onCrash } = how;
  const { style } = settings;
  const knowledge = withHouseNames(given, style.names);
  const reading = yield* read(draft, knowledge, { trace: how.trace, earlier: how.earlier?.reading });
  const found = yield* runChecks(CHECKS, reading, knowledge, {
    severityOf: severityFrom(settings),
    ignoring: new Ignoring(draft, recorded),
    ...(style.acronyms && { acronyms: style.acronyms }),
    ...(onCrash && { onCrash }),
  });
  return { draft, knowledge, reading, dateStyle: style.dates, acronyms: style.acronyms, ...found };
}

/** The drafts of one run: each is held against those that were added before it. */
export class DraftSet {
  readonly #earlier = new Map<Knowledge, EarlierDrafts>();

  /** The snapshot with what it tells otherwise than an earlier draft that is held against the same knowledge. */
  add(snapshot: Snapshot, how: How = {}): Snapshot {
    const { knowledge, reading } = snapshot;
    if (severityAcrossDrafts(how.settings) === "off") return snapshot;
    const earlier = this.#earlier.get(knowledge) ?? new EarlierDrafts(knowledge);
    this.#earlier.set(knowledge, earlier);
    return withReports(snapshot, earlier.add(reading), how);
  }
}

/** How grave it is that two drafts tell one thing in two ways. */
export function severityAcrossDrafts(settings: Settings = DEFAULT_SETTINGS): Severity | "off" {
  return severityFrom(settings)(draftContradiction);
}

/** What a draft tells that others may tell otherwise, and where (by its start) nothing is to be said of that. */
export function accountsAcross(
  { draft, knowledge, reading, findings }: Snapshot,
  { settings, recorded }: How = {},
): { readonly accounts: readonly Placed[]; readonly silent: ReadonlySet<number> } {
  if (severityAcrossDrafts(settings) === "off") return { accounts: [], silent: new Set() };
  const { id } = draftContradiction;
  const ignoring = new Ignoring(draft, recorded);
  const accounts = [...placedIn(reading, knowledge)];
  const silent = new Set(findings.flatMap(({ check, span }) => (check === id ? [span.start] : [])));
  for (const { account } of accounts)
    if (ignoring.cover(id, account.span) !== undefined) silent.add(account.span.start);
  return { accounts, silent };
}

/** Whether a draft tells anything else than when this was last asked of it: then {@link accountsAcross} tells what. */
export function tellsOtherwise({ reading, knowledge }: Snapshot): boolean {
  return wholeOf(reading, knowledge).follower(ToldTwice).tellsOtherwise();
}

/** A snapshot with what {@link reportsAgainst} says of it, as far as nobody ignores it and its own check has not said it. */
export function withReports(
  snapshot: Snapshot,
  reports: readonly Report[],
  { settings, recorded }: How = {},
): Snapshot {
  const { draft, findings } = snapshot;
  const severity = severityAcrossDrafts(settings);
  if (severity === "off" || reports.length === 0) return snapshot;
  const { id } = draftContradiction;
  const known = new Set(findings.flatMap(({ check, span }) => (check === id ? [span.start] : [])));
  const ignoring = new Ignoring(draft, recorded);
  const more = reports
    .filter(({ span }) => !known.has(span.start) && ignoring.cover(id, span) === undefined)
    .map((report) => findingOf(report, draftContradiction, severity, draft));
  return more.length === 0 ? snapshot : { ...snapshot, findings: inOrder([...findings, ...more]) };
}

/** Reads and checks a text in one go. */
export function checkText(input: {
  readonly text: string;
  readonly format: Format;
  readonly knowledge: Knowledge;
  readonly uri?: string;
  readonly settings?: Settings;
  readonly recorded?: Recorded;
}): Snapshot {
  const draft = readDraft({ uri: input.uri ?? "draft:", text: input.text, format: input.format });
  const { settings, recorded } = input;
  return finish(check(draft, input.knowledge, { ...(settings && { settings }), recorded }));
}

function severityFrom(settings: Settings) {
  return (check: Check) => {
    const wanted = settings.checks[check.id] ?? "default";
    return wanted === "default" ? defaultSeverity(check) : wanted;
  };
}
