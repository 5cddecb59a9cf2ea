import { type Concern, concernOf } from "../../features/sweep/concern.ts";
import { changesOf, type FactChange, type KnowledgeChanges } from "../../features/sweep/fact-changes.ts";
import { sweep } from "../../features/sweep/sweep.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { check, finish } from "../../service.ts";
import type { Draft } from "../../text/draft.ts";
import { readDraft } from "../../text/read-draft.ts";
import { DraftChecker } from "../checking/draft-checker.ts";
import { kindOfDocument, readDocumentFile } from "../documents/read-document.ts";
import { formatOf } from "../find-drafts.ts";
import type { Context } from "../program.ts";
import { progressOn } from "../progress.ts";
import type { Projects } from "../project/projects.ts";
import { readDraftFile } from "../read-draft-file.ts";
import { OldBases } from "../revisions/old-bases.ts";
import type { Trouble } from "../trouble.ts";
import type { SweepResult, SweptFile } from "./result.ts";

/** What is swept, and since when. */
export interface SweepOrder {
  readonly paths: readonly string[];
  readonly since: string;
  /** What `--knowledge` names. */
  readonly knowledge: readonly string[];
}

/** One knowledge, then and now, with the sieve that tells which drafts may speak of what is different. */
interface Comparison {
  readonly changes: KnowledgeChanges;
  readonly concerns: Concern;
}

/**
 * Finds the drafts that lean on facts which have changed. A draft with no word like those of a changed fact is not read;
 * any other is read twice, against what was known and what is. Undefined where the revision cannot be had.
 */
export async function runSweep(
  { paths, since, knowledge: named }: SweepOrder,
  context: Context,
  trouble: Trouble,
): Promise<SweepResult | undefined> {
  const options = { knowledge: named, gitignore: true };
  const checker = new DraftChecker(options, context, trouble, context.err(undefined));
  const { library, projects } = checker;
  const old = new OldBases(since, trouble);
  const compared = new Map<Knowledge, Comparison>();
  const files: SweptFile[] = [];
  const counts = { drafts: 0, read: 0 };
  const progress = progressOn(context.streams.stderr, false);
  try {
    const drafts = await checker.find(paths);
    progress.part("Sweeping", drafts.length);
    for (const [i, path] of drafts.entries()) {
      const draft = await draftAt(path, projects, trouble);
      if (draft === undefined) continue;
      counts.drafts++;
      const own = draft.frontMatter.knowledge;
      const now = await library.knowledgeFor(path, own);
      let comparison = compared.get(now);
      if (comparison === undefined) {
        const then = await old.knowledgeOf(await library.placesFor(path, own), now);
        if (then === undefined) return undefined;
        const changes = changesOf(then, now);
        comparison = { changes, concerns: concernOf(changes) };
        compared.set(now, comparison);
      }
      const { changes, concerns } = comparison;
      if ((changes.facts.size > 0 || changes.hasOtherWords) && concerns(draft.text)) {
        counts.read++;
        const how = { settings: projects.settingsFor(path), recorded: projects.recordedFor(path) };
        const [before, after] = [changes.before, now].map((each) => finish(check(draft, each, how)));
        const swept = sweep(before!, after!, changes.facts);
        if (swept.passages.length > 0 || swept.holding > 0) files.push({ path, ...swept });
      }
      progress.at(i + 1);
    }
  } finally {
    progress.end();
  }
  if (compared.size > 0 && !old.hasHistory)
    trouble.fail("No knowledge base of these drafts is in a git repository, so none is known as it was.");
  return { since, ...factsIn([...compared.values()]), files, counts };
}

async function draftAt(path: string, projects: Projects, trouble: Trouble): Promise<Draft | undefined> {
  if (kindOfDocument(path) !== undefined) return (await readDocumentFile(path, trouble))?.draft;
  const text = readDraftFile(path, trouble);
  const { format } = projects.effectiveFor(path);
  return text === undefined
    ? undefined
    : readDraft({ uri: path, text, format: format?.value ?? formatOf(path) });
}

/** Each change once, though several drafts may share it in different company. */
function factsIn(compared: readonly Comparison[]): Pick<SweepResult, "facts" | "hasOtherWords"> {
  const facts = new Map<string, FactChange>();
  for (const { changes } of compared)
    for (const change of changes.facts.values()) facts.set(JSON.stringify(change), change);
  return { facts: [...facts.values()], hasOtherWords: compared.some(({ changes }) => changes.hasOtherWords) };
}
