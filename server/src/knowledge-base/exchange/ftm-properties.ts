import type { EntityType } from "../knowledge.ts";
import { agreed, edtfDate, edtfInterval, edtfSpan } from "./dates.ts";
import type { ReadEntity } from "./ftm-nested.ts";

export type Properties = ReadEntity["properties"];

export function list(properties: Properties, ...keys: readonly string[]): readonly string[] {
  return keys.length === 1 ? (properties[keys[0]!] ?? []) : keys.flatMap((key) => properties[key] ?? []);
}

export function keywords({ properties }: ReadEntity): readonly string[] {
  return list(properties, "keywords");
}

/** What somebody is a citizen of rather than what else ties them to a country; likewise for bodies. */
export function countriesOf(type: EntityType, properties: Properties): readonly string[] {
  const own =
    type === "person"
      ? list(properties, "citizenship", "nationality")
      : list(properties, "jurisdiction", "mainCountry");
  const countries = own.length > 0 ? own : list(properties, "country");
  return [...new Set(countries.map((code) => code.trim().toLowerCase()))].filter((code) => code !== "");
}

export function existenceOf(type: EntityType, properties: Properties): string | undefined {
  const [from, to] =
    type === "person" ? ["birthDate", "deathDate"] : ["incorporationDate", "dissolutionDate"];
  return edtfInterval(oneDate(properties, from!), oneDate(properties, to!));
}

export function dateOf(properties: Properties): string | undefined {
  const [start, end] = [oneDate(properties, "startDate"), oneDate(properties, "endDate")];
  return start === undefined && end === undefined ? oneDate(properties, "date") : edtfSpan(start, end);
}

/** What all values of a date agree on. */
export function oneDate(properties: Properties, key: string): string | undefined {
  return agreed(
    list(properties, key)
      .map(edtfDate)
      .filter((date) => date !== undefined),
  );
}

/** A tenure that is known to go on is open at its end; of one that has ended, when is unknown. */
export function tenureOf(properties: Properties): string | undefined {
  const open = list(properties, "status").some((status) => status.toLowerCase() === "current");
  const [start, end] = [oneDate(properties, "startDate"), oneDate(properties, "endDate")];
  return start === undefined && end === undefined
    ? oneDate(properties, "date")
    : edtfInterval(start, end, { end: open });
}
