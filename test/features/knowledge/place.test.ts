import { describe, expect, test } from "vitest";
import { placeAt } from "../../../server/src/features/knowledge/place.ts";
import { parseYaml } from "../../../server/src/knowledge-base/yaml/tree.ts";
import { slice } from "../../../server/src/text/span.ts";

/** `at path [what the span holds]`, where the path's last part is the key or value itself. */
function placed(marked: string): string {
  const offset = marked.indexOf("<|>");
  const file = parseYaml("a.yaml", marked.replace("<|>", ""));
  const { at, path, span, lead, text, quote } = placeAt(file, offset);
  const written = slice(file.text, span);
  if (quote === "") expect(text).toBe(written);
  return at === "nothing" || at === "comment" ? at : `${at} ${path.join("/")} [${lead}${written}]`;
}

const SOUND = `
sources:
  log: { title: The Log }

entities:
  north: { type: country, name: Norrey }
  ada:
    type: person
    name: "Ada Brink"
    roles:
      - { title: Minister, of: north }
      - title: Envoy
        of: north
    evidence:
    - source: log
      quote: Ada, of all people
events:
  # The quarrel
  truce:
    type: truce
    participants: { party: [north, south], host: ['quay'] }   # both
    description: >-
      It held for
      a week.

    place: quay
`;

/** The sound file with a cursor put into a passage of it: everything around stays. */
const within = (passage: string, marked: string) => placed(SOUND.replace(passage, marked));

describe("in a sound file", () => {
  test.each([
    ["log:", "l<|>og:", "key sources/log [log]"],
    ["log: {", "log:<|> {", "nothing"],
    ["log: {", "log: <|>{", "nothing"],
    ["{ title: The Log }", "{<|> title: The Log }", "key sources/log/ []"],
    ["{ title: The Log }", "{ <|>title: The Log }", "key sources/log/title [title]"],
    ["{ title: The Log }", "{ title: The <|>Log }", "value sources/log/title [The Log]"],
    ["{ title: The Log }", "{ title: The Log <|>}", "nothing"],
    ["{ title: The Log }", "{ title: The Log }<|>", "nothing"],
    ['"Ada Brink"', '"<|>Ada Brink"', "value entities/ada/name [Ada Brink]"],
    ['"Ada Brink"', '"Ada Brink"<|>', "value entities/ada/name [Ada Brink]"],
    ["- { title", "- { <|>title", "key entities/ada/roles/0/title [title]"],
    ["- title: Envoy", "- tit<|>le: Envoy", "key entities/ada/roles/1/title [title]"],
    [
      "- title: Envoy\n        of: north",
      "- title: Envoy\n        of: n<|>orth",
      "value entities/ada/roles/1/of [north]",
    ],
    ["- source: log", "- source: l<|>og", "value entities/ada/evidence/0/source [log]"],
    ["quote: Ada, of", "quote: Ada<|>, of", "value entities/ada/evidence/0/quote [Ada, of all people]"],
    ["# The quarrel", "# The <|>quarrel", "comment"],
    ["# The quarrel", "<|># The quarrel", "key events/ []"],
    ["# both", "# both<|>", "comment"],
    ["[north, south]", "[north, sou<|>th]", "value events/truce/participants/party/1 [south]"],
    ["[north, south]", "[north,<|> south]", "value events/truce/participants/party/1 []"],
    ["[north, south]", "[north<|>, south]", "value events/truce/participants/party/0 [north]"],
    ["host:", "hos<|>t:", "key events/truce/participants/host [host]"],
    ["['quay']", "['qu<|>ay']", "value events/truce/participants/host/0 [quay]"],
    ["place: quay", "pla<|>ce: quay", "key events/truce/place [place]"],
    ["place: quay", "place: quay<|>", "value events/truce/place [quay]"],
    ["events:", "ev<|>ents:", "key events [events]"],
    ["events:", "events:<|>", "value events [ ]"],
  ])("%j, %j", (passage, marked, place) => {
    expect(within(passage, marked)).toBe(place);
  });

  test("in a text that is a block", () => {
    expect(within("a week.", "a we<|>ek.")).toMatch(/^value events\/truce\/description/);
  });
});

