import type { EntryKind } from "../../knowledge-base/format/terms.ts";
import type { Id } from "../../knowledge-base/knowledge.ts";
import { formAt, type Path, scalarForms } from "./format.ts";
import { nameAt } from "./names.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

/** An id that is named somewhere, and that no entry has. */
export interface MissingId {
  readonly id: Id;
  /** What may stand where it is named. */
  readonly kinds: readonly EntryKind[];
  readonly path: Path;
}

const MOST = 50;

/** The ids that are missing and may name an entry of this kind, with the type that an entity must have. */
export function missingIds(
  snapshot: KnowledgeSnapshot,
  kind: EntryKind,
): { readonly id: Id; readonly type: string | undefined }[] {
  const found = new Map<Id, string | undefined>();
  for (const { code, origin } of snapshot.problems) {
    if ((code !== "dangling-id" && code !== "unknown-source") || found.size === MOST) continue;
    const file = snapshot.files.get(origin.file);
    const missing = file && missingAt(nameAt(file, origin.span.start));
    if (missing !== undefined && !found.has(missing.id) && mayBe(missing.kinds, kind))
      found.set(missing.id, typeAmong(missing.kinds));
  }
  return [...found].map(([id, type]) => ({ id, type }));
}

/** The missing id at a place where one is named. */
export function missingAt(named: ReturnType<typeof nameAt>): MissingId | undefined {
  if (named === undefined || named.name.kind !== "id" || named.declares) return undefined;
  const { path } = named.place;
  const kinds = scalarForms(formAt(path)).flatMap((form) => form["x-id"] ?? []);
  return { id: named.name.id, kinds, path };
}

/** Whether an entry of a map's kind may stand where some kinds may. */
export function mayBe(kinds: readonly EntryKind[], kind: EntryKind): boolean {
  return kinds.includes(kind) || (kind === "entity" && kinds.some((each) => !MAP_KINDS.has(each)));
}

/** The type of entity that is usual where only some may stand. */
function typeAmong(kinds: readonly EntryKind[]): string | undefined {
  const types = kinds.filter((each) => !MAP_KINDS.has(each));
  return types.includes("place") ? "place" : types[0];
}

const MAP_KINDS: ReadonlySet<EntryKind> = new Set(["entity", "event", "claim", "figure", "source"]);
