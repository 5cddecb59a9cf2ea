import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { Scheduler } from "../../server/src/lsp/scheduler.ts";

// Over the protocol's own library, for it is what takes turns of the event loop.

test("a question that comes while something is driven is answered before the next slice", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const connection = createProtocolConnection(
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  connection.onRequest("question", () => "answer");
  connection.listen();
  const scheduler = new Scheduler(() => new Promise((resume) => setImmediate(resume)));
  let slices = 0;
  let asked = Infinity;
  const answered: number[] = [];
  output.once("data", () => answered.push(slices));
  function* work() {
    while (answered.length === 0 && slices < 100) {
      slices++;
      if (slices === 5) {
        asked = slices;
        // As from outside: it has come when the slice is over.
        setTimeout(() => input.write(message({ jsonrpc: "2.0", id: 1, method: "question" })));
      }
      wait(5);
      yield;
    }
  }
  await scheduler.drive("work", work());
  expect(answered).toEqual([asked]);
  connection.dispose();
});

test("work that fails holds up nothing that waits for it to be over", async () => {
  const heard: boolean[] = [];
  const scheduler = new Scheduler(
    () => new Promise((resume) => setImmediate(resume)),
    (busy) => heard.push(busy),
  );
  // biome-ignore lint/correctness/useYield: it fails before.
  function* failing(): Generator<undefined, void> {
    throw new Error("failed");
  }
  // biome-ignore lint/correctness/useYield: done at once.
  function* done(): Generator<undefined, string> {
    return "done";
  }
  await expect(scheduler.drive("failing", failing())).rejects.toThrow("failed");
  expect(heard).toEqual([true, false]);
  expect(await scheduler.driveBetween("between", done())).toBe("done");
  expect(await scheduler.driveAside("aside", done())).toBe("done");
});

/** Longer than a slice, so that there is but one step in each. */
function wait(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

function message(content: object): string {
  const json = JSON.stringify(content);
  return `Content-Length: ${json.length}\r\n\r\n${json}`;
}
