import { describe, expect, test } from "vitest";
import { complete, documentation } from "../../../server/src/features/knowledge/completion.ts";
import {
  cursorIn,
  type Files,
  type KnowledgeCursor,
  replaced,
  snapshotOf,
} from "../../support/knowledge-cursor.ts";
import { islands, within } from "./world.ts";

/** What is offered, by its label. */
function offered({ snapshot, file, offset }: KnowledgeCursor): string[] {
  return complete(snapshot, file, offset).proposals.map(({ label }) => label);
}

/** The line of the cursor and what follows of the text inserted, after a proposal was taken. */
function taken({ snapshot, file, offset }: KnowledgeCursor, label: string): string {
  const proposal = complete(snapshot, file, offset).proposals.find((each) => each.label === label)!;
  const { start, end } = proposal.replaced;
  expect(start).toBeLessThanOrEqual(offset);
  expect(end).toBeGreaterThanOrEqual(offset);
  const text = file.text.slice(0, start) + proposal.newText + file.text.slice(end);
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", start + proposal.newText.length);
  return text.slice(from, to < 0 ? undefined : to);
}

const alone = (text: string) => cursorIn({ "a.yaml": text });

describe("keys", () => {
  test("of a file are the top-level maps that are not there yet", () => {
    expect(offered(alone("<|>"))).toEqual([
      "knowledgeBase",
      "sources",
      "entities",
      "events",
      "claims",
      "figures",
      "vocabulary",
    ]);
    expect(offered(alone("events: {}\n<|>"))).not.toContain("events");
    expect(taken(alone("eve<|>"), "events")).toBe("events:\n  $1");
  });

  test("of an entry come with those that are required first, then as the format has them", () => {
    const keys = offered(alone("events:\n  truce:\n    <|>"));
    expect(keys.slice(0, 4)).toEqual(["type", "name", "aliases", "abbreviation"]);
    const { proposals } = (({ snapshot, file, offset }) => complete(snapshot, file, offset))(
      alone("events:\n  truce:\n    <|>"),
    );
    expect(proposals[0]).toMatchObject({ detail: "required", leadsOn: true });
    expect(proposals[1]?.documentation).toBe("**name** · a text\n\nThe preferred name.");
  });

  test("that the map has already are left out", () => {
    const keys = offered(within("    place: quay\n", "    <|>\n"));
    expect(keys).toContain("place");
    expect(keys).not.toContain("type");
    expect(keys).not.toContain("evidence");
  });

  test("fit what is begun", () => {
    expect(offered(within("    place: quay\n", "    pl<|>\n"))[0]).toBe("place");
    expect(offered(within("    place: quay\n", "    part<|>\n"))).toEqual(["partOf"]);
  });

  test.each([
    ["    place: quay\n", "    pla<|>\n", "place", "    place: $1"],
    ["    follows: [clash]\n", "    fol<|>\n", "follows", "    follows: [$1]"],
    [
      "    evidence: [{ source: log }]\n",
      "    evi<|>\n",
      "evidence",
      "    evidence:\n      - { source: $1, quote: $2 }".split("\n")[0]!,
    ],
    ["{ title: The Harbour Ledger,", "{ title: The Harbour Ledger, no<|>,", "note", "note: $1"],
    ["name: Quay,", "name: Quay, mis<|>,", "misnomers", "misnomers: [{ form: $1, reason: $2 }]"],
    ["    stages: { announced: 2030-10-18~ }\n", "    sta<|>\n", "stages", "    stages: { $1 }"],
    ["      - { source: ledger,", "      - { <|>source: ledger,", "quote", ""],
  ])("are written as their values are, in %j with %j", (passage, by, key, line) => {
    const cursor = within(passage, by);
    if (line === "") expect(offered(cursor)).not.toContain(key);
    else expect(taken(cursor, key)).toContain(line);
  });

  test("in a block put a list of maps on lines of their own", () => {
    const { snapshot, file, offset } = within("    evidence: [{ source: log }]\n", "    evi<|>\n");
    expect(complete(snapshot, file, offset).proposals[0]).toMatchObject({
      newText: "evidence:\n      - { source: $1, quote: $2 }",
      snippet: true,
    });
  });

  test("leave a colon that is there alone", () => {
    const { snapshot, file, offset } = within("    place: quay\n", "    pl<|>: quay\n");
    const [first] = complete(snapshot, file, offset).proposals;
    expect(first).toMatchObject({ label: "place", newText: "place", snippet: false });
  });

  test("may begin an item of a list, with or without braces", () => {
    expect(offered(alone("entities:\n  a:\n    roles:\n      - <|>")).slice(0, 2)).toEqual(["title", "of"]);
    expect(offered(alone("entities:\n  a:\n    roles:\n      - title: A\n        <|>"))).toEqual([
      "of",
      "aliases",
      "during",
      "acting",
    ]);
    expect(offered(alone("entities:\n  a:\n    roles: [<|>]"))).toEqual(["{ title: …, of: … }"]);
    expect(offered(alone("entities:\n  a:\n    roles: [{<|>"))).toContain("title");
  });

  test("of participants are roles, those of stages the usual ones", () => {
    const roles = offered(within("participants: { party", "participants: { <|>, party"));
    expect(roles).toContain("guarantor");
    expect(roles).not.toContain("party");
    expect(taken(within("participants: { party", "participants: { gua<|>, party"), "guarantor")).toContain(
      "{ guarantor: [$1], party",
    );
    expect(offered(within("{ announced: 2030-10-18~ }", "{ announced: 2030-10-18~, <|> }"))).toEqual([
      "inForce",
    ]);
  });

  test("of the vocabulary are its parts, and the words that may be given more", () => {
    expect(offered(within("  predicates:\n", "  <|>\n  predicates:\n"))).toContain("participantRoles");
    const words = offered(within("    supports: {", "    <|>\n    supports: {"));
    expect(words).toContain("recognizes");
    expect(words).not.toContain("supports");
  });
});

