import type { Location, Result, Fix as SarifFix, Region as SarifRegion } from "sarif";
import type { Finding, Fix, Severity } from "../../checks/check.ts";
import { CHECKS } from "../../checks/index.ts";
import type { Draft } from "../../text/draft.ts";
import { type Span, slice } from "../../text/span.ts";
import { uriFrom } from "./paths.ts";
import { placeInWords, regionOf } from "./place.ts";
import { fixTitle } from "./told.ts";

/** Where a finding is, and what its sources say. */
export interface ResultContext {
  readonly path: string;
  readonly draft: Draft;
  readonly root: string;
  readonly evidence: readonly string[];
}

export const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** A finding as a result of SARIF. */
export function resultOf(
  finding: Finding,
  context: ResultContext,
  { print, count }: { readonly print: string; readonly count: number },
): Result {
  const { draft, evidence } = context;
  const { check, severity, message, span, related, fixes, knowledge } = finding;
  return {
    ruleId: check,
    ruleIndex: CHECKS.findIndex(({ id }) => id === check),
    kind: "fail",
    level: LEVELS[severity],
    message: { text: [message, ...evidence].join("\n") },
    locations: [placed(span, context, true)],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        ...placed(each.span, context, false),
        message: { text: each.message },
      })),
    }),
    // What is to be replaced in a document has no place in its file.
    ...(fixes.length > 0 &&
      draft.madeOf === undefined && { fixes: fixes.map((fix) => fixOf(fix, finding, context)) }),
    // Both are the same; the first is the name that GitHub looks for, and makes up itself where it is missing.
    partialFingerprints: {
      primaryLocationLineHash: `${print}:${count}`,
      "wordsInSentence/v1": `${print}:${count}`,
    },
    properties: {
      severity,
      words: slice(draft.text, span),
      knowledge: [...knowledge],
    },
  };
}

function placed(span: Span, { path, draft, root }: ResultContext, withContext: boolean): Location {
  const inWords = placeInWords(draft, span);
  if (inWords !== undefined)
    return {
      physicalLocation: { artifactLocation: artifact(path, root) },
      logicalLocations: [{ fullyQualifiedName: inWords }],
    };
  const region = sarifRegion(span, draft);
  const physicalLocation = { artifactLocation: artifact(path, root), region };
  if (!withContext) return { physicalLocation };
  const { startLine, endLine } = region;
  const lines = Array.from({ length: Math.min(endLine! - startLine!, MOST_LINES - 1) + 1 }, (_, i) =>
    draft.lines.line(startLine! - 1 + i),
  );
  const contextRegion = {
    startLine: startLine!,
    endLine: startLine! + lines.length - 1,
    snippet: { text: lines.join("\n") },
  };
  // The context must hold the whole region; of a very long one there is none.
  return {
    physicalLocation: { ...physicalLocation, ...(contextRegion.endLine === endLine && { contextRegion }) },
  };
}

const MOST_LINES = 10;

function fixOf(fix: Fix, { span }: Finding, { path, draft, root }: ResultContext): SarifFix {
  return {
    description: { text: `${fixTitle(fix)}.` },
    artifactChanges: [
      {
        artifactLocation: artifact(path, root),
        replacements: [
          {
            deletedRegion: sarifRegion(fix.span ?? span, draft, false),
            ...(fix.newText !== "" && { insertedContent: { text: fix.newText } }),
          },
        ],
      },
    ],
  };
}

function sarifRegion(span: Span, draft: Draft, withSnippet = true): SarifRegion {
  const region = regionOf(draft.lines, span);
  return withSnippet ? { ...region, snippet: { text: slice(draft.text, span) } } : region;
}

/** Relative to the root of the repository, whose place on this computer concerns nobody; absolute for a draft elsewhere. */
function artifact(path: string, root: string) {
  const uri = uriFrom(root, path);
  return uri.startsWith("file:") ? { uri } : { uri, uriBaseId: "SRCROOT" };
}
