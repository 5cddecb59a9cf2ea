import { packText, unpackText } from "./texts.ts";

/** Where packed values keep what they share. */
export interface Packing {
  /** The number of a text that may occur again. */
  text(text: string): number;
  /** The number of a date. */
  date(date: unknown): number;
  /** The number of a file of the knowledge base. */
  file(name: string): number;
  /** A message in pieces: texts, and the numbers of the files that it names. */
  message(message: string): readonly (string | number)[];
}

export interface Unpacking {
  text(number: number): string;
  date(number: number): unknown;
  file(number: number): string;
}

/** How values of a type are put into MessagePack, and taken out again. */
export interface Codec<T> {
  pack(value: T, to: Packing): unknown;
  unpack(raw: unknown, from: Unpacking): T;
}

/** How a field of a record is kept; where its value is `absent`, nothing is. */
export interface Field<T> extends Codec<T> {
  readonly optional?: { readonly absent: T; is(value: T): boolean };
}

const NONE: readonly never[] = Object.freeze([]);
const NO_MAP: Readonly<Record<string, never>> = Object.freeze(Object.create(null));

/** A text that is unlikely to occur again. */
export const text: Codec<string> = { pack: packText, unpack: unpackText };

/** A text that occurs again and again: an id, a type, a unit. */
export const word: Codec<string> = {
  pack: (value, to) => to.text(value),
  unpack: (raw, from) => from.text(raw as number),
};

/** A number; MessagePack does not tell -0 from 0, so that one is a text. */
export const number: Codec<number> = {
  pack: (value) => (Object.is(value, -0) ? "-0" : value),
  unpack: (raw) => Number(raw),
};

/** What MessagePack keeps as it is. */
export function plain<T extends boolean | number>(): Codec<T> {
  return { pack: (value) => value, unpack: (raw) => raw as T };
}

export function file(): Codec<string> {
  return { pack: (value, to) => to.file(value), unpack: (raw, from) => from.file(raw as number) };
}

/** One of a few texts, as its number among them. */
export function oneOf<T extends string>(choices: readonly T[]): Codec<T> {
  return { pack: (value) => choices.indexOf(value), unpack: (raw) => choices[raw as number]! };
}

export function maybe<T>(codec: Codec<T>): Field<T | undefined> {
  return {
    pack: (value, to) => codec.pack(value as T, to),
    unpack: codec.unpack,
    optional: { absent: undefined, is: (value) => value === undefined },
  };
}

export function orElse<T>(usual: T, codec: Codec<T>): Field<T> {
  return { ...codec, optional: { absent: usual, is: (value) => value === usual } };
}

export function list<T>(codec: Codec<T>): Field<readonly T[]> {
  return {
    pack: (values, to) => values.map((value) => codec.pack(value, to)),
    unpack: (raw, from) => (raw as unknown[]).map((each) => codec.unpack(each, from)),
    optional: { absent: NONE, is: (values) => values.length === 0 },
  };
}

/** A list that is kept even where it is empty: an empty role is not the same as none. */
export function wholeList<T>(codec: Codec<T>): Codec<readonly T[]> {
  const { pack, unpack } = list(codec);
  return { pack, unpack };
}

/** A field that is the same in all records of a kind. */
export function constant<T>(value: T): Field<T> {
  return { pack: () => value, unpack: () => value, optional: { absent: value, is: () => true } };
}

/** A map with any keys, as keys and values in turn: no key ("constructor", "__proto__") means anything by itself. */
export function map<T>(codec: Codec<T>): Field<Readonly<Record<string, T>>> {
  return {
    pack: (values, to) =>
      Object.entries(values).flatMap(([key, value]) => [to.text(key), codec.pack(value, to)]),
    unpack: (raw, from) => {
      const values: Record<string, T> = Object.create(null);
      const pairs = raw as unknown[];
      for (let i = 0; i < pairs.length; i += 2)
        values[from.text(pairs[i] as number)] = codec.unpack(pairs[i + 1], from);
      return values;
    },
    optional: { absent: NO_MAP, is: (values) => Object.keys(values).length === 0 },
  };
}

type AnyRecord = Record<string, unknown>;

/**
 * A record of known fields: a number whose bits say which of the optional fields are there, then those that always are,
 * then those that are there. The optional fields should stand from the commonest to the rarest, 31 at most.
 */
export function record<T extends object>(fields: { readonly [K in keyof T]-?: Field<T[K]> }): Codec<T> {
  const all = Object.entries<Field<unknown>>(fields as Record<string, Field<unknown>>);
  const needed = all.filter(([, { optional }]) => optional === undefined);
  const others = all.filter(([, { optional }]) => optional !== undefined);
  const absent: AnyRecord = Object.fromEntries(all.map(([key, { optional }]) => [key, optional?.absent]));
  return {
    pack: (value, to) => {
      const given = value as AnyRecord;
      const raw: unknown[] = [0];
      for (const [key, field] of needed) raw.push(field.pack(given[key], to));
      let bits = 0;
      others.forEach(([key, field], i) => {
        if (field.optional!.is(given[key])) return;
        bits |= 1 << i;
        raw.push(field.pack(given[key], to));
      });
      raw[0] = bits;
      return raw;
    },
    unpack: (raw, from) => {
      const parts = raw as unknown[];
      const value = { ...absent };
      let at = 1;
      for (const [key, field] of needed) value[key] = field.unpack(parts[at++], from);
      for (let bits = parts[0] as number; bits !== 0; bits &= bits - 1) {
        const [key, field] = others[31 - Math.clz32(bits & -bits)]!;
        value[key] = field.unpack(parts[at++], from);
      }
      return value as T;
    },
  };
}

/** A record that has no fields which are undefined. */
export function sparse<T extends object>({ pack, unpack }: Codec<T>): Codec<T> {
  return {
    pack,
    unpack: (raw, from) => {
      const given = Object.entries(unpack(raw, from)).filter(([, value]) => value !== undefined);
      return Object.fromEntries(given) as T;
    },
  };
}
