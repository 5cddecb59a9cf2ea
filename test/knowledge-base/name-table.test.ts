import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TABLES } from "../../server/src/features/tables.ts";
import { openTables, packTables } from "../../server/src/knowledge-base/cache/tables.ts";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { allNames, type Name } from "../../server/src/knowledge-base/names/name.ts";
import { initialsOf, NEAR_NAMES } from "../../server/src/knowledge-base/names/near-table.ts";
import { spellingKeys } from "../../server/src/knowledge-base/names/spellings.ts";
import { findTablesOf, tableOf, tablesOf } from "../../server/src/knowledge-base/tables.ts";
import { type NameIndex, nameIndex } from "../../server/src/reading/names/name-index.ts";
import { findNames } from "../../server/src/reading/names/name-mentions.ts";
import { finish } from "../../server/src/service.ts";
import { type Token, tokenize } from "../../server/src/text/tokens.ts";

/** Words that share beginnings, with accents (composed and not), apostrophes, Turkish letters, and in capitals. */
const WORDS =
  "Arvo Arvos arvo Bel Béla Be\u0301la O'Dell O’Dell IRA Işık ISIK İzmir of the Mary X 5 Étang étang".split(
    " ",
  );
const joint = fc.constantFrom(" ", " ", " ", "-", "–", ". ", ", ");
const phrase = (length: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...WORDS), joint), { minLength: 1, maxLength: length })
    .map((words) => words.map(([word, after]) => word + after).join(""))
    .map((text) => text.replace(/[ .,–-]+$/, ""));
const anyNames = fc.array(fc.record({ text: phrase(4), of: fc.constantFrom("entity", "event") }), {
  minLength: 1,
  maxLength: 12,
});

function knowing(names: readonly { readonly text: string; readonly of: string }[]): Knowledge {
  const entries = (of: string, rest: string) =>
    names.flatMap((name, i) =>
      name.of === of ? [`  n${i}: { name: ${JSON.stringify(name.text)}, ${rest} }`] : [],
    );
  const text = [
    "entities:\n  none: { type: place, name: Nowhere }",
    ...entries("entity", "type: organization"),
    "events:\n  nothing: { type: talks, name: Nothing at all }",
    ...entries("event", "type: talks"),
  ].join("\n");
  return loadKnowledge([{ file: "kb.yaml", text }]).knowledge;
}

const isCapital = (text: string) => /^\p{Lu}/u.test(text);

/** Where a name ends that stands at a token; hyphens and the dots of shortened words count as nothing. */
function endOf({ keys, capital, capitals }: Name, tokens: readonly Token[], from: number) {
  const isPassed = (at: number) => {
    const { text, key, kind, spaced } = tokens[at]!;
    const isDash = kind === "mark" && key === "-" && !spaced && tokens[at + 1]?.spaced === false;
    return isDash || (text === "." && !spaced && /^\p{Lu}\p{Ll}?$/u.test(tokens[at - 1]!.text));
  };
  let at = from;
  for (const [k, key] of keys.entries()) {
    while (k > 0 && at < tokens.length && isPassed(at)) at++;
    const token = tokens[at++];
    if (token?.key !== key || (capital[k] && !isCapital(token.text))) return undefined;
    if (capitals && token.text !== token.text.toUpperCase()) return undefined;
  }
  return at;
}

/** Every name held against every token: the leftmost, of those the ones of the most words. */
function naively(tokens: readonly Token[], names: readonly Name[], of: Name["of"]) {
  const found: { from: number; to: number; names: Name[] }[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const here = names.flatMap((name) => {
      const to = name.of === of ? endOf(name, tokens, from) : undefined;
      return to === undefined ? [] : [{ name, to }];
    });
    if (here.length === 0) continue;
    const most = Math.max(...here.map(({ name }) => name.keys.length));
    const longest = here.filter(({ name }) => name.keys.length === most);
    found.push({ from, to: longest[0]!.to, names: longest.map(({ name }) => name) });
    from = longest[0]!.to - 1;
  }
  return found;
}

const sum = (bytes: Uint8Array) => createHash("md5").update(bytes).digest();

function packed(knowledge: Knowledge): Uint8Array {
  return packTables(finish(tablesOf(TABLES, knowledge)), "stamp", sum)!;
}

/** The same knowledge, with tables that were written and opened again. */
function reopened(knowledge: Knowledge): Knowledge {
  const again = { ...knowledge };
  const tables = openTables(packed(knowledge), "stamp", sum)!;
  findTablesOf(again, (name) => tables.get(name));
  return again;
}

const matchesOf = (text: string, index: NameIndex) =>
  (["entity", "event"] as const).map((of) => findNames(tokenize(text), index, of));

describe("the table of names", () => {
  test("finds in a sentence what a look at all names finds", () => {
    fc.assert(
      fc.property(anyNames, phrase(20), (names, text) => {
        const knowledge = knowing(names);
        const all = [...allNames(knowledge)];
        const tokens = tokenize(text);
        const isOwned = ({ to }: { to: number }) => tokens[to]?.key === "'s";
        const expected = [naively(tokens, all, "entity"), naively(tokens, all, "event")];
        fc.pre(!expected.flat().some(isOwned));
        expect(matchesOf(text, nameIndex(knowledge))).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test("is the same once it was written and opened, and opens on nothing that is damaged", () => {
    fc.assert(
      fc.property(anyNames, phrase(20), fc.nat(), (names, text, place) => {
        const knowledge = knowing(names);
        const again = reopened(knowledge);
        expect(matchesOf(text, nameIndex(again))).toEqual(matchesOf(text, nameIndex(knowledge)));
        const bytes = packed(knowledge);
        expect(openTables(bytes, "another", sum)).toBeUndefined();
        bytes[place % bytes.length]! ^= 4;
        expect(openTables(bytes, "stamp", sum)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test("leads from a word in its seat to the names that have it there", () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        const knowledge = knowing(names);
        const near = tableOf(NEAR_NAMES, knowledge);
        const several = [...allNames(knowledge)].filter(
          (name) => name.of === "entity" && name.keys.length > 1,
        );
        for (const { keys, capital } of several)
          for (const [at, word] of keys.entries()) {
            if (!capital[at]) continue;
            const [key] = spellingKeys(word);
            const seat = { at, of: keys.length };
            expect(near.seatsOf(key!)).toContainEqual(seat);
            expect(near.inSeat(key!, seat, initialsOf(keys))).toEqual(
              several.filter(
                (other) =>
                  other.capital[at] &&
                  other.keys.length === keys.length &&
                  spellingKeys(other.keys[at]!).includes(key!) &&
                  initialsOf(other.keys) === initialsOf(keys),
              ),
            );
          }
      }),
    );
  });
});
