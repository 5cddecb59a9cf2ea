import { expect, test } from "vitest";
import { Mask } from "../../server/src/text/mask.ts";
import { span } from "../../server/src/text/span.ts";
import { shown } from "./show.ts";

const text = "one *two* `three` &amp; four";
const whole = span(0, text.length);
const at = (part: string) => [text.indexOf(part), text.indexOf(part) + part.length] as const;

test("hides markup, blanks what is no prose, replaces entities, and keeps the length", () => {
  const mask = new Mask();
  mask.replace(...at("&amp;"), "&");
  mask.blank(...at("`three`"));
  mask.hide(text.indexOf("*"), text.indexOf("*") + 1);
  mask.hide(text.lastIndexOf("*"), text.lastIndexOf("*") + 1);
  expect(shown(mask.prose(text, whole))).toBe("one two ▢ & four");
  expect(mask.prose(text, whole)).toHaveLength(text.length);
});

test("of two cuts that overlap the first holds, and the rest of the other", () => {
  const mask = new Mask();
  mask.hide(...at("two* `three"));
  mask.blank(...at("`three` &amp;"));
  expect(shown(mask.prose(text, whole))).toBe("one *▢ four");
});

test("cuts no more than the span that is asked for", () => {
  const mask = new Mask();
  mask.hide(...at("*two* `three`"));
  const part = span(text.indexOf("two"), text.indexOf("three"));
  expect(mask.prose(text, part)).toHaveLength(part.end - part.start);
  expect(shown(mask.prose(text, part))).toBe("");
});
