import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, parseSettings } from "../server/src/settings.ts";

describe("settings", () => {
  test.each([undefined, null, {}, { checks: null, knowledge: undefined }])("%j are the defaults", (raw) => {
    expect(parseSettings(raw)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });

  test("are taken as given", () => {
    const raw = {
      checks: { "event-date": "hint", "actor-name": "off" },
      knowledge: [" a.yaml ", ""],
      bundledKnowledge: "never",
      idHints: true,
      mentionCounts: false,
      dateHints: "all",
      verdictLens: false,
      colorMentions: true,
      expansionHints: true,
      workspaceDiagnostics: "never",
      mostFindings: 20,
    };
    expect(parseSettings(raw)).toEqual({
      settings: { ...raw, knowledge: ["a.yaml"], style: {} },
      problems: [],
    });
  });

  test("may name one knowledge base without a list", () => {
    expect(parseSettings({ knowledge: "a.yaml" }).settings.knowledge).toEqual(["a.yaml"]);
  });

  test("that are nonsense keep their defaults, each with a word about it", () => {
    const raw = {
      checks: { "event-date": 7, "actor-name": "error" },
      knowledge: [1],
      bundledKnowledge: "perhaps",
      idHints: "yes",
      dateHints: "sometimes",
      mostFindings: 0,
    };
    const { settings, problems } = parseSettings(raw);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, checks: { "actor-name": "error" } });
    expect(problems).toHaveLength(6);
  });

  test.each([7, "x", [], { checks: [] }])("%j are survived", (raw) => {
    expect(parseSettings(raw)).toMatchObject({ settings: DEFAULT_SETTINGS, problems: [expect.any(String)] });
  });
});
