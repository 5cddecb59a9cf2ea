import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { meaningsOf } from "../../server/src/knowledge-base/vocabulary/kinds.ts";
import {
  BUILT_IN,
  extendVocabulary,
  ownWords,
  VOCABULARY_FILES,
} from "../../server/src/knowledge-base/vocabulary/vocabulary.ts";
import { verbForms } from "../../server/src/text/inflect.ts";

const { eventTypes, participantRoles, predicates, outcomes } = BUILT_IN;
const KNOWLEDGE = resolve(import.meta.dirname, "../../knowledge");
const read = (file: string) => ({ file, text: readFileSync(join(KNOWLEDGE, file), "utf8") });
const words = Object.values(BUILT_IN).flatMap((part) => Object.values<object>(part));

describe("the built-in vocabulary", () => {
  test.each([
    [
      "event types",
      eventTypes,
      "ceasefire talks agreement treaty declaration clash strike bombing attack war takeover coup withdrawal recognition closure opening summit meeting visit election referendum vote resolution adoption entryIntoForce appointment resignation founding dissolution demarcation protest report statement",
    ],
    [
      "roles",
      participantRoles,
      "party mediator host signatory guarantor observer chair attacker target victim participant spokesperson",
    ],
    [
      "predicates",
      predicates,
      "recognizes controls supports opposes memberOf allyOf accuses denies demands bans borders reliesOn threatens sanctions",
    ],
    ["outcomes", outcomes, "succeeded failed approved rejected ongoing pending"],
  ])("has all the %s that the format promises", (_, part, promised) => {
    expect(Object.keys(part)).toEqual(expect.arrayContaining(promised.split(" ")));
  });

  test("says each thing once, in plain words", () => {
    const lists = words.flatMap((entry) => Object.entries(entry).filter(([, value]) => Array.isArray(value)));
    expect(lists.filter(([, list]) => new Set(list).size < list.length)).toEqual([]);
    const said = lists.flatMap(([key, list]) => (key === "alsoCalled" ? [] : list));
    expect(said.filter((phrase) => !/^[\p{Ll}’'-]+( [\p{Ll}’'-]+)*$/u.test(phrase))).toEqual([]);
  });

  test("has words for every entry", () => {
    const silent = words.filter((entry) => !Object.values(entry).some((value) => value.length > 0));
    expect(silent).toEqual([]);
  });

  /** What a change of the words, or of the inflection, makes of the verbs: `npx vitest run vocabulary -u`, and review. */
  test("inflects its verbs", async () => {
    const verbs = words.flatMap((entry) =>
      Object.entries(entry).flatMap(([key, list]) => (/^(?:verbs|objectOf|antonyms)$/.test(key) ? list : [])),
    );
    const heads = new Set(verbs.map((verb: string) => verb.split(" ")[0]!));
    const special = [...heads].sort().flatMap((verb) => {
      const { third, past, participle, gerund } = verbForms(verb);
      const regular = third === `${verb}s` && /^(?:ed|d)$/.test(past.slice(verb.length));
      return regular && participle === past ? [] : [[verb, third, past, participle, gerund].join(" ")];
    });
    await expect(`${special.join("\n")}\n`).toMatchFileSnapshot("verb-forms.txt");
  });
});

describe("the files of the built-in vocabulary", () => {
  const files = Object.values(VOCABULARY_FILES).map(read);
  const article = readdirSync(join(KNOWLEDGE, "article")).map((name) => read(`article/${name}`));

  test("are of the form of any knowledge base's vocabulary", () => {
    expect(loadKnowledge(files).problems).toEqual([]);
  });

  test("change nothing where they are found as part of a knowledge base, as in this project's own folder", () => {
    const together = loadKnowledge([...article, ...files]);
    expect(together.problems).toEqual([]);
    expect(together.knowledge.vocabulary).toEqual(loadKnowledge(article).knowledge.vocabulary);
  });

  test("are all of their folder", () => {
    const names = readdirSync(join(KNOWLEDGE, "vocabulary")).map((name) => `vocabulary/${name}`);
    expect(Object.values(VOCABULARY_FILES).sort()).toEqual(names.sort());
  });
});

test("the words of a kind may be used of the kinds that are also called so, and of no others", () => {
  expect(meaningsOf("agreement", BUILT_IN)).toEqual(
    expect.arrayContaining(["agreement", "ceasefire", "treaty"]),
  );
  expect(meaningsOf("ceasefire", BUILT_IN)).toEqual(["ceasefire"]);
  expect(meaningsOf("unheard-of", BUILT_IN)).toEqual(["unheard-of"]);
});

test("a vocabulary is the built-in one and its own words", () => {
  const { knowledge } = loadKnowledge([
    {
      file: "a.yaml",
      text: "vocabulary: { eventTypes: { rite: { terms: [rite] }, war: { terms: [feud] } }, predicates: { owns: { nouns: [title to] } } }",
    },
  ]);
  const own = ownWords(knowledge.vocabulary);
  expect(Object.keys(own.eventTypes)).toEqual(["war", "rite"]);
  expect(Object.keys(own.predicates)).toEqual(["owns"]);
  expect(own.participantRoles).toEqual({});
  expect(extendVocabulary(BUILT_IN, own)).toEqual(knowledge.vocabulary);
});
