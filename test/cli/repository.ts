import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** A git repository to try things in, with a history that no setting of the user's touches. */
export interface TestRepository {
  readonly folder: string;
  git(...args: readonly string[]): string;
  /** Adds everything that is there, and commits it. */
  commit(message: string): void;
}

export function repositoryIn(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): TestRepository {
  mkdirSync(folder, { recursive: true });
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...OWN, ...args], {
      cwd: folder,
      env: ENVIRONMENT,
      encoding: "utf8",
      stdio: "pipe",
    });
  git("init", "-q", "-b", "main");
  for (const [name, value] of Object.entries(settings)) git("config", name, value);
  return {
    folder,
    git,
    commit(message) {
      git("add", "-A");
      git("commit", "-q", "--allow-empty", "-m", message);
    },
  };
}

const OWN = [
  "-c",
  "protocol.file.allow=always",
  "-c",
  "commit.gpgSign=false",
  "-c",
  "init.defaultBranch=main",
];
const PERSON = { NAME: "A. Writer", EMAIL: "writer@example.org", DATE: "2031-05-02T12:00:00Z" };
const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  ...Object.fromEntries(
    Object.entries(PERSON).flatMap(([key, value]) =>
      ["AUTHOR", "COMMITTER"].map((who) => [`GIT_${who}_${key}`, value]),
    ),
  ),
};
