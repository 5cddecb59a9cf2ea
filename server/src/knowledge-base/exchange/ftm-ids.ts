import type { Id, Knowledge } from "../knowledge.ts";
import { slug } from "./names.ts";

/** Ids for what is an entity in FollowTheMoney and none in a knowledge base: the same ones in every export. */
export class FtmIds {
  readonly #knowledge: Knowledge;
  readonly #taken = new Set<string>();
  readonly #posts = new Map<string, string>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** The office of this title at a body; `fresh` where it is asked for the first time. */
  post(of: Id, title: string): { readonly id: string; readonly fresh: boolean } {
    const key = `${of}\n${title}`;
    const known = this.#posts.get(key);
    if (known !== undefined) return { id: known, fresh: false };
    const id = this.#free(`${of}.${slug(title) || "office"}`);
    this.#posts.set(key, id);
    return { id, fresh: true };
  }

  /** A link between two entities; another one each time. */
  link(from: string, to: string): string {
    return this.#free(`${from}.${to}`);
  }

  #free(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#isTaken(id); n++) id = `${wanted}.${n}`;
    this.#taken.add(id);
    return id;
  }

  #isTaken(id: string): boolean {
    const { sources, entities, events, claims, figures } = this.#knowledge;
    return this.#taken.has(id) || [sources, entities, events, claims, figures].some((map) => map.has(id));
  }
}
