import { expect, test } from "vitest";
import type { Host } from "../../server/src/lsp/host.ts";
import { Loader } from "../../server/src/lsp/knowledge/loading.ts";
import { Scheduler } from "../../server/src/lsp/scheduler.ts";

const PLACE = "file:///kb";
const entries = (count: number) =>
  Array.from({ length: count }, (_, i) => `  p-${i}: { type: person, name: P ${i} }\n`);

/** A loader of one file, and the turns of the event loop that it has left to others. */
function loaderOf(files: Map<string, string>) {
  let turns = 0;
  const scheduler = new Scheduler(() =>
    new Promise((resume) => setImmediate(resume)).then(() => void turns++),
  );
  const host = {
    list: async () => [...files.keys()],
    read: async (file: string) => files.get(file),
  } as unknown as Host;
  return { loader: new Loader(host, scheduler), scheduler, turns: () => turns };
}

test("a large knowledge base is loaded with pauses, in which others have their turn", async () => {
  const files = new Map([["file:///kb/a.yaml", `entities:\n${entries(20_000).join("")}`]]);
  const { loader, turns } = loaderOf(files);
  const base = await loader.load(PLACE, undefined);
  expect(base?.knowledge.entities.size).toBe(20_000);
  expect(turns()).toBeGreaterThan(8);
});

test("what is not changed is not loaded again, and the same when it is asked for twice at once", async () => {
  const files = new Map([["file:///kb/a.yaml", `entities:\n${entries(10).join("")}`]]);
  const { loader } = loaderOf(files);
  const [one, two] = await Promise.all([loader.load(PLACE, undefined), loader.load(PLACE, undefined)]);
  expect(two).toBe(one);
  expect(await loader.load(PLACE, undefined)).toBe(one);
  files.set("file:///kb/a.yaml", `entities:\n${entries(11).join("")}`);
  expect((await loader.load(PLACE, undefined))?.knowledge.entities.size).toBe(11);
});

test("a file that changes while it is loaded is loaded as it is then", async () => {
  const files = new Map([["file:///kb/a.yaml", `entities:\n${entries(20_000).join("")}`]]);
  const { loader } = loaderOf(files);
  const older = loader.load(PLACE, undefined);
  for (const count of [1, 2, 3]) {
    await new Promise((resume) => setImmediate(resume));
    files.set("file:///kb/a.yaml", `entities:\n${entries(count).join("")}`);
    const newer = await loader.load(PLACE, undefined);
    expect(newer?.knowledge.entities.size).toBe(count);
  }
  expect(await older).toBeUndefined();
  expect((await loader.load(PLACE, undefined))?.knowledge.entities.size).toBe(3);
});

test("loading waits while something else is driven", async () => {
  const files = new Map([["file:///kb/a.yaml", `entities:\n${entries(2000).join("")}`]]);
  const { loader, scheduler } = loaderOf(files);
  let isLoaded = false;
  const wasLoaded: boolean[] = [];
  const loading = loader.load(PLACE, undefined).then(() => (isLoaded = true));
  await scheduler.drive(
    "a draft",
    (function* () {
      for (const until = performance.now() + 100; performance.now() < until; ) yield;
      wasLoaded.push(isLoaded);
    })(),
  );
  expect(wasLoaded).toEqual([false]);
  await loading;
});
