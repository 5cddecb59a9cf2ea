import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const packages = path.dirname(path.dirname(require.resolve("code-server/package.json")));
const vscode = path.join(packages, "code-server/lib/vscode");
const serverMain = path.join(vscode, "out/server-main.js");

/** The page loads these by address from beside VS Code, where code-server's own install script would have put them. */
const MODULES_OF_THE_PAGE = ["vscode-oniguruma", "vscode-textmate", "jschardet", "@vscode/iconv-lite-umd"];

/** Built-in extensions that only cost time here: they reach for the network, for git, or for a debugger. */
const NEEDLESS_EXTENSIONS = [
  "GitHub.copilot-chat",
  "ms-vscode.js-debug",
  "ms-vscode.js-debug-companion",
  "ms-vscode.vscode-js-profile-table",
  "vscode.debug-auto-launch",
  "vscode.emmet",
  "vscode.git",
  "vscode.git-base",
  "vscode.github",
  "vscode.merge-conflict",
  "vscode.microsoft-authentication",
  "vscode.npm",
  "vscode.tunnel-forwarding",
];

const SETTINGS = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "breadcrumbs.enabled": false,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "extensions.autoCheckUpdates": false,
  "telemetry.telemetryLevel": "off",
  "git.enabled": false,
};

/** Folders of one VS Code: `server` for its logs and state, `data` for the user's settings, `extensions`. */
export function foldersIn(folder) {
  return {
    server: path.join(folder, "server"),
    data: path.join(folder, "data"),
    extensions: path.join(folder, "extensions"),
  };
}

/** What `code --version` prints: version, commit, architecture. */
export function versionLines() {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(vscode, file), "utf8"));
  return [read("package.json").version, read("product.json").commit, process.arch];
}

/** Installs a .vsix; returns the exit status. */
export function installExtension(folders, vsix) {
  const args = [serverMain, ...argumentsFor(folders), "--install-extension", vsix];
  return spawnSync(node24(), args, { stdio: "inherit" }).status ?? 1;
}

/**
 * Starts VS Code as a web server on a free port of this computer. Without a `token` every user of it may connect.
 * @returns its `origin`, its `authority`, `exited` (a promise of the exit code) and `stop()`.
 */
export async function startServer({ folders, token, args = [], onOutput = () => {} }) {
  linkModulesOfThePage();
  writeSettings(folders);
  const access = token ? ["--connection-token", token] : ["--without-connection-token"];
  const address = ["--host", "127.0.0.1", "--port", "0", ...access];
  const child = spawn(node24(), [serverMain, ...address, ...argumentsFor(folders), ...args], {
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that `stop` reaches the extension host too.
    detached: true,
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const abandon = () => signalGroup(child, "SIGKILL");
  // Whatever ends this process, the server goes with it.
  process.once("exit", abandon);
  exited.then(() => process.off("exit", abandon));
  const port = await portOf(child, onOutput);
  const authority = `127.0.0.1:${port}`;
  return { authority, origin: `http://${authority}`, exited, stop: () => stopGroup(child, exited) };
}

function portOf(child, onOutput) {
  let output = "";
  return new Promise((resolve, reject) => {
    const read = (data) => {
      onOutput(String(data));
      output += data;
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`VS Code's server ended with ${code}:\n${output}`)));
  });
}

async function stopGroup(child, exited) {
  signalGroup(child, "SIGTERM");
  const patience = setTimeout(signalGroup, 3000, child, "SIGKILL");
  await exited;
  clearTimeout(patience);
  signalGroup(child, "SIGKILL");
}

function signalGroup(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // Nobody is left in the group.
  }
}

function argumentsFor({ server, data, extensions }) {
  const places = ["--server-data-dir", server, "--user-data-dir", data, "--extensions-dir", extensions];
  const consent = ["--accept-server-license-terms", "--telemetry-level", "off"];
  return [...places, ...consent];
}

function environment() {
  // Left over from a terminal inside VS Code, these would turn the new server into a part of the old one.
  const { VSCODE_IPC_HOOK_CLI, ELECTRON_RUN_AS_NODE, NODE_OPTIONS, ...rest } = process.env;
  const noGallery = JSON.stringify({ serviceUrl: "", itemUrl: "", resourceUrlTemplate: "" });
  return {
    EXTENSIONS_GALLERY: noGallery,
    VSCODE_SKIP_BUILTIN_EXTENSIONS: NEEDLESS_EXTENSIONS.join(","),
    ...rest,
  };
}

/** code-server runs on Node 24 alone; the package of that name carries it for those who have another. */
function node24() {
  if (process.versions.node.startsWith("24.")) return process.execPath;
  try {
    return require.resolve(`node-${process.platform}-${process.arch}/bin/node`);
  } catch {
    return process.execPath;
  }
}

export function linkModulesOfThePage() {
  for (const name of MODULES_OF_THE_PAGE) {
    const link = path.join(vscode, "node_modules", name);
    if (fs.existsSync(link)) continue;
    fs.mkdirSync(path.dirname(link), { recursive: true });
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(packages, name)), link);
    } catch (error) {
      // Another run, started at the same time, was quicker.
      if (error.code !== "EEXIST") throw error;
    }
  }
}

function writeSettings({ data }) {
  const file = path.join(data, "User/settings.json");
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(SETTINGS, null, 2));
}
