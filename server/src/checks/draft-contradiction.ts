import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { type Contradiction, Tellings } from "../reading/accounts/contradictions.ts";
import { type Placed, placedAccount, placedIn } from "../reading/accounts/placed.ts";
import { type ToldInPart, ToldTwice } from "../reading/accounts/told-twice.ts";
import { placedInDraft } from "../reading/placed.ts";
import type { Reading } from "../reading/reading.ts";
import type { Check, Report } from "./check.ts";

export const draftContradiction: Check = {
  id: "draft-contradiction",
  title: "One thing is dated or placed in two ways that cannot both hold",
  severity: "warning",
  aboutWhole: true,
  acrossDrafts: true,
  *whole(reading) {
    const { draft } = reading;
    const placed = ({ part, account }: ToldInPart) =>
      placedAccount(placedInDraft(account, reading.standing(part)), draft);
    const found = reading.follower(ToldTwice).found();
    yield* reportsOf(found.map(({ here, other }) => ({ here: placed(here), other: placed(other) })));
  },
};

/** The drafts of one run: each is held against those before it. One for each knowledge base. */
export class EarlierDrafts {
  readonly #knowledge: Knowledge;
  readonly #tellings: Tellings<Placed>;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#tellings = new Tellings(knowledge);
  }

  /** What a draft tells otherwise than an earlier one; what it tells in two ways itself, the check says. */
  add(reading: Reading): Report[] {
    const { uri } = reading.draft;
    return reportsOf(between(uri, this.#tellings.add(placedIn(reading, this.#knowledge))));
  }
}

/** What is told in one draft otherwise than in others, given what all of them tell of the same things. */
export function reportsAgainst(
  uri: string,
  own: readonly Placed[],
  others: readonly Placed[],
  knowledge: Knowledge,
): Report[] {
  const tellings = new Tellings<Placed>(knowledge);
  tellings.add(others);
  return reportsOf(between(uri, tellings.add(own)));
}

function between(uri: string, found: readonly Contradiction<Placed>[]): Contradiction<Placed>[] {
  return found.filter(({ here, other }) => here.uri === uri && other.uri !== uri);
}

/** One finding a place, however many others it contradicts. */
function reportsOf(contradictions: readonly Contradiction<Placed>[]): Report[] {
  const places = new Set<number>();
  return contradictions.flatMap((contradiction) => {
    const { start } = contradiction.here.account.span;
    if (places.has(start)) return [];
    places.add(start);
    return [reportOf(contradiction)];
  });
}

function reportOf({ here, other }: Contradiction<Placed>): Report {
  const { account } = here;
  const isHere = other.uri === here.uri;
  const { words, uri, start, end } = other;
  const place = other.place ?? `line ${start.line + 1}`;
  const where = isHere ? place : `${fileName(uri)}, ${place}`;
  // "Weavers met in Harl" has no name but the one that it gets elsewhere.
  const subject = (account.by === "deed" ? other : here).subject.replace(/\s+/g, " ");
  const what =
    account.slot === "place" ? "is put in another place" : (WHAT[account.how] ?? "is given another date");
  return {
    message: `“${subject}” ${what} elsewhere: “${words}” (${where}). Both cannot hold.`,
    span: account.span,
    knowledge: account.by === "fact" ? [account.subject.slice(1)] : [],
    evidence: [],
    // Were both taken over, each would stand where the other was.
    fixes: isHere && other.account.span.start > account.span.start ? [] : [{ newText: words, safe: false }],
    related: isHere ? [{ span: other.account.span, message: OTHER }] : [],
    ...(!isHere && { elsewhere: [{ uri, start, end, message: OTHER }] }),
  };
}

const OTHER = "What is said here cannot hold as well.";

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
