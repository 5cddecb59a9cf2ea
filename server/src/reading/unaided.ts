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
  const hasTimes = passage.times.length > 0;
  const hasNumber = hasClass(passage, NUMBER);
  if (!hasTimes && !hasNumber && passage.names.length === 0) return NOTHING;
  const statements: Statement[] = [];
  const accounts: Account[] = [];
  if (hasTimes) for (const one of weekdays(block, passage, timeAt)) statements.push(one);
  if (hasTimes || hasNumber) for (const one of calendarMistakes(block, passage, timeAt)) statements.push(one);
  for (const one of eventAccounts(block, passage, timeAt, knowledge)) accounts.push(one);
  for (const one of personAccounts(block, passage, timeAt, knowledge)) accounts.push(one);
  if (hasTimes) for (const one of deedAccounts(block, passage, timeAt)) accounts.push(one);
  return { statements, accounts };
}

/** A year may be told by a number alone, and all else of dates and known places. */
const NUMBER = wordClass(({ key }) => /^\d/.test(key));
const NOTHING = { statements: [], accounts: [] };