describe("a new entry", () => {
  test("is laid out as its neighbours are", () => {
    const block = within("  truce:\n", "  fair<|>\n  truce:\n");
    const { snapshot, file, offset } = block;
    expect(complete(snapshot, file, offset).proposals.find(({ label }) => label === "fair")?.newText).toBe(
      "fair:\n    type: $1\n    name: $2\n    evidence:\n      - { source: $3, quote: $4 }"
        .replace("$1", `\${1:type}`)
        .replace("$2", `\${2:name}`),
    );
    expect(taken(within("  guild:\n", "  <|>\n  guild:\n"), "new entity")).toBe(
      `  \${1:id}: { type: \${2|person,organization,group,country,place,facility,boundary,agreement,document,concept|}, name: \${3:name}, evidence: [{ source: $4, quote: $5 }] }`,
    );
  });

  test("may be one that is named and not there", () => {
    const files = replaced(islands, "place: quay", "place: mole");
    const cursor = within("  guild:\n", "  <|>\n  guild:\n", files);
    expect(offered(cursor)[0]).toBe("mole");
    expect(taken(cursor, "mole")).toContain("  mole: { type: place, name: ");
    expect(offered(within("  clash:\n", "  <|>\n  clash:\n", files))).not.toContain("mole");
  });
});

describe("ids", () => {
  test("are those of the right kind", () => {
    expect(offered(within("place: quay", "place: <|>"))).toEqual(["north", "sudrey", "quay"]);
    expect(offered(within("follows: [clash]", "follows: [<|>]"))).toEqual(["clash"]);
    expect(offered(within("evidence: [{ source: log }]", "evidence: [{ source: <|> }]"))).toEqual([
      "ledger",
      "log",
    ]);
    expect(offered(within("attributedTo: [ada]", "attributedTo: [<|>]"))).toEqual([
      "north",
      "sudrey",
      "quay",
      "guild",
      "league",
      "ada",
    ]);
    expect(offered(within("object: [guild]", "object: [<|>]"))).toContain("truce");
  });

  test("bring the name and the kind, and their card when looked at", () => {
    const { snapshot, file, offset } = within("place: quay", "place: <|>");
    const [first] = complete(snapshot, file, offset).proposals;
    expect(first).toMatchObject({ label: "north", detail: "Norrey · country", kind: "entity" });
    expect(documentation(snapshot, first!.name!)).toContain("**Norrey** · country");
    expect(documentation(snapshot, { kind: "id", id: "nobody" })).toBeUndefined();
  });

  test("may be sought by name, alias, abbreviation or a name that is discouraged", () => {
    expect(offered(within("place: quay", "place: Süd<|>"))[0]).toBe("sudrey");
    expect(offered(within("place: quay", "place: Sud<|>"))[0]).toBe("sudrey");
    expect(offered(within("place: quay", "place: Sod<|>"))[0]).toBe("sudrey");
    expect(offered(within("object: [guild]", "object: [Pil<|>]"))[0]).toBe("guild");
    expect(offered(within("object: [guild]", "object: [GOP<|>]"))[0]).toBe("guild");
    expect(offered(within("place: quay", "place: xyz<|>"))).toEqual([]);
  });

  test("of a list are not offered twice, nor an entry to itself", () => {
    expect(offered(within('[north, "sudrey"]', '[north, "sudrey", <|>]'))).toEqual([
      "quay",
      "guild",
      "league",
      "ada",
    ]);
    expect(offered(within("distinctFrom: [league]", "distinctFrom: [<|>]"))).not.toContain("guild");
    expect(offered(within("follows: [clash]", "follows: [<|>]"))).not.toContain("truce");
  });

  test("replace the word that is begun, to its end, and keep its quotation marks", () => {
    expect(taken(within("place: quay", "place: no<|>wh"), "north")).toBe("    place: north");
    expect(taken(within('"sudrey"', '"le<|>"'), "league")).toContain('party: [north, "league"] ');
    expect(taken(within('"sudrey"', "le<|>"), "league")).toContain("party: [north, league] ");
  });

  test("come with what is not written yet around them", () => {
    expect(taken(within("place: quay", "place:<|>"), "north")).toBe("    place: north");
    expect(taken(within("follows: [clash]", "follows: <|>"), "clash")).toBe("    follows: [clash]");
    expect(taken(within("follows: [clash]", "follows:<|>"), "clash")).toBe("    follows: [clash]");
    expect(taken(within("follows: [clash]", "follows:\n      <|>"), "clash")).toBe("      - clash");
    expect(taken(within("follows: [clash]", "follows:\n      - <|>"), "clash")).toBe("      - clash");
    expect(taken(within("follows: [clash]", "follows:\n      -<|>"), "clash")).toBe("      - clash");
    expect(taken(within("follows: [clash]", "follows:\n      - truce\n      <|>"), "clash")).toBe(
      "      - clash",
    );
  });

  test("of a dated relation may be put into a map", () => {
    expect(offered(within("country: north", "country: <|>"))).toEqual([
      "north",
      "sudrey",
      "{ of: …, during: … }",
    ]);
    expect(taken(within("country: north", "country: <|>"), "{ of: …, during: … }")).toContain(
      "country: { of: $1, during: $2 }",
    );
  });

  test("that another reader of YAML would not take for a text are quoted", () => {
    const files = {
      "a.yaml": 'entities:\n  "1984": { type: country, name: Oceania }\nevents:\n  e: { place: <|> }',
    };
    expect(taken(cursorIn(files), "1984")).toBe('  e: { place: "1984" }');
  });

  test("of entries that have an error are offered all the same", () => {
    const files = replaced(islands, "quay: { type: place, name: Quay", "quay: { type: place, nam: Quay");
    expect(offered(within("place: quay", "place: qu<|>", files))).toEqual(["quay"]);
  });

  test("are at most a hundred", () => {
    const many = Array.from({ length: 300 }, (_, i) => `  p${i}: { type: place, name: Place ${i} }`);
    const { snapshot, file, offset } = alone(`entities:\n${many.join("\n")}\nevents:\n  e: { place: <|> }`);
    const { proposals, isIncomplete } = complete(snapshot, file, offset);
    expect([proposals.length, isIncomplete]).toEqual([100, true]);
  });
});

