import { describe, expect, test } from "vitest";
import { entryLenses } from "../../../server/src/features/knowledge/code-lens.ts";
import { inlayHints } from "../../../server/src/features/knowledge/inlay-hints.ts";
import { links } from "../../../server/src/features/knowledge/links.ts";
import { semanticTokens } from "../../../server/src/features/knowledge/semantic-tokens.ts";
import { type OutlineItem, outline } from "../../../server/src/features/knowledge/symbols.ts";
import { workspaceSymbols } from "../../../server/src/features/knowledge/workspace-symbols.ts";
import { slice, span } from "../../../server/src/text/span.ts";
import { replaced, snapshotOf } from "../../support/knowledge-cursor.ts";
import { islands } from "./world.ts";

const snapshot = snapshotOf(islands);
const actors = snapshot.files.get("islands/actors.yaml")!;
const events = snapshot.files.get("islands/events.yaml")!;

function drawn(items: readonly OutlineItem[], depth = 0): string[] {
  return items.flatMap(({ label, detail, kind, type, children }) => [
    `${" ".repeat(depth)}${label} (${[kind, type, detail].filter((part) => part !== "").join(", ")})`,
    ...drawn(children, depth + 1),
  ]);
}

describe("the outline", () => {
  test("has the entries under their maps, with what they are called", () => {
    expect(drawn(outline(events))).toEqual([
      "events (map)",
      " clash (event, clash, Lantern clash)",
      " truce (event, harbourTruce, Quay truce)",
      "claims (map)",
      " north-trusts-guild (claim, Norrey trusts the Guild.)",
      "figures (map)",
      " pilots (figure, pilots of the guild)",
      "vocabulary (map)",
      " eventTypes (map)",
      "  harbourTruce (word)",
      " predicates (map)",
      "  supports (word)",
    ]);
    expect(drawn(outline(actors)).slice(0, 2)).toEqual([
      "knowledgeBase (map, The Two Islands)",
      "sources (map)",
    ]);
  });

  test("spans each entry as it is written, its key within", () => {
    const entries = outline(actors).find(({ label }) => label === "entities")!.children;
    const [north, sudrey] = entries;
    expect(slice(actors.text, north!.span)).toBe(
      'north: { type: country, name: Norrey, demonyms: [Norreyan], sameAs: [wikidata:Q1, "geonames:7"] }',
    );
    expect(slice(actors.text, sudrey!.span)).toMatch(/^sudrey:\n {4}type[\s\S]*source: ledger }\]$/);
    expect(slice(actors.text, sudrey!.selection)).toBe("sudrey");
  });

  test("keeps the entries that cannot be parsed", () => {
    const broken = snapshotOf(replaced(islands, "place: quay", "place: [quay"));
    expect(drawn(outline(broken.files.get("islands/events.yaml")!))).toEqual(drawn(outline(events)));
  });
});

describe("the symbols of all files", () => {
  const found = (query: string) => workspaceSymbols(snapshot, query).map(({ id }) => id);

  test("are found by id, name or another name, the best first", () => {
    expect(found("gui")).toEqual(["guild", "north-trusts-guild", "pilots"]);
    expect(found("Lantern c")).toEqual(["clash"]);
    expect(found("südr")).toEqual(["sudrey"]);
    expect(found("gop")[0]).toBe("guild");
    expect(found("lgr")).toEqual(["ledger"]);
  });

  test("are found by the beginnings of their words, in any order; what is called so comes first", () => {
    expect(found("pilots guild")).toEqual(["guild", "pilots"]);
    expect(found("pil gu")[0]).toBe("guild");
    expect(found("quay")).toEqual(["quay", "truce"]);
    expect(found("League of Pilots")).toEqual(["league"]);
    expect(found("n")[0]).toBe("north");
  });

  test("are all of them where nothing is asked, up to a limit", () => {
    expect(found("")).toHaveLength(12);
    expect(workspaceSymbols(snapshot, "", 3)).toHaveLength(3);
  });

  test("say where they are", () => {
    const [{ origin }] = workspaceSymbols(snapshot, "truce") as [ReturnType<typeof workspaceSymbols>[0]];
    expect(slice(snapshot.files.get(origin.file)!.text, origin.span)).toBe("truce");
  });
});

test("links lead to addresses, full texts and registers", () => {
  expect(
    links(actors).map(({ span, target }) => [slice(actors.text, span), Object.values(target)[0]]),
  ).toEqual([
    ["https://example.org/ledger", "https://example.org/ledger"],
    ["texts/ledger.txt", "islands/texts/ledger.txt"],
    ["wikidata:Q1", "https://www.wikidata.org/wiki/Q1"],
    ["geonames:7", "https://www.geonames.org/7"],
  ]);
});

describe("semantic tokens", () => {
  const shown = (from = 0, to = Number.POSITIVE_INFINITY, text = events.text) => {
    const made = snapshotOf({ ...islands, "islands/events.yaml": text });
    const file = made.files.get("islands/events.yaml")!;
    return semanticTokens(made, file, span(from, to)).map(
      ({ span, type, modifiers }) => `${slice(text, span)} ${[type, ...modifiers].join(".")}`,
    );
  };

  test("are ids, words of the vocabulary and dates", () => {
    expect(shown().slice(0, 16)).toEqual([
      "clash event.declaration",
      "clash word.builtIn",
      "2030-09-30 date",
      "party word.builtIn",
      "north entity",
      "sudrey entity",
      "truce event.declaration",
      "harbourTruce word",
      "2030-10-19 date",
      "2030-10-18~ date",
      "quay entity",
      "party word.builtIn",
      "north entity",
      "sudrey entity",
      "mediator word.builtIn",
      "guild entity",
    ]);
  });

  test("show what nothing has, and names that are not to be used", () => {
    expect(shown(0, undefined, events.text.replace("place: quay", "place: mole"))).toContain(
      "mole entity.unknown",
    );
    expect(semanticTokens(snapshot, actors).map(({ span }) => slice(actors.text, span))).toContain("Soderey");
  });

  test("may be asked for a part of a file", () => {
    const from = events.text.indexOf("claims:");
    const part = shown(from, from + 60);
    expect(part[0]).toBe("north-trusts-guild claim.declaration");
    expect(part.length).toBeLessThan(shown().length);
  });
});

test("inlay hints are the names behind ids, where the id does not say them", () => {
  const hints = inlayHints(snapshot, events).map(
    ({ offset, label }) => `${events.text.slice(Math.max(0, offset - 8), offset)} ${label}`,
  );
  expect(hints).toContain(": [north Norrey");
  expect(hints.filter((hint) => /quay/.test(hint))).toEqual([]);
  expect(hints.filter((hint) => /sudrey/.test(hint))).toEqual([]);
  expect(hints.some((hint) => hint.endsWith("guild Guild of Pilots"))).toBe(true);
});

test("lenses stand above entities and events", () => {
  const mentions = (id: string) => ({ drafts: id === "clash" ? 0 : 2, places: id === "clash" ? 0 : 3 });
  expect(
    entryLenses(events, mentions).map(({ span, id, title }) => [slice(events.text, span), id, title]),
  ).toEqual([
    ["clash", "clash", "Mentioned in no draft"],
    ["truce", "truce", "Mentioned 3 times in 2 drafts"],
  ]);
  expect(entryLenses(events)[0]?.title).toBeUndefined();
});
