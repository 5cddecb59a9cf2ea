import { expect, test } from "vitest";
import { endsOf, overlapForSure } from "../../server/src/time/ends.ts";
import { edtf } from "./read.ts";

test.each([
  // Units that share an edge need not share a day.
  ["2019-06/2023-05", "2023-05/..", false],
  ["2019-06/2023-05-14", "2023-05-14/..", false],
  ["2019-06/2023-05-14", "2023-05-13/..", true],
  ["2019/2023", "2022-12/2025", true],
  ["2019/..", "2021/..", true],
  ["2019/2021", "2022/..", false],
  // A single date is somewhere in its unit.
  ["2020", "2019/2022", false],
  ["2020-06-06", "2019/2022", true],
  ["2020-06-06", "2020-06-06", false],
  ["2020-06-06", "2020-06-06/2022", false],
  // Approximate and uncertain ends have a margin.
  ["2019/2023~", "2022/2025", false],
  ["2019/2023?", "2022/2025", false],
  ["2015/2023~", "2016/2018", true],
  // Unknown ends may be anywhere.
  ["2019/", "2021/2022", false],
  ["../2023", "2020/2022", false],
])("%s and %s are at once for sure: %s", (a, b, expected) => {
  expect(overlapForSure(endsOf(edtf(a)), endsOf(edtf(b)))).toBe(expected);
  expect(overlapForSure(endsOf(edtf(b)), endsOf(edtf(a)))).toBe(expected);
});
