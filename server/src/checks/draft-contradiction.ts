import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { type Contradiction, Tellings } from "../reading/accounts/contradictions.ts";
import type { Reading } from "../reading/reading.ts";
import type { Draft } from "../text/draft.ts";
import { placeIn, whereabouts } from "../text/place.ts";
import { type Span, slice } from "../text/span.ts";
import type { Check, Report } from "./check.ts";

export const draftContradiction: Check = {
  id: "draft-contradiction",
  title: "One thing is dated or placed in two ways that cannot both hold",
  severity: "warning",
  *run(reading, knowledge) {
    yield* reportsOf(new Tellings(knowledge).add(reading));
  },
};

/** The drafts of one run: each is held against those before it. One for each knowledge base. */
export class EarlierDrafts {
  readonly #tellings: Tellings;

  constructor(knowledge: Knowledge) {
    this.#tellings = new Tellings(knowledge);
  }

  /** What a draft tells otherwise than an earlier one; what it tells in two ways itself, the check says. */
  add(reading: Reading): Report[] {
    const found = this.#tellings.add(reading);
    return reportsOf(
      found.filter(({ here, other }) => here.draft === reading.draft && other.draft !== reading.draft),
    );
  }
}

/** One finding a place, however many others it contradicts. */
function reportsOf(contradictions: readonly Contradiction[]): Report[] {
  const places = new Set<number>();
  return contradictions.flatMap((contradiction) => {
    const { start } = contradiction.here.account.span;
    if (places.has(start)) return [];
    places.add(start);
    return [reportOf(contradiction)];
  });
}

function reportOf({ here, other }: Contradiction): Report {
  const { account, draft } = here;
  const isHere = other.draft === draft;
  const words = slice(other.draft.text, other.account.span);
  const place = placeTold(other.draft, other.account.span);
  const where = isHere ? place : `${fileName(other.draft.uri)}, ${place}`;
  // "Weavers met in Harl" has no name but the one that it gets elsewhere.
  const named = account.by === "deed" ? other : here;
  const subject = slice(named.draft.text, named.account.subjectSpan).replace(/\s+/g, " ");
  const what =
    account.slot === "place" ? "is put in another place" : (WHAT[account.how] ?? "is given another date");
  return {
    message: `“${subject}” ${what} elsewhere: “${words}” (${where}). Both cannot hold.`,
    span: account.span,
    knowledge: account.by === "fact" ? [account.subject.slice(1)] : [],
    evidence: [],
    // Were both taken over, each would stand where the other was.
    fixes: isHere && other.account.span.start > account.span.start ? [] : [{ newText: words, safe: false }],
    related: isHere ? [{ span: other.account.span, message: "What is said here cannot hold as well." }] : [],
  };
}

/** By its line; in documents, which have none, by heading and paragraph. */
function placeTold(draft: Draft, span: Span): string {
  if (draft.madeOf !== undefined) return whereabouts(placeIn(draft, span));
  return `line ${draft.lines.positionAt(span.start).line + 1}`;
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