describe("words", () => {
  test("are those of the format or the vocabulary", () => {
    expect(offered(within("outcome: succeeded", "outcome: <|>"))).toContain("pending");
    expect(offered(within("bound: about", "bound: <|>"))).toEqual(["exact", "about", "atLeast", "atMost"]);
    expect(offered(within("status: alleged", "status: <|>"))).toEqual([
      "established",
      "contested",
      "alleged",
    ]);
    expect(offered(within("type: person", "type: <|>"))).toContain("boundary");
    expect(offered(within("type: harbourTruce", "type: harb<|>"))[0]).toBe("harbourTruce");
    expect(offered(within("predicate: supports", "predicate: rec<|>"))[0]).toBe("recognizes");
    expect(offered(alone("claims:\n  a:\n    holds: <|>"))).toEqual(["true", "false"]);
    expect(offered(within("openRoles: [mediator]", "openRoles: [med<|>]"))[0]).toBe("mediator");
    expect(offered(alone("vocabulary:\n  predicates:\n    likes: { exclusive: <|> }"))).toContain("subject");
  });

  test("for open roles are first those of the entry, even while it cannot be parsed", () => {
    expect(offered(within("openRoles: [mediator]", "openRoles: [<|>")).slice(0, 3)).toEqual([
      "party",
      "mediator",
      "host",
    ]);
    expect(
      offered(
        within("[guild]\n    openRoles: [mediator]", "[guild]\n      chair: [ada]\n    openRoles: [<|>"),
      ).slice(0, 3),
    ).toEqual(["party", "mediator", "chair"]);
  });

  test("may be sought by their English words", () => {
    expect(offered(within("type: harbourTruce", "type: cessation<|>"))).toContain("ceasefire");
  });
});

test("dates are offered in their forms, as long as none is begun", () => {
  expect(offered(within("date: 2030-10-19", "date: <|>"))).toContain("year-month-day");
  expect(offered(within("date: 2030-10-19", "date: 20<|>"))).toEqual([]);
});

describe("nothing is offered", () => {
  test.each([
    ["name: Quay truce", "name: Qu<|>ay truce"],
    ["# States", "# Sta<|>tes"],
    ["  # States", "  # States <|>"],
    ["place: quay", "place: quay <|>"],
    ["for north", "for <|>north"],
    ["date: 2030-10-19", "dat: <|>"],
  ])("in %j with %j", (passage, by) => {
    expect(offered(within(passage, by))).toEqual([]);
  });
});

test("it works while the file cannot be parsed", () => {
  const broken: Files = replaced(islands, "follows: [clash]", "follows: [cl<|>");
  expect(offered(cursorIn(broken))).toEqual(["clash"]);
  expect(snapshotOf({ "a.yaml": broken["islands/events.yaml"]!.replace("<|>", "") }).problems).not.toEqual(
    [],
  );
});
