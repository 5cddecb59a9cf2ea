import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as lsp from "vscode-languageserver/node";
import { COMMANDS } from "../../server/src/lsp/commands.ts";
import * as ours from "../../server/src/lsp/protocol.ts";
import { LanguageClient, MODERN } from "../support/language-client.ts";
import { type Folder, installServer } from "../support/server-bundle.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PAGE = readFileSync(join(ROOT, "docs/protocol.md"), "utf8");

interface Row {
  readonly name: string;
  readonly test: string;
}

const ROWS: Readonly<Record<string, readonly Row[]>> = Object.fromEntries(
  PAGE.split(/^## /m)
    .slice(1)
    .map((section) => [
      section.split("\n")[0]!,
      Array.from(section.matchAll(/^\| `([^`]+)` \|.*\| (\S+\.test\.ts: .+?) \|$/gm), ([, name, test]) => ({
        name: name!,
        test: test!,
      })),
    ]),
);
const listed = (section: string) => ROWS[section]!.map(({ name }) => name).sort();

/** The protocol's methods, by the names that its library gives them. */
const PROTOCOL = Object.fromEntries(
  Object.entries(lsp as unknown as Record<string, Partial<Described>>).flatMap(([name, type]) =>
    typeof type?.method === "string" && type.type !== undefined ? [[name, type as Described]] : [],
  ),
);
interface Described {
  readonly method: string;
  readonly messageDirection: string;
  readonly type: { readonly method: string };
}

/** The code of the server's protocol side, without comments. */
const CODE = readdirSync(join(ROOT, "server/src/lsp"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(ROOT, "server/src/lsp", file), "utf8"))
  .join("\n")
  .replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

describe("the tables of docs/protocol.md", () => {
  test.each(Object.values(ROWS).flat())("name a test of $name", ({ test }) => {
    const [, file, words] = /^(\S+): (.+)$/.exec(test)!;
    const path = join(ROOT, "test", file!);
    expect(existsSync(path), file).toBe(true);
    const titles = Array.from(
      readFileSync(path, "utf8").matchAll(/\b(?:test|describe)(?:\.\w+\([\s\S]*?\))?\(\s*"([^"]+)"/g),
      ([, title]) => title!,
    );
    expect(
      titles.some((title) => title.includes(words!)),
      test,
    ).toBe(true);
  });

  test("name nothing twice in a list", () => {
    for (const section of Object.keys(ROWS)) expect(listed(section)).toEqual([...new Set(listed(section))]);
  });

  test("have every command, and every request of our own", () => {
    const ofClients = [ours.SHOW_MENTIONS, ours.SHOW_FACT_SHEET, ours.SHOW_TIMELINE];
    expect(listed("Commands")).toEqual([...Object.keys(COMMANDS), ...ofClients].sort());
    const requests = Object.values(ours).filter((value) => String(value).startsWith("aide-memoire/"));
    expect(listed("Requests and notifications of our own")).toEqual(requests.sort());
  });

  test("have every notification that is heard", () => {
    const names = Array.from(CODE.matchAll(/\.on((?:Did|Will)\w+|Initialized|Exit)\(/g), ([, name]) => name!);
    const heard = names.flatMap((name) => notificationsNamed(name.replace(/ChangeContent$/, "Change")));
    expect(listed("What the editor tells")).toEqual([...new Set([...heard, "exit"])].sort());
  });

  test("have everything that the server says of itself", () => {
    const { asked, told } = saidByServer();
    expect(listed("What the server asks")).toEqual(asked);
    expect(listed("What the server tells")).toEqual(told);
  });
});

describe("every request", () => {
  let server: Folder;
  let client: LanguageClient;
  beforeAll(async () => {
    server = await installServer({});
    client = new LanguageClient(server);
    await client.start({ capabilities: MODERN });
  });
  afterAll(async () => {
    await client.stop();
    server.remove();
  });

  test("of the protocol that is answered is in the table", async () => {
    const requests = Object.entries(PROTOCOL).filter(
      ([name, { messageDirection }]) => name.endsWith("Request") && messageDirection !== "serverToClient",
    );
    const answered = [];
    for (const { method } of requests.map(([, type]) => type)) {
      if (method === "initialize" || method === "shutdown" || (await isAnswered(method)))
        answered.push(method);
    }
    expect(listed("What the editor asks")).toEqual([...new Set(answered)].sort());
  });

  test("that the server offers is in the table", () => {
    const { capabilities } = client.initialized;
    const all = ROWS["What the editor asks"]!.map(({ name }) => name);
    for (const key of Object.keys(capabilities).filter((each) => each.endsWith("Provider"))) {
      const feature = key
        .replace(/Provider$/, "")
        .replace(/^workspace(\w)/, (_, first) => first.toLowerCase());
      const isListed = all.some((name) => new RegExp(`^(?:textDocument|workspace)/${feature}\\b`).test(name));
      expect(isListed, key).toBe(true);
    }
    expect(capabilities.executeCommandProvider?.commands.toSorted()).toEqual(Object.keys(COMMANDS).sort());
  });

  async function isAnswered(method: string): Promise<boolean> {
    const textDocument = { uri: "untitled:none" };
    const position = { line: 0, character: 0 };
    const params = {
      textDocument,
      position,
      range: { start: position, end: position },
      query: "",
      command: "",
    };
    try {
      await client.connection.sendRequest(method, { ...params, context: { diagnostics: [] }, files: [] });
      return true;
    } catch (error) {
      return (error as { code?: number }).code !== lsp.ErrorCodes.MethodNotFound;
    }
  }
});

/** What the ways of a connection to say something are in the protocol. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  sendDiagnostics: ["textDocument/publishDiagnostics"],
  "workspace.applyEdit": ["workspace/applyEdit"],
  "workspace.getConfiguration": ["workspace/configuration"],
  "workspace.getWorkspaceFolders": ["workspace/workspaceFolders"],
  "languages.diagnostics.refresh": ["workspace/diagnostic/refresh"],
  "languages.inlayHint.refresh": ["workspace/inlayHint/refresh"],
  "languages.semanticTokens.refresh": ["workspace/semanticTokens/refresh"],
  "languages.foldingRange.refresh": ["workspace/foldingRange/refresh"],
  "client.register": ["client/registerCapability"],
  "window.showDocument": ["window/showDocument"],
  "window.createWorkDoneProgress": ["window/workDoneProgress/create", "$/progress"],
  sendProgress: ["$/progress"],
  "window.attachWorkDoneProgress": ["$/progress"],
  "console.error": ["window/logMessage"],
  "console.warn": ["window/logMessage"],
  "console.info": ["window/logMessage"],
  "console.log": ["window/logMessage"],
};

/** What our code says to a client, by method; a way to say something that this test does not know fails it. */
function saidByServer(): { asked: string[]; told: string[] } {
  const ways = Array.from(
    CODE.matchAll(/connection\.((?:\w+\.)*\w+)(?:<[^()]*>)?\(/g),
    ([, way]) => way!,
  ).filter(
    (way) => !/(?:^|\.)on(?:[A-Z]\w*)?$|\.resolve$|^(?:listen|send(?:Request|Notification))$/.test(way),
  );
  expect([...new Set(ways)].filter((way) => !(way in WAYS))).toEqual([]);
  const named = Array.from(
    CODE.matchAll(/\.send(?:Request|Notification)(?:<[^()]*>)?\(\s*(\w+)/g),
    ([, name]) => name!,
  );
  const sent = named.flatMap((name) =>
    name in ours || name === "method" ? [] : [PROTOCOL[name]?.method ?? `unknown: ${name}`],
  );
  const all = [...new Set([...ways.flatMap((way) => WAYS[way]!), ...sent])].sort();
  const tells = (method: string) => {
    const names = Object.keys(PROTOCOL).filter((name) => PROTOCOL[name]!.method === method);
    return method === "$/progress" || names.some((name) => name.endsWith("Notification"));
  };
  return { asked: all.filter((method) => !tells(method)), told: all.filter(tells) };
}

/** Of `on…` in the library; none where it stands for a request. */
function notificationsNamed(name: string): string[] {
  const last = name.charAt(0).toLowerCase() + name.slice(1);
  return Object.entries(PROTOCOL).flatMap(([type, { method }]) => {
    const isMeant = type.endsWith("Notification") && method.split("/").at(-1) === last;
    return isMeant && !method.startsWith("notebook") ? [method] : [];
  });
}
