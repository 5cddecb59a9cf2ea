import type { Check } from "./checks/check.ts";
import { draftContradiction, EarlierDrafts } from "./checks/draft-contradiction.ts";
import { CHECKS } from "./checks/index.ts";
import { findingOf, inOrder, runChecks } from "./checks/run.ts";
import { defaultSeverity } from "./checks/severity.ts";
import type { Snapshot } from "./features/draft/snapshot.ts";
import { Ignoring, type Recorded } from "./ignoring/ignoring.ts";
import { withHouseNames } from "./knowledge-base/house-names.ts";
import type { Knowledge } from "./knowledge-base/knowledge.ts";
import { read } from "./reading/read.ts";
import type { Trace } from "./reading/trace.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";
import type { Draft, Format } from "./text/draft.ts";
import { readDraft } from "./text/read-draft.ts";

export type { Snapshot } from "./features/draft/snapshot.ts";
export { countVerdicts } from "./features/draft/verdicts.ts";

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
  return { draft, knowledge, reading, dateStyle: style.dates, ...found };
}

/** The drafts of one run: each is held against those that were added before it. */
export class DraftSet {
  readonly #earlier = new Map<Knowledge, EarlierDrafts>();

  /** The snapshot with what it tells otherwise than an earlier draft that is held against the same knowledge. */
  add(snapshot: Snapshot, { settings = DEFAULT_SETTINGS, recorded }: How = {}): Snapshot {
    const { draft, knowledge, reading, findings } = snapshot;
    const severity = severityFrom(settings)(draftContradiction);
    if (severity === "off") return snapshot;
    const earlier = this.#earlier.get(knowledge) ?? new EarlierDrafts(knowledge);
    this.#earlier.set(knowledge, earlier);
    const { id } = draftContradiction;
    const known = new Set(findings.flatMap(({ check, span }) => (check === id ? [span.start] : [])));
    // What a draft tells is kept to the end of the run; what was made of its blocks must not be.
    const told = earlier.add({ ...reading, draft: { ...draft, blocks: [] } });
    const fresh = told.filter(({ span }) => !known.has(span.start));
    if (fresh.length === 0) return snapshot;
    const ignoring = new Ignoring(draft, recorded);
    const found = fresh.filter(({ span }) => ignoring.cover(id, span) === undefined);
    const more = found.map((report) => findingOf(report, draftContradiction, severity, draft));
    return more.length === 0 ? snapshot : { ...snapshot, findings: inOrder([...findings, ...more]) };
  }
}

/** Runs a generator of the core to its end without a pause. */
export function finish<T>(work: Generator<unknown, T, undefined>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
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
