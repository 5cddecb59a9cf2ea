import {
  CSV_COLUMNS,
  type CsvRow,
  columnOf,
  fromCsv,
  nearestColumn,
} from "../../knowledge-base/exchange/csv-import.ts";
import { fromFollowTheMoney } from "../../knowledge-base/exchange/ftm-import.ts";
import type { ItemType } from "../../knowledge-base/exchange/wikidata-classes.ts";
import { fromWikidata, WIKIDATA } from "../../knowledge-base/exchange/wikidata-import.ts";
import { ENTITY_TYPES } from "../../knowledge-base/knowledge.ts";
import { BUILT_IN } from "../../knowledge-base/vocabulary/vocabulary.ts";
import { csvRecords } from "./csv-records.ts";
import { jsonRecords } from "./json-records.ts";
import type { ImportRun } from "./run.ts";

export interface FormOptions {
  readonly language: string;
  /** The type of rows that give none. */
  readonly type?: string;
  /** `name=key`, for each. */
  readonly map: readonly string[];
}

/** How the data of one form are read; a sentence where the options do not fit it. */
type Form = (
  options: FormOptions,
  note: (message: string) => void,
) => Pick<ImportRun, "records" | "convert" | "datasets"> | string;

export type FormName = "ftm" | "wikidata" | "csv";

export const FORMS: Readonly<Record<FormName, Form>> = {
  ftm: () => ({
    records: (input) => jsonRecords(input.chunks()),
    convert: fromFollowTheMoney,
    datasets: {},
  }),
  wikidata: ({ language, map }) => {
    const given = mappings(map);
    if (typeof given === "string") return given;
    const classes = new Map<string, ItemType>();
    for (const [item, name] of given) {
      const type = itemType(name);
      if (!/^Q\d+$/.test(item))
        return `--map ${item}=${name}: a class of Wikidata is a Q number, as in Q5=person.`;
      if (type === undefined) return `--map ${item}=${name}: there is no type ${name}.`;
      classes.set(item, type);
    }
    return {
      records: (input) => jsonRecords(input.chunks()),
      convert: (item) => fromWikidata(item, { language, classes }),
      datasets: { [WIKIDATA.id]: WIKIDATA },
    };
  },
  csv: ({ type, map }, note) => {
    const given = mappings(map);
    if (typeof given === "string") return given;
    for (const [name, key] of given) {
      if (columnOf(key, new Map()) !== undefined) continue;
      const near = nearestColumn(key);
      return `--map ${name}=${key}: there is no key ${key}${near === undefined ? "." : `; did you mean ${near}?`}`;
    }
    return {
      records: (input) => csvRecords(input.chunks(), (headers) => columnsOf(headers, given, note)),
      convert: (row) => fromCsv(row as CsvRow, { type }),
      datasets: {},
    };
  },
};

function mappings(list: readonly string[]): Map<string, string> | string {
  const found = new Map<string, string>();
  for (const mapping of list) {
    const at = mapping.lastIndexOf("=");
    if (at <= 0 || at === mapping.length - 1) return `--map ${mapping}: it is written as name=key.`;
    found.set(mapping.slice(0, at).trim(), mapping.slice(at + 1).trim());
  }
  return found;
}

function itemType(name: string): ItemType | undefined {
  const type = ENTITY_TYPES.find((each) => each === name);
  if (type !== undefined) return { map: "entities", type };
  return Object.hasOwn(BUILT_IN.eventTypes, name) ? { map: "events", type: name } : undefined;
}

function columnsOf(
  headers: readonly string[],
  given: ReadonlyMap<string, string>,
  note: (message: string) => void,
) {
  const columns = headers.map((header) => columnOf(header, given));
  const unused = headers.filter((_, i) => columns[i] === undefined);
  if (!columns.includes("name")) {
    note(`No column is called name; the columns are ${headers.join(", ")}. --map says which one it is.`);
  }
  if (unused.length > 0) {
    note(
      `Columns that are not used: ${unused.join(", ")}. Known are ${Object.keys(CSV_COLUMNS).join(", ")}.`,
    );
  }
  return columns;
}
