import { Command, Option } from "commander";
import { officeText } from "../../features/cards/actor-card.ts";
import { entryCard } from "../../features/cards/entry-card.ts";
import { eventLine } from "../../features/cards/event-card.ts";
import { labelOf } from "../../features/facts.ts";
import { type Answer, ask } from "../../features/query/ask.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { describeTime } from "../../time/write.ts";
import { EXIT } from "../exit-status.ts";
import { Library } from "../library.ts";
import type { Colours, Output } from "../output.ts";
import type { Context } from "../program.ts";
import { Projects } from "../project/projects.ts";
import { Trouble } from "../trouble.ts";
import { printable } from "../width.ts";

interface Options {
  readonly knowledge: readonly string[];
  readonly format: string;
}

/** `aide-memoire query`: what the knowledge bases say to a question. */
export function queryCommand(context: Context): Command {
  return new Command("query")
    .description("look something up in the knowledge bases: who is …, what happened on …")
    .argument("<question...>", "a question, a name, a date or an id")
    .addOption(
      new Option("-k, --knowledge <path>", "knowledge base to ask; may be repeated")
        .argParser((path: string, earlier: readonly string[]) => [...earlier, path])
        .default([], "as for a draft in this folder"),
    )
    .addOption(new Option("-f, --format <format>", "how to answer").choices(["text", "json"]).default("text"))
    .addHelpText("after", MORE_HELP)
    .action((words: readonly string[], options: Options) => run(words.join(" "), options, context));
}

const MORE_HELP = `
What can be asked:
  who somebody is, what something is        who is Attaullah Tarar?
  when and where something was              when was the Doha ceasefire?
  what happened at a time, or in a place    what happened in Istanbul in October 2025?
  who held an office, then or ever          who was information minister of Pakistan in 2024?
  The question is searched for names, offices and dates; a name alone does as well.

Exit status:
  0  there is an answer
  1  nothing is known of it
  2  the run failed: a broken knowledge base; the reason is on standard error`;

async function run(question: string, options: Options, context: Context): Promise<void> {
  const errors = context.err(undefined);
  const trouble = new Trouble(errors);
  const { cache, bundledKnowledge: bundled } = context;
  const projects = new Projects(bundled, trouble);
  const library = new Library({ named: options.knowledge, bundled, cache, projects, trouble, errors });
  const knowledge = await library.knowledgeFor("question.md");
  const answer = ask(question, knowledge);
  const isEmpty = answer.entries.length + answer.offices.length + answer.events.length === 0;
  const output = context.out(undefined);
  if (options.format === "json")
    output.write(`${JSON.stringify(jsonOf(question, answer, knowledge), null, 2)}\n`);
  else if (isEmpty) output.write(`${nothing(answer)}\n`);
  else output.write(`${textOf(answer, knowledge, output)}\n`);
  context.exit(trouble.failed ? EXIT.failed : isEmpty ? EXIT.findings : EXIT.clean);
}

function nothing({ on, meant }: Answer): string {
  if (on !== undefined) return `No known event falls on ${describeTime(on)}.`;
  return `Nothing is known of it.${hint(meant)}`;
}

function hint(meant: string | undefined): string {
  return meant === undefined ? "" : ` Did you mean “${printable(meant)}”?`;
}

function textOf(answer: Answer, knowledge: Knowledge, { colours }: Output): string {
  const { entries, offices, events, unknown, meant } = answer;
  const cards = entries.flatMap(({ id }) => entryCard(id, knowledge) ?? []);
  const missing =
    unknown.length === 0 ? [] : [`Nothing is known of “${unknown.join("”, “")}”.${hint(meant)}`];
  if (cards.length > 0) return [...missing, ...cards].map((card) => shown(card, colours)).join("\n\n");
  const lines =
    offices.length > 0
      ? offices.map(({ holder, role, holds }) => {
          const unsure = holds === "yes" ? "" : " (not sure at that time)";
          return `**${holder.name}**: ${officeText(role, knowledge)}${unsure}`;
        })
      : events.map(eventLine);
  return lines.map((line) => shown(line, colours)).join("\n");
}

/** A card's Markdown as a terminal shows it. */
function shown(markdown: string, colours: Colours): string {
  return markdown
    .split("\n")
    .map((line) =>
      printable(line.trimEnd())
        .replace(/\[((?:[^\]\\]|\\.)*)\]\(<?([^)>]*)>?\)/g, "$1 ($2)")
        .replace(/\*\*((?:[^*\\]|\\.)+)\*\*/g, (_, text: string) => colours.bold(text))
        .replace(/\\(.)/g, "$1"),
    )
    .join("\n");
}

function jsonOf(
  question: string,
  { entries, offices, events, on, meant, unknown }: Answer,
  knowledge: Knowledge,
): object {
  return {
    version: 1,
    question,
    on: on?.edtf,
    entries: entries.map((fact) => ({
      ...{ id: fact.id, kind: fact.kind, name: labelOf(fact) },
      card: entryCard(fact.id, knowledge),
    })),
    offices: offices.map(({ holder, role, holds }) => ({
      ...{ holder: holder.id, name: holder.name, title: role.title, of: role.of },
      ...{ during: role.during?.edtf, sure: holds === "yes" },
    })),
    events: events.map(({ id, name, type, date }) => ({ id, name, type, date: date?.edtf })),
    ...{ meant, unknown },
  };
}
