import { defineConfig } from "vitest/config";

export default defineConfig({
  // What is under test/vscode runs inside VS Code.
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/vscode/**"],
    setupFiles: ["test/support/fast-check.ts"],
  },
});
