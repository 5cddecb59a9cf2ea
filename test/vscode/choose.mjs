import path from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";

/**
 * The VS Code that runs the tests: the one that `VSCODE_EXECUTABLE` names, else Microsoft's download where there is a
 * display to show it and a network to fetch it, else the stand-in from the development dependencies.
 */
export async function chooseVSCode() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const standIn = path.join(import.meta.dirname, "rig/code.mjs");
  if (!hasDisplay()) return standIn;
  try {
    return await downloadAndUnzipVSCode();
  } catch {
    return standIn;
  }
}

/** Whether a window can be opened here. */
export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
