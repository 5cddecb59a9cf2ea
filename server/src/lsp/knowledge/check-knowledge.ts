import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import type { Problem } from "../../knowledge-base/problems.ts";
import type { Session } from "../session.ts";
import type { Base } from "./loading.ts";

/** Reads everything again and tells, for each knowledge base in use, what is in it and how much is wrong with it. */
export async function checkKnowledge(session: Session, connection: Connection): Promise<void> {
  const tell = (type: MessageType, message: string) =>
    connection.sendNotification(ShowMessageNotification.type, { type, message });
  await session.reload();
  const bases = session.bases.inUse;
  if (bases.length === 0) await tell(MessageType.Info, NONE);
  for (const base of bases) {
    const problems = (await session.problems.problemsOf(base)) ?? base.problems;
    const grave = problems.some(({ severity }) => severity === "error");
    await tell(grave ? MessageType.Error : MessageType.Info, `${contentsOf(base)} ${wrongWith(problems)}`);
  }
}

const NONE = "There is no knowledge base here: make a folder “knowledge” or a file *.knowledge.yaml.";

function contentsOf({ knowledge }: Base): string {
  return knowledge.bases
    .map(({ title, counts }) => {
      const { entities, events, claims, figures } = counts;
      const parts = [
        counted(entities, "entity", "entities"),
        counted(events, "event"),
        counted(claims, "claim"),
        counted(figures, "figure"),
      ];
      return `“${title}” has ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}.`;
    })
    .join(" ");
}

function wrongWith(problems: readonly Problem[]): string {
  if (problems.length === 0) return "Nothing is wrong with it.";
  const ofSeverity = (wanted: Problem["severity"]) =>
    problems.filter(({ severity }) => severity === wanted).length;
  const errors = ofSeverity("error");
  const warnings = ofSeverity("warning");
  const others = problems.length - errors - warnings;
  const parts = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ...(others > 0 ? [counted(others, "remark")] : []),
  ];
  return `The list of problems shows ${parts.join(", ")}.`;
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
