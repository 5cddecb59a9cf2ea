import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { CHECKS } from "../../server/src/checks/index.ts";
import { type Context, program } from "../../server/src/cli/program.ts";
import { definitionsOf } from "../../server/src/cli/shell/definition.ts";
import { manPage } from "../../server/src/cli/shell/man-page.ts";
import { type CommandLine, install } from "./command-line.ts";
import { WORLD } from "./reports/world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
});
afterAll(() => cli.remove());

const has = (shell: string) => spawnSync(shell, ["--version"]).error === undefined;
const DEFINITIONS = definitionsOf(program({} as Context));

describe("completion", () => {
  /** What a shell offers behind some words, the last of which is begun. */
  async function offered(shell: "bash" | "fish", words: readonly string[]): Promise<string[]> {
    const script = (await cli.run(["completion", shell])).stdout;
    const line = words.join(" ");
    const ask =
      shell === "fish"
        ? `complete -C ${JSON.stringify(line)} | string replace -r '\\t.*' ''`
        : `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _aide_memoire; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync(shell, ["-c", `${script}\n${ask}`], {
      cwd: cli.folder,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    return stdout.split("\n").filter(Boolean);
  }

  describe.each(["bash", "fish"] as const)("in %s", (shell) => {
    test.skipIf(!has(shell))("offers commands, options, values, checks and files", async () => {
      cli.write("briefs/a.md", "");
      const at = (...words: string[]) => offered(shell, ["aide-memoire", ...words]);
      expect(await at("ch")).toEqual(["check", "checks"]);
      expect(await at("knowledge", "ex")).toEqual(["export"]);
      expect(await at("check", "--form")).toEqual(["--format"]);
      expect((await at("check", "a.md", "--format", "s")).sort()).toEqual(["sarif"]);
      expect(await at("knowledge", "check", "--fi")).toEqual(["--fix"]);
      expect(await at("fix", "-c", "event-d")).toEqual(["event-date"]);
      expect(await at("checks", "weekd")).toEqual(["weekday"]);
      expect((await at("check", "bri"))[0]).toMatch(/^briefs\/?$/);
      expect(await at("completion", "b")).toEqual(["bash"]);
    });
  });

  test.skipIf(!has("zsh"))("in zsh is read without a fault", async () => {
    const script = (await cli.run(["completion", "zsh"])).stdout;
    const { stderr, status } = spawnSync("zsh", ["-fc", `autoload -U compinit; compinit -D -u; ${script}`], {
      encoding: "utf8",
    });
    expect([stderr, status]).toEqual(["", 0]);
  });

  test("is for no shell that is unknown", async () => {
    expect((await cli.run(["completion", "tcsh"])).status).toBe(2);
  });
});

describe("the help", () => {
  test("says of every command, argument and option what it is", () => {
    const bare = DEFINITIONS.flatMap(({ path, about, options, operands }) =>
      [{ names: [""], about }, ...options, ...operands.map(({ name, about }) => ({ names: [name], about }))]
        .filter((each) => each.about.trim() === "")
        .map(({ names }) => `${path} ${names[0]}`),
    );
    expect(bare).toEqual([]);
  });

  test("has examples for a newcomer", async () => {
    const { stdout, status } = await cli.run(["--help"]);
    expect(stdout).toContain("aide-memoire check brief.md");
    expect(status).toBe(0);
  });
});

describe("the manual page", () => {
  const page = manPage("aide-memoire", "1.2.3", DEFINITIONS);

  test("has every command and every option", () => {
    for (const { path, options } of DEFINITIONS) {
      expect(page).toContain(path.replaceAll("-", "\\-"));
      for (const { flags } of options) expect(page).toContain(flags.replaceAll("-", "\\-"));
    }
  });

  test.skipIf(!has("mandoc"))("is read by mandoc without a fault", () => {
    const { stdout } = spawnSync("mandoc", ["-T", "lint", "-W", "error"], { input: page, encoding: "utf8" });
    expect(stdout).toBe("");
  });
});

describe("checks", () => {
  test("lists every check", async () => {
    const { stdout, status } = await cli.run(["checks"]);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.split(" ")[0]),
    ).toEqual(CHECKS.map(({ id }) => id));
    expect(status).toBe(0);
  });

  test("shows the page of one, with its examples if they are wanted", async () => {
    const { stdout } = await cli.run(["checks", "event-date"]);
    expect(stdout).toContain("Severity: error.");
    expect(stdout).not.toContain("## Flags");
    expect((await cli.run(["checks", "event-date", "--examples"])).stdout).toContain("## Flags");
    expect((await cli.run(["checks", "event-dat"])).status).toBe(2);
  });

  test("tells programs where the pages are", async () => {
    const { checks } = JSON.parse((await cli.run(["checks", "--format", "json"])).stdout);
    expect(checks).toHaveLength(CHECKS.length);
    expect(checks[0]).toMatchObject({ id: CHECKS[0]!.id, page: expect.stringMatching(/^file:.*\.md$/) });
  });
});
