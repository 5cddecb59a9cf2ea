import { describe, expect, test } from "vitest";
import { type Addition, additionsAt } from "../../../server/src/features/draft/additions.ts";
import { additionEdit, newFileWith } from "../../../server/src/features/knowledge/add-entry.ts";
import { lintKnowledge } from "../../../server/src/knowledge-base/lint/run.ts";
import { loadKnowledge } from "../../../server/src/knowledge-base/loading/load.ts";
import { applyEdits } from "../../../server/src/knowledge-base/yaml/rewrites.ts";
import { parseYaml } from "../../../server/src/knowledge-base/yaml/tree.ts";
import { checkText } from "../../../server/src/service.ts";
import { span } from "../../../server/src/text/span.ts";

const ISLANDS = `# What is known.
knowledgeBase: { title: Two islands }
sources: { log: { title: Log } }
entities:
  norrey: { type: country, name: Norrey, evidence: [{ source: log }] }
  # Those who steer.
  guild:
    type: organization
    name: Guild of Pilots
    description: It steers.
    evidence: [{ source: log }]
  quay:
    type: place
    name: Quay
    country: norrey
    evidence: [{ source: log }]
events:
  truce:
    type: ceasefire
    name: Quay truce
    date: 2030-10-19
    place: quay
    participants:
      party: [norrey, guild]
    evidence: [{ source: log }]
`;

/** What can be added at the cursor, or from what is between two of them. */
function offered(marked: string, yaml = ISLANDS): Addition[] {
  const start = marked.indexOf("<|>");
  const text = marked.replaceAll("<|>", "");
  const end = Math.max(start, marked.lastIndexOf("<|>") - "<|>".length);
  const { knowledge } = loadKnowledge([{ file: "islands.yaml", text: yaml }]);
  const snapshot = checkText({ text, format: "markdown", knowledge });
  return additionsAt(
    snapshot,
    span(start, marked.indexOf("<|>") === marked.lastIndexOf("<|>") ? start : end),
  );
}

/** The file with something added, and what is then wrong with it. */
function added(addition: Addition | undefined, yaml = ISLANDS): { text: string; problems: string[] } {
  const { knowledge } = loadKnowledge([{ file: "islands.yaml", text: yaml }]);
  const files = new Map([["islands.yaml", parseYaml("islands.yaml", yaml)]]);
  const edit = addition && additionEdit({ knowledge, files, problems: [] }, () => true, addition);
  const text = edit === undefined ? "" : applyEdits(yaml, [edit]);
  return { text, problems: problemsOf(text) };
}

function problemsOf(text: string): string[] {
  const base = loadKnowledge([{ file: "islands.yaml", text }]);
  const lint = lintKnowledge(base, (_, error) => {
    throw error;
  });
  return [...base.problems, ...lint].map(({ message }) => message);
}

describe("an unknown name at the cursor", () => {
  test("is offered as an actor, and as another name of one that is near", () => {
    expect(offered("So the Guild of Pilots met Mira H<|>olm there.").map(({ title }) => title)).toEqual([
      "Add “Mira Holm” to the knowledge base as a person",
      "Add “Mira Holm” to the knowledge base as an organization",
      "Add “Mira Holm” to the knowledge base as another name of Guild of Pilots",
    ]);
  });

  test.each([
    "So the Guild of Pil<|>ots met.",
    "So they m<|>et.",
    "They<|> met.",
    "On Tuesd<|>ay they met.",
    "It was signed on 3 Ma<|>y 2031.",
    "`Mira Ho<|>lm`",
    "> Mira Ho<|>lm came.",
    "<|>",
  ])("there is none in %j", (marked) => {
    expect(offered(marked)).toEqual([]);
  });

  test("becomes an entry where its like stand, with the evidence left to be given", () => {
    const [person] = offered("So Mira H<|>olm met them.");
    const { text, problems } = added(person);
    expect(text).toContain(
      "  mira-holm:\n    type: person\n    name: Mira Holm\n    evidence: [] # TODO: which source says so, and in which words?\nevents:",
    );
    expect(text).toContain("# Those who steer.");
    expect(problems.filter((message) => !message.includes("Mira Holm"))).toEqual(problemsOf(ISLANDS));
  });

  test("becomes an alias, or an abbreviation, in the actor's entry", () => {
    const alias = offered("The Guild of Pilots, or Harbour P<|>ilots, met.").find(
      ({ kind }) => kind === "alias",
    );
    expect(added(alias).text).toContain(
      "name: Guild of Pilots\n    aliases: [Harbour Pilots]\n    description",
    );
    const short = offered("The Guild of Pilots met. So the G<|>OP spoke.").find(
      ({ kind }) => kind === "alias",
    );
    expect(added(short).text).toContain("name: Guild of Pilots\n    abbreviation: GOP\n    description");
  });
});

describe("a selection", () => {
  test("is taken as it is", () => {
    const [entity] = offered("So the <|>Free Port of Hest<|> was built.");
    expect(entity).toMatchObject({ kind: "entity", name: "Free Port of Hest" });
  });

  test("gets an id of its own", () => {
    const [entity] = offered("So the <|>TRUCE!<|> was built.".replace("!", ""));
    expect(added(entity).text).toContain("\n  truce-2:\n");
  });

  test.each(["<|>so they came<|>", "<|>Norrey. And<|> so", "x <|>2030<|>"])(
    "of %j can be no name",
    (marked) => {
      expect(offered(marked)).toEqual([]);
    },
  );
});

describe("a dated event that is not known", () => {
  const TOLD = "The Hest acc<|>ord was signed on 3 May 2031 in Quay by Norrey and the Guild of Pilots.";

  test("is read from its sentence", () => {
    expect(offered(TOLD)[0]).toMatchObject({
      title: "Add “Hest accord”, 3 May 2031, to the knowledge base as an event",
      type: "agreement",
      date: "2031-05-03",
      place: ["quay"],
      participants: ["norrey", "guild"],
    });
  });

  test("becomes an entry that is sound", () => {
    const { text, problems } = added(offered(TOLD)[0]);
    expect(text).toContain(
      "  hest-accord:\n    type: agreement\n    name: Hest accord\n    date: 2031-05-03\n    place: [quay]",
    );
    expect(problems.filter((message) => !message.includes("Hest accord"))).toEqual(problemsOf(ISLANDS));
    expect(problems.filter((message) => message.includes("Hest accord"))).toEqual([]);
  });

  test("is none where the event is known, or no date is given", () => {
    expect(offered("The Quay tr<|>uce was signed on 19 October 2030.")).toEqual([]);
    expect(offered("The Hest accord was sig<|>ned.")).toEqual([]);
  });
});

test("in a file with brackets, what is added stands between them", () => {
  const flow = "knowledgeBase: { title: X }\nentities: { norrey: { type: country, name: Norrey } }\n";
  const [person] = offered("So Mira H<|>olm met them.", flow);
  const { text } = added(person, flow);
  expect(text).toContain("mira-holm: { type: person, name: Mira Holm, evidence: [] }");
});

test("where there is no file yet, one is made", () => {
  const { knowledge } = loadKnowledge([]);
  const [person] = offered("So Mira H<|>olm met them.", "");
  const text = newFileWith("my: drafts", person!, knowledge)!;
  expect(text).toContain('knowledgeBase: { title: "my: drafts" }');
  expect(loadKnowledge([{ file: "a.yaml", text }]).knowledge.entities.get("mira-holm")?.name).toBe(
    "Mira Holm",
  );
});