describe("on an empty line the column decides", () => {
  test.each([
    ["<|>", "key  []"],
    ["entities:\n  <|>", "value entities []"],
    ["entities:\n<|>", "key  []"],
    ["entities:\n  <|>\n  ada:\n    type: person", "key entities/ []"],
    ["entities:\n <|>\n  ada:\n    type: person", "nothing"],
    ["entities:\n  ada:\n    <|>", "value entities/ada []"],
    ["entities:\n  ada:\n    <|>\n    type: person", "key entities/ada/ []"],
    ["entities:\n  ada:\n    type: person\n    <|>\n", "key entities/ada/ []"],
    ["entities:\n  ada:\n    type: person\n    <|>\n    name: Ada\n  bo:\n", "key entities/ada/ []"],
    ["entities:\n  ada:\n    type: person\n  <|>", "key entities/ []"],
    ["entities:\n  ada:\n    type: person\n  <|>\n  bo: {}", "key entities/ []"],
    ["entities:\n  ada:\n    type: person\n<|>\n  bo: {}", "key  []"],
    ["entities:\n  ada:\n    type: person\n      <|>", "nothing"],
    ["entities:\n  ada:\n    type: person\n   <|>", "nothing"],
    ["entities:\n  ada: { type: person }\n    <|>", "nothing"],
    ["entities:\n  ada:\n    aliases:\n      <|>", "value entities/ada/aliases []"],
    ["entities:\n  ada:\n    aliases:\n      - A\n      <|>", "value entities/ada/aliases/1 [- ]"],
    ["entities:\n  ada:\n    aliases:\n      - A\n    <|>", "key entities/ada/ []"],
    ["entities:\n  ada:\n    aliases:\n    - A\n    <|>", "key entities/ada/ []"],
    ["entities:\n  ada:\n    roles:\n      - title: A\n        <|>", "key entities/ada/roles/0/ []"],
    [
      "entities:\n  ada:\n    roles:\n      - title: A\n\n        # so\n        <|>\n      - title: B",
      "key entities/ada/roles/0/ []",
    ],
    ["entities:\n  ada:\n    roles:\n      -\n        <|>", "value entities/ada/roles/0 []"],
    ["events:\n  a:\n    participants:\n      <|>\n    date: 2030", "value events/a/participants []"],
    ["events:\n  a:\n    participants: {\n      <|>\n    }", "key events/a/participants/ []"],
    ["events:\n  a:\n    about: [b,\n      <|>]", "value events/a/about/1 []"],
    ["events:\n  a:\n    about: [b,\n    <|>", "key events/a/ []"],
    ["events:\n  a:\n    description: |\n      It held.\n      <|>\n    date: 2030", "nothing"],
    ["events:\r\n  a:\r\n    type: war\r\n    <|>\r\n    date: 2030", "key events/a/ []"],
    ["vocabulary:\n  predicates:\n    <|>", "value vocabulary/predicates []"],
    ["vocabulary:\n  predicates:\n    likes: {}\n    <|>", "key vocabulary/predicates/ []"],
    ["---\nentities:\n  ada:\n    type: person\n    <|>", "key entities/ada/ []"],
    ["# Only a comment\n<|>", "key  []"],
    ["\uFEFF<|>", "key  []"],
  ])("%j", (marked, place) => {
    expect(placed(marked)).toBe(place);
  });
});

