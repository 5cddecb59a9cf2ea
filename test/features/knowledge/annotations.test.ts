import { describe, expect, test } from "vitest";
import { mentionLenses } from "../../../server/src/features/knowledge/code-lens.ts";
import { inlayHints } from "../../../server/src/features/knowledge/inlay-hints.ts";
import { linksIn } from "../../../server/src/features/knowledge/links.ts";
import { semanticTokens } from "../../../server/src/features/knowledge/semantic-tokens.ts";
import type { KnowledgeSnapshot } from "../../../server/src/features/knowledge/snapshot.ts";
import { findFacts, outline } from "../../../server/src/features/knowledge/symbols.ts";
import { loadKnowledge } from "../../../server/src/knowledge-base/loading/load.ts";
import { slice } from "../../../server/src/text/span.ts";

const ISLANDS = `
sources:
  log: { title: The Log, url: "https://example.org/log", text: texts/log.txt, note: see https://example.org }
entities:
  norrey: { type: country, name: Norrey, sameAs: [wikidata:q42, "https://example.org/norrey", isni:1] }
  guild:
    type: organization
    name: Guild of Pilots
    country: { of: norrey, during: 2001/.. }
    memberOf: guild
  ada: { type: person, name: Ada Brink, roles: [{ title: Warden, of: guild, during: 2030 }] }
events:
  truce:
    type: ceasefire
    name: Quay truce
    date: 2030-10-19
    participants: { party: [norrey] }
    evidence: [{ source: log }]
vocabulary:
  eventTypes: { feast: { terms: [feast] } }
`;
const FILE = "file:///isle/knowledge/isle.yaml";

function snapshotOf(text: string): KnowledgeSnapshot {
  const { knowledge, problems, files } = loadKnowledge([{ file: FILE, text }]);
  return { knowledge, problems, files: new Map(files.map((tree) => [tree.file, tree])) };
}
const snapshot = snapshotOf(ISLANDS);
const tree = snapshot.files.get(FILE)!;
const words = ({ span }: { span: { start: number; end: number } }) => slice(ISLANDS, span);

describe("the outline", () => {
  test("has the maps of the file and their entries with their names", () => {
    const shown = outline(tree).map(({ name, children }) => [
      name,
      ...children.map((child) => `${child.kind} ${child.name} “${child.detail}”`),
    ]);
    expect(shown).toEqual([
      ["sources", "source log “The Log”"],
      ["entities", "entity norrey “Norrey”", "entity guild “Guild of Pilots”", "entity ada “Ada Brink”"],
      ["events", "event truce “Quay truce”"],
      ["vocabulary", "section eventTypes “”"],
    ]);
  });

  test("gives each its whole place, and its key to select", () => {
    const [, entities] = outline(tree);
    expect(words(entities!)).toMatch(/^entities:[\s\S]*\] }$/);
    expect(entities!.children.map(({ selection, span }) => selection.start === span.start)).not.toContain(
      false,
    );
  });

  test("is that of what can be read in a broken file", () => {
    const broken = snapshotOf("entities:\n  a: { type: place\n  b: { type: place, name: B }\n");
    expect(outline([...broken.files.values()][0]!)[0]!.children.map(({ name }) => name)).toContain("b");
  });
});

test("facts are found by name and id: the beginning first, then a part, then letters in order", () => {
  const found = (query: string) => findFacts(snapshot, query).map(({ id }) => id);
  expect(found("gui")).toEqual(["guild"]);
  expect(found("QUAY")).toEqual(["truce"]);
  expect(found("gdpl")).toEqual(["guild"]);
  expect(found("r")).toEqual(["norrey", "ada", "truce"]);
  expect(found("")).toHaveLength(4);
  expect(found("zz")).toEqual([]);
});

test("links lead to addresses, to the texts of sources and to the same thing elsewhere", () => {
  expect(linksIn(tree).map((link) => `${words(link)} → ${link.kind} ${link.target}`)).toEqual([
    "https://example.org/log → address https://example.org/log",
    "texts/log.txt → file file:///isle/knowledge/texts/log.txt",
    "wikidata:q42 → address https://www.wikidata.org/wiki/Q42",
    "https://example.org/norrey → address https://example.org/norrey",
  ]);
});

test("tokens tell ids, dates and words of the vocabulary from other text", () => {
  const told = semanticTokens(tree).map(
    (token) => `${words(token)} ${token.type}${token.declared ? "!" : ""}`,
  );
  expect(told).toEqual([
    "log class!",
    "norrey class!",
    "guild class!",
    "norrey variable",
    "2001/.. number",
    "guild variable",
    "ada class!",
    "guild variable",
    "2030 number",
    "truce event!",
    "ceasefire enumMember",
    "2030-10-19 number",
    "party enumMember",
    "norrey variable",
    "log variable",
    "feast enumMember!",
  ]);
});

test("hints give the names behind ids, where the id does not say them", () => {
  const all = { start: 0, end: ISLANDS.length };
  const hints = inlayHints(snapshot, FILE, all).map(
    ({ offset, label }) => `${ISLANDS.slice(offset - 5, offset)}|${label}`,
  );
  expect(hints).toEqual(["guild|Guild of Pilots", "guild|Guild of Pilots", ": log|The Log"]);
  expect(inlayHints(snapshot, FILE, { start: 0, end: 10 })).toEqual([]);
});

test("lenses stand on what a draft can mention", () => {
  expect(mentionLenses(tree).map(({ id }) => id)).toEqual(["norrey", "guild", "ada", "truce"]);
});
