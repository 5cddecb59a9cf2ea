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

/** Longer than a slice, so that there is but one step in each. */
function wait(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

function message(content: object): string {
  const json = JSON.stringify(content);
  return `Content-Length: ${json.length}\r\n\r\n${json}`;
}
