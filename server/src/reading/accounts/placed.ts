import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Draft } from "../../text/draft.ts";
import type { Position } from "../../text/lines.ts";
import { placeIn, whereabouts } from "../../text/place.ts";
import { slice } from "../../text/span.ts";
import { verbsOfNoun } from "../english/nominals.ts";
import type { Reading } from "../reading.ts";
import type { Account } from "./account.ts";
import { accountsOf } from "./accounts.ts";

/** An account and the draft that gives it. */
export interface Telling {
  readonly account: Account;
  readonly uri: string;
}

/** An account and where it stands, in words that outlive the text of its draft. */
export interface Placed extends Telling {
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
  for (const account of accountsOf(reading, knowledge)) yield placedAccount(account, reading.draft);
}

/** An account of a draft, which counts from the draft's beginning. */
export function placedAccount(account: Account, draft: Draft): Placed {
  const { uri, text, lines } = draft;
  const { span, subjectSpan } = account;
  return {
    account,
    uri,
    start: lines.positionAt(span.start),
    end: lines.positionAt(span.end),
    ...(draft.madeOf && { place: whereabouts(placeIn(draft, span)) }),
    words: slice(text, span),
    subject: slice(text, subjectSpan),
  };
}

/** "meet harl" of "the Harl weavers' meeting of 12 May": by a verb and a word, which sentences may tell the same. */
export function meetingKeys({ account }: Telling): string[] {
  const words = account.subject.split(" ");
  const head = words.pop()!;
  if (words.length < 2 || account.slot !== "date" || account.how !== "held") return [];
  return verbsOfNoun(head).map((verb) => `${verb} ${words[0]}`);
}
