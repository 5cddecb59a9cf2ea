import type { CancellationToken, Connection, WorkspaceEdit } from "vscode-languageserver";
import { checkWorkspace } from "./draft/check-workspace.ts";
import { explain } from "./draft/explain.ts";
import { factSheetOf } from "./draft/fact-sheet.ts";
import { openEntry } from "./draft/open-entry.ts";
import { timelineOf } from "./draft/timeline.ts";
import type { Host } from "./host.ts";
import { cardOf, entriesOn, mentionsOf } from "./knowledge/browsing.ts";
import { checkKnowledge } from "./knowledge/check-knowledge.ts";
import { createKnowledge } from "./knowledge/create-knowledge.ts";
import { openMention } from "./knowledge/open-mention.ts";
import { recordIgnore } from "./project/record-ignore.ts";
import {
  ACTORS,
  APPLY_EDIT,
  type ApplyEditRequest,
  CARD,
  CHECK_KNOWLEDGE,
  CHECK_WORKSPACE,
  CREATE_KNOWLEDGE,
  type CreateKnowledgeRequest,
  type EntriesRequest,
  type EntryRequest,
  EVENTS,
  EXPLAIN,
  type ExplainRequest,
  FACT_SHEET,
  type FactSheetRequest,
  IGNORE,
  type IgnoreRequest,
  MENTIONS,
  OPEN_ENTRY,
  OPEN_MENTION,
  type OpenEntryRequest,
  type OpenMentionRequest,
  STATUS,
  type StatusRequest,
  TIMELINE,
  type TimelineRequest,
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
  [APPLY_EDIT]: applyEdit,
  [CHECK_KNOWLEDGE]: (_, { session, connection }) => checkKnowledge(session, connection),
  [CHECK_WORKSPACE]: (_, { session, connection, token }) => checkWorkspace(session, connection, token),
  [EXPLAIN]: (request: ExplainRequest, { session, connection }) => explain(session, connection, request),
  [OPEN_MENTION]: (request: OpenMentionRequest, { session, connection }) =>
    openMention(session, connection, request),
  [FACT_SHEET]: (request: FactSheetRequest, { session }) => factSheetOf(session, request),
  [TIMELINE]: (request: TimelineRequest, { session }) => timelineOf(session, request),
  [IGNORE]: (request: IgnoreRequest, { session, connection, host }) =>
    recordIgnore(session, connection, host, request),
  [OPEN_ENTRY]: (request: OpenEntryRequest, { session, connection }) =>
    openEntry(session, connection, request),
  [ACTORS]: (request: EntriesRequest, { session, token }) => entriesOn(session, "actors", request, token),
  [EVENTS]: (request: EntriesRequest, { session, token }) => entriesOn(session, "events", request, token),
  [CARD]: (request: EntryRequest, { session }) => cardOf(session, request),
  [MENTIONS]: (request: EntryRequest, { session }) => mentionsOf(session, request),
  [STATUS]: (request: StatusRequest, { session, token }) => statusOf(session, request, token),
  [CREATE_KNOWLEDGE]: (request: CreateKnowledgeRequest, { session, connection, host }) =>
    createKnowledge(session, connection, host, request),
};

async function applyEdit({ edit, command }: ApplyEditRequest, context: CommandContext): Promise<unknown> {
  const { applied } = await context.connection.workspace.applyEdit(edit as WorkspaceEdit);
  if (!applied || command === undefined) return null;
  return COMMANDS[command.command]?.(command.arguments?.[0] as never, context);
}

/** Lets a client call the commands. One that fails is logged, and answered with nothing. */
export function carryOutCommands(connection: Connection, session: Session): void {
  connection.onExecuteCommand(async ({ command, arguments: given }, token) => {
    try {
      const context = { session, connection, host: session.host, token };
      if (!isAllowed(command, context)) return null;
      return (await COMMANDS[command]?.(given?.[0] as never, context)) ?? null;
    } catch (error) {
      connection.console.error(traceOf(error));
      return null;
    }
  });
}
