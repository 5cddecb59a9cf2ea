// `npm start`: prints the findings of the faulty sample, then opens it in VS Code, the installed one if there is one,
// else one in the browser. With --once, or where CI is set, it ends as soon as the address has answered.
import { execFileSync, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { hasDisplay } from "../test/vscode/choose.mjs";
import { foldersIn, installExtension, startServer } from "../test/vscode/rig/server.mjs";

const root = path.resolve(import.meta.dirname, "..");
const SAMPLE = "knowledge/samples/faulty.md";
/** On Windows `code` and `npm` are scripts, which only a shell can start. */
const shell = process.platform === "win32";
const once = process.argv.includes("--once") || Boolean(process.env.CI);

process.chdir(root);
execFileSync(process.execPath, ["esbuild.js"], { stdio: "inherit" });
printFindings();
const installed = installedVSCode();
if (installed) openIn(installed);
else await openInBrowser();

function printFindings() {
  const { status } = spawnSync(process.execPath, ["dist/cli.js", "check", SAMPLE], { stdio: "inherit" });
  // 1 says that there are findings, and there should be.
  if (status !== 1) process.exit(status || 1);
}

/** The VS Code to use, if there is one and a display to show it on. */
function installedVSCode() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const found = hasDisplay() && spawnSync("code", ["--version"], { stdio: "ignore", shell }).status === 0;
  return found ? "code" : undefined;
}

function openIn(executable) {
  console.log(`\nOpening ${SAMPLE} in VS Code, with the extension from this folder.`);
  const quoted = (text) => (shell ? `"${text}"` : text);
  const args = [`--extensionDevelopmentPath=${root}`, "--new-window", path.join(root, SAMPLE)];
  const { status } = spawnSync(quoted(executable), args.map(quoted), { stdio: "inherit", shell });
  process.exitCode = status ?? 1;
}

async function openInBrowser() {
  console.log("\nNo VS Code can be opened here: starting one for the browser …");
  execFileSync("npm", ["run", "--silent", "package"], { stdio: ["ignore", "ignore", "inherit"], shell });
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "aide-memoire-start-"));
  const folders = foldersIn(home);
  if (installExtension(folders, path.join(root, "aide-memoire.vsix")) !== 0) process.exit(1);
  const token = randomUUID();
  const server = await startServer({ folders, token });
  const door = await openDoor(addressOfSample(server, folders, token));
  console.log(`\nOpen this address in a browser on this computer:\n\n  ${door.address}\n`);
  if (once) {
    const answers = await leadsSomewhere(door.address);
    console.log(answers ? "The address answers." : "The address does not answer.");
    process.exitCode = answers ? 0 : 1;
  } else {
    console.log("Ctrl-C ends it.");
    await new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
    });
  }
  door.close();
  await server.stop();
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

/** A short address for a long one: people have to copy it. It is secret too, for it leads to an editor with a terminal. */
function openDoor(target) {
  const secret = `/${randomUUID().slice(0, 8)}`;
  const door = http.createServer(({ url }, response) => {
    if (url === secret) response.writeHead(302, { location: target });
    else response.writeHead(404);
    response.end();
  });
  return new Promise((resolve) => {
    door.listen(0, "127.0.0.1", () => {
      const close = () => door.close();
      resolve({ address: `http://127.0.0.1:${door.address().port}${secret}`, close });
    });
  });
}

/** Follows the door to VS Code, which lets in whoever brings the token: it hands out a cookie and redirects. */
async function leadsSomewhere(address) {
  const door = await fetch(address, { redirect: "manual" });
  const { status } = await fetch(door.headers.get("location"), { redirect: "manual" });
  return status < 400;
}

/** The sample that was just installed, so that trying out a fix leaves the repository as it is. */
function addressOfSample({ origin, authority }, { extensions }, token) {
  const [extension] = fs.readdirSync(extensions).filter((name) => name.startsWith("aide-memoire."));
  const sample = path.join(extensions, extension, SAMPLE);
  const query = new URLSearchParams({
    tkn: token,
    folder: path.dirname(sample),
    payload: JSON.stringify([["openFile", `vscode-remote://${authority}${sample}`]]),
  });
  return `${origin}/?${query}`;
}
