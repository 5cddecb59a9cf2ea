import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Block } from "../text/draft.ts";
import type { TimeMention } from "../time/time.ts";
import type { Account } from "./accounts/account.ts";
import { deedAccounts } from "./accounts/deeds.ts";
import { eventAccounts } from "./accounts/events.ts";
import { personAccounts } from "./accounts/persons.ts";
import type { Passage } from "./grammar/passage.ts";
import { hasClass, wordClass } from "./grammar/word-classes.ts";
import type { Statement } from "./reading.ts";
import { calendarMistakes } from "./statements/calendar.ts";
import { weekdays } from "./statements/weekdays.ts";

/** What a passage says that no fact is needed for: of the calendar, and of things that the draft may tell otherwise elsewhere. */
export function unaided(
  block: Block,
  passage: Passage,
  timeAt: (offset: number) => TimeMention | undefined,
  knowledge: Knowledge,
): { readonly statements: readonly Statement[]; readonly accounts: readonly Account[] } {
  if (passage.times.length + passage.names.length === 0 && !hasClass(passage, NUMBER)) return NOTHING;
  return {
    statements: [...weekdays(block, passage, timeAt), ...calendarMistakes(block, passage, timeAt)],
    accounts: [
      ...eventAccounts(block, passage, timeAt, knowledge),
      ...personAccounts(block, passage, timeAt, knowledge),
      ...deedAccounts(block, passage, timeAt),
    ],
  };
}

/** A year may be told by a number alone, and all else of dates and known places. */
const NUMBER = wordClass(({ key }) => /^\d/.test(key));
const NOTHING = { statements: [], accounts: [] };
