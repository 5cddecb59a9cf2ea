import { defineConfig } from "vitest/config";
import { forVitest } from "./scripts/yaml-modules.js";

export default defineConfig({
  plugins: [forVitest],
  // What is under test/vscode runs inside VS Code.
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/vscode/**"],
    setupFiles: ["test/support/fast-check.ts"],
    // Properties try hundreds of inputs; a slow machine is no failure.
    testTimeout: 20_000,
  },
});
