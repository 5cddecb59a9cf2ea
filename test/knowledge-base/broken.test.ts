import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import type { ProblemCode } from "../../server/src/knowledge-base/problems.ts";
import { slice } from "../../server/src/text/span.ts";

/** A sound knowledge base that each broken file is added to. */
const WORLD = `
knowledgeBase: { title: The islands }
sources:
  log: { title: The log, text: log.txt }
entities:
  arvo: { type: country, name: Arvo }
  belm: { type: country, name: Belm }
  port-kess: { type: place, name: Port Kess, country: arvo }
  mira-hoult: { type: person, name: Mira Hoult }
events:
  kess-truce: { type: ceasefire, name: Kess truce, date: 2021-05-04, place: port-kess, participants: { party: [arvo, belm] } }
`;
const LOG = "The truce was signed in Port Kess – “at last” –\n on 4 May 2021.";

interface Broken {
  readonly code: ProblemCode;
  /** The file, the guilty text between « and ». */
  readonly yaml: string;
  /** What the message must say, where it has a way out to offer. */
  readonly says?: string;
  /** Ids that must be there all the same. */
  readonly keeps?: readonly string[];
}

const BROKEN: Readonly<Record<string, Broken>> = {
  "a bracket that is not closed": {
    code: "yaml-syntax",
    yaml: "entities:\n  a:\n    type: place\n    name: A\n    «aliases: [B, C»\n  d: { type: place, name: D }\n",
    says: "opened and not closed",
    keeps: ["d"],
  },
  "a quotation mark that is not closed": {
    code: "yaml-syntax",
    yaml: 'entities:\n  d: { type: place, name: D }\n  a:\n    type: place\n    «name: "A»\n',
    says: "opened and not closed",
    keeps: ["d"],
  },
  "a tab in the indentation": {
    code: "yaml-syntax",
    yaml: "entities:\n  d: { type: place, name: D }\n  a:\n«\ttype: place»\n",
    keeps: ["d"],
  },
  "a colon in a text without quotation marks": {
    code: "yaml-syntax",
    yaml: "entities:\n  a:\n    type: place\n    name: A«: the place»\n  d: { type: place, name: D }\n",
    says: "quotation marks",
    keeps: ["d"],
  },
  "a key without its colon": {
    code: "yaml-syntax",
    yaml: "entities:\n  a:\n    type: place\n    «name A»\n  d: { type: place, name: D }\n",
    says: "colon",
    keeps: ["d"],
  },
  "an alias without an anchor": {
    code: "yaml-syntax",
    yaml: "entities:\n  d: { type: place, name: D, aliases: *«names» }\n",
    says: "anchor",
  },
  "a file that is not text": { code: "unreadable-file", yaml: "entities: {}\n\0\0", says: "not text" },
  "an empty file": { code: "no-entries", yaml: "" },
  "a file of another program": {
    code: "no-entries",
    yaml: "«version»: 2\nservices: { web: { image: x } }\n",
    says: "nothing for a knowledge base",
  },
  "a list for a knowledge base": { code: "not-a-map", yaml: "«- entities\n- events»\n" },
  "a list of entities": { code: "not-a-map", yaml: "entities:\n  «- type: place\n    name: A»\n" },
  "a text for a map of events": { code: "not-a-map", yaml: "events: «none yet»\n" },
  "a top-level key misspelt": {
    code: "unknown-key",
    yaml: "«entitys»: {}\nevents: {}\n",
    says: "did you mean `entities`?",
  },
  "a key misspelt": {
    code: "unknown-key",
    yaml: "events:\n  a:\n    type: talks\n    name: A\n    «participant»: { party: [arvo] }\n",
    says: "did you mean `participants`?",
  },
  "a key of another map": {
    code: "unknown-key",
    yaml: "entities:\n  a: { type: person, name: A, «date»: 2020 }\n",
  },
  "a key misspelt in a role": {
    code: "unknown-key",
    yaml: "entities:\n  a: { type: person, name: A, roles: [ { title: Mayor, of: arvo, «durring»: 2020 } ] }\n",
    says: "did you mean `during`?",
  },
  "a part of the vocabulary misspelt": {
    code: "unknown-key",
    yaml: "vocabulary:\n  «eventType»: { rite: { terms: [rite] } }\n",
    says: "did you mean `eventTypes`?",
  },
  "an entity without a name": {
    code: "missing-key",
    yaml: "entities:\n  «a»: { type: place }\n",
    says: "`name`",
  },
  "an event without a type": { code: "missing-key", yaml: "events:\n  «a»: { name: A }\n", says: "`type`" },
  "evidence without a source": {
    code: "missing-key",
    yaml: "entities:\n  a: { type: place, name: A, evidence: [ { «quote»: on 4 May } ] }\n",
    says: "`source`",
    keeps: ["a"],
  },
  "an alleged claim that nobody makes": {
    code: "missing-key",
    yaml: "claims:\n  a: { subject: arvo, predicate: owns, object: belm, status: «alleged», statement: It does. }\n",
    says: "attributedTo",
  },
  "a name without a value": {
    code: "wrong-type",
    yaml: "entities:\n  a:\n    type: place\n    «name»:\n",
    says: "has no value",
  },
  "an entry without a value": { code: "wrong-type", yaml: "entities:\n  «a»:\n", says: "has no value" },
  "a text where a list belongs": {
    code: "wrong-type",
    yaml: "entities:\n  a: { type: place, name: A, aliases: «Old A» }\n",
    says: "a list of texts",
  },
  "a list where a text belongs": {
    code: "wrong-type",
    yaml: "entities:\n  a: { type: place, name: «[A, B]» }\n",
    says: "a list",
  },
  "an unknown type of entity": {
    code: "wrong-type",
    yaml: "entities:\n  a: { type: «organisation», name: A }\n",
    says: "did you mean `organization`?",
  },
  "an unknown outcome": {
    code: "unknown-vocabulary",
    yaml: "events:\n  a: { type: talks, name: A, outcome: «suceeded» }\n",
    says: "did you mean `succeeded`?",
  },
  "an unknown kind that a kind is also called": {
    code: "unknown-vocabulary",
    yaml: "vocabulary:\n  eventTypes:\n    lull: { terms: [lull], alsoCalled: [«cease-fire»] }\n",
    says: "did you mean `ceasefire`?",
  },
  "a trait that is no truth value": {
    code: "wrong-type",
    yaml: "vocabulary:\n  eventTypes:\n    lull: { terms: [lull], lasting: «always» }\n",
    says: "true or false",
  },
  "yes for true": {
    code: "wrong-type",
    yaml: "claims:\n  a: { subject: arvo, predicate: owns, object: belm, holds: «yes», statement: It does. }\n",
    says: "true or false",
  },
  "a number in words": {
    code: "wrong-type",
    yaml: "figures:\n  a: { of: arvo, label: islands, value: «twelve», unit: island }\n",
    says: "a number",
  },
  "a range upside down": {
    code: "wrong-type",
    yaml: "figures:\n  a: { of: arvo, label: islands, value: «[14, 12]», unit: island }\n",
    says: "lower number first",
  },
  "a key that is there twice": {
    code: "duplicate-key",
    yaml: "entities:\n  a: { type: place, name: A, «name»: B }\n",
    says: "twice",
  },
  "a top-level key that is there twice": {
    code: "duplicate-key",
    yaml: "entities:\n  a: { type: place, name: A }\n«entities»:\n  b: { type: place, name: B }\n",
    keeps: ["a", "b"],
  },
  "a second title": {
    code: "duplicate-key",
    yaml: "«knowledgeBase»: { title: Again }\n",
    says: "world.yaml",
  },
  "an id that another file has": {
    code: "duplicate-id",
    yaml: "entities:\n  «arvo»: { type: place, name: Another }\n",
    says: "`arvo` is taken",
  },
  "an id of another map": {
    code: "duplicate-id",
    yaml: "events:\n  «arvo»: { type: talks, name: Arvo talks }\n",
  },
  "an id that names nothing": {
    code: "dangling-id",
    yaml: "events:\n  a: { type: talks, name: A, participants: { party: [«avro»] } }\n",
    says: "did you mean `arvo`?",
  },
  "a country that names nothing": {
    code: "dangling-id",
    yaml: "entities:\n  a: { type: place, name: A, country: { of: «nowhere», during: 2020/.. } }\n",
  },
  "a place that is a person": {
    code: "wrong-kind",
    yaml: "events:\n  a: { type: talks, name: A, place: «mira-hoult» }\n",
    says: "is a person",
  },
  "an event that takes part": {
    code: "wrong-kind",
    yaml: "events:\n  a: { type: talks, name: A, participants: { party: [«kess-truce»] } }\n",
    says: "is an event",
  },
  "a source that is a country": {
    code: "wrong-kind",
    yaml: "entities:\n  a: { type: place, name: A, evidence: [ { source: «arvo» } ] }\n",
    keeps: ["a"],
  },
  "a day that there is not": {
    code: "bad-date",
    yaml: "events:\n  a: { type: talks, name: A, date: «2021-09-31» }\n",
  },
  "a date in words": {
    code: "bad-date",
    yaml: "events:\n  a: { type: talks, name: A, date: «4 May 2021» }\n",
  },
  "an office that ends before it begins": {
    code: "bad-date",
    yaml: "entities:\n  a: { type: person, name: A, roles: [ { title: Mayor, of: arvo, during: «2024/2021» } ] }\n",
  },
  "a stage with a bad date": {
    code: "bad-date",
    yaml: "events:\n  a: { type: talks, name: A, stages: { opened: «2021-13» } }\n",
  },
  "a source that there is not": {
    code: "unknown-source",
    yaml: "entities:\n  a: { type: place, name: A, evidence: [ { source: «lgo» } ] }\n",
    says: "did you mean `log`?",
    keeps: ["a"],
  },
  "a quote that is not in its source": {
    code: "quote-not-in-source",
    yaml: 'entities:\n  a: { type: place, name: A, evidence: [ { source: log, quote: "«on 5 May 2021»" } ] }\n',
    keeps: ["a"],
  },
  "a source without its text": {
    code: "missing-text",
    yaml: "sources:\n  «book»: { title: A book, text: book.txt }\n",
    says: "book.txt",
    keeps: [],
  },
  "an unknown type of event": {
    code: "unknown-vocabulary",
    yaml: "events:\n  a: { type: «ceasfire», name: A }\n",
    says: "did you mean `ceasefire`?",
  },
  "a word that is no type although every object has it": {
    code: "unknown-vocabulary",
    yaml: "events:\n  a: { type: «constructor», name: A }\n",
  },
  "an unknown role": {
    code: "unknown-vocabulary",
    yaml: "events:\n  a: { type: talks, name: A, participants: { «juggler»: [arvo] } }\n",
    says: "vocabulary.participantRoles",
  },
  "an unknown predicate": {
    code: "unknown-vocabulary",
    yaml: "claims:\n  a: { subject: arvo, predicate: «recognises», object: belm, statement: It does. }\n",
    says: "did you mean `recognizes`?",
  },
};

describe("a broken knowledge base brings its problem, in its place:", () => {
  test.each(Object.entries(BROKEN))("%s", (_, { code, yaml, says, keeps = [] }) => {
    const text = yaml.replace(/[«»]/g, "");
    const files = [
      { file: "world.yaml", text: WORLD },
      { file: "broken.yaml", text },
    ];
    const readText = (file: string) => (file === "log.txt" ? LOG : undefined);
    const { knowledge, problems } = loadKnowledge(files, { readText });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const { message, origin } = problems[0]!;
    expect(origin.file).toBe("broken.yaml");
    expect(slice(text, origin.span)).toBe(/«([\s\S]*)»/.exec(yaml)?.[1] ?? "");
    if (says !== undefined) expect(message).toContain(says);
    const there = [...knowledge.entities.keys(), ...knowledge.events.keys()];
    expect(there).toEqual(
      expect.arrayContaining(["arvo", "belm", "port-kess", "mira-hoult", "kess-truce", ...keeps]),
    );
  });
});
