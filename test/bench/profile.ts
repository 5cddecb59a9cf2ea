import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";

/** How much of the time of an action went where, in shares of one, the most first. */
export interface Profile {
  readonly byFolder: readonly (readonly [folder: string, share: number])[];
  readonly byFunction: readonly (readonly [place: string, share: number])[];
}

interface ModuleStart {
  readonly line: number;
  readonly file: string;
}

/** Runs an action under V8's profiler. Each sample counts for the function on top of the stack, not for its callers. */
export async function profiled(action: () => unknown): Promise<Profile> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  await session.post("Profiler.start");
  await action();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  const modules = modulesOf(process.argv[1]!);
  const folders = new Map<string, number>();
  const functions = new Map<string, number>();
  let all = 0;
  for (const { callFrame, hitCount = 0 } of profile.nodes) {
    const { functionName, url, lineNumber } = callFrame;
    if (hitCount === 0 || functionName === "(idle)") continue;
    const file = url.endsWith("bench.cjs") ? fileAt(modules, lineNumber) : functionName || "Node";
    add(folders, folderOf(file), hitCount);
    add(functions, `${file} ${functionName}`, hitCount);
    all += hitCount;
  }
  return { byFolder: shares(folders, all), byFunction: shares(functions, all) };
}

/** The bundle says before each module which file it was. */
function modulesOf(bundle: string): ModuleStart[] {
  const starts: ModuleStart[] = [];
  for (const [line, text] of readFileSync(bundle, "utf8").split("\n").entries()) {
    const file = /^ *\/\/ ((?:server|test|node_modules|knowledge)\/\S+)$/.exec(text)?.[1];
    if (file !== undefined) starts.push({ line, file });
  }
  return starts;
}

function fileAt(modules: readonly ModuleStart[], line: number): string {
  return modules.findLast((module) => module.line <= line)?.file ?? "Node";
}

/** `server/src/reading/names/near-names.ts` is of `reading/names`; what is right in `server/src` stands for itself. */
function folderOf(file: string): string {
  const inner = /^server\/src\/(.+)$/.exec(file)?.[1];
  if (inner !== undefined) return inner.includes("/") ? inner.slice(0, inner.lastIndexOf("/")) : inner;
  if (file === "(garbage collector)") return "garbage collection";
  return file.startsWith("node_modules/") ? "packages" : file.startsWith("test/") ? "the benchmark" : "Node";
}

function add(sums: Map<string, number>, key: string, count: number): void {
  sums.set(key, (sums.get(key) ?? 0) + count);
}

function shares(sums: ReadonlyMap<string, number>, all: number) {
  return [...sums].sort((a, b) => b[1] - a[1]).map(([place, count]) => [place, count / all] as const);
}
