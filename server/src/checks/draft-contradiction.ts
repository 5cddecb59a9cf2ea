import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { type Contradiction, contradictionsIn } from "../reading/accounts/contradictions.ts";
import type { Reading } from "../reading/reading.ts";
import { slice } from "../text/span.ts";
import type { Check, Report } from "./check.ts";

export const draftContradiction: Check = {
  id: "draft-contradiction",
  title: "One thing is dated or placed in two ways that cannot both hold",
  severity: "warning",
  *run(reading, knowledge) {
    for (const { report } of contradictionReports([reading], knowledge)) yield report;
  },
};

/** What several drafts say that cannot all hold, each finding with the draft in which it stands. */
export function* contradictionReports(
  readings: readonly Reading[],
  knowledge: Knowledge,
): Generator<{ readonly reading: Reading; readonly report: Report }> {
  const seen = new Map<Reading, Set<number>>();
  for (const contradiction of contradictionsIn(readings, knowledge)) {
    const { reading, account } = contradiction.here;
    // One finding a place, however many others it contradicts.
    const places = seen.get(reading) ?? new Set();
    seen.set(reading, places);
    if (places.has(account.span.start)) continue;
    places.add(account.span.start);
    yield { reading, report: reportOf(contradiction) };
  }
}

function reportOf({ here, other }: Contradiction): Report {
  const { account, reading } = here;
  const isHere = other.reading === reading;
  const words = slice(other.reading.draft.text, other.account.span);
  const line = other.reading.draft.lines.positionAt(other.account.span.start).line + 1;
  const where = isHere ? `line ${line}` : `${fileName(other.reading.draft.uri)}, line ${line}`;
  // "Weavers met in Harl" has no name but the one that it gets elsewhere.
  const named = account.by === "deed" ? other : here;
  const subject = slice(named.reading.draft.text, named.account.subjectSpan).replace(/\s+/g, " ");
  const what =
    account.slot === "place" ? "is put in another place" : (WHAT[account.how] ?? "is given another date");
  return {
    message: `“${subject}” ${what} elsewhere: “${words}” (${where}). Both cannot hold.`,
    span: account.span,
    knowledge: account.by === "fact" ? [account.subject.slice(1)] : [],
    evidence: [],
    fixes: [{ newText: words, safe: false }],
    related: isHere ? [{ span: other.account.span, message: "The other place." }] : [],
  };
}

const WHAT: Readonly<Record<string, string>> = {
  born: "is given another date of birth",
  died: "is given another date of death",
};

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
