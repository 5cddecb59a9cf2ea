import { NESTED_IN } from "./follow-the-money.ts";

/** An entity of FollowTheMoney as it is read: whatever is not as the model wants it is not there. */
export interface ReadEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption?: string;
  readonly datasets: readonly string[];
  /** Texts; of entities inside the entity their ids. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Deeper than data sets nest them; a file could be made that nests without end. */
const DEEPEST = 8;

/**
 * The entity in a record, and those nested in it (`targets.nested.json` of OpenSanctions), each by itself: what was nested
 * is named by its id. The given one is the first. A sentence where the record is no entity.
 */
export function readEntities(record: unknown): readonly ReadEntity[] | { readonly problem: string } {
  if (!isObject(record)) return { problem: "this is no entity, but a bare value." };
  if (typeof record.id !== "string" || record.id.trim() === "") return { problem: "the entity has no `id`." };
  if (typeof record.schema !== "string") return { problem: `the entity \`${record.id}\` has no \`schema\`.` };
  if (!isObject(record.properties)) return { problem: `the entity \`${record.id}\` has no \`properties\`.` };
  const found: ReadEntity[] = [];
  unfold(record, {}, [], found, 0);
  return found;
}

type Json = Readonly<Record<string, unknown>>;

function unfold(
  entity: Json,
  known: Readonly<Record<string, readonly string[]>>,
  datasets: readonly string[],
  found: ReadEntity[],
  depth: number,
): void {
  const id = entity.id as string;
  const properties: Record<string, readonly string[]> = Object.assign(Object.create(null), known);
  const own = textsOf(entity.datasets);
  const all = own.length > 0 ? own : datasets;
  found.push({
    id,
    schema: entity.schema as string,
    ...(typeof entity.caption === "string" && { caption: entity.caption }),
    datasets: all,
    properties,
  });
  for (const [key, values] of Object.entries(isObject(entity.properties) ? entity.properties : {})) {
    const list = Array.isArray(values) ? values : [values];
    const texts = textsOf(list);
    for (const nested of list) {
      if (!isEntity(nested)) continue;
      texts.push(nested.id);
      const end = Object.hasOwn(NESTED_IN, key) ? NESTED_IN[key] : undefined;
      if (depth < DEEPEST) unfold(nested, end === undefined ? {} : { [end]: [id] }, all, found, depth + 1);
    }
    if (texts.length > 0) properties[key] = texts;
  }
}

function isEntity(value: unknown): value is Json & { id: string; schema: string } {
  return isObject(value) && typeof value.id === "string" && typeof value.schema === "string";
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textsOf(values: unknown): string[] {
  const list = Array.isArray(values) ? values : [];
  return list.flatMap((value) =>
    typeof value === "string" ? [value] : typeof value === "number" ? [String(value)] : [],
  );
}
