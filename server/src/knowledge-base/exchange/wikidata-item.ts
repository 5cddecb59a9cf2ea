import { agreed, edtfInterval } from "./dates.ts";
import { isObject } from "./ftm-nested.ts";
import { lineOf } from "./names.ts";
import { edtfOf } from "./wikidata-time.ts";

type Json = Readonly<Record<string, unknown>>;

/** Access to the JSON of an item that takes nothing for granted. */
export class WikidataItem {
  readonly id: string;
  readonly #json: Json;
  readonly #claims: Json;

  constructor(id: string, json: Json) {
    this.id = id;
    this.#json = json;
    this.#claims = isObject(json.claims) ? json.claims : {};
  }

  /** The label, then the aliases; a label for all languages serves where there is none in this one. */
  labels(language: string): string[] {
    const label = [language, "mul"].flatMap((each) => this.#term("labels", each) ?? []).slice(0, 1);
    const { aliases } = this.#json;
    const lists = isObject(aliases) ? [aliases[language], aliases.mul] : [];
    const others = lists.flatMap((list) => (Array.isArray(list) ? list : [])).map(valueIn);
    return label.length === 0 ? [] : [...label, ...others.filter((alias) => alias !== undefined)];
  }

  description(language: string): string | undefined {
    return this.#term("descriptions", language);
  }

  #term(part: "labels" | "descriptions", language: string): string | undefined {
    const terms = this.#json[part];
    return isObject(terms) && Object.hasOwn(terms, language) ? valueIn(terms[language]) : undefined;
  }

  /** The statements of a property that name an item: the preferred ones if there are any, never the deprecated. */
  statements(property: string): Statement[] {
    return this.#best(property).filter(({ item }) => item !== undefined);
  }

  items(property: string): string[] {
    return [...new Set(this.statements(property).map(({ item }) => item!))].filter(
      (item) => item !== this.id,
    );
  }

  strings(property: string): string[] {
    return this.#best(property).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  }

  /** The values that are texts in the language. */
  texts(property: string, language: string): string[] {
    return this.#best(property).flatMap(({ value }) =>
      isObject(value) && value.language === language && typeof value.text === "string" ? [value.text] : [],
    );
  }

  /** The date of a property, of several what they agree on; undefined where there is none. */
  time(property: string): string | undefined {
    const times = this.#best(property).map(({ value, circa }) => edtfOf(value, circa));
    if (new Set(times).size === 1) return times[0];
    return times.every((time) => time !== undefined && /^\d{4}(?:-\d\d){0,2}$/.test(time))
      ? agreed(times as string[])
      : undefined;
  }

  #best(property: string): Statement[] {
    const claims = Object.hasOwn(this.#claims, property) ? this.#claims[property] : undefined;
    const all = (Array.isArray(claims) ? claims : []).filter(isObject).map((claim) => new Statement(claim));
    const kept = all.filter(({ rank }) => rank !== "deprecated");
    // Former offices and states are statements of normal rank beside the present one, so these all count.
    if (ALL_RANKS.has(property)) return kept;
    const preferred = kept.filter(({ rank }) => rank === "preferred");
    return preferred.length > 0 ? preferred : kept;
  }
}

const ALL_RANKS: ReadonlySet<string> = new Set(["P39", "P463", "P27", "P17"]);

const CIRCA = "Q5727902";

class Statement {
  readonly rank: unknown;
  readonly value: unknown;
  readonly #qualifiers: Json;

  constructor(claim: Json) {
    this.rank = claim.rank;
    this.value = snakValue(claim.mainsnak);
    this.#qualifiers = isObject(claim.qualifiers) ? claim.qualifiers : {};
  }

  /** The id of the item that the statement names. */
  get item(): string | undefined {
    return itemIn(this.value);
  }

  get circa(): boolean {
    return this.qualified("P1480").includes(CIRCA);
  }

  qualified(property: string): string[] {
    return this.#snaks(property).flatMap((snak) => itemIn(snakValue(snak)) ?? []);
  }

  /** From when to when it holds, as far as it says so. */
  during(): string | undefined {
    const at = this.#time("P585");
    const [start, end] = [this.#time("P580"), this.#time("P582")];
    const open = this.#snaks("P582").some((snak) => isObject(snak) && snak.snaktype === "novalue");
    return start === undefined && end === undefined ? at : edtfInterval(start, end, { end: open });
  }

  #time(property: string): string | undefined {
    const times = this.#snaks(property).map((snak) => edtfOf(snakValue(snak), this.circa));
    return times.length === 1 ? times[0] : undefined;
  }

  #snaks(property: string): readonly unknown[] {
    const snaks = Object.hasOwn(this.#qualifiers, property) ? this.#qualifiers[property] : undefined;
    return Array.isArray(snaks) ? snaks : [];
  }
}

function snakValue(snak: unknown): unknown {
  if (!isObject(snak) || snak.snaktype !== "value" || !isObject(snak.datavalue)) return undefined;
  return snak.datavalue.value;
}

/** Old dumps have only the number of an item, new ones its id. */
function itemIn(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  if (typeof value.id === "string" && /^Q\d+$/.test(value.id)) return value.id;
  return value["entity-type"] === "item" && typeof value["numeric-id"] === "number"
    ? `Q${value["numeric-id"]}`
    : undefined;
}

function valueIn(term: unknown): string | undefined {
  return isObject(term) ? lineOf(term.value) : undefined;
}
