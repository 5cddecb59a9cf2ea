import { resolve } from "node:path";
import { version } from "../../../../package.json";
import type { Finding } from "../../checks/check.ts";
import type { Snapshot } from "../../service.ts";
import { BaselineKeeper } from "../baseline/keeper.ts";
import { ChangedLines } from "../changed/changed-lines.ts";
import { sortByChange } from "../changed/touched.ts";
import type { CommentedCopies } from "../documents/comments/copies.ts";
import type { ReadDocument } from "../documents/read-document.ts";
import { EXIT } from "../exit-status.ts";
import { foldersAround } from "../knowledge-files.ts";
import type { Context } from "../program.ts";
import { type ProgressBar, progressOn } from "../progress.ts";
import { draftText } from "../read-draft-file.ts";
import type { CheckedDraft, ReportSetting } from "../reports/report.ts";
import { readAll } from "../stdin.ts";
import { Trouble } from "../trouble.ts";
import { checkDrafts, usualJobs } from "./check-drafts.ts";
import { DraftChecker } from "./draft-checker.ts";
import { interruptedText, interruptible, until } from "./interruption.ts";
import { type CheckOptions, isAsGraveAs } from "./options.ts";
import { Reports, type Wanted } from "./report-files.ts";

/** The name by which one asks for standard input. */
export const STDIN = "-";
const PATIENCE = 700;

/** A draft with all of its findings. */
interface Found {
  readonly path: string;
  readonly snapshot: Snapshot;
  /** What the draft was made of, where it is no text. */
  readonly document?: ReadDocument;
}

/** Checks drafts and reports on them: `aide-memoire check`. Sets the exit status. */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<void> {
  const progress = progressOn(context.streams.stderr, options.quiet === true || !options.progress, PATIENCE);
  const errors = progress.above(context.err(options.color));
  const trouble = new Trouble(errors, options.quiet);
  const setting = settingOf(options, context);
  const stdout = progress.above(context.out(options.color));
  const reports = new Reports(wantedOf(options), setting, { stdout, trouble });
  try {
    const checker = new DraftChecker(options, context, trouble, errors);
    const tally = { isGrave: false, warnings: 0 };
    const copies =
      options.commentsOut === undefined ? undefined : await copiesIn(options.commentsOut, trouble);
    const add = (draft: CheckedDraft, document?: ReadDocument) => {
      if (document !== undefined) copies?.add(draft.path, document, draft.findings, draft.snapshot);
      tally.isGrave ||= draft.findings.some(setting.isGrave);
      tally.warnings += draft.findings.filter(({ severity }) => severity === "warning").length;
      reports.add(options.quiet ? onlyGrave(draft, options, setting) : draft);
    };
    const gone = await pass(found(paths, options, { checker, trouble, progress, context, copies }), add, {
      ...{ options, trouble, context },
    });
    progress.end();
    reports.end({
      ...{ knowledge: checker.library.used, gone },
      ...{ complete: !trouble.failed, troubles: trouble.messages },
    });
    const most = options.maxWarnings ?? Number.POSITIVE_INFINITY;
    const isTooMany = tally.warnings > most;
    // Also in a quiet run, which would else fail without a word.
    if (isTooMany) new Trouble(errors).note(`${tally.warnings} warnings, and at most ${most} may be there.`);
    const hasFindings = (tally.isGrave || isTooMany) && !options.writeBaseline;
    context.exit(trouble.failed ? EXIT.failed : hasFindings ? EXIT.findings : EXIT.clean);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    progress.end();
    trouble.fail(error.message);
    context.exit(error.status);
  } finally {
    progress.end();
    reports.discard();
  }
}

async function copiesIn(target: string, trouble: Trouble): Promise<CommentedCopies> {
  const { CommentedCopies } = await import("../documents/comments/copies.ts");
  return new CommentedCopies(target, trouble);
}

