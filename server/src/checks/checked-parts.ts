import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Follower, ReadPart } from "../reading/ledger.ts";
import { InOrder } from "../reading/memory/in-order.ts";
import type { EntityMention } from "../reading/reading.ts";
import type { WholeReading } from "../reading/whole.ts";
import type { AroundPart, Check, Severity } from "./check.ts";
import { byPlace, findingOf, type Ranked } from "./finding.ts";

/** A check that is to be run, and how grave what it finds is. */
export interface Wanted {
  readonly check: Check;
  readonly severity: Severity;
}

/** What was asked of the whole draft for a part, and the answer. */
interface Asked {
  readonly question: (whole: WholeReading, part: ReadPart) => unknown;
  readonly answer: unknown;
}

/** What the checks say of a part, in its order, and what that depends on besides the part. */
interface Checked {
  readonly findings: readonly Ranked[];
  readonly asked: readonly Asked[];
  readonly crashed: readonly string[];
}

/** What with checks are run, besides a part. */
interface How {
  readonly wanted: readonly Wanted[];
  readonly whole: WholeReading;
  readonly knowledge: Knowledge;
  readonly acronyms: readonly string[];
  readonly onCrash?: ((check: Check, error: unknown) => void) | undefined;
}

/** The findings of each part of a draft, kept for as long as nothing changes on which they depend. */
export class CheckedParts implements Follower {
  readonly #parts = new Set<ReadPart>();
  /** Those that have to be checked. */
  readonly #open = new Set<ReadPart>();
  /** Those of which there is something to say, or that depend on others. */
  readonly #checked = new InOrder<ReadPart, Checked>();
  #how = "";
  #near: ReadonlyMap<ReadPart, readonly EntityMention[]> = new Map();

  add(part: ReadPart): void {
    this.#parts.add(part);
    this.#open.add(part);
  }

  remove(part: ReadPart): void {
    this.#parts.delete(part);
    this.#open.delete(part);
    this.#checked.remove(part);
  }

  /** Checks what has changed since the last time. Yields after each part; a check that crashes is told of once. */
  *renew(how: How): Generator<undefined, void, undefined> {
    const { wanted, acronyms, whole } = how;
    const key = JSON.stringify([wanted.map(({ check, severity }) => [check.id, severity]), acronyms]);
    if (key !== this.#how) for (const part of this.#parts) this.#open.add(part);
    this.#how = key;
    this.#openMisspelt(whole.near);
    const told = new Set<Check>();
    const onCrash = (check: Check, error: unknown) => {
      if (!told.has(check)) how.onCrash?.(check, error);
      told.add(check);
    };
    for (const [part, { asked }] of this.#checked)
      if (asked.some(({ question, answer }) => !isSame(question(whole, part), answer))) this.#open.add(part);
    for (const part of this.#open) {
      const checked = checkedPart(part, { ...how, onCrash });
      this.#open.delete(part);
      this.#checked.remove(part);
      const { findings, asked, crashed } = checked;
      if (findings.length + asked.length + crashed.length > 0) this.#checked.add(part, checked);
      yield;
    }
  }

  /** What was found, in the order of the draft. */
  *findings(): Generator<{ readonly part: ReadPart; readonly findings: readonly Ranked[] }> {
    for (const [part, { findings }] of this.#checked) if (findings.length > 0) yield { part, findings };
  }

  /** The checks that have not said all that they have to say. */
  *crashed(): Generator<string> {
    for (const [, { crashed }] of this.#checked) yield* crashed;
  }

  /** Whether a word is a misspelt name, other parts can tell. */
  #openMisspelt(near: ReadonlyMap<ReadPart, readonly EntityMention[]>): void {
    for (const part of new Set([...near.keys(), ...this.#near.keys()]))
      if (near.get(part) !== this.#near.get(part) && this.#parts.has(part)) this.#open.add(part);
    this.#near = near;
  }
}

function checkedPart(part: ReadPart, { wanted, whole, knowledge, acronyms, onCrash }: How): Checked {
  const reading = whole.readingOf(part);
  const asked: Asked[] = [];
  // What is asked is kept, and with it what it was asked by: that must not hold on to the draft as it was then.
  let now: WholeReading | undefined = whole;
  const around: AroundPart = {
    acronyms,
    ask(question) {
      const answer = question(now!, part);
      asked.push({ question, answer });
      return answer;
    },
  };
  const findings: Ranked[] = [];
  const crashed: string[] = [];
  const hasContradicted = reading.statements.some(({ verdict }) => verdict === "contradicted");
  for (let rank = 0; rank < wanted.length; rank++) {
    const { check, severity } = wanted[rank]!;
    if (check.part === undefined) continue;
    if (check.ofContradicted === true && !hasContradicted) continue;
    try {
      for (const report of check.part(reading, knowledge, around))
        findings.push({ finding: findingOf(report, check, severity, reading.draft), rank });
    } catch (error) {
      crashed.push(check.id);
      onCrash?.(check, error);
    }
  }
  now = undefined;
  return { findings: findings.sort(byPlace), asked, crashed };
}

/** Whether two plain values are alike. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
