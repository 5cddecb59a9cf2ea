import type { Check } from "./checks/check.ts";
import { CHECKS } from "./checks/index.ts";
import { runChecks } from "./checks/run.ts";
import { defaultSeverity } from "./checks/severity.ts";
import type { Snapshot } from "./features/draft/snapshot.ts";
import type { Knowledge } from "./knowledge-base/knowledge.ts";
import { read } from "./reading/read.ts";
import type { Reading, Verdict } from "./reading/reading.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";
import type { Draft, Format } from "./text/draft.ts";
import { readDraft } from "./text/read-draft.ts";

export type { Snapshot } from "./features/draft/snapshot.ts";

/**
 * Reads and checks a draft. A generator, so that its driver owns cancellation and pauses; `finish` runs it at once.
 */
export function* check(
  draft: Draft,
  knowledge: Knowledge,
  settings: Settings = DEFAULT_SETTINGS,
  onCrash?: (check: Check, error: unknown) => void,
): Generator<undefined, Snapshot, undefined> {
  const reading = yield* read(draft, knowledge);
  const findings = yield* runChecks(CHECKS, reading, knowledge, severityFrom(settings), onCrash);
  return { draft, knowledge, reading, findings };
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
}): Snapshot {
  const draft = readDraft({ uri: input.uri ?? "draft:", text: input.text, format: input.format });
  return finish(check(draft, input.knowledge, input.settings));
}

/** How many of a reading's statements have each verdict. */
export function countVerdicts(reading: Reading): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { supported: 0, contradicted: 0, unverified: 0 };
  for (const statement of reading.statements) counts[statement.verdict]++;
  return counts;
}

function severityFrom(settings: Settings) {
  return (check: Check) => {
    const wanted = settings.checks[check.id] ?? "default";
    return wanted === "default" ? defaultSeverity(check) : wanted;
  };
}
