// After an install. The rig's Node is for its VS Code alone, but npm links the programs of all packages into
// node_modules/.bin, where this one would run every script of the project in place of the Node that is installed.
import fs from "node:fs";
import path from "node:path";

const bin = path.resolve(import.meta.dirname, "../../../node_modules/.bin");
const isLinked = fs.existsSync(bin) && fs.readdirSync(bin).includes("node");
if (isLinked && /node-linux-/.test(fs.readlinkSync(path.join(bin, "node"))))
  fs.rmSync(path.join(bin, "node"));
