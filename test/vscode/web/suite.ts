import "mocha/mocha";

/** What VS Code calls: runs the tests in the web worker that extensions run in, and logs how they ended. */
export async function run(): Promise<void> {
  mocha.setup({ ui: "bdd", timeout: 30_000 });
  // Given to `setup`, it would not be taken: mocha would look for a page to write on.
  mocha.reporter(Lines as unknown as Mocha.ReporterConstructor);
  await import("./web.test.ts");
  const { passes, failures } = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats!));
  });
  console.log(`counted: ${JSON.stringify({ passed: passes, failed: failures })}`);
  if (failures) throw new Error(`${failures} failed`);
}

/** A line a test: mocha's own reporters want a page or a terminal. */
class Lines {
  constructor(runner: Mocha.Runner) {
    runner.on("suite", ({ title }) => console.log(`  ${title}`));
    runner.on("pass", ({ title, duration }) => console.log(`    ✔ ${title} (${duration} ms)`));
    runner.on("fail", ({ title }, error) => console.log(`    ✗ ${title}\n${error.stack}`));
  }
}
