import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CommandLine, install } from "./command-line.ts";

const WORLD = `
knowledgeBase: { title: Port Lune, language: en }
sources:
  gazette: { title: Gazette of Port Lune }
entities:
  port-lune: { type: place, name: Port Lune, country: morvane }
  morvane: { type: country, name: Morvane, demonyms: [Morvanian] }
  dorania: { type: country, name: Dorania, abbreviation: US }
  velling:
    type: person
    name: Marta Velling
    weakAliases: [Velling]
    roles: [{ title: foreign minister, of: morvane, during: 2018/2020 }]
  ostrow:
    type: person
    name: Jan Ostrow
    roles: [{ title: foreign minister, of: morvane, during: 2021/.. }]
events:
  lune-accord: { type: agreement, name: Lune Accord, date: 2019-05-03, place: port-lune, participants: { signatory: [morvane, dorania] } }
  lune-feast: { type: meeting, name: Lune feast, date: 2019-05-04, place: port-lune }
`;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
});
afterAll(() => cli.remove());

interface Answer {
  entries: { id: string }[];
  offices: { holder: string }[];
  events: { id: string }[];
  meant?: string;
  unknown: string[];
}

async function ask(question: string): Promise<{ status: number | null; ids: string[]; answer: Answer }> {
  const { stdout, status } = await cli.run(["query", ...question.split(" "), "--format", "json"]);
  const answer: Answer = JSON.parse(stdout);
  const ids = [...answer.entries, ...answer.events].map(({ id }) => id);
  return { status, answer, ids: [...ids, ...answer.offices.map(({ holder }) => holder)] };
}

describe("query", () => {
  test.concurrent.each([
    ["who is Marta Velling?", ["velling"]],
    ["who is Velling", ["velling"]],
    ["velling", ["velling"]],
    ["Lune Accord", ["lune-accord"]],
    ["when was the Lune Accord?", ["lune-accord"]],
    ["where was the Lune feast", ["lune-feast"]],
    ["what happened on 3 May 2019?", ["lune-accord"]],
    ["what happened in May 2019", ["lune-accord", "lune-feast"]],
    ["what happened in Morvane in May 2019?", ["lune-accord", "lune-feast"]],
    ["what did Dorania do in May 2019?", ["lune-accord"]],
    ["what happened in Port Lune?", ["lune-accord", "lune-feast"]],
    ["who was foreign minister of Morvane in 2019?", ["velling"]],
    ["Morvane's foreign minister", ["ostrow", "velling"]],
    ["tell us about Port Lune", ["port-lune"]],
    ["US", ["dorania"]],
  ])("%s", async (question, expected) => {
    const { ids, status } = await ask(question);
    expect(ids).toEqual(expected);
    expect(status).toBe(0);
  });

  test("says what it does not know, and what may have been meant", async () => {
    expect(await ask("who is Zorro?")).toMatchObject({ status: 1, ids: [] });
    expect((await ask("who is Marta Veling")).answer.meant).toBe("Marta Velling");
    expect((await ask("Morvane's harbour master")).answer.unknown).toEqual(["harbour master"]);
    const { stdout, status } = await cli.run(["query", "what happened on 1 January 1900?"]);
    expect([stdout, status]).toEqual(["No known event falls on 1 January 1900.\n", 1]);
  });

  test("tells it as the editor's cards do, without their markup", async () => {
    const { stdout } = await cli.run(["query", "who is Velling?"]);
    expect(stdout).toContain("Marta Velling · person\n");
    expect(stdout).toContain("foreign minister of Morvane, ");
    expect(stdout).not.toMatch(/\*\*|\\/);
  });
});
