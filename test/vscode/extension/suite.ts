import fs from "node:fs";
import path from "node:path";
import Mocha from "mocha";

/** What VS Code calls: runs the tests beside this file and leaves the counts for the one who started it. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", color: false, timeout: 30_000 });
  for (const name of fs.readdirSync(__dirname).sort()) {
    if (name.endsWith(".test.js")) mocha.addFile(path.join(__dirname, name));
  }
  const { passes, failures } = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats!));
  });
  fs.writeFileSync(process.env.TEST_REPORT!, JSON.stringify({ passed: passes, failed: failures }));
  if (failures) throw new Error(`${failures} failed`);
}
