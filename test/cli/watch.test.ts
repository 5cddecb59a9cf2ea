import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type CommandLine, install } from "./command-line.ts";
import { FAULTY, WORLD } from "./reports/world.ts";

const SOUND = FAULTY.replace("4 May", "3 May");

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
});
afterAll(() => cli.remove());

test("watch checks again when a draft is saved, added or taken away, and when the knowledge changes", async () => {
  cli.write("desk/a.md", SOUND);
  cli.write("desk/knowledge/base.yaml", WORLD);
  const child = spawn(process.execPath, [cli.program, "watch", "desk"], {
    cwd: cli.folder,
    env: { PATH: process.env.PATH, NO_COLOR: "1" },
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (more) => (printed += more));
  /** What is printed from now on, until a report ends with these words. */
  const report = async (summary: string) => {
    await vi.waitFor(() => expect(printed).toMatch(new RegExp(`${summary}[\\s\\S]*Watching`)), {
      timeout: 20_000,
    });
    printed = "";
  };
  try {
    await report("1 draft checked: no findings");
    cli.write("desk/a.md", FAULTY);
    await report("1 draft checked: 1 error");
    cli.write("desk/b.md", FAULTY);
    await report("2 drafts checked: 2 errors");
    cli.write("desk/knowledge/base.yaml", WORLD.replace("2019-05-03", "2019-05-04"));
    await report("2 drafts checked: no findings");
    rmSync(join(cli.folder, "desk/b.md"));
    await report("1 draft checked: no findings");
    cli.write("desk/.aide-memoire.yaml", "checks: { event-date: warning }\n");
    await report("1 draft checked: no findings");
    cli.write("desk/a.md", SOUND);
    await report("1 draft checked: 1 warning");
  } finally {
    child.kill("SIGINT");
  }
  expect(await ended).toBe(0);
});