describe("while somebody writes", () => {
  test.each([
    // Half a key.
    ["ent<|>", "key ent [ent]"],
    ["sources:\n  a: {}\nent<|>\n", "key ent [ent]"],
    ["entities:\n  tur<|>", "key entities/tur [tur]"],
    ["entities:\n  ada: {}\n  tur<|>", "key entities/tur [tur]"],
    ["entities:\n  ada: {}\n  tur<|>\n  bo: {}", "key entities/tur [tur]"],
    ["entities:\n  tur<|>\n  bo: {}", "key entities/tur [tur]"],
    ["entities:\n  ada:\n    ty<|>", "value entities/ada [ty]"],
    ["entities:\n  ada:\n    ty<|>\n    name: Ada", "key entities/ada/ty [ty]"],
    ["entities:\n  ada:\n    name: Ada\n    ty<|>\n    country: north\n  bo: {}", "key entities/ada/ty [ty]"],
    ["entities:\n  ada:\n    name: Ada\n    ty<|>\n      country: north", "key entities/ada/ty [ty]"],
    ["entities:\n  ada:\n    roles:\n      - ti<|>", "value entities/ada/roles/0 [ti]"],
    ["entities:\n  ada:\n    roles:\n      - title: A\n        o<|>", "key entities/ada/roles/0/o [o]"],
    ["entities:\n  ada:\n    roles:\n      - ti<|>\n        of: b", "key entities/ada/roles/0/ti [ti]"],
    ["entities:\n  ada: { ty<|>", "key entities/ada/ty [ty]"],
    ["entities:\n  ada: { ty<|> }", "key entities/ada/ty [ty]"],
    ["entities:\n  ada: { ty<|>, name: Ada }", "key entities/ada/ty [ty]"],
    ["entities:\n  ada: { type: person, <|>", "key entities/ada/ []"],
    ["entities:\n  ada: { type: person, <|>\n  bo: { type: person }", "key entities/ada/ []"],
    ["entities:\n  ada: {<|>\n  bo: { type: person }", "key entities/ada/ []"],
    [
      "entities:\n  ada: { evidence: [{ source: a, <|>\n  bo: { type: person }",
      "key entities/ada/evidence/0/ []",
    ],
    // No value yet.
    ["entities:\n  ada:\n    type: <|>", "value entities/ada/type []"],
    ["entities:\n  ada:\n    type:<|>", "value entities/ada/type [ ]"],
    ["entities:\n  ada:\n    type: <|>\n    name: Ada", "value entities/ada/type []"],
    ["entities:\n  ada:\n    type: <|> # so", "value entities/ada/type []"],
    ["entities:\n  ada:\n    type: <|>\n  bo: {}", "value entities/ada/type []"],
    ["entities:\n  ada: { type: <|>", "value entities/ada/type []"],
    ["entities:\n  ada: { type:<|> }", "value entities/ada/type [ ]"],
    ["entities:\n  ada: { type: <|>, name: Ada }", "value entities/ada/type []"],
    ["entities:\n  ada: { name: Ada, country: { of: <|> } }", "value entities/ada/country/of []"],
    ["entities:\n  ada:\n    evidence: [{ source: <|>", "value entities/ada/evidence/0/source []"],
    ["entities:\n  ada:\n    aliases:\n      - <|>", "value entities/ada/aliases/0 []"],
    ["entities:\n  ada:\n    aliases:\n      -<|>", "value entities/ada/aliases/0 [ ]"],
    [
      "entities:\n  ada:\n    aliases:\n      - A\n      - <|>\n    name: Ada",
      "value entities/ada/aliases/1 []",
    ],
    ["events:\n  a:\n    about: [<|>", "value events/a/about/0 []"],
    ["events:\n  a:\n    about: [<|>]", "value events/a/about/0 []"],
    ["events:\n  a:\n    about: [b, <|>", "value events/a/about/1 []"],
    ["events:\n  a:\n    about: [b, <|>]", "value events/a/about/1 []"],
    ["events:\n  a:\n    about: [b, c<|>", "value events/a/about/1 [c]"],
    ["events:\n  a:\n    about: [b, c<|>\n    date: 2030", "value events/a/about/1 [c]"],
    ["events:\n  a:\n    about: [b <|>]", "nothing"],
    ["events:\n  a:\n    participants: { party: [<|>", "value events/a/participants/party/0 []"],
    [
      "events:\n  a:\n    participants: { party: [b, <|>\n    date: 2030\n  c: {}",
      "value events/a/participants/party/1 []",
    ],
    ["events:\n  a:\n    participants: { party: [b], <|> }", "key events/a/participants/ []"],
    ["events:\n  a:\n    openRoles: [\n      <|>\n    ]", "value events/a/openRoles/0 []"],
    ["events:\n  a:\n    about: [b, # one\n      <|>", "value events/a/about/1 []"],
    // A quotation mark or bracket that nothing closes.
    ['entities:\n  ada:\n    name: "Ada<|>\n    type: person', "value entities/ada/name [Ada]"],
    ['entities:\n  ada:\n    name: "Ada\n    type: pers<|>on', "value entities/ada/type [person]"],
    ["entities:\n  ada:\n    aliases: [A, B\n    type: pers<|>on", "value entities/ada/type [person]"],
    [
      'entities:\n  ada:\n    evidence:\n      - { source: a, quote: "b }\n      - { source: c<|> }',
      "value entities/ada/evidence/1/source [c]",
    ],
    ["entities:\n  ada: { name: Ada ]\n  bo: { na<|>me: Bo }", "key entities/bo/name [name]"],
    ["entities:\n  ada: { name: Ada\n  bo:\n    name: B<|>o", "value entities/bo/name [Bo]"],
    // Lines that are out of place.
    ["entities:\n  ada:\n    type: person\n      name: A<|>da", "value entities/ada/name [Ada]"],
    ["entities:\n  ada:\n      type: person\n    name: A<|>da", "value entities/ada/name [Ada]"],
    ["entities:\n\tada:\n\t\ttype: per<|>son", "value entities/ada/type [person]"],
    // JSON is YAML as well.
    ['{ "entities": { "ada": { "type": "<|>" } } }', "value entities/ada/type []"],
    ['{\n"entities": {\n  "ada": {\n    <|>\n  }\n}\n}', "key entities/ada/ []"],
  ])("%j", (marked, place) => {
    expect(placed(marked)).toBe(place);
  });
});

test("under a key that wants its colon, its own lines are its value", () => {
  expect(placed("events:\n  truce\n    type: ceasefire\n    name: Qu<|>ay truce\n")).toBe(
    "value events/truce/name [Quay truce]",
  );
  expect(placed("events:\n  truce:\n    participants\n      party: [<|>]\n")).toBe(
    "value events/truce/participants/party/0 []",
  );
});
