import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type BuildOptions, build } from "esbuild";

const { bundles, server, copyPages } = createRequire(import.meta.url)("../../esbuild.js") as {
  bundles: BuildOptions[];
  server: BuildOptions;
  copyPages(dist: string): void;
};

/** A folder of this computer for one test, with its files: paths relative to it → texts. */
export class Folder {
  readonly path: string;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.path = mkdtempSync(join(tmpdir(), "aide-memoire-"));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  remove(name = "."): void {
    rmSync(join(this.path, name), { recursive: true, force: true });
  }
}

/** The files of the extension's folder that {@link installWebServer} knows of. */
export const SHIPPED = ["knowledge/world.yaml", "dist/checks/event-date.md"];

/** The server for a browser, which has nothing beside it: its files are the client's. */
export async function installWebServer(): Promise<Folder> {
  const folder = new Folder();
  const options = bundles.find(({ outfile }) => outfile === "dist/server-web.js")!;
  const define = { ...options.define, SHIPPED: JSON.stringify(SHIPPED) };
  await build({ ...options, define, sourcemap: false, outfile: join(folder.path, "dist/server-web.js") });
  return folder;
}

/** An installed extension in small: the server as it is shipped, and a bundled knowledge base of one's own. */
export async function installServer(bundled: Readonly<Record<string, string>>): Promise<Folder> {
  const folder = new Folder();
  for (const [name, text] of Object.entries(bundled)) folder.write(join("knowledge", name), text);
  await build({ ...server, sourcemap: false, outdir: join(folder.path, "dist") });
  copyPages(join(folder.path, "dist"));
  return folder;
}
