// Runs a server for the web as a browser's worker does: with the globals of a worker, and none of Node's. Its messages
// pass over this process's channel to the one that started it.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const { MessageChannel, TextDecoder, TextEncoder, URL, clearTimeout, console, crypto, performance } =
  globalThis;
const { clearInterval, queueMicrotask, setInterval, setTimeout } = globalThis;

const self = {
  MessageChannel,
  TextDecoder,
  TextEncoder,
  URL,
  clearInterval,
  clearTimeout,
  console,
  crypto,
  performance,
  queueMicrotask,
  setInterval,
  setTimeout,
  onmessage: undefined,
  addEventListener: () => {},
  postMessage: (message) => process.send(message),
};
self.self = self;

vm.runInContext(readFileSync(process.argv[2], "utf8"), vm.createContext(self));
process.on("message", (data) => {
  self.onmessage({ data });
  // A browser ends a worker from outside.
  if (data.method === "exit") process.exit(0);
});
