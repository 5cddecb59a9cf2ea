import { describe, expect, test } from "vitest";
import { sentencesOf } from "../../server/src/text/sentences.ts";
import { slice, span } from "../../server/src/text/span.ts";

const split = (prose: string) =>
  sentencesOf({ prose, span: span(0, prose.length) }).map((sentence) => slice(prose, sentence.span));

describe("sentences", () => {
  test.each<[parted: string]>([
    ["They met. | They signed! | Did they? | So it seems…"],
    ["Mr. Brink met Dr. Vale in St. Orme, i.e. at home. | Then she left."],
    ["It was on 3 Jan. 2019 and 4 Sept. 2020. | Nothing came of it."],
    ["It ended in 2019. | A new one came."],
    ["The U.S. envoy stayed. | The others left."],
    ["J. R. Brink signed art. 5 of it. | No. 7 was left."],
    ["“It holds.” | They cheered."],
    ["(They met.) | They left."],
    ["Who? they asked, and went."],
    ["It costs 3.5 million, e.g. in Norrey. | Or more."],
    ["It was signed on the 3rd. | Peace came."],
    ["no full stop at the end"],
    ["Really?! | Yes."],
  ])("%s", (parted) => {
    expect(split(parted.replaceAll(" | ", " "))).toEqual(parted.split(" | "));
  });

  test("there are none in white space", () => {
    expect(split(" \n ")).toEqual([]);
  });

  test("count from where their block begins", () => {
    const [sentence] = sentencesOf({ prose: "They met.", span: span(50, 59) });
    expect(sentence!.span).toEqual(span(50, 59));
  });

  test("are cut where nobody would read on, and lose no word", () => {
    const prose = Array.from({ length: 2000 }, (_, i) => `w${i}`).join(" ");
    const parts = split(prose);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join(" ")).toBe(prose);
  });
});
