import type { Report } from "../../checks/check.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Placed } from "../../reading/accounts/placed.ts";
import { SharedAccounts } from "../../reading/accounts/shared-accounts.ts";
import { reportsAgainst } from "../../service.ts";

/** Drafts of one folder that are held against the same knowledge, and so against each other. */
interface Group {
  readonly knowledge: Knowledge;
  readonly accounts: SharedAccounts;
}

/** Holds drafts against each other, open or not, by what was kept of them. Drafts are named by their files' one spelling. */
export class DraftsTogether {
  readonly #groups = new Map<string, Map<Knowledge, Group>>();
  readonly #groupOf = new Map<string, Group>();
  readonly #reports = new Map<string, { readonly changes: number; readonly reports: readonly Report[] }>();
  #changes = 0;

  /** `touched` hears of drafts of which something else may hold now, because of another one. */
  constructor(private readonly touched: (uris: ReadonlySet<string>) => void) {}

  /** What a draft tells from now on. */
  set(uri: string, folder: string, knowledge: Knowledge, accounts: readonly Placed[]): void {
    const group = this.#groupFor(folder, knowledge);
    const old = this.#groupOf.get(uri);
    if (old === group && areSame(group.accounts.of(uri), accounts)) return;
    if (old !== undefined && old !== group) this.forget(uri);
    if (accounts.length === 0 && old === undefined) return;
    this.#groupOf.set(uri, group);
    this.#changed(group.accounts.set(uri, accounts));
  }

  forget(uri: string): void {
    const group = this.#groupOf.get(uri);
    if (group === undefined) return;
    this.#groupOf.delete(uri);
    this.#reports.delete(uri);
    this.#changed(group.accounts.set(uri, []));
    if (!group.accounts.isEmpty) return;
    for (const groups of this.#groups.values())
      if (groups.get(group.knowledge) === group) groups.delete(group.knowledge);
  }

  /** What a draft tells otherwise than others; the same array until something of it changes. */
  reports(uri: string): readonly Report[] {
    const group = this.#groupOf.get(uri);
    if (group === undefined) return NONE;
    const known = this.#reports.get(uri);
    if (known?.changes === this.#changes) return known.reports;
    const around = group.accounts.around(uri);
    const found =
      around.length === 0 ? NONE : reportsAgainst(uri, group.accounts.of(uri), around, group.knowledge);
    const isSame = known !== undefined && JSON.stringify(known.reports) === JSON.stringify(found);
    const reports = isSame ? known.reports : found;
    this.#reports.set(uri, { changes: this.#changes, reports });
    return reports;
  }

  #groupFor(folder: string, knowledge: Knowledge): Group {
    const groups = this.#groups.get(folder) ?? new Map<Knowledge, Group>();
    this.#groups.set(folder, groups);
    const group = groups.get(knowledge) ?? { knowledge, accounts: new SharedAccounts() };
    groups.set(knowledge, group);
    return group;
  }

  #changed(touched: ReadonlySet<string>): void {
    this.#changes++;
    if (touched.size > 0) this.touched(touched);
  }
}

const NONE: readonly Report[] = [];

/** Whether the same is told in the same places. */
function areSame(before: readonly Placed[], now: readonly Placed[]): boolean {
  if (before.length !== now.length) return false;
  return before.every(({ account, words, subject, start }, i) => {
    const other = now[i]!;
    const isSamePlace =
      account.span.start === other.account.span.start &&
      start.line === other.start.line &&
      start.character === other.start.character;
    const isSameThing =
      account.subject === other.account.subject &&
      account.how === other.account.how &&
      account.slot === other.account.slot;
    return isSamePlace && isSameThing && words === other.words && subject === other.subject;
  });
}
