import { once } from "node:events";

/** Writes what may be long to a stream no faster than its reader takes it. Ends early where the reader has gone. */
export async function pour(
  parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  stream: NodeJS.WritableStream,
): Promise<void> {
  try {
    for await (const part of parts) if (!stream.write(part)) await once(stream, "drain");
  } catch (error) {
    // Whoever listens to the stream's errors says so; see main.ts.
    if ((error as NodeJS.ErrnoException).syscall !== "write") throw error;
  }
}
