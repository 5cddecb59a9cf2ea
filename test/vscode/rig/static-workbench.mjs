import fs from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { linkModulesOfThePage } from "./server.mjs";

const require = createRequire(import.meta.url);
const vscode = path.join(path.dirname(require.resolve("code-server/package.json")), "lib/vscode");
const WORKBENCH = "out/vs/code/browser/workbench/workbench";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
};

/**
 * What code-server changes in the workbench so that it always has a server; here it has none, and keeps the user's
 * settings in memory.
 */
const WITHOUT_A_SERVER = [
  { from: ",remoteAuthority:location.host}", to: "}" },
  {
    from: /get userRoamingDataHome\(\)\{return \w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)\}/,
    to: 'get userRoamingDataHome(){return this.__home??=$1.file("/User").with({scheme:$2.vscodeUserData})}',
  },
];

/**
 * Serves VS Code as it runs in a browser alone, from static files: no process stands behind it. Its one folder, `tmp:/`,
 * is in the browser's memory.
 * @param extension the folder of the extension; `has(file)` says which of its files there are, by their paths in it
 * @param suite the path in that folder of a suite to run; without one, the workbench is there to be used
 * @returns its `origin` and `stop()`
 */
export async function serveStaticWorkbench({ extension, has = () => true, suite }) {
  linkModulesOfThePage();
  const workbench = workbenchWithoutServer();
  const server = http.createServer(({ url, headers }, response) => {
    const place = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const send = (content, type) => response.writeHead(200, { "Content-Type": type }).end(content);
    if (place === "/") return send(page(headers.host, suite), TYPES[".html"]);
    if (place === `/static/${WORKBENCH}.js`) return send(workbench, TYPES[".js"]);
    const [, folder, ...rest] = place.split("/");
    const below = path.posix.normalize(rest.join("/"));
    const root = { static: vscode, extension }[folder];
    const isThere = root && !below.startsWith("..") && (folder !== "extension" || has(below));
    const content = isThere && read(path.join(root, below));
    if (!content && isForDesktops(place)) return send(NOTHING, TYPES[".js"]);
    if (content) send(content, TYPES[path.extname(below)] ?? "application/octet-stream");
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}

/** A built-in extension whose part for the web is not in the package: it does nothing, where it would raise an alarm. */
const NOTHING = "exports.activate = () => {};";

function isForDesktops(place) {
  return /^\/static\/extensions\/.*\/browser\/.*\.js$/.test(place);
}

/** The address of the workbench with a folder of its memory open, and a file, by its URI, if one is given. */
export function addressOfFolder(origin, folder, file) {
  const payload = [["skipWelcome", "true"], ...(file ? [["openFile", file]] : [])];
  return `${origin}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
}

function read(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

function workbenchWithoutServer() {
  let code = fs.readFileSync(path.join(vscode, `${WORKBENCH}.js`), "utf8");
  for (const { from, to } of WITHOUT_A_SERVER) {
    const changed = code.replace(from, to);
    if (changed === code) throw new Error(`This code-server is another one: its workbench has no ${from}`);
    code = changed;
  }
  return code;
}

function page(host, suite) {
  const values = {
    WORKBENCH_WEB_CONFIGURATION: escaped(JSON.stringify(configuration(host, suite))),
    WORKBENCH_WEB_BASE_URL: "/static",
    WORKBENCH_SCRIPT_NONCE: "nonce",
    WORKBENCH_NLS_URL: "/static/out/nls.messages.js",
    WORKBENCH_NLS_FALLBACK_URL: "/static/out/nls.messages.js",
  };
  const html = fs.readFileSync(path.join(vscode, `${WORKBENCH}.html`), "utf8");
  return html.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key] ?? "");
}

function configuration(host, suite) {
  const uri = (place) => ({ scheme: "http", authority: host, path: place });
  const readJson = (file) => JSON.parse(fs.readFileSync(path.join(vscode, file), "utf8"));
  return {
    serverBasePath: "/",
    userDataPath: "/web",
    webviewEndpoint: "/static/out/vs/workbench/contrib/webview/browser/pre",
    enableWorkspaceTrust: false,
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    _wrapWebWorkerExtHostInIframe: false,
    callbackRoute: "/callback",
    additionalBuiltinExtensions: [],
    configurationDefaults: SETTINGS,
    productConfiguration: {
      ...readJson("product.json"),
      version: readJson("package.json").version,
      extensionsGallery: undefined,
      embedderIdentifier: "test",
    },
    developmentOptions: {
      // The driver lets a suite report how it ended.
      enableSmokeTestDriver: suite !== undefined,
      extensions: [uri("/extension")],
      extensionTestsPath: suite && uri(`/extension/${suite}`),
    },
  };
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
}
