import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { agrees } from "../../time/compare.ts";
import type { StatedParts } from "../../time/time.ts";
import type { Account, DateAccount } from "./account.ts";

/** Whether two accounts of one thing cannot both hold, and are too much alike to be of two things. */
export function contradicts(a: Account, b: Account, knowledge: Knowledge): boolean {
  if (a.slot === "place" || b.slot === "place") {
    if (a.slot !== "place" || b.slot !== "place" || a.place === b.place) return false;
    const questions = questionsOf(knowledge);
    return !questions.isWithin(a.place, b.place) && !questions.isWithin(b.place, a.place) && !a.recurs;
  }
  const [x, y] = [a.time.value!, b.time.value!];
  if (agrees(a.time, y) !== "no" || agrees(b.time, x) !== "no") return false;
  return isSlip(a, b);
}

/** Years between two people of one name. */
const GENERATION = 12;
const NEAR_YEARS = 2;
const NEAR_DAYS = 45;
/** Of what recurs, only this many days apart are a slip. */
const FEW_DAYS = 3;

/** Whether two dates are so much alike that one of them is a mistake, rather than the date of another thing of that name. */
function isSlip(a: DateAccount, b: DateAccount): boolean {
  const { years, months, days } = differing(a.time.stated, b.time.stated);
  const gap = Math.max(a.time.value!.start - b.time.value!.end, b.time.value!.start - a.time.value!.end);
  if (a.by === "person") return years <= GENERATION;
  // "the Harl summit of 3 May", "the Harl summit of 5 May": each date tells which one.
  if (a.recurs || b.recurs)
    return !(a.restrictive && b.restrictive) && years === 0 && months === 0 && days <= FEW_DAYS;
  if (years > 0) {
    const isOnly = months === 0 && days === 0 && !(a.restrictive && b.restrictive);
    return a.by !== "description" && isOnly && years <= NEAR_YEARS;
  }
  return gap <= NEAR_DAYS || months === 0 || days === 0;
}

function differing(a: StatedParts, b: StatedParts): { years: number; months: number; days: number } {
  const by = (part: "year" | "month" | "day") =>
    a[part] === undefined || b[part] === undefined ? 0 : Math.abs(a[part] - b[part]);
  return { years: by("year"), months: by("month"), days: by("day") };
}
