import type { CancellationToken, Connection } from "vscode-languageserver";
import { explainAt } from "./draft/explain.ts";
import type { Host } from "./host.ts";
import { checkKnowledge } from "./knowledge/check-knowledge.ts";
import { recordIgnore } from "./project/record-ignore.ts";
import { CHECK_KNOWLEDGE, EXPLAIN, type ExplainRequest, IGNORE, type IgnoreRequest } from "./protocol.ts";
import type { Session } from "./session.ts";
import { traceOf } from "./warnings.ts";

/** What a command works with. */
export interface CommandContext {
  readonly session: Session;
  readonly connection: Connection;
  readonly host: Host;
  readonly token: CancellationToken;
}

/** Carries out a command, given its first argument as the client sent it. */
type Command = (argument: never, context: CommandContext) => Promise<unknown>;

/** The commands of the server, by the names that every editor calls them by. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  [CHECK_KNOWLEDGE]: (_, { session, connection }) => checkKnowledge(session, connection),
  [EXPLAIN]: (request: ExplainRequest, { session }) => explainAt(session, request),
  [IGNORE]: (request: IgnoreRequest, { session, connection, host }) =>
    recordIgnore(session, connection, host, request),
};

/** Lets a client call the commands. One that fails is logged, and answered with nothing. */
export function carryOutCommands(connection: Connection, current: () => Session): void {
  connection.onExecuteCommand(async ({ command, arguments: given }, token) => {
    try {
      const session = current();
      const context = { session, connection, host: session.host, token };
      return (await COMMANDS[command]?.(given?.[0] as never, context)) ?? null;
    } catch (error) {
      connection.console.error(traceOf(error));
      return null;
    }
  });
}
