import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DRAFT, islandWorld, RIGHT, WRONG } from "../protocol/island-world.ts";
import { Folder, installServer } from "../support/server-bundle.ts";

/**
 * Other editors, started from an empty home with the configuration that docs/editors.md shows, as a newcomer would. One
 * that is not installed is skipped, and said to be.
 */
const EDITORS: readonly Editor[] = [
  {
    name: "Neovim",
    isThere: () => runs("nvim", "--version"),
    configuration: "neovim-older.lua",
    place: ".config/nvim/init.lua",
    draft: "draft.md",
    command: (draft, script) => ["nvim", "--headless", draft, "-c", `luafile ${script}`],
    script: "neovim.lua",
    hint: 4,
  },
  {
    name: "Emacs with eglot",
    isThere: () => runs("emacs", "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"),
    configuration: "eglot.el",
    place: ".emacs.d/init.el",
    draft: "draft.txt",
    command: emacs,
    script: "eglot.el",
    hint: "eglot-note",
  },
  {
    name: "Emacs with lsp-mode",
    isThere: () => runs("emacs", "--batch", "--eval", "(progn (package-initialize) (require 'lsp-mode))"),
    configuration: "lsp-mode.el",
    place: ".emacs.d/init.el",
    draft: "draft.txt",
    command: emacs,
    script: "lsp-mode.el",
    hint: 4,
  },
];

interface Editor {
  readonly name: string;
  isThere(): boolean;
  /** A file in docs/editors/, and where it belongs in the user's home. */
  readonly configuration: string;
  readonly place: string;
  readonly draft: string;
  command(draft: string, script: string, configuration: string): readonly string[];
  /** What it does and what is seen, told in its own language. */
  readonly script: string;
  /** What it calls the mildest severity. */
  readonly hint: number | string;
}

interface Seen {
  readonly findings: readonly { words: string; message: string; severity: number | string }[];
  readonly card: string;
  readonly fixes: readonly string[];
  readonly text: string;
  readonly left: number;
}

const ROOT = resolve(import.meta.dirname, "../..");
const PATIENCE = 90_000;
/** The setting that the configurations show is tried out, too. */
const MILD = "Friday, 19 October 2030";
const TEXT = `${DRAFT}They met again on ${MILD}.\n`;

let server: Folder;
beforeAll(async () => {
  server = await installServer({});
  // As `npm link` does.
  const start = `#!/bin/sh\nexec "${process.execPath}" "${join(server.path, "dist/server.js")}" --stdio\n`;
  chmodSync(server.write("bin/aide-memoire", start), 0o755);
});
afterAll(() => server.remove());

describe.each(EDITORS)("$name", (editor) => {
  const isThere = editor.isThere();
  if (!isThere) console.warn(`${editor.name} is not installed here: its tests are skipped.`);

  test.skipIf(!isThere)(
    "shows findings, a card on hover, and mends the text by a quick fix",
    async () => {
      const home = new Folder({
        "drafts/knowledge/island.yaml": islandWorld(),
        [`drafts/${editor.draft}`]: TEXT,
      });
      try {
        const { findings, card, fixes, text, left } = await watch(editor, home);
        expect(findings.map(({ words }) => words).sort()).toEqual([WRONG, "Friday"].sort());
        const [mild] = findings.filter(({ words }) => words === "Friday");
        expect(mild?.severity).toBe(editor.hint);
        expect(findings.find(({ words }) => words === WRONG)?.message).toContain(RIGHT);
        expect(card).toContain("Guild of Pilots");
        expect(card).toContain("It steers all ships into the strait.");
        expect(fixes.some((title) => title.includes(RIGHT))).toBe(true);
        expect(text.trim()).toBe(TEXT.replace(WRONG, RIGHT).trim());
        expect(left).toBe(0);
      } finally {
        home.remove();
      }
    },
    PATIENCE,
  );
});

async function watch({ configuration, place, script, draft, command }: Editor, home: Folder): Promise<Seen> {
  const path = (name: string) => join(home.path, name);
  mkdirSync(dirname(path(place)), { recursive: true });
  copyFileSync(join(ROOT, "docs/editors", configuration), path(place));
  const [program, ...args] = command(path(`drafts/${draft}`), join(import.meta.dirname, script), path(place));
  const child = spawn(program!, args, {
    cwd: path("drafts"),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: PATIENCE - 5000,
    env: {
      HOME: home.path,
      PATH: `${join(server.path, "bin")}${delimiter}${process.env.PATH}`,
      TERM: "dumb",
      DRAFT: path(`drafts/${draft}`),
      SEEN: path("seen.json"),
      ACTOR: "Guild of Pilots",
      WRONG,
      RIGHT,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  await new Promise((done) => child.once("close", done));
  if (!existsSync(path("seen.json"))) throw new Error(`${program} said:\n${said}`);
  return JSON.parse(readFileSync(path("seen.json"), "utf8"));
}

function emacs(_: string, script: string, configuration: string): string[] {
  return ["emacs", "--batch", "-f", "package-initialize", "-l", configuration, "-l", script];
}

function runs(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
