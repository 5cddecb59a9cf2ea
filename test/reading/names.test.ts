import { describe, expect, test } from "vitest";
import { slice } from "../../server/src/text/span.ts";
import { readingOf } from "./world.ts";

/** The names in a text as "words id form", for a wrong one with what should stand there. */
function namesIn(text: string): string[] {
  return readingOf(text).entities.map(
    ({ span, ids, form, rightName }) =>
      `${slice(text, span)}: ${ids.join("/")} ${form}${rightName === undefined ? "" : ` => ${rightName}`}`,
  );
}

describe("names", () => {
  test.each<[text: string, wanted: string[]]>([
    ["Overmoor’s envoy met the Netherfellers.", ["Overmoor: upper name", "Netherfellers: lower demonym"]],
    ["Grantley would not answer.", ["Grantley: upper metonym"]],
    [
      "The MOUNTAIN Railway Board (MRB) met.",
      ["MOUNTAIN Railway Board: board name", "MRB: board abbreviation"],
    ],
    ["It asked us, and the US.", ["US: us abbreviation"]],
    ["At the mountain railway board room.", []],
    ["An Overmoor–Netherfell quarrel.", ["Overmoor: upper name", "Netherfell: lower name"]],
    ["In **Hark**side and *Ridge\nEnd*.", ["Hark**side: hark name", "Ridge\nEnd: ridge name"]],
    ["The Mountain Rail Council met.", ["Mountain Rail Council: board misnomer => Mountain Railway Board"]],
  ])("%s", (text, wanted) => {
    expect(namesIn(text)).toEqual(wanted);
  });

  test("a surname counts once the draft has named its bearer, and in no longer name", () => {
    expect(namesIn("Vance spoke.")).toEqual([]);
    expect(namesIn("Orla Vance came. Then Vance spoke.")).toContain("Vance: vance weakAlias");
    expect(namesIn("Orla Vance came. Then Tom Vance spoke.")).toEqual(["Orla Vance: vance name"]);
  });

  test("an acronym that the draft gives to an actor is a name of it from then on", () => {
    expect(namesIn("The Board of St Ells met. The URW spoke.")).not.toContain("URW: board abbreviation");
    expect(namesIn("The Upland Society (UpSo) and the Mountain Railway Board (MoRB) met.")).toEqual([
      "Upland Society: us name",
      "Mountain Railway Board: board name",
    ]);
    expect(namesIn("The Mountain Railway Board (MRBO) met. The MRBO sang.")).not.toContain(
      "MRBO: board abbreviation",
    );
    expect(namesIn("In Ridge End (RE) it rained. RE was wet.")).toContain("RE: ridge abbreviation");
  });

  test("a name in another transliteration, or with the dot of a saint, is the same name", () => {
    expect(namesIn("In St. Ells, or Saint Ells.")).toEqual([
      "St. Ells: stells name",
      "Saint Ells: stells name",
    ]);
  });

  test("a surname that two share is that of whom the sentence shows", () => {
    expect(namesIn("Orla Vance came. Vance of Overmoor sang.")).toContain("Vance: vance weakAlias");
  });

  test("a weak alias counts once the draft has given the full name", () => {
    expect(namesIn("The Board met.")).toEqual([]);
    expect(namesIn("The Mountain Railway Board met. The Board voted.")).toHaveLength(2);
  });
});

describe("near names", () => {
  test.each<[text: string, wanted: string[]]>([
    ["Then Orla Vanse spoke.", ["Orla Vanse: vance near => Orla Vance"]],
    ["The Mountain Railway Bord met.", ["Mountain Railway Bord: board near => Mountain Railway Board"]],
    [
      "The Mountain Railway Society (MRB) met.",
      ["Mountain Railway Society: board near => Mountain Railway Board", "MRB: board abbreviation"],
    ],
    ["The Mountain Railway Society met.", []],
    ["Then Orla Vance Brandt spoke.", ["Orla Vance: vance name"]],
    ["In Harkside. Then in Harskide.", ["Harkside: hark name", "Harskide: hark near => Harkside"]],
    ["Then in Harskide.", ["Harskide: hark near => Harkside"]],
    ["Then in Harksade.", []],
    ["Ridge Head is no Ridge End.", ["Ridge End: ridge name"]],
    ["She wrote “Orla Vanse”.", []],
  ])("%s", (text, wanted) => {
    expect(namesIn(text)).toEqual(wanted);
  });
});
