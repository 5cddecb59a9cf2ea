import type { CancellationToken, Connection } from "vscode-languageserver";
import { explainAt } from "./draft/explain.ts";
import type { Host } from "./host.ts";
import { cardOf, entriesOn, mentionsOf } from "./knowledge/browsing.ts";
import { checkKnowledge } from "./knowledge/check-knowledge.ts";
import { createKnowledge } from "./knowledge/create-knowledge.ts";
import { recordIgnore } from "./project/record-ignore.ts";
import {
  ACTORS,
  CARD,
  CHECK_KNOWLEDGE,
  CREATE_KNOWLEDGE,
  type CreateKnowledgeRequest,
  type EntriesRequest,
  type EntryRequest,
  EVENTS,
  EXPLAIN,
  type ExplainRequest,
  IGNORE,
  type IgnoreRequest,
  MENTIONS,
  STATUS,
  type StatusRequest,
} from "./protocol.ts";
import type { Session } from "./session.ts";
import { statusOf } from "./status.ts";
import { isAllowed } from "./trust.ts";
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
  [ACTORS]: (request: EntriesRequest, { session, token }) => entriesOn(session, "actors", request, token),
  [EVENTS]: (request: EntriesRequest, { session, token }) => entriesOn(session, "events", request, token),
  [CARD]: (request: EntryRequest, { session }) => cardOf(session, request),
  [MENTIONS]: (request: EntryRequest, { session }) => mentionsOf(session, request),
  [STATUS]: (request: StatusRequest, { session, token }) => statusOf(session, request, token),
  [CREATE_KNOWLEDGE]: (request: CreateKnowledgeRequest, { session, connection, host }) =>
    createKnowledge(session, connection, host, request),
};

/** Lets a client call the commands. One that fails is logged, and answered with nothing. */
export function carryOutCommands(connection: Connection, host: Host, session: () => Session): void {
  connection.onExecuteCommand(async ({ command, arguments: given }, token) => {
    try {
      const context = { session: session(), connection, host, token };
      if (!isAllowed(command, context)) return null;
      return (await COMMANDS[command]?.(given?.[0] as never, context)) ?? null;
    } catch (error) {
      connection.console.error(traceOf(error));
      return null;
    }
  });
}
