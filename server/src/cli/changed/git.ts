import { execFile } from "node:child_process";

/** What git answered, or with which status and words it refused. */
export type Answer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly isMissing: boolean; readonly words: string };

/** Asks git something in a folder. It runs no hook, filter of diffs or file watcher that a repository may name; `latin1` keeps every byte. */
export function git(
  folder: string,
  args: readonly string[],
  encoding: "utf8" | "latin1" = "utf8",
): Promise<Answer> {
  const safe = ["-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-optional-locks"];
  const options = { cwd: folder, encoding, maxBuffer: 1 << 29, env: environment() };
  return new Promise((done) => {
    execFile("git", [...safe, ...args], options, (error, stdout, stderr) => {
      if (error === null) done({ ok: true, text: stdout });
      else done({ ok: false, isMissing: error.code === "ENOENT", words: stderr.trim() });
    });
  });
}

/** In English whatever the user's language is, and with no questions asked. */
function environment(): NodeJS.ProcessEnv {
  // In a hook, git names the repository that it runs for: the drafts may lie in another.
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, GIT_PREFIX: ____, ...rest } = process.env;
  return { ...rest, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_PAGER: "cat" };
}
