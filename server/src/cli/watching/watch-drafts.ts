import { sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import type { Snapshot } from "../../service.ts";
import { settingOf } from "../checking/check-run.ts";
import { type CheckerOptions, DraftChecker } from "../checking/draft-checker.ts";
import { kindOfDocument, readDocumentFile } from "../documents/read-document.ts";
import type { Output } from "../output.ts";
import type { Context } from "../program.ts";
import { readDraftFile } from "../read-draft-file.ts";
import { counted } from "../reports/html-text.ts";
import { textReport } from "../reports/text.ts";
import { Trouble } from "../trouble.ts";
import { isDraft, matters, placesToWatch } from "./places.ts";

export interface WatchOptions extends CheckerOptions {
  readonly color?: boolean;
}

/** In milliseconds: what changes together is checked together. */
const PAUSE = 120;

/** Checks drafts, and again whenever something changes, until the user ends it. */
export async function watchDrafts(
  paths: readonly string[],
  options: WatchOptions,
  context: Context,
): Promise<void> {
  let desk = new Desk(options, context);
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const watched = new Set<string>();
  const isWatched = (place: string) =>
    watched.has(place) || [...watched].some((other) => place.startsWith(`${other}${sep}`));
  const pass = async () => {
    const drafts = await desk.find(paths);
    const places = await placesToWatch(paths, drafts, desk.library);
    const others = places.filter((place) => !isWatched(place));
    for (const place of others) watched.add(place);
    // Watched first and read then: what changes in between is seen by the one or the other.
    const isFirst = watcher === undefined;
    if (watcher === undefined) watcher = await begin(others);
    else watcher.add(others);
    await desk.pass(drafts, isFirst);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = (running ?? Promise.resolve()).then(pass);
    }, PAUSE);
  };
  const begin = async (places: readonly string[]) => {
    const begun = watch([...places], {
      ignoreInitial: true,
      ignored: (path, stats) => LEFT_OUT.test(path) || (stats?.isFile() === true && !matters(path)),
    });
    begun.on("all", (event, path) => {
      // What else changes may change what holds for every draft, so that everything is read anew.
      if (event !== "change" || !isDraft(path)) desk = new Desk(options, context);
      soon();
    });
    begun.on("error", (error) => new Trouble(context.err(options.color)).note(String(error)));
    await new Promise<void>((ready) => begun.once("ready", ready));
    return begun;
  };
  const ended = endOfWatch();
  await pass();
  await ended;
  clearTimeout(timer);
  await running;
  await watcher?.close();
}

const LEFT_OUT = /(?:^|[\\/])(?:node_modules|\.git)(?:[\\/]|$)/;

function endOfWatch(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}

/** What is read once for many passes, as long as nothing but drafts changes. */
class Desk {
  readonly #checker: DraftChecker;
  readonly #context: Context;
  readonly #options: WatchOptions;
  readonly #output: Output;
  /** What was told of knowledge bases and settings, to be told again on a cleared screen. */
  readonly #standing = new Set<string>();
  readonly #known = new Map<string, Snapshot>();

  constructor(options: WatchOptions, context: Context) {
    const errors = context.err(options.color);
    const recorder = { ...errors, write: (text: string) => void this.#standing.add(text) };
    this.#context = context;
    this.#options = options;
    this.#output = context.out(options.color);
    this.#checker = new DraftChecker(options, context, new Trouble(recorder), recorder);
  }

  get library() {
    return this.#checker.library;
  }

  /** The drafts that there are now. */
  find(paths: readonly string[]): Promise<readonly string[]> {
    return this.#checker.find(paths);
  }

  /** Checks drafts and reports; one whose text is as before need not be read again. */
  async pass(drafts: readonly string[], isFirst: boolean): Promise<void> {
    const { streams } = this.#context;
    const troubles: string[] = [];
    const errors = this.#context.err(this.#options.color);
    const trouble = new Trouble({ ...errors, write: (text) => void troubles.push(text) });
    this.#checker.restart();
    const checked: { readonly path: string; readonly snapshot: Snapshot }[] = [];
    for (const path of drafts) {
      const isDocument = kindOfDocument(path) !== undefined;
      const read = isDocument ? (await readDocumentFile(path, trouble))?.draft : readDraftFile(path, trouble);
      if (read === undefined) continue;
      const text = typeof read === "string" ? read : read.text;
      const known = this.#known.get(path);
      const alone = known?.draft.text === text ? known : await this.#checker.checkAlone(path, read);
      this.#known.set(path, alone);
      checked.push({ path, snapshot: this.#checker.among(path, alone) });
    }
    if (streams.stdout.isTTY) streams.stdout.write(CLEAR);
    else if (!isFirst) this.#output.write("\n");
    for (const text of [...this.#standing, ...troubles]) errors.write(text);
    const setting = settingOf({ failOn: "error" }, this.#context);
    const report = textReport(this.#output, setting);
    for (const { path, snapshot } of checked)
      report.add({ path, snapshot, findings: snapshot.findings, known: [], apart: [] });
    const complete = this.#standing.size + troubles.length === 0;
    report.end({ knowledge: this.library.used, complete, troubles: trouble.messages, gone: 0 });
    const { colours } = this.#output;
    this.#output.write(
      `${colours.dim(`${time()}  Watching ${counted(drafts.length, "draft")}; Ctrl+C ends it.`)}\n`,
    );
  }
}

/** Clears the screen and what was scrolled away, and begins at the top. */
const CLEAR = "\u001b[2J\u001b[3J\u001b[H";

function time(): string {
  return new Date().toTimeString().slice(0, 8);
}
