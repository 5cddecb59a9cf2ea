import { appendFileSync, closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

const BUFFERED = 1 << 14;
const READ_AT_ONCE = 1 << 17;

/**
 * Values put aside on the disk, in numbered heaps, each to be read again in the order in which it was filled. Memory: a
 * small buffer for each heap that is being filled.
 */
export class Spool<T> {
  readonly #folder: string;
  readonly #name: string;
  readonly #pending = new Map<number, { lines: string[]; length: number }>();
  readonly #filled = new Set<number>();

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  add(heap: number, value: T): void {
    let pending = this.#pending.get(heap);
    if (pending === undefined) this.#pending.set(heap, (pending = { lines: [], length: 0 }));
    const line = JSON.stringify(value);
    pending.lines.push(line);
    pending.length += line.length;
    if (pending.length >= BUFFERED) this.#flush(heap);
  }

  /** The values of a heap; nothing may be added to it while it is read. */
  *read(heap: number): Generator<T> {
    this.#flush(heap);
    if (!this.#filled.has(heap)) return;
    for (const line of linesOf(this.#fileOf(heap))) yield JSON.parse(line) as T;
  }

  #flush(heap: number): void {
    const pending = this.#pending.get(heap);
    if (pending === undefined || pending.lines.length === 0) return;
    appendFileSync(this.#fileOf(heap), `${pending.lines.join("\n")}\n`);
    this.#filled.add(heap);
    this.#pending.delete(heap);
  }

  #fileOf(heap: number): string {
    return join(this.#folder, `${this.#name}-${heap}`);
  }
}

function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, "r");
  const buffer = Buffer.allocUnsafe(READ_AT_ONCE);
  let rest: Buffer[] = [];
  try {
    for (let length = 1; length > 0; ) {
      length = readSync(descriptor, buffer, 0, buffer.length, null);
      let start = 0;
      for (let end = buffer.indexOf(10); end >= 0 && end < length; end = buffer.indexOf(10, start)) {
        const tail = buffer.subarray(start, end);
        yield (rest.length === 0 ? tail : Buffer.concat([...rest, tail])).toString("utf8");
        rest = [];
        start = end + 1;
      }
      if (start < length) rest.push(Buffer.from(buffer.subarray(start, length)));
    }
  } finally {
    closeSync(descriptor);
  }
}
