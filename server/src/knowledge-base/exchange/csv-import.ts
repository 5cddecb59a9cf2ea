import { ENTITY_TYPES, type EntityType } from "../knowledge.ts";
import { nearest } from "../nearest.ts";
import { BUILT_IN } from "../vocabulary/vocabulary.ts";
import { countryCode, countryNames } from "./countries.ts";
import { edtfInterval, edtfSpan, isEdtf } from "./dates.ts";
import { idOf, lineOf, linesOf, namesOf, proseOf, slug } from "./names.ts";
import type { Converted, EntryPiece, Fields, Link, Piece, Reference } from "./pieces.ts";

const OUTCOMES = Object.keys(BUILT_IN.outcomes);

/** The columns of a table that mean something, with what they mean; a role of the vocabulary is a column of who filled it. */
export const CSV_COLUMNS: Readonly<Record<string, string>> = {
  id: "the entry's id; without one, its name as an id",
  type: "a type of entity (person, country, …) or of event (summit, …)",
  name: "the preferred name",
  aliases: "other names",
  weakAliases: "names that count only once the draft has named it",
  abbreviation: "abbreviations",
  identifiers: "document numbers and the like",
  demonyms: "adjectives that point to it",
  metonyms: "names that stand for it",
  description: "a sentence or two of background",
  sameAs: "the same thing elsewhere, as in wikidata:Q843",
  country: "ids, codes (ISO 3166) or English names of countries",
  memberOf: "ids of what it is a member of",
  partOf: "the id of what it is a part of",
  formerly: "the id of what it succeeded",
  title: "an office that it holds",
  of: "the id of the body, or the country, that the office belongs to",
  acting: "yes where the office is held for the time being",
  start: "from when: the office, else the event, else the entry itself",
  end: "until when; likewise",
  date: "when an event happened",
  place: "ids of where an event happened",
  about: "ids of what an event made, ended or concerned",
  follows: "the id of the event before it",
  outcome: `how an event ended, as in ${OUTCOMES[0]}`,
  source: "the title of the source",
};

/** A row by its columns, as it is in the table. */
export type CsvRow = Readonly<Record<string, string | undefined>>;

export interface CsvOptions {
  /** The type of a row that gives none. */
  readonly type?: string | undefined;
}

/** What a column of a table means: its own name in whatever capitals and spaces, or what `given` says of it. */
export function columnOf(header: string, given: ReadonlyMap<string, string>): string | undefined {
  const name = header.trim();
  const meant = given.get(name) ?? name;
  const key = plain(meant);
  return KEYS.get(key) ?? SYNONYMS.get(key);
}

/** A key that an unknown one may stand for. */
export function nearestColumn(key: string): string | undefined {
  return nearest(key, KEYS.values());
}

/**
 * What a row of a table gives. Several values in one field are separated by semicolons. Rows of one id are one entry: the
 * first of them says what it is, each one may add an office. A date that is no EDTF is left out.
 */
export function fromCsv(row: CsvRow, options: CsvOptions): Converted {
  const names = namesOf({
    name: [row.name],
    aliases: listed(row.aliases),
    weakAliases: listed(row.weakAliases),
    abbreviations: listed(row.abbreviation),
  });
  const id = idOf(row.id) ?? (names && slug(names.name));
  if (id === undefined || id === "") return { pieces: [], problem: "the row has neither an id nor a name." };
  const left = DATES.filter((key) => isWritten(row[key]) && !isEdtf(row[key]!.trim())).map(
    (key) => `${key} that is no date as in 2025-10-19`,
  );
  const office = officeOf(id, row);
  if (names === undefined) {
    return office.length > 0
      ? { pieces: office, left }
      : { pieces: [], problem: `the row of \`${id}\` has no name.` };
  }
  const type = typeOf(row, options.type);
  if ("problem" in type) return { pieces: [], problem: type.problem };
  const entry: EntryPiece = {
    piece: "entry",
    id,
    ...type,
    schema: type.type,
    fields: { ...names, ...fieldsOf(row, type.map) },
    links: linksOf(row, type),
    datasets: linesOf([row.source]),
    ...(type.type === "country" && codeOf(row.country ?? "", names.name)),
    ...(office.length > 0 && { repeated: true as const }),
  };
  return { pieces: [entry, ...office], left };
}

const DATES = ["start", "end", "date"] as const;

type RowType = { map: "entities"; type: EntityType } | { map: "events"; type: string };

