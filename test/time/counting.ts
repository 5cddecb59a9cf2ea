import { sentencesOf } from "../../server/src/text/sentences.ts";
import { tokenize } from "../../server/src/text/tokens.ts";
import { anchorTimes, type TimedBlock } from "../../server/src/time/anchor.ts";
import { timesInText } from "../../server/src/time/read-text.ts";
import { recognizeTimes } from "../../server/src/time/recognize.ts";
import type { TimeExpression } from "../../server/src/time/time.ts";

/** How often each step of reading a text looked at something: a measure of its work that is the same on any machine. */
export interface Work {
  /** Characters that the scan for triggers looked at. */
  readonly scan: number;
  /** Characters that the tokeniser looked at. */
  readonly tokenize: number;
  /** Tokens that the readers of dates looked at. */
  readonly read: number;
  /** Properties of expressions that anchoring looked at. */
  readonly anchor: number;
  /** How often the scan had tokens made of a stretch of the text. */
  readonly stretches: number;
}

export function workOn(text: string): Work {
  const scan = new Counter();
  let stretches = 0;
  const counted = scan.text(text, () => stretches++);
  timesInText(counted);
  const characters = new Counter();
  tokenize(characters.text(text));
  const tokens = new Counter();
  const properties = new Counter();
  const sentences = sentencesOf({ prose: text, span: { start: 0, end: text.length } }).map((sentence) =>
    recognizeTimes(tokens.list(sentence.tokens)).map((expression) => properties.object(expression)),
  );
  const blocks: TimedBlock[] = [{ block: { kind: "paragraph" }, sentences: sentences as TimeExpression[][] }];
  anchorTimes(blocks, {});
  return {
    scan: scan.looks,
    tokenize: characters.looks,
    read: tokens.looks,
    anchor: properties.looks,
    stretches,
  };
}

/** Counts how often the things that it wraps are looked at. */
class Counter {
  looks = 0;

  /** A string of which every look at a character counts; `sliced` is told of every stretch that is cut out. */
  text(text: string, sliced: () => void = () => {}): string {
    const methods: Record<string, unknown> = {
      charCodeAt: (at: number) => this.look(text.charCodeAt(at)),
      codePointAt: (at: number) => this.look(text.codePointAt(at)),
      slice: (from: number, to: number) => {
        // What is shorter was cut out to see whether it is an abbreviation.
        if (to - from > 8) sliced();
        return text.slice(from, to);
      },
    };
    return new Proxy(new String(text), {
      get: (_, key) => {
        if (typeof key === "string" && key in methods) return methods[key];
        const value = (text as unknown as Record<PropertyKey, unknown>)[key];
        if (typeof value === "function") return value.bind(text);
        return key === "length" ? value : this.look(value);
      },
    }) as unknown as string;
  }

  list<T>(items: readonly T[]): readonly T[] {
    return new Proxy(items, {
      get: (target, key) => {
        if (typeof key === "string" && key !== "length") this.looks++;
        return Reflect.get(target, key);
      },
    });
  }

  object<T extends object>(object: T): T {
    return new Proxy(object, {
      get: (target, key) => {
        this.looks++;
        return Reflect.get(target, key);
      },
    });
  }

  private look<T>(value: T): T {
    this.looks++;
    return value;
  }
}
