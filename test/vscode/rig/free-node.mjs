import fs from "node:fs";
import path from "node:path";

/**
 * Leaves the project's scripts to the Node that is installed. The rig's own is for its VS Code alone, but npm links
 * the programs of all packages into node_modules/.bin, where `node` would be this one to whatever npm starts.
 */
export function freeNode() {
  const bin = path.resolve(import.meta.dirname, "../../../node_modules/.bin");
  const isLinked = fs.readdirSync(bin).includes("node");
  if (isLinked && /node-linux-/.test(fs.readlinkSync(path.join(bin, "node"))))
    fs.rmSync(path.join(bin, "node"));
}