function typeOf(row: CsvRow, otherwise: string | undefined): RowType | { problem: string } {
  const type = row.type?.trim() || (otherwise ?? "");
  if (type === "") return { problem: "the row has no type; --type gives one to all such rows." };
  const entity = ENTITY_TYPES.find((each) => each === type.toLowerCase());
  const event = Object.keys(BUILT_IN.eventTypes).find((each) => plain(each) === plain(type));
  // An agreement is a paper, unless the row says when, where or by whom it was made.
  const happened = isWritten(row.date) || isWritten(row.place) || rolesIn(row).length > 0;
  if (entity !== undefined && (event === undefined || !happened)) return { map: "entities", type: entity };
  if (event !== undefined) return { map: "events", type: event };
  const near = nearest(type, [...ENTITY_TYPES, ...Object.keys(BUILT_IN.eventTypes)]);
  return {
    problem: `there is no type \`${type}\`${near === undefined ? "." : `; did you mean \`${near}\`?`}`,
  };
}

function fieldsOf(row: CsvRow, map: "entities" | "events"): Omit<Fields, "name"> {
  const lists = Object.fromEntries(
    (map === "entities" ? ["identifiers", "demonyms", "metonyms", "sameAs"] : ["identifiers", "sameAs"])
      .map((key) => [key, listed(row[key])] as const)
      .filter(([, values]) => values.length > 0),
  );
  const ofOffice = isWritten(row.title);
  const [start, end] = ofOffice ? [] : [dateIn(row.start), dateIn(row.end)];
  const outcome = OUTCOMES.find((each) => each === row.outcome?.trim().toLowerCase());
  return {
    ...lists,
    ...(map === "entities"
      ? { exists: edtfInterval(start, end, { end: true }) }
      : {
          date: dateIn(row.date) ?? edtfSpan(start, end),
          ...(outcome && { outcome }),
          openRoles: rolesIn(row),
        }),
    description: proseOf(row.description),
  };
}

/** A table does not say whether it names everybody, so none of its lists is taken for complete. */
function rolesIn(row: CsvRow): string[] {
  return Object.keys(BUILT_IN.participantRoles).filter((role) => isWritten(row[role]));
}

function linksOf(row: CsvRow, { map, type }: { map: string; type: string }): Link[] {
  const each = (key: "partOf" | "formerly" | "follows" | "place" | "about"): Link[] =>
    listed(row[key]).map((of) => ({ key, of: referenceTo(of) }));
  if (map === "events") {
    return [
      ...each("place"),
      ...each("about"),
      ...each("partOf"),
      ...each("follows"),
      ...rolesIn(row).flatMap((role) =>
        listed(row[role]).map((of): Link => ({ key: "participants", role, of: referenceTo(of) })),
      ),
    ];
  }
  const countries = type === "country" ? [] : listed(row.country);
  return [
    ...countries.map((of): Link => ({ key: "country", of: referenceTo(of) })),
    ...listed(row.memberOf).map((of): Link => ({ key: "memberOf", of: referenceTo(of) })),
    ...each("partOf"),
    ...each("formerly"),
  ];
}

function officeOf(holder: string, row: CsvRow): Piece[] {
  const title = lineOf(row.title);
  if (title === undefined) return [];
  const of = [...listed(row.of), ...listed(row.country)].map(referenceTo);
  const during = edtfInterval(dateIn(row.start), dateIn(row.end), { end: true });
  const acting = /^(?:yes|true|1|x|acting)$/i.test(row.acting?.trim() ?? "");
  return [{ piece: "link", holder, link: { key: "roles", title, of, during, ...(acting && { acting }) } }];
}

/** An id of the table, else a country by its code or its name. */
function referenceTo(text: string): Reference {
  const country = countryCode([text]) ?? (countryNames(text) && text.toLowerCase());
  const id = idOf(text);
  return { ...(id !== undefined && { id }), ...(country !== undefined && { country }) };
}

function codeOf(country: string, name: string): { code?: string } {
  const code = (countryNames(country.trim()) && country.trim().toLowerCase()) || countryCode([name]);
  return code === undefined ? {} : { code };
}

function listed(field: string | undefined): string[] {
  return linesOf((field ?? "").split(";"));
}

function dateIn(field: string | undefined): string | undefined {
  const text = field?.trim() ?? "";
  return text !== "" && isEdtf(text) ? text : undefined;
}

function isWritten(field: string | undefined): boolean {
  return (field?.trim() ?? "") !== "";
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

const KEYS = new Map(
  [...Object.keys(CSV_COLUMNS), ...Object.keys(BUILT_IN.participantRoles)].map((key) => [plain(key), key]),
);

/** What other tables call these columns. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    identifier: "identifiers",
    label: "name",
    alias: "aliases",
    alsoknownas: "aliases",
    weakalias: "weakAliases",
    abbreviations: "abbreviation",
    demonym: "demonyms",
    metonym: "metonyms",
    countries: "country",
    office: "title",
    position: "title",
    role: "title",
    organization: "of",
    organisation: "of",
    body: "of",
    startdate: "start",
    from: "start",
    enddate: "end",
    until: "end",
    to: "end",
    location: "place",
  }),
);
