import { createReadStream, statSync } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { reasonOf } from "../disk.ts";
import type { Trouble } from "../trouble.ts";

/** A file to be imported, or standard input. */
export interface Input {
  /** As the user gave it; "-" for standard input. */
  readonly name: string;
  /** In bytes on the disk; undefined where nobody knows. */
  readonly size: number | undefined;
  /** Its content, unzipped; throws what the system says, or {@link BadInput}. */
  chunks(): AsyncGenerator<Buffer>;
}

/** What is wrong with an input as a whole: a sentence for the user. */
export class BadInput extends Error {}

/** An input by its path. `onBytes` hears of every byte that is read from the disk. Throws where there is no such file. */
function inputAt(path: string, stdin: NodeJS.ReadableStream, onBytes: (bytes: number) => void): Input {
  if (path === "-") return { name: path, size: undefined, chunks: () => unzipped(counted(stdin, onBytes)) };
  const { size } = statSync(path);
  return {
    name: path,
    size,
    chunks: () => unzipped(counted(createReadStream(path, { highWaterMark: 1 << 18 }), onBytes)),
  };
}

/** The inputs at the paths; undefined, and the trouble told, where one of them is not there. */
export function inputsAt(
  paths: readonly string[],
  stdin: NodeJS.ReadableStream,
  trouble: Trouble,
  onBytes: (bytes: number) => void,
): Input[] | undefined {
  const inputs: Input[] = [];
  for (const path of paths) {
    try {
      inputs.push(inputAt(path, stdin, onBytes));
    } catch (error) {
      trouble.fail(`${path}: ${reasonOf(error)}`);
    }
  }
  return trouble.failed ? undefined : inputs;
}

/** Why an input could not be read to its end. Throws what is no fault of the input. */
export function breakageOf(error: unknown): string {
  if (error instanceof BadInput) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code.startsWith("Z_")) return `it breaks off or is damaged (${message}); what came before counts.`;
  if (code.startsWith("CSV_")) return `it is no table from there on (${message}); what came before counts.`;
  return reasonOf(error);
}

async function* counted(
  stream: NodeJS.ReadableStream,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    onBytes(bytes.length);
    yield bytes;
  }
}

const GZIP = Buffer.from([0x1f, 0x8b]);
const BZIP2 = Buffer.from("BZh");
const ZIP = Buffer.from("PK\u0003\u0004");

/** Whether something is compressed its first bytes say, whatever the file is called. */
async function* unzipped(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const { head, whole } = await peeked(chunks);
  if (head.subarray(0, 3).equals(BZIP2)) {
    throw new BadInput("this is compressed by bzip2. Unpack it on the way: bzcat FILE | aide-memoire … -");
  }
  if (head.subarray(0, 4).equals(ZIP)) throw new BadInput("this is a zip archive. Unpack it first.");
  if (!head.subarray(0, 2).equals(GZIP)) {
    yield* whole;
    return;
  }
  const source = Readable.from(whole, { objectMode: false });
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  yield* gunzip;
}

/** The first bytes, and all of them. */
async function peeked(chunks: AsyncGenerator<Buffer>) {
  let head = Buffer.alloc(0);
  while (head.length < 4) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  const all = async function* () {
    if (head.length > 0) yield head;
    yield* chunks;
  };
  return { head, whole: all() };
}
