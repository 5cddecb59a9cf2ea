import { type Span, span } from "../../text/span.ts";
import type { Interval, Precision, TimeValue } from "../../time/time.ts";
import {
  type BadName,
  type Claim,
  type Dated,
  ENTITY_TYPES,
  type Entity,
  type Event,
  type Evidence,
  type Figure,
  type Knowledge,
  type Named,
  type Origin,
  type Role,
  type Source,
} from "../knowledge.ts";
import {
  type Codec,
  constant,
  type Field,
  file,
  list,
  map,
  maybe,
  number,
  oneOf,
  orElse,
  plain,
  record,
  sparse,
  text,
  wholeList,
  word,
} from "./codec.ts";

// What of each entry is kept, and how. A field that an entry gains must be entered here: the types ask for it. Optional
// fields stand from the commonest to the rarest.

const PRECISIONS: readonly Precision[] = [
  "day",
  "week",
  "month",
  "quarter",
  "season",
  "half",
  "year",
  "decade",
  "century",
];

/** Where a date has no margins of its own, its record has them undefined. */
interface WholeDate extends Omit<TimeValue, "margins"> {
  readonly margins: TimeValue["margins"];
}

/** A date by itself; entries name it by its number. */
export const timeValue = sparse(
  record<WholeDate>({
    edtf: text,
    start: number,
    end: number,
    precision: oneOf(PRECISIONS),
    range: orElse(false, plain<boolean>()),
    approximate: orElse(false, plain<boolean>()),
    margins: maybe(record<Interval>({ start: number, end: number })),
  }),
) as Codec<TimeValue>;

const date: Codec<TimeValue> = {
  pack: (value, to) => to.date(value),
  unpack: (raw, from) => from.date(raw as number) as TimeValue,
};

export const place: Codec<Span> = {
  pack: ({ start, end }) => [start, end - start],
  unpack: (raw) => {
    const [start, length] = raw as [number, number];
    return span(start, start + length);
  },
};

export const origin = record<Origin>({ file: file(), span: place });

const evidence = list(sparse(record<Evidence>({ source: word, quote: maybe(text) })));
const dated = list(sparse(record<Dated>({ of: word, during: maybe(date) })));

const badName = record<BadName>({
  form: text,
  reason: text,
  since: maybe(date),
  until: maybe(date),
  except: maybe(wholeList(text)),
});

const role = record<Role>({
  title: word,
  of: word,
  during: maybe(date),
  aliases: list(word),
  acting: orElse(false, plain<boolean>()),
});

const named = {
  id: word,
  name: text,
  origin,
  aliases: list(text),
  evidence,
  description: maybe(text),
  abbreviations: list(text),
} as const;

const seldomNamed = {
  sameAs: list(text),
  identifiers: list(text),
  distinctFrom: list(word),
  discouraged: list(badName),
  misnomers: list(badName),
} as const satisfies Partial<{ [K in keyof Named]: Field<Named[K]> }>;

export const entity = record<Entity>({
  ...named,
  type: oneOf(ENTITY_TYPES),
  country: dated,
  roles: list(role),
  weakAliases: list(text),
  demonyms: list(text),
  metonyms: list(text),
  memberOf: dated,
  partOf: maybe(word),
  exists: maybe(date),
  formerly: maybe(word),
  ...seldomNamed,
  kind: constant("entity"),
});

export const event = record<Event>({
  ...named,
  type: word,
  date: maybe(date),
  participants: map(wholeList(word)),
  place: list(word),
  about: list(word),
  outcome: maybe(word),
  partOf: maybe(word),
  follows: list(word),
  stages: map(date),
  openRoles: list(word),
  ...seldomNamed,
  kind: constant("event"),
});

export const claim = record<Claim>({
  id: word,
  statement: text,
  subject: list(word),
  predicate: word,
  origin,
  evidence,
  object: list(word),
  during: maybe(date),
  date: maybe(date),
  holds: orElse(true, plain<boolean>()),
  status: orElse("established", oneOf(["established", "contested", "alleged"])),
  attributedTo: list(word),
  deniedBy: list(word),
  kind: constant("claim"),
});

const amount: Codec<Figure["value"]> = {
  pack: (value, to) =>
    typeof value === "number" ? number.pack(value, to) : value.map((each) => number.pack(each, to)),
  unpack: (raw, from) => {
    if (!Array.isArray(raw)) return number.unpack(raw, from);
    return [number.unpack(raw[0], from), number.unpack(raw[1], from)];
  },
};

export const figure = record<Figure>({
  id: word,
  of: word,
  label: text,
  value: amount,
  unit: word,
  origin,
  evidence,
  asOf: maybe(date),
  aliases: list(text),
  bound: orElse("exact", oneOf(["exact", "about", "atLeast", "atMost"])),
  kind: constant("figure"),
});

export const source = record<Source>({
  id: word,
  title: text,
  origin,
  url: maybe(text),
  publisher: maybe(word),
  published: maybe(text),
  author: maybe(text),
  note: maybe(text),
  text: maybe(text),
});

type Counts = Knowledge["bases"][number]["counts"];

export const base = record<Knowledge["bases"][number]>({
  title: text,
  description: maybe(text),
  language: text,
  asOf: maybe(date),
  files: list(file()),
  counts: record<Counts>({ entities: number, events: number, claims: number, figures: number }),
});
