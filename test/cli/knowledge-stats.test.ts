import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CommandLine, install } from "./command-line.ts";

const WORLD = `knowledgeBase: { title: Port Lune, language: en }
sources:
  gazette: { title: Gazette of Port Lune }
  almanac: { title: An almanac with a title that goes on for much longer than any table of a terminal has room for }
entities:
  port-lune: { type: place, name: Port Lune, aliases: [Lune] }
  morvane: { type: country, name: Morvane, demonyms: [Morvanian] }
  mira:
    type: person
    name: Mira Holm
    weakAliases: [Holm]
    roles: [{ title: Mayor, of: port-lune, during: 2001/2005 }, { title: Chair, of: morvane }]
    evidence: [{ source: gazette, quote: Mayor Holm }, { source: gazette }]
events:
  accord: { type: agreement, name: Lune Accord, date: 2019-05-03 }
  storm: { type: disaster, name: Great Storm, date: 1893/.. }
  fair: { type: fair, name: Quay Fair }
claims:
  c: { subject: morvane, predicate: controls, object: port-lune, statement: It does., status: alleged, attributedTo: [mira] }
vocabulary: { eventTypes: { fair: { terms: [fair] } } }
`;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
  cli.write("base.yaml", WORLD);
  cli.write("empty.yaml", "knowledgeBase: { title: Nothing yet }\n");
});
afterAll(() => cli.remove());

describe("knowledge stats", () => {
  test("is a table that fits into 80 columns", async () => {
    const { stdout, status } = await cli.run(["knowledge", "stats", "base.yaml"]);
    expect(status).toBe(0);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout.replace(/milliseconds +\d+/, "milliseconds N")).toMatchInlineSnapshot(`
      "Port Lune base.yaml
      Entries
        sources                                            2
        entities                                           3
        events                                             3
        claims                                             1
        figures                                            0
      Entities
        country                                            1
        person                                             1
        place                                              1
      Names
        name                                               6
        aliases                                            1
        weak aliases                                       1
        demonyms                                           1
      Offices
        offices held                                       2  by 1 in all, 1 dated
      Events
        with a date                                        2  1893 to 2019-05-03
        agreement                                          1
        disaster                                           1
        fair                                               1
      Claims
        alleged                                            1
      Evidence
        pieces                                             2  1 with a quote
        entries without any                                6
        Gazette of Port Lune                               2
        An almanac with a title that goes on for much …    0
      Vocabulary added
        event types                                        1
      Files, in bytes
        base.yaml                                        966
      Loading
        milliseconds N
        problems                                           0
      "
    `);
  });

  test("in JSON counts the same", async () => {
    const { stdout } = await cli.run(["knowledge", "stats", "base.yaml", "--format", "json"]);
    const [base] = JSON.parse(stdout).knowledgeBases;
    expect(base).toMatchObject({
      path: "base.yaml",
      title: "Port Lune",
      problems: 0,
      entries: { sources: 2, entities: 3, events: 3, claims: 1, figures: 0 },
      entityTypes: { country: 1, person: 1, place: 1 },
      eventTypes: { agreement: 1, disaster: 1, fair: 1 },
      claimStatuses: { alleged: 1 },
      names: { name: 6, aliases: 1, weakAliases: 1, demonyms: 1 },
      offices: { held: 2, dated: 1, holders: 1 },
      events: { dated: 2, span: { first: "1893", last: "2019-05-03" } },
      evidence: { pieces: 2, quotes: 1, without: 6, bySource: { gazette: 2, almanac: 0 } },
      addedVocabulary: { eventTypes: 1 },
      files: [{ file: "base.yaml", bytes: Buffer.byteLength(WORLD) }],
    });
  });

  test.concurrent.each([
    ["empty.yaml", 0, "Nothing yet"],
    ["", 0, "Port Lune"],
    ["missing.yaml", 2, ""],
    ["base.yaml --format xml", 2, ""],
    ["--help", 0, "Usage"],
  ])("%s: %i", async (args, status, shown) => {
    const run = await cli.run(["knowledge", "stats", ...args.split(" ").filter(Boolean)]);
    expect(run.status).toBe(status);
    expect(run.stdout).toContain(shown);
    if (status === 2) expect(run.stderr).not.toBe("");
  });
});
