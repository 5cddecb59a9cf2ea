import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
];

/** Starts a browser without a window: on Linux the one out of the npm package, elsewhere the installed Chrome. */
export async function launchBrowser() {
  if (process.platform !== "linux") return chromium.launch({ channel: "chrome" });
  const folder = unpackedChromium();
  const executablePath = path.join(folder, "chromium");
  return chromium.launch({ executablePath, args: FLAGS, env: environmentFor(folder, executablePath) });
}

/** The folder of the unpacked Chromium; unpacks it when it is first asked for. */
function unpackedChromium() {
  const carrier = path.dirname(require.resolve("@sparticuz/chromium"));
  const nodeModules = carrier.slice(0, carrier.lastIndexOf("@sparticuz"));
  const folder = path.join(nodeModules, ".cache/chromium");
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const fresh = fs.mkdtempSync(`${folder}-`);
  unpackInto(fresh);
  writeFontSettings(fresh, folder);
  try {
    fs.renameSync(fresh, folder);
  } catch {
    // Another run, started at the same time, was quicker.
    fs.rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

function unpackInto(folder) {
  const script = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
  // The package unpacks into the folder for temporary files, and its shared libraries only where it thinks it is in a cloud.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
  const done = spawnSync(process.execPath, ["-e", script], {
    env,
    cwd: import.meta.dirname,
    stdio: "inherit",
  });
  if (done.status !== 0) throw new Error("Chromium could not be unpacked.");
}

function writeFontSettings(folder, home) {
  fs.writeFileSync(
    path.join(folder, "fonts.conf"),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/font-cache</cachedir>
</fontconfig>
`,
  );
}

function environmentFor(folder, executable) {
  const env = { ...process.env, FONTCONFIG_FILE: path.join(folder, "fonts.conf") };
  // The libraries that came along are a stopgap: where the system has its own, those fit better.
  const libraries = spawnSync("ldd", [executable], { encoding: "utf8" }).stdout ?? "";
  if (libraries.includes("not found")) env.LD_LIBRARY_PATH = path.join(folder, "al2023/lib");
  return env;
}
