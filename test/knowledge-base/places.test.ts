import { expect, test } from "vitest";
import { Places } from "../../server/src/knowledge-base/loading/places.ts";
import { parseYaml } from "../../server/src/knowledge-base/yaml/tree.ts";
import { slice } from "../../server/src/text/span.ts";

const TEXT = `
entities:
  a:
    type: person
    name: "A"
    country: arvo
    memberOf: [x, { of: y, during: 2001/.. }]
    roles:
      - title: chair
        of: x
        during: 1999
  b: { type: place, name: B, aliases: , abbreviation: BB }
events:
  a: { type: war, name: Second }
  c: { type: war, name: C, participants: { party: [a, b] } }
`;
const places = new Places([parseYaml("file.yaml", TEXT)]);

test.each([
  ["a", ["name"], "A"],
  ["a", ["country"], "arvo"],
  // What the format reads as a list of maps may be written as a single id.
  ["a", ["country", 0, "of"], "arvo"],
  ["a", ["memberOf", 0, "of"], "x"],
  ["a", ["memberOf", 1, "during"], "2001/.."],
  ["a", ["roles", 0, "during"], "1999"],
  ["b", ["abbreviation", 0], "BB"],
  ["c", ["participants", "party", 1], "b"],
  // Where nothing is written, the nearest that is.
  ["a", ["country", 0, "during"], "arvo"],
  ["b", ["aliases", 0], "aliases"],
  ["a", ["roles", 7, "during"], "roles"],
  ["a", ["exists"], "a"],
  ["b", [], "b"],
  ["c", ["participants"], "participants"],
])("%s at %j is written at %s", (id, path, written) => {
  const { file, span } = places.origin(id, path)!;
  expect(file).toBe("file.yaml");
  expect(slice(TEXT, span)).toBe(written);
});

test("of two entries with one id, the first counts", () => {
  expect(places.entry("a")?.map).toBe("entities");
  expect(places.origin("nobody")).toBeUndefined();
  expect(Array.from(places.entries, ({ pair }) => pair.key)).toEqual(["a", "b", "c"]);
});
