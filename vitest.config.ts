import { defineConfig } from "vitest/config";
import { forVitest } from "./scripts/yaml-modules.js";

export default defineConfig({
  plugins: [forVitest],
  // What is under test/vscode runs inside VS Code.
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/vscode/**", "**/node_modules/**"],
    setupFiles: ["test/support/fast-check.ts"],
    // Properties try hundreds of inputs, and a machine may stand still for a while: slow is no failure.
    testTimeout: 60_000,
  },
});
