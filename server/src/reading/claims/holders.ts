import type { Claim, Entity, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { CLAIMING, TELLING } from "../english/reporting-words.ts";

/** Who makes a claim, as one writes it in a sentence. */
export interface Holder {
  /** "the Harbour Board", "Ada Merrow". */
  readonly name: string;
  /** "says", "maintain". */
  readonly verb: string;
}

/** Words of a source before its verb of saying. */
const LEAD = /^\s*((?:[^\s,.;:]+\s+){1,6}?)([a-z]+)\b/u;

/**
 * Who makes a claim and how: as its evidence and its statement have it ("The Harbour Board maintains that …"), else by
 * name, with "says". Best first, each once.
 */
export function holdersOf(claim: Claim, knowledge: Knowledge): Holder[] {
  const told = [...claim.evidence.map(({ quote = "" }) => quote), claim.statement];
  const entities = claim.attributedTo.flatMap((id) => knowledge.entities.get(id) ?? []);
  const found = told.flatMap((text) => leadIn(text, entities));
  for (const entity of entities) {
    const name = withArticle(entity, told);
    if (!found.some((each) => each.name === name))
      found.push({ name, verb: isPlural(entity) ? "say" : "says" });
  }
  return found.filter((one, i) => found.findIndex(({ name }) => name === one.name) === i);
}

function leadIn(text: string, entities: readonly Entity[]): Holder[] {
  const words = text.split(/\s+/).slice(0, 8);
  const at = words.findIndex((word) =>
    /^(?:says?|maintains?|claims?|alleges?|insists?|argues?|contends?|asserts?|believes?|suspects?)$/.test(
      word,
    ),
  );
  if (at < 1 || !LEAD.test(text)) return [];
  const lead = words
    .slice(0, at)
    .filter((word) => !/^(?:also|still|has|have)$/.test(word))
    .join(" ");
  if (/[,;:.]/.test(lead) || !entities.some((entity) => namesOf(entity).some((name) => lead.includes(name))))
    return [];
  return [{ name: lead.replace(/^The /, "the "), verb: words[at]! }];
}

function namesOf({
  name,
  aliases,
  abbreviations,
  demonyms,
  metonyms,
  weakAliases,
}: Entity): readonly string[] {
  return [name, ...aliases, ...abbreviations, ...demonyms, ...metonyms, ...weakAliases];
}

/** With "the", where the knowledge base's own sentences have it, or a name of several words is that of a body. */
function withArticle(entity: Entity, told: readonly string[]): string {
  const { name, type } = entity;
  const has = (form: string) => told.some((text) => text.toLowerCase().includes(`the ${form.toLowerCase()}`));
  if (/^the\s/i.test(name)) return name;
  const form = has(name) ? name : [...entity.abbreviations, ...entity.aliases].find(has);
  if (form !== undefined) return `the ${form}`;
  return type === "organization" && / of /.test(name) ? `the ${name}` : name;
}

function isPlural({ type, name }: Entity): boolean {
  return type !== "person" && type !== "country" && /(?:[^siu]s|media)$/.test(name);
}

/** Whether somebody may speak for who makes a claim: the same, its state or body, one of its own, or of the same body. */
export function mayHold(id: Id, { attributedTo }: Claim, knowledge: Knowledge): boolean {
  const own = bodiesOf(id, knowledge);
  return attributedTo.some((holder) => {
    const theirs = bodiesOf(holder, knowledge);
    const shared = [...own].some(
      (body) => theirs.has(body) && knowledge.entities.get(body)?.type !== "country",
    );
    return own.has(holder) || theirs.has(id) || shared;
  });
}

function bodiesOf(id: Id, { entities }: Knowledge): ReadonlySet<Id> {
  const bodies = new Set([id]);
  const entity = entities.get(id);
  if (entity === undefined) return bodies;
  for (const { of } of [...entity.country, ...entity.memberOf, ...entity.roles]) bodies.add(of);
  if (entity.partOf !== undefined) bodies.add(entity.partOf);
  if (entity.formerly !== undefined) bodies.add(entity.formerly);
  return bodies;
}

/** A verb of claiming or telling. */
export function isReporting(key: string): boolean {
  return CLAIMING.has(key) || TELLING.has(key);
}
