import { BadInput } from "./input.ts";

/** A record of an input with the line that it begins in, or what is wrong with it. */
export interface RecordAt {
  readonly line: number;
  readonly value?: unknown;
  readonly problem?: string;
}

/** A document over several lines is read whole, up to this many characters. */
const LONGEST_DOCUMENT = 200_000_000;

/**
 * The JSON values of an input in batches: one on each line, with or without a comma at its end and brackets around all
 * (the dumps of Wikidata), or a single document over several lines. Blank lines count, but are no records.
 */
export async function* jsonRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly RecordAt[]> {
  const held: string[] = [];
  let heldLength = 0;
  let first = true;
  let spread = false;
  for await (const { lines, number } of linesOf(chunks)) {
    if (first) {
      const start = lines.find((line) => !isFrame(line));
      if (start !== undefined) {
        first = false;
        spread = isPartOfDocument(start);
      }
    }
    if (!first && !spread) {
      yield recordsIn(lines, number);
      continue;
    }
    for (const line of lines) {
      held.push(line);
      heldLength += line.length;
    }
    if (heldLength > LONGEST_DOCUMENT) {
      yield recordsIn(held.splice(0), 1);
      [first, spread] = [false, false];
    }
  }
  if (held.length > 0) yield document(held);
}

/** The whole document, or where it is none, its lines. */
function document(lines: readonly string[]): readonly RecordAt[] {
  try {
    const value: unknown = JSON.parse(lines.join("\n"));
    return Array.isArray(value) ? value.map((item) => ({ line: 1, value: item })) : [{ line: 1, value }];
  } catch {
    return recordsIn(lines, 1);
  }
}

function recordsIn(lines: readonly string[], number: number): RecordAt[] {
  const records: RecordAt[] = [];
  for (const [i, text] of lines.entries()) {
    if (isFrame(text)) continue;
    const line = number + i;
    try {
      records.push({ line, value: JSON.parse(withoutComma(text)) });
    } catch (error) {
      records.push({ line, problem: `this is no JSON (${(error as Error).message}).` });
    }
  }
  return records;
}

/** An empty line, or the brackets of a dump. */
function isFrame(line: string): boolean {
  return FRAMES.has(line.trim());
}

const FRAMES: ReadonlySet<string> = new Set(["", "[", "]", ",", "],"]);

function withoutComma(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith(",") ? trimmed.slice(0, -1) : trimmed;
}

function isPartOfDocument(line: string): boolean {
  try {
    JSON.parse(withoutComma(line));
    return false;
  } catch {
    const bare = withoutComma(line);
    return /^[[{]/.test(bare) && !bare.endsWith("}");
  }
}

const NEWLINE = 10;
const LONGEST_LINE = 1 << 28;

/** The lines of a stream in batches, with the number of the first one, from 1. */
async function* linesOf(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<{ readonly lines: readonly string[]; readonly number: number }> {
  let rest: Buffer[] = [];
  let number = 1;
  for await (const chunk of chunks) {
    const lines: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const tail = chunk.subarray(start, end);
      lines.push((rest.length === 0 ? tail : Buffer.concat([...rest, tail])).toString("utf8"));
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
    if (start === 0 && rest.reduce((sum, { length }) => sum + length, 0) > LONGEST_LINE) {
      throw new BadInput(
        `line ${number} is longer than 256 MB. One record on each line is what can be read.`,
      );
    }
    if (lines.length > 0) yield { lines, number };
    number += lines.length;
  }
  if (rest.length > 0) yield { lines: [Buffer.concat(rest).toString("utf8")], number };
}
