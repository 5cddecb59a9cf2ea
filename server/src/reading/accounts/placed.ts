import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Position } from "../../text/lines.ts";
import { placeIn, whereabouts } from "../../text/place.ts";
import { slice } from "../../text/span.ts";
import { verbsOfNoun } from "../english/nominals.ts";
import type { Reading } from "../reading.ts";
import type { Account } from "./account.ts";
import { accountsOf } from "./accounts.ts";

/** An account and where it stands, in words that outlive the text of its draft. */
export interface Placed {
  readonly account: Account;
  /** The draft that gives it. */
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
  /** By headings and paragraphs, in a draft that has no lines of its own. */
  readonly place?: string;
  /** The words that are told, and those that name what they are told of. */
  readonly words: string;
  readonly subject: string;
}

/** What a draft tells that other drafts can tell otherwise. */
export function* placedIn(reading: Reading, knowledge: Knowledge): Generator<Placed> {
  const { uri, text, lines } = reading.draft;
  for (const account of accountsOf(reading, knowledge)) {
    const { span, subjectSpan } = account;
    yield {
      account,
      uri,
      start: lines.positionAt(span.start),
      end: lines.positionAt(span.end),
      ...(reading.draft.madeOf && { place: whereabouts(placeIn(reading.draft, span)) }),
      words: slice(text, span),
      subject: slice(text, subjectSpan),
    };
  }
}

/** "meet harl" of "the Harl weavers' meeting of 12 May": by a verb and a word, which sentences may tell the same. */
export function meetingKeys({ account }: Placed): string[] {
  const words = account.subject.split(" ");
  const head = words.pop()!;
  if (words.length < 2 || account.slot !== "date" || account.how !== "held") return [];
  return verbsOfNoun(head).map((verb) => `${verb} ${words[0]}`);
}
