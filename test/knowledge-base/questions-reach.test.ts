import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { Dated, Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { type Questions, questionsOf } from "../../server/src/knowledge-base/questions.ts";

// Every fact of real knowledge bases can be asked for: by each of its names, by who has a part in it, where and when.

const ROOT = resolve(import.meta.dirname, "../..");

/** The project's own knowledge base, those of the corpus, and those beside the repository, where there are any. */
const FOLDERS = [
  join(ROOT, "knowledge/article"),
  ...foldersIn(join(ROOT, "test/corpus")),
  ...foldersIn(join(ROOT, "../shared/drafts")),
];

function foldersIn(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .map((name) => join(place, name, "knowledge"))
    .filter((folder) => existsSync(folder));
}

function load(folder: string): Knowledge {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const files = names.map((name) => ({ file: name, text: readFileSync(join(folder, name), "utf8") }));
  return loadKnowledge(files).knowledge;
}

describe.each(FOLDERS.map((folder) => [relative(ROOT, folder), folder]))("of %s", (_, folder) => {
  const knowledge = load(folder!);
  const questions = questionsOf(knowledge);
  const missed = (all: (knowledge: Knowledge, questions: Questions) => Generator<string | false>) =>
    [...all(knowledge, questions)].filter((miss) => miss !== false);

  test("every name of every actor and event", () => {
    expect(missed(namesMissed)).toEqual([]);
  });

  test("every office, membership and country, on its days", () => {
    expect(missed(officesMissed)).toEqual([]);
    expect(missed(belongingsMissed)).toEqual([]);
  });

  test("every event by its kind, its place, each of its parties and its date together", () => {
    expect(missed(eventsMissed)).toEqual([]);
  });

  test("every claim and every figure", () => {
    expect(missed(claimsMissed)).toEqual([]);
    expect(missed(figuresMissed)).toEqual([]);
  });

  test("every source, and every piece of evidence from it", () => {
    expect(missed(sourcesMissed)).toEqual([]);
  });
});

test("there are knowledge bases to ask", () => {
  expect(FOLDERS.length).toBeGreaterThan(8);
});

/** A line for each form of a name that does not lead to its entry, as what it is. */
function* namesMissed({ entities, events }: Knowledge, questions: Questions) {
  const forms = {
    name: "name",
    aliases: "alias",
    weakAliases: "weakAlias",
    abbreviations: "abbreviation",
    identifiers: "identifier",
    demonyms: "demonym",
    metonyms: "metonym",
    discouraged: "discouraged",
    misnomers: "misnomer",
  };
  for (const entry of [...entities.values(), ...events.values()]) {
    for (const [key, kind] of Object.entries(forms)) {
      const written = (entry as unknown as Record<string, unknown>)[key] ?? [];
      for (const one of [written].flat() as (string | { form: string })[]) {
        const text = typeof one === "string" ? one : one.form;
        const found = questions.named(text).some((each) => each.entry === entry && each.kind === kind);
        yield !found && `${entry.id} ${kind} ${text}`;
      }
    }
  }
}

function* officesMissed({ entities }: Knowledge, questions: Questions) {
  for (const holder of entities.values()) {
    for (const role of holder.roles) {
      const { of, during: on, acting } = role;
      for (const title of [role.title, ...role.aliases]) {
        const held = [
          questions.officeHolders(title, { of, on, acting }),
          questions.officesOf(of, { on }),
          questions.holdersOf(title, of, on),
        ];
        yield !held.every((some) => some.some((each) => each.holder === holder && each.role === role)) &&
          `${holder.id} ${title}`;
      }
    }
  }
}

function* belongingsMissed({ entities }: Knowledge, questions: Questions) {
  const told = (of: string, some: readonly Dated[]) => some.some((each) => each.of === of);
  for (const entity of entities.values()) {
    for (const { of, during } of entity.country) {
      const there = questions.belongingTo(of, during).some(({ member }) => member === entity);
      yield !(there && told(of, questions.countriesOf(entity.id, during))) && `${entity.id} country ${of}`;
    }
    for (const { of, during } of entity.memberOf) {
      const there = questions.membersOf(of, during).some(({ member }) => member === entity);
      yield !(there && told(of, questions.membershipsOf(entity.id, during))) && `${entity.id} memberOf ${of}`;
    }
  }
}

function* eventsMissed({ events, vocabulary }: Knowledge, questions: Questions) {
  for (const event of events.values()) {
    const kinds = [event.type, ...(vocabulary.eventTypes[event.type]?.alsoCalled ?? [])];
    const parties = Object.entries(event.participants).flatMap(([role, ids]) =>
      ids.map((id) => ({ id, role })),
    );
    const places = event.place.flatMap((place) => [...questions.placesAround(place)]);
    for (const kind of kinds) {
      for (const place of places.length > 0 ? places : [undefined]) {
        for (const some of [parties, ...parties.map((one) => [one])]) {
          const found = questions.events({
            kind,
            place,
            parties: some,
            on: event.date,
            about: event.about[0],
          });
          yield !found.includes(event) && `${event.id} ${kind} ${place} ${JSON.stringify(some)}`;
        }
      }
    }
    if (event.date !== undefined) yield !questions.eventsOn(event.date).includes(event) && `${event.id} date`;
  }
}

function* claimsMissed({ claims }: Knowledge, questions: Questions) {
  for (const claim of claims.values()) {
    const { predicate, holds, status, during, date } = claim;
    for (const subject of claim.subject) {
      for (const object of claim.object.length > 0 ? claim.object : [undefined]) {
        const found = questions.claims({ subject, predicate, object, holds, status, on: during ?? date });
        yield !found.some((each) => each.claim === claim) && claim.id;
      }
    }
  }
}

function* figuresMissed({ figures }: Knowledge, questions: Questions) {
  for (const figure of figures.values()) {
    for (const label of [figure.label, ...figure.aliases]) {
      const found = questions.figures(label, figure.of, figure.asOf);
      yield !found.some((each) => each.figure === figure) && `${figure.id} ${label}`;
    }
    yield !questions.figuresOf(figure.of).includes(figure) && figure.id;
  }
}

function* sourcesMissed(knowledge: Knowledge, questions: Questions) {
  const { sources, entities, events, claims, figures } = knowledge;
  for (const source of sources.values()) yield questions.source(source.id) !== source && source.id;
  for (const entry of [...entities.values(), ...events.values(), ...claims.values(), ...figures.values()]) {
    yield questions.fact(entry.id) !== entry && entry.id;
    for (const { source } of entry.evidence) {
      const found = questions
        .referencesTo(source)
        .some((each) => each.entry === entry && each.key === "evidence");
      yield !found && `${entry.id} evidence ${source}`;
    }
  }
}
