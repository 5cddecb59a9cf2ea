import type { Finding } from "../../checks/check.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Snapshot } from "../../service.ts";
import type { Output } from "../output.ts";

/** A draft with what is to be said of it. */
export interface CheckedDraft {
  /** As the user gave it. */
  readonly path: string;
  readonly snapshot: Snapshot;
  /** What is to be reported, in the order of the text. */
  readonly findings: readonly Finding[];
  /** What the baseline knows, and is therefore not reported. */
  readonly known: readonly Finding[];
  /** Of changed lines only: what is said of the draft as a whole, at places that nobody changed. */
  readonly apart: readonly Finding[];
}

/** What a report may ask about the run that it is of. */
export interface ReportSetting {
  readonly version: string;
  /** Whether a finding makes the run fail. */
  readonly isGrave: (finding: Finding) => boolean;
  /** Findings and nothing else: no summary. */
  readonly quiet: boolean;
  readonly hasBaseline: boolean;
  /** The folder that paths in reports for programs begin in: the root of the repository, or else the current folder. */
  readonly root: string;
  /** The prose of a check's page in Markdown; undefined where the pages are not beside the program. */
  readonly page: (check: string) => string | undefined;
  /** The address of a check's page on this computer. */
  readonly pageAddress: (check: string) => string | undefined;
}

/** A format of the report, begun over an output: drafts are added as they are checked. */
export type Report = (
  output: Output,
  setting: ReportSetting,
) => {
  add(draft: CheckedDraft): void;
  end(run: Run): void;
};

/** What is known once all drafts are checked. */
export interface Run {
  /** The knowledge that drafts were checked against, in the order of first use. */
  readonly knowledge: readonly Knowledge[];
  /** False where a draft or a part of a knowledge base could not be read. */
  readonly complete: boolean;
  /** What stood in the way, for a run that is not complete. */
  readonly troubles: readonly string[];
  /** Findings of the baseline that are gone. */
  readonly gone: number;
}
