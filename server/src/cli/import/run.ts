import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as pathOf } from "node:path";
import { assembled } from "../../knowledge-base/exchange/assemble.ts";
import { UNSPECIFIED_EVENT } from "../../knowledge-base/exchange/follow-the-money.ts";
import type { Converted, EntryPiece, Link, LinkPiece } from "../../knowledge-base/exchange/pieces.ts";
import { entryYaml, mapYaml } from "../../knowledge-base/exchange/write-yaml.ts";
import type { Progress } from "../progress.ts";
import { Counts } from "./counts.ts";
import { Gathering, heapOf } from "./gathering.ts";
import type { Input } from "./input.ts";
import { type Joined, join } from "./joining.ts";
import type { RecordAt } from "./json-records.ts";
import type { Target } from "./target.ts";

export interface ImportRun {
  readonly inputs: readonly Input[];
  records(input: Input): AsyncIterable<readonly RecordAt[]>;
  convert(value: unknown): Converted;
  keep(entry: EntryPiece): boolean;
  readonly title: string;
  readonly language: string;
  /** The data set of what names none. */
  readonly dataset: string;
  /** What is known of data sets besides their names: the fields of their sources. */
  readonly datasets: Readonly<Record<string, { readonly title?: string; readonly url?: string }>>;
  readonly progress: Progress;
  /** Hears what is wrong with a record; the rest is read. */
  malformed(input: Input, record: RecordAt): void;
  /** Hears what is wrong with an input; what was read of it counts. */
  broken(input: Input, error: unknown): void;
}

/**
 * Reads the inputs and writes the knowledge base that they make, in three passes over what it puts aside on the disk, so that
 * memory grows by some forty bytes an entry. The target is neither finished nor discarded.
 */
export async function runImport(run: ImportRun, target: Target): Promise<Counts> {
  const folder = mkdtempSync(pathOf(tmpdir(), "aide-memoire-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clear);
  try {
    const counts = new Counts();
    const gathering = new Gathering(folder, counts, run.dataset, run.keep);
    await gather(run, gathering);
    gathering.complete();
    writeHead(run, gathering, target);
    const joined = await join(gathering, folder, pause);
    await write(gathering, joined, target, run.progress);
    return counts;
  } finally {
    process.removeListener("exit", clear);
    clear();
  }
}

async function gather(run: ImportRun, gathering: Gathering): Promise<void> {
  const sizes = run.inputs.map(({ size }) => size);
  const total = sizes.reduce<number | undefined>(
    (a, b) => (a === undefined || b === undefined ? undefined : a + b),
    0,
  );
  run.progress.part("Reading", total);
  for (const input of run.inputs) {
    for await (const batch of untilBroken(run, input)) {
      for (const record of batch) takeRecord(run, input, record, gathering);
    }
  }
}

/** The records of an input up to where it breaks off, which is told. */
async function* untilBroken(run: ImportRun, input: Input): AsyncGenerator<readonly RecordAt[]> {
  const batches = run.records(input)[Symbol.asyncIterator]();
  while (true) {
    let next: IteratorResult<readonly RecordAt[]>;
    try {
      next = await batches.next();
    } catch (error) {
      // Not what goes wrong with a batch: only what goes wrong in getting it.
      return run.broken(input, error);
    }
    if (next.done === true) return;
    yield next.value;
  }
}

function takeRecord(run: ImportRun, input: Input, record: RecordAt, gathering: Gathering): void {
  const { counts } = gathering;
  const converted = record.problem === undefined ? run.convert(record.value) : undefined;
  const problem = record.problem ?? converted?.problem;
  if (converted === undefined || problem !== undefined) {
    counts.malformed++;
    run.malformed(input, { line: record.line, problem: problem ?? "" });
    return;
  }
  counts.records++;
  for (const what of converted.left ?? []) counts.add(counts.left, what);
  for (const piece of converted.pieces) gathering.take(piece);
}

function writeHead(
  run: ImportRun,
  { datasets, sources, anySource, eventTypes }: Gathering,
  target: Target,
): void {
  target.head(mapYaml("knowledgeBase", { title: run.title, language: run.language }));
  if (datasets.size > 0 || anySource) target.head("sources:\n");
  for (const { piece: _, id, ...fields } of sources.read(0)) target.head(entryYaml(id, fields));
  for (const [name, { id, url }] of datasets) {
    const known = Object.hasOwn(run.datasets, name) ? run.datasets[name] : undefined;
    target.head(entryYaml(id, { title: known?.title ?? name, url: known?.url ?? url }));
  }
  if (eventTypes.has(UNSPECIFIED_EVENT)) {
    target.head(mapYaml("vocabulary", { eventTypes: { [UNSPECIFIED_EVENT]: {} } }));
  }
}

async function write(
  gathering: Gathering,
  { links, known }: Joined,
  target: Target,
  progress: Progress,
): Promise<void> {
  const { entries, ids, counts } = gathering;
  progress.part("Writing", ids.count);
  for (let heap = 0; heap <= heapOf(ids.count); heap++) {
    const linksOf = linksByHolder(links.read(heap));
    for (const entry of entries.read(heap)) {
      counts[entry.map]++;
      target.entry(entry.map, entryYaml(entry.id, assembled(entry, linksOf.get(entry.id) ?? [], known)));
    }
    progress.at(counts.entities + counts.events);
    await pause();
  }
}

/** The links of each holder in the order in which they came. */
function linksByHolder(pieces: Iterable<LinkPiece>): Map<string, Link[]> {
  const found = new Map<string, Link[]>();
  for (const { holder, link } of [...pieces].sort((a, b) => (a.order ?? 0) - (b.order ?? 0))) {
    const known = found.get(holder);
    if (known === undefined) found.set(holder, [link]);
    else known.push(link);
  }
  return found;
}

/** Lets the progress be drawn and an interruption be heard. */
function pause(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
