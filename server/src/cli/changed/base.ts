import { git } from "./git.ts";

/** What is compared with: where the current branch parted from another. */
export interface Base {
  /** As a person says it: "origin/main". */
  readonly name: string;
  readonly commit: string;
}

/**
 * Where the current branch parted from the one that is wanted; without a wish, from the one that a pull or merge request
 * is for, or else from the main branch. In a sentence, why that cannot be known and what helps.
 */
export async function findBase(
  root: string,
  wanted: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Base | string> {
  const isShallow = async () => {
    const answer = await git(root, ["rev-parse", "--is-shallow-repository"]);
    return answer.ok && answer.text.trim() === "true";
  };
  if ((await commitOf(root, "HEAD")) === undefined)
    return "This repository has no commit yet, so nothing can have changed since one. Leave --changed out.";
  const name = wanted ?? (await mainBranch(root, environment));
  if (name === undefined)
    return "No main branch was found to compare with. Name one: --changed=origin/main, for instance.";
  if ((await commitOf(root, name)) === undefined)
    return `git knows no “${name}” to compare with.${(await isShallow()) ? ` ${SHALLOW}` : " Check the name, or fetch it."}`;
  const answer = await git(root, ["merge-base", name, "HEAD"]);
  if (answer.ok) return { name, commit: answer.text.trim() };
  return (await isShallow())
    ? `It cannot be seen where this branch parted from “${name}”. ${SHALLOW}`
    : `This branch and “${name}” have no commit in common, so nothing can be compared.`;
}

const SHALLOW =
  "The clone is shallow: its history is cut off. Fetch the rest with `git fetch --unshallow`; in GitHub Actions, set " +
  "`fetch-depth: 0`, in GitLab CI `GIT_DEPTH: 0`.";

async function mainBranch(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const target = environment.GITHUB_BASE_REF || environment.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  if (target) return `origin/${target}`;
  for (const name of ["origin/HEAD", "origin/main", "origin/master", "main", "master"])
    if ((await commitOf(root, name)) !== undefined) return name;
  return undefined;
}

async function commitOf(root: string, name: string): Promise<string | undefined> {
  const answer = await git(root, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${name}^{commit}`,
  ]);
  return answer.ok ? answer.text.trim() : undefined;
}
