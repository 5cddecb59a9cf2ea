import type { Entity, Event } from "../../knowledge-base/knowledge.ts";
import { fold } from "../../text/tokens.ts";
import { headOf } from "../offices/titles.ts";

const nouns = new WeakMap<Entity, readonly string[]>();

/** The nouns that a body's own names end in. */
export function nounsFor(entity: Entity): readonly string[] {
  let known = nouns.get(entity);
  if (known === undefined) {
    const has = entity.type === "organization" || entity.type === "group";
    const names = has ? [entity.name, ...entity.aliases] : [];
    nouns.set(entity, (known = [...new Set(names.map((name) => fold(headOf(name))))]));
  }
  return known;
}

const bodyKeys = new WeakMap<Entity, readonly string[]>();

/** All that a body can be called in short: {@link nounsFor} it, and "a " with its type. */
export function calledFor(entity: Entity): readonly string[] {
  let known = bodyKeys.get(entity);
  if (known === undefined) bodyKeys.set(entity, (known = [...nounsFor(entity), `a ${entity.type}`]));
  return known;
}

const eventWords = new WeakMap<Event, ReadonlySet<string>>();

/** The words of an event's names, folded. */
export function wordsOf(event: Event | undefined): ReadonlySet<string> {
  if (event === undefined) return NONE;
  let known = eventWords.get(event);
  if (known === undefined) {
    const words = [event.name, ...event.aliases].flatMap((name) => fold(name).split(/\W+/));
    eventWords.set(event, (known = new Set(words.filter((word) => word !== ""))));
  }
  return known;
}

const NONE: ReadonlySet<string> = new Set();
