import { expect, test } from "vitest";
import { complete } from "../server/src/features/draft/completion.ts";
import { checkText } from "../server/src/service.ts";
import { DEFAULT_SETTINGS, type HouseStyle } from "../server/src/settings.ts";
import { worldOf } from "./support/engine.ts";

const WORLD = worldOf(`knowledgeBase: { title: A harbour }
sources: { log: { title: Log } }
entities:
  vestria: { type: country, name: Vestriya, discouraged: [{ form: Vestria, reason: The state asked for the other. }] }
  quay: { type: place, name: East Quay }
  board: { type: organization, name: Port Lune Harbour Board, abbreviation: PLHB }
events:
  opening: { type: opening, name: East Quay opening, date: 2024-06-03, place: quay, evidence: [{ source: log }] }
`);
const checked = (text: string, style: HouseStyle) =>
  checkText({ text, format: "markdown", knowledge: WORLD, settings: { ...DEFAULT_SETTINGS, style } });

test("a house may prefer the name that the knowledge base discourages", () => {
  const found = (text: string, style: HouseStyle) =>
    checked(text, style).findings.map(({ check, fixes }) => [check, fixes[0]?.newText]);
  expect(found("Vestria joined.", {})).toEqual([["preferred-name", "Vestriya"]]);
  const house = { names: { vestria: "Vestria", nobody: "Nobody" } };
  expect(found("Vestria joined.", house)).toEqual([]);
  expect(found("Vestriya joined.", house)).toEqual([["preferred-name", "Vestria"]]);
});

test("a house may know acronyms that others must be told", () => {
  const text = "The PLHB met. The Port Lune Harbour Board (PLHB) met again, and the PLHB agreed.";
  const found = (style: HouseStyle) => checked(text, style).findings.map(({ check }) => check);
  expect(found({})).toEqual(["acronym-definition"]);
  expect(found({ acronyms: ["P.L.H.B."] })).toEqual([]);
});

test.each([
  ["day month year", "3 June 2024"],
  ["month day, year", "June 3, 2024"],
  ["year-month-day", "2024-06-03"],
] as const)("a house writes %s where the draft shows no style", (dates, expected) => {
  const text = "The East Quay opening was on ";
  expect(complete(checked(text, { dates }), text.length).map(({ label }) => label)).toContain(expected);
});
