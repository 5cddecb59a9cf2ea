import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type BuildOptions, build } from "esbuild";

const { cli, copyPages } = createRequire(import.meta.url)("../../esbuild.js") as {
  cli: BuildOptions;
  copyPages(dist: string): void;
};

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as installed, with a small world in the place of the bundled knowledge base, and a folder to run it in. */
export interface CommandLine {
  readonly folder: string;
  /** The file that Node runs. */
  readonly program: string;
  /** Writes a file below the folder. */
  write(file: string, content: string | Uint8Array): void;
  /** `reading: false` is a reader of standard output that goes before anything is written. */
  run(args: readonly string[], how?: How): Promise<Run>;
  remove(): void;
}

interface How {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly reading?: boolean;
  /** What standard input has; nothing else ever comes. */
  readonly input?: string | Uint8Array;
}

export async function install(world: string): Promise<CommandLine> {
  const home = mkdtempSync(join(tmpdir(), "aide-memoire-"));
  const program = join(home, "program/dist/cli.js");
  const folder = join(home, "drafts");
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  // The drafts are a repository of their own, so that nothing above them is searched.
  mkdirSync(join(folder, ".git"), { recursive: true });
  write("../program/knowledge/article/world.yaml", world);
  const root = resolve(import.meta.dirname, "../..");
  const plugins = cli.plugins!.filter(({ name }) => name !== "executable");
  await build({ ...cli, plugins, absWorkingDir: root, sourcemap: false, outdir: dirname(program) });
  copyPages(join(home, "program/dist"));
  return {
    folder,
    program,
    write,
    run: (args, { cwd = folder, environment = {}, reading = true, input = "" } = {}) =>
      new Promise((done) => {
        const child = spawn(process.execPath, [program, ...args], {
          cwd,
          env: { PATH: process.env.PATH, NO_COLOR: "1", ...environment },
        });
        child.stdin.on("error", () => {}).end(input);
        let stdout = "";
        let stderr = "";
        child.stdout.setEncoding("utf8").on("data", (chunk) => (stdout += chunk));
        if (!reading) child.stdout.destroy();
        child.stderr.setEncoding("utf8").on("data", (chunk) => (stderr += chunk));
        child.on("close", (status) => done({ status, stdout, stderr }));
      }),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
