// YAML files as modules of plain data, so that the core, which reads no files, can import the vocabulary: a plugin for
// esbuild, which bundles the code, and one for vitest, which runs it.
//
// The first also takes the parser in its form for CommonJS. In the one for ES modules the parser's state is an object that is
// spread and then added to, for which V8 makes a new hidden class each time (up to Node 20 at least): from the eighth text on,
// it takes three times as long.
const fs = require("node:fs");
const { load } = require("js-yaml");

/** @type {import("esbuild").Plugin} */
const forEsbuild = {
  name: "yaml-modules",
  setup(build) {
    build.onResolve({ filter: /^js-yaml$/ }, () => ({ path: require.resolve("js-yaml") }));
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: json(fs.readFileSync(path, "utf8")),
      loader: "json",
    }));
  },
};

/** @type {import("vitest/config").Plugin} */
const forVitest = {
  name: "yaml-modules",
  enforce: "pre",
  transform: (text, file) =>
    file.endsWith(".yaml") ? { code: `export default ${json(text)};`, map: null } : undefined,
};

function json(text) {
  return JSON.stringify(load(text));
}

module.exports = { forEsbuild, forVitest };
