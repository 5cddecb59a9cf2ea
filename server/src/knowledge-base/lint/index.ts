import { commonWord } from "./common-word.ts";
import { contradictingClaims } from "./contradicting-claims.ts";
import { eventOrder } from "./event-order.ts";
import { eventOutsideParent } from "./event-outside-parent.ts";
import { missingText } from "./missing-text.ts";
import { outsideLifetime } from "./outside-lifetime.ts";
import { quoteNotInSource } from "./quote-not-in-source.ts";
import { sharedName } from "./shared-name.ts";
import { sharedOffice } from "./shared-office.ts";
import { unmentionedEntry } from "./unmentioned-entry.ts";
import { unusedIgnore } from "./unused-ignore.ts";
import { unusedSource } from "./unused-source.ts";

/** The rules, alphabetically: the only place where one is registered. */
export const LINT_RULES = [
  commonWord,
  contradictingClaims,
  eventOrder,
  eventOutsideParent,
  missingText,
  outsideLifetime,
  quoteNotInSource,
  sharedName,
  sharedOffice,
  unmentionedEntry,
  unusedIgnore,
  unusedSource,
] as const;

export type LintId = (typeof LINT_RULES)[number]["id"];
