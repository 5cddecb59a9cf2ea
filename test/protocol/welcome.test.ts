import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "vscode-languageserver";
import { Door } from "../../server/src/lsp/door.ts";
import { LanguageClient } from "../support/language-client.ts";
import { type Folder, installServer } from "../support/server-bundle.ts";

describe("initialize", () => {
  let server: Folder;
  beforeAll(async () => {
    server = await installServer({});
    server.remove("dist/server-work.js");
  });
  afterAll(() => server.remove());

  test("is answered without what the work needs", async () => {
    const client = new LanguageClient(server);
    await client.start();
    expect(client.initialized.capabilities.hoverProvider).toBe(true);
    client.process.kill();
  });
});

describe("the door", () => {
  const message = (id: number): Message => ({ jsonrpc: "2.0", id }) as Message;

  test("lets messages through before it is closed", () => {
    const passed: Message[] = [];
    new Door().handleMessage(message(1), (each) => passed.push(each));
    expect(passed).toEqual([message(1)]);
  });

  test("once closed, fetches with the first message, once, and passes all on in their order", async () => {
    const door = new Door();
    const passed: Message[] = [];
    const pass = (each: Message) => void passed.push(each);
    let fetched = 0;
    let done = () => {};
    door.close(() => {
      fetched++;
      return new Promise((resolve) => {
        done = resolve;
      });
    });
    door.close(() => expect.unreachable());
    expect(fetched).toBe(0);
    for (const id of [1, 2, 3]) door.handleMessage(message(id), pass);
    expect([fetched, passed]).toEqual([1, []]);
    done();
    await Promise.resolve();
    await Promise.resolve();
    door.handleMessage(message(4), pass);
    expect(passed).toEqual([1, 2, 3, 4].map(message));
  });
});
