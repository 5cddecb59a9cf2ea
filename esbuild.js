// Makes the bundles in dist/, for Node and for the web, and puts the pages of checks and rules and the licences of other packages beside them.
// With --production the bundles are minified, with --watch they are remade on every change.
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const esbuild = require("esbuild");
const { thirdPartyLicences } = require("./scripts/third-party-licences.js");
const yamlModules = require("./scripts/yaml-modules.js");

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** Where it is decided what becomes of a knowledge base's files, and of its tables: compiled ones are made again when any of this changes. */
const LOADER = ["text", "time", "knowledge-base", "reading", "features"].map(
  (folder) => `server/src/${folder}`,
);
LOADER.push("knowledge/vocabulary");
const PARSERS = ["js-yaml", "typebox", "@msgpack/msgpack"];

/** While the sources change under a running watch, nothing is to rest on their version: it is left empty. */
const loader = { LOADER_VERSION: JSON.stringify(watch ? "" : loaderVersion()) };

function loaderVersion() {
  const hash = crypto.createHash("sha256");
  const manifests = PARSERS.map((name) => `node_modules/${name}/package.json`);
  for (const file of [...LOADER.flatMap(filesUnder), ...manifests])
    hash.update(`\0${file}\0`).update(fs.readFileSync(path.join(__dirname, file)));
  return hash.digest("hex").slice(0, 16);
}

/** From here, with slashes; none where there is no such folder. */
function filesUnder(folder) {
  const root = path.join(__dirname, folder);
  if (!fs.existsSync(root)) return [];
  const names = fs.readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  return names
    .filter((name) => fs.statSync(path.join(root, name)).isFile())
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

/** Folders of pages that the editor opens, of the checks and of the linter's rules, and where they come to lie. */
const PAGES = [
  { from: "server/src/checks", to: "checks" },
  { from: "server/src/knowledge-base/lint", to: "lint" },
];

/** The names of the samples, for the client that lets one be chosen. On the web, a folder of the extension has no listing. */
const samples = {
  SAMPLES: JSON.stringify(filesUnder("knowledge/samples").map((file) => path.basename(file))),
};

/** Nor has the server there: it is told what there is in the folders that it looks into. */
const shipped = {
  SHIPPED: JSON.stringify([
    ...filesUnder("knowledge"),
    ...PAGES.flatMap(({ from, to }) => pagesIn(from).map((page) => `dist/${to}/${page}`)),
  ]),
};

function pagesIn(folder) {
  return fs.readdirSync(path.join(__dirname, folder)).filter((file) => file.endsWith(".md"));
}

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // Some packages name a UMD build as "main", whose inner requires no bundler can follow.
  mainFields: ["module", "main"],
  minify: production,
  sourcemap: production ? false : "linked",
  legalComments: "none",
  logLevel: "warning",
  plugins: [yamlModules.forEsbuild],
};

/** @type {import("esbuild").BuildOptions} */
const web = {
  ...shared,
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
};

/** What the parts of the server load of one another when it runs, which is not in each of them once more. */
const serverParts = {
  name: "server-parts",
  setup(build) {
    const from = (part) => ({ path: `./${part}.js`, external: true });
    build.onResolve({ filter: /^vscode-languageserver(?:\/node)?$/ }, ({ kind }) =>
      kind === "entry-point" ? undefined : from("server-protocol"),
    );
    build.onResolve({ filter: /^\.\/node\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? from("server-work") : undefined,
    );
  },
};

/**
 * The server for Node is three files, for Node reads through all of a file before it runs a line of it: one that greets the
 * client, one that does what it then asks for, and the protocol's library, which both must have the same copy of.
 * @type {import("esbuild").BuildOptions}
 */
const server = {
  ...shared,
  entryPoints: {
    server: "server/src/lsp/main.ts",
    "server-work": "server/src/lsp/node.ts",
    "server-protocol": "vscode-languageserver/node",
  },
  outdir: "dist",
  define: loader,
  plugins: [...shared.plugins, serverParts],
};

/** @type {import("esbuild").BuildOptions} */
const cli = {
  ...shared,
  entryPoints: { cli: "server/src/cli/main.ts" },
  outdir: "dist",
  // tinyglobby's ES module makes itself a `require` from where it lies; CommonJS knows that by another name.
  define: { ...loader, "import.meta.url": "__filename" },
  banner: { js: "#!/usr/bin/env node" },
  plugins: [...shared.plugins, { name: "executable", setup: (build) => build.onEnd(makeExecutable) }],
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  server,
  cli,
  {
    ...shared,
    entryPoints: ["client/src/extension-node.ts"],
    outfile: "dist/client.js",
    external: ["vscode"],
    define: samples,
  },
  {
    ...web,
    entryPoints: ["client/src/extension-web.ts"],
    outfile: "dist/client-web.js",
    external: ["vscode"],
    define: samples,
  },
  {
    ...web,
    entryPoints: ["server/src/lsp/main-web.ts"],
    outfile: "dist/server-web.js",
    format: "iife",
    define: shipped,
  },
  ...["fact-sheet", "timeline"].map((view) => ({
    ...shared,
    entryPoints: [`client/src/views/${view}/main.ts`],
    outfile: `dist/views/${view}.js`,
    platform: "browser",
    target: "es2022",
    format: "esm",
  })),
];

function makeExecutable() {
  if (fs.existsSync("dist/cli.js")) fs.chmodSync("dist/cli.js", 0o755);
}

/** The pages of the checks and of the linter's rules, which the editor opens from a finding or a problem. */
function copyPages(dist) {
  for (const { from, to } of PAGES) {
    fs.mkdirSync(`${dist}/${to}`, { recursive: true });
    for (const page of pagesIn(from)) fs.copyFileSync(`${from}/${page}`, `${dist}/${to}/${page}`);
  }
}

async function main() {
  process.chdir(__dirname);
  copyPages("dist");
  if (!watch) {
    const built = await Promise.all(bundles.map((bundle) => esbuild.build({ ...bundle, metafile: true })));
    const licences = thirdPartyLicences(built.map(({ metafile }) => metafile));
    fs.writeFileSync("dist/third-party-licences.txt", licences);
    return;
  }
  // The background task of the editor waits for these two lines.
  const announce = {
    name: "announce",
    setup(build) {
      build.onStart(() => console.log("[watch] build started"));
      build.onEnd(() => console.log("[watch] build finished"));
    },
  };
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...bundle, plugins: [...bundle.plugins, announce] });
    await context.watch();
  }
}

module.exports = { bundles, server, cli, copyPages };

if (require.main === module) {
  main().catch((error) => {
    // What is wrong with the code, esbuild has already said.
    if (!error.errors) console.error(error);
    process.exitCode = 1;
  });
}
