import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { chooseVSCode } from "./choose.mjs";

const root = path.resolve(import.meta.dirname, "../..");

/**
 * Runs a suite in the extension host of a VS Code of its own, in an empty folder. The suite writes its counts to the
 * file that `TEST_REPORT` names: an extension host that dies on the way may report success, but it leaves no report.
 * @returns `{ passed, failed }`; throws where the run did not come to its end.
 */
export async function runSuite(extensionTestsPath, env = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "aide-memoire-suite-"));
  const report = path.join(folder, "report.json");
  const workspace = path.join(folder, "workspace");
  fs.mkdirSync(workspace);
  try {
    const failure = await runTests({
      vscodeExecutablePath: await chooseVSCode(),
      extensionDevelopmentPath: root,
      extensionTestsPath,
      extensionTestsEnv: { ...env, TEST_REPORT: report },
      launchArgs: [
        workspace,
        `--user-data-dir=${path.join(folder, "data")}`,
        `--extensions-dir=${path.join(folder, "extensions")}`,
      ],
    }).then(
      () => undefined,
      (error) => error,
    );
    if (!fs.existsSync(report)) throw failure ?? new Error("The extension host ended before the tests did.");
    const counts = JSON.parse(fs.readFileSync(report, "utf8"));
    if (failure && counts.failed === 0) throw failure;
    return counts;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
