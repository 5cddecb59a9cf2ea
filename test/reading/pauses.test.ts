import { describe, expect, test } from "vitest";
import type { Check } from "../../server/src/checks/check.ts";
import { runChecks } from "../../server/src/checks/run.ts";
import { TABLES } from "../../server/src/features/tables.ts";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { tablesOf } from "../../server/src/knowledge-base/tables.ts";
import { read } from "../../server/src/reading/read.ts";
import { finish } from "../../server/src/service.ts";
import type { Draft } from "../../server/src/text/draft.ts";
import { readDraft, readDraftInSteps } from "../../server/src/text/read-draft.ts";
import { draftOf } from "../bench/drafts.ts";
import { baseOf } from "../bench/many-names.ts";

// Whoever asks something while a long draft is opened waits for the next pause: how much is gone through between two of
// them does not grow with the draft, nor with the knowledge base.

const { knowledge } = baseOf(3000);
const text = draftOf(knowledge, { words: 40_000, style: "report" });
const input = { uri: "draft:", text, format: "markdown" } as const;

/** The most that `count` has counted between two pauses of some work. */
function mostBetween(work: Generator<unknown, unknown, undefined>, count: () => number): number {
  let most = 0;
  for (let before = count(); ; before = count()) {
    const { done } = work.next();
    most = Math.max(most, count() - before);
    if (done) return most;
  }
}

/** A list that counts how often one of its things is looked at. */
function counted<T extends object>(list: T): { readonly list: T; readonly looks: () => number } {
  let looks = 0;
  const handler: ProxyHandler<T> = {
    get(target, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) looks++;
      return Reflect.get(target, key);
    },
  };
  return { list: new Proxy(list, handler), looks: () => looks };
}

/** A map that counts the entries that are gone through. */
class CountedMap<K, V> extends Map<K, V> {
  static gone = 0;

  override *values(): MapIterator<V> {
    for (const value of super.values()) {
      CountedMap.gone++;
      yield value;
    }
  }
}

describe("between two pauses", () => {
  test("a long text is taken apart by no more than some paragraphs", () => {
    let steps = 1;
    for (const work = readDraftInSteps(input); !work.next().done; ) steps++;
    expect(text.length / steps).toBeLessThan(10_000);
  });

  test("some parts of a draft are read", () => {
    const draft = readDraft(input);
    const { list, looks } = counted(draft.parts.all);
    const watched: Draft = { ...draft, parts: { ...draft.parts, all: list } };
    expect(draft.parts.all.length).toBeGreaterThan(500);
    expect(mostBetween(read(watched, knowledge), looks)).toBeLessThanOrEqual(150);
  });

  test("one part of a draft is checked", () => {
    const reading = finish(read(readDraft(input), knowledge));
    let checked = 0;
    const check: Check = {
      ...({ id: "event-date", title: "", description: "" } as unknown as Check),
      *part() {
        checked++;
        yield* [];
      },
    };
    const run = runChecks([check], reading, knowledge, { severityOf: () => "warning" });
    expect(mostBetween(run, () => checked)).toBe(1);
    expect(checked).toBe(reading.draft.parts.all.length);
  });

  test("some entries of a knowledge base are gone through for its tables", () => {
    const maps = ["entities", "events", "claims", "figures", "sources"] as const;
    const watched = { ...knowledge } as Record<string, unknown>;
    for (const map of maps) watched[map] = new CountedMap(knowledge[map] as Map<string, unknown>);
    CountedMap.gone = 0;
    const making = tablesOf(TABLES, watched as unknown as Knowledge);
    expect(mostBetween(making, () => CountedMap.gone)).toBeLessThan(600);
    expect(CountedMap.gone).toBeGreaterThan(3000);
  });
});