/** Passes drafts on to the reports: as they come, or all together where a baseline is to be compared with. */
async function pass(
  drafts: AsyncGenerator<Found>,
  add: (draft: CheckedDraft, document?: ReadDocument) => void,
  { options, trouble, context }: { options: CheckOptions; trouble: Trouble; context: Context },
): Promise<number> {
  const keeper = BaselineKeeper.of(options, trouble);
  const wanted = options.changed === true ? undefined : options.changed;
  const changes =
    options.changed === undefined ? undefined : new ChangedLines(wanted, trouble, context.environment);
  const narrowed = async (draft: Found, known: ReadonlySet<Finding>): Promise<CheckedDraft | undefined> => {
    const { path, snapshot } = draft;
    const left = snapshot.findings.filter((finding) => !known.has(finding));
    const changed = changes === undefined ? "all" : await changes.of(path);
    if (changed === undefined) return undefined;
    const { touched, apart } = sortByChange(left, snapshot.draft, changed);
    return { path, snapshot, findings: touched, known: [...known], apart };
  };
  if (keeper === undefined) {
    for await (const draft of drafts) {
      const ready = await narrowed(draft, new Set());
      if (ready !== undefined) add(ready, draft.document);
    }
    return 0;
  }
  const all: Found[] = [];
  for await (const draft of drafts) all.push(draft);
  const { known, gone } = keeper.compare(all);
  for (const [i, draft] of all.entries()) {
    const ready = await narrowed(draft, known[i]!);
    if (ready !== undefined) add(ready, draft.document);
  }
  keeper.keep(all, trouble);
  return gone;
}

/** The user has asked the run to stop: nothing is to be concluded from what was checked until then. */
class Interrupted extends Error {
  constructor(
    readonly status: number,
    run: { readonly done: number; readonly of: number; readonly findings: number },
  ) {
    super(interruptedText(run));
  }
}

async function* found(
  paths: readonly string[],
  options: CheckOptions,
  run: {
    readonly checker: DraftChecker;
    readonly trouble: Trouble;
    readonly progress: ProgressBar;
    readonly context: Context;
    readonly copies: CommentedCopies | undefined;
  },
): AsyncGenerator<Found> {
  const { checker, trouble, progress, context, copies } = run;
  const drafts = await checker.find(paths.filter((path) => path !== STDIN));
  copies?.begin(drafts);
  progress.part("Checking", drafts.length);
  let blank = true;
  if (paths.includes(STDIN)) {
    const path = options.stdinName ?? "stdin";
    const text = draftText(await readAll(context.streams.stdin), path, trouble);
    blank &&= (text ?? "").trim() === "";
    if (text !== undefined) yield { path, snapshot: await checker.check(path, text) };
  }
  const { bundledKnowledge, environment } = context;
  const order = { knowledge: options.knowledge, bundledKnowledge, environment };
  const spread = { jobs: options.jobs ?? usualJobs(drafts.length), program: __filename, order };
  const interruption = interruptible();
  let done = 0;
  let findings = 0;
  try {
    for await (const { path, checked } of until(
      interruption,
      checkDrafts(drafts, checker, spread, trouble),
    )) {
      progress.at(++done);
      if (checked === undefined) continue;
      const { text, snapshot, document } = checked;
      blank &&= text.trim() === "";
      const whole = checker.among(path, snapshot);
      findings += whole.findings.length;
      yield { path, snapshot: whole, ...(document && { document }) };
    }
  } finally {
    interruption.end();
  }
  if (interruption.happened)
    throw new Interrupted(interruption.status, { done, of: drafts.length, findings });
  // A run that read nothing must not pass for a clean one: in CI it is most often a draft that was lost on the way.
  if (blank && !trouble.failed) trouble.fail("No draft holds any text, so nothing was checked.");
}

function wantedOf({ format, output, report }: CheckOptions): Wanted[] {
  return [{ format, file: output }, ...report];
}

function onlyGrave(draft: CheckedDraft, { failOn }: CheckOptions, { isGrave }: ReportSetting): CheckedDraft {
  const isKept = failOn === "never" ? ({ severity }: Finding) => severity === "error" : isGrave;
  return { ...draft, findings: draft.findings.filter(isKept), apart: draft.apart.filter(isKept) };
}

export function settingOf(
  options: Pick<CheckOptions, "failOn" | "quiet" | "baseline">,
  { pages }: Context,
): ReportSetting {
  return {
    version,
    isGrave: (finding) => isAsGraveAs(finding, options.failOn),
    quiet: options.quiet === true,
    hasBaseline: options.baseline !== undefined,
    root: foldersAround(resolve("."))[0]!,
    page: (check) => pages.prose(check),
    pageAddress: (check) => pages.address(check),
  };
}
