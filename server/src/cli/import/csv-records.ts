import { Readable } from "node:stream";
import type { CsvError, Info } from "csv-parse";
import type { RecordAt } from "./json-records.ts";

/** The columns of a table by their place in it; undefined is a column that means nothing. */
export type Columns = readonly (string | undefined)[];

/**
 * The rows of a table in batches, each as an object by what its columns mean, which `columnsOf` says of the first row. The
 * separator is what the first line has most of: comma, semicolon or tab.
 */
export async function* csvRecords(
  chunks: AsyncIterable<Buffer>,
  columnsOf: (headers: readonly string[]) => Columns,
): AsyncGenerator<readonly RecordAt[]> {
  const { parse } = await import("csv-parse");
  const { separator, whole } = await sniffed(chunks);
  const skipped: RecordAt[] = [];
  let endless: CsvError | undefined;
  const parser = parse({
    bom: true,
    delimiter: separator,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      const problem = `this is no row (${error?.message ?? ""}).`;
      if (error !== undefined && ENDLESS.has(error.code)) endless ??= error;
      else skipped.push({ line: Number(error?.lines ?? 0), problem });
      return undefined;
    },
  });
  const source = Readable.from(whole, { objectMode: false });
  source.on("error", (error) => parser.destroy(error)).pipe(parser);
  let columns: Columns | undefined;
  let batch: RecordAt[] = [];
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    if (endless !== undefined && info.lines >= Number(endless.lines)) break;
    if (columns === undefined) columns = columnsOf(record);
    else batch.push({ line: info.lines, value: rowOf(record, columns) });
    if (batch.length < BATCH) continue;
    yield [...skipped.splice(0), ...batch];
    batch = [];
  }
  yield [...skipped.splice(0), ...batch];
  if (endless !== undefined) throw endless;
}

const BATCH = 500;
/** Errors that take the rest of the table with them. */
const ENDLESS: ReadonlySet<string> = new Set(["CSV_QUOTE_NOT_CLOSED", "CSV_MAX_RECORD_SIZE"]);
/** In characters: a quotation mark that is never closed would take the rest of the file for one field. */
const LONGEST_ROW = 1_000_000;

function rowOf(fields: readonly string[], columns: Columns): Record<string, string> {
  const row: Record<string, string> = Object.create(null);
  for (const [i, column] of columns.entries()) {
    const field = fields[i];
    if (column === undefined || field === undefined || field === "") continue;
    // Two columns of one meaning are one list.
    row[column] = row[column] === undefined ? field : `${row[column]};${field}`;
  }
  return row;
}

const SEPARATORS = [",", ";", "\t"];

async function sniffed(chunks: AsyncIterable<Buffer>) {
  const iterator = chunks[Symbol.asyncIterator]();
  const { value: head, done } = await iterator.next();
  const line = done === true ? "" : head.toString("utf8").split(/[\r\n]/, 1)[0]!;
  const bare = line.replace(/"[^"]*"/g, "");
  const count = (separator: string) => bare.split(separator).length;
  const separator = SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best));
  const all = async function* () {
    if (done !== true) yield head as Buffer;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return { separator, whole: all() };
}
