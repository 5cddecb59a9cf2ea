/**
 * What passes between this server and its clients beyond the Language Server Protocol.
 * A client may import this file; it imports nothing itself but its own parts.
 */

export * from "./protocol/browsing.ts";
export * from "./protocol/commands.ts";
export * from "./protocol/files.ts";
export * from "./protocol/options.ts";
export * from "./protocol/questions.ts";
export * from "./protocol/standing.ts";
