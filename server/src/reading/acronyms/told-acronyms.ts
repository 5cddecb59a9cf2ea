import type { Span } from "../../text/span.ts";
import type { Follower, ReadPart } from "../ledger.ts";
import { type InOrder, listAt, takeOut } from "../memory/in-order.ts";
import type { AcronymStatement } from "../reading.ts";

/** A thing in a part of a draft. */
export interface InPart<Thing> {
  readonly part: ReadPart;
  readonly thing: Thing;
}

/** An acronym that is spelt out, where that is, in the order of the draft, and where it first stands elsewhere in running text. */
export interface DefinedAcronym {
  readonly short: string;
  readonly definitions: readonly InPart<AcronymStatement>[];
  readonly other: InPart<Span> | undefined;
}

/** What a draft says that acronyms stand for, and where it uses them in running text. */
export class ToldAcronyms implements Follower {
  readonly #definitions = new Map<string, InOrder<ReadPart, readonly AcronymStatement[]>>();
  readonly #uses = new Map<string, InOrder<ReadPart, readonly Span[]>>();

  add(part: ReadPart): void {
    for (const [short, all] of definitionsIn(part)) listAt(this.#definitions, short).add(part, all);
    for (const [text, spans] of usesIn(part)) listAt(this.#uses, text).add(part, spans);
  }

  remove(part: ReadPart): void {
    for (const short of definitionsIn(part).keys()) takeOut(this.#definitions, short, part);
    for (const text of usesIn(part).keys()) takeOut(this.#uses, text, part);
  }

  *defined(): Generator<DefinedAcronym> {
    for (const [short, parts] of this.#definitions) {
      const definitions: InPart<AcronymStatement>[] = [];
      for (const [part, things] of parts) for (const thing of things) definitions.push({ part, thing });
      yield { short, definitions, other: this.#otherThan(new Map(parts), short) };
    }
  }

  /** The first use of an acronym that does not spell it out. */
  #otherThan(
    definitions: ReadonlyMap<ReadPart, readonly AcronymStatement[]>,
    short: string,
  ): InPart<Span> | undefined {
    for (const [part, spans] of this.#uses.get(short) ?? [])
      for (const thing of spans) {
        const isOwn = definitions.get(part)?.some(({ shortSpan }) => shortSpan.start === thing.start);
        if (isOwn !== true) return { part, thing };
      }
    return undefined;
  }
}

/** "(CFA)", where CFA stands for another one, is none: of that something else has to be said. */
function definitionsIn({ found }: ReadPart): ReadonlyMap<string, AcronymStatement[]> {
  const all = new Map<string, AcronymStatement[]>();
  for (const statement of found.statements) {
    if (statement.kind !== "acronym" || statement.verdict === "contradicted") continue;
    all.set(statement.short, [...(all.get(statement.short) ?? []), statement]);
  }
  for (const definitions of all.values()) definitions.sort((a, b) => a.shortSpan.start - b.shortSpan.start);
  return all;
}

function usesIn({ found }: ReadPart): ReadonlyMap<string, Span[]> {
  const all = new Map<string, Span[]>();
  for (const { text, span, inProse } of found.acronyms)
    if (inProse) all.set(text, [...(all.get(text) ?? []), span]);
  return all;
}
