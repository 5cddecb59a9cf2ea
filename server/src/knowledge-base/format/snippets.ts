import { ENTITY_TYPES } from "../knowledge.ts";
import type { EntryMap } from "./schema.ts";

/** New lines to be filled in: YAML as a plain value, where `${1:…}` in a key or a text marks what to write, in order. */
export interface Snippet {
  readonly label: string;
  readonly description: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const ENTITY_TYPE = `|${ENTITY_TYPES.join(",")}|`;
const evidence = [{ source: "source-id", quote: "its very words" }];

/** A new entry of each map. */
export const SNIPPETS: Readonly<Record<EntryMap, Snippet>> = {
  sources: snippet("New source", "Something that says so: a book, a report, a web page.", {
    "<source-id>": { title: "Title", published: "2025-10", url: "https://example.org" },
  }),
  entities: snippet("New entity", "An actor, a place, a document or an idea.", {
    "<entity-id>": { type: ENTITY_TYPE, name: "Name", aliases: ["Another name"], evidence },
  }),
  events: snippet("New event", "Something that happened: when, where, and who took part.", {
    "<event-id>": {
      type: "meeting",
      name: "Name",
      date: "2025-10-19",
      place: "place-id",
      participants: { "<party>": ["entity-id"] },
      evidence,
    },
  }),
  claims: snippet("New claim", "What holds between entities, or is said to.", {
    "<claim-id>": {
      subject: "entity-id",
      predicate: "recognizes",
      object: "entity-id",
      statement: "The claim as one plain sentence.",
      evidence,
    },
  }),
  figures: snippet("New figure", "A number with its unit.", {
    "<figure-id>": { of: "entity-id", label: "what it measures", value: "20", unit: "kilometre", evidence },
  }),
};

/** The first lines of a knowledge base. */
export const NEW_BASE: Snippet = snippet("New knowledge base", "A title, a source, an entity and an event.", {
  knowledgeBase: { title: "My subject", language: "en" },
  sources: { "<source-id>": { title: "Title" } },
  entities: { "<entity-id>": { type: ENTITY_TYPE, name: "Name" } },
  events: { "<event-id>": { type: "meeting", name: "Name", date: "2025-10-19" } },
});

/** Every text is to be filled in, and every key in angle brackets; bars enclose a choice. */
function snippet(label: string, description: string, body: Readonly<Record<string, unknown>>): Snippet {
  let holes = 0;
  const hole = (text: string) => `\${${++holes}${text.startsWith("|") ? text : `:${text}`}}`;
  const filled = (value: unknown): unknown => {
    if (typeof value === "string") return hole(value);
    if (Array.isArray(value)) return value.map(filled);
    return Object.fromEntries(
      Object.entries(value as object).map(([key, inner]) => {
        return [key.startsWith("<") ? hole(key.slice(1, -1)) : key, filled(inner)];
      }),
    );
  };
  return { label, description, body: filled(body) as Snippet["body"] };
}
