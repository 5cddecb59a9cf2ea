import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { type TableKind, tableOf } from "../../server/src/knowledge-base/tables.ts";
import { CacheFolder, cacheFolderOf } from "../../server/src/node/cache-folder.ts";
import { KnowledgeCache, type ReadText, WORTHWHILE } from "../../server/src/node/knowledge-cache.ts";
import { finish } from "../../server/src/service.ts";

let home: string;
let logged: string[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "aide-memoire-"));
  logged = [];
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const YAML =
  "sources: { log: { title: Log, text: log.txt } }\nentities: { arvo: { type: country, name: Arvo } }\n";
const files = (folder: string, text = YAML) => [{ file: `${folder}a.yaml`, text }];
const noText = () => undefined;
const bytes = (size: number) => new Uint8Array(size);

function folder(name = "cache"): CacheFolder {
  return new CacheFolder(join(home, name), (message) => logged.push(message));
}

function cache(program = "1.0"): KnowledgeCache {
  return new KnowledgeCache(folder(), program);
}

function keep(some: ReturnType<typeof files>, readText: ReadText = noText, program?: string): void {
  finish(cache(program).find(some).keep(loadKnowledge(some, { readText }), readText));
}

describe("a folder of files", () => {
  test("gives back what was put into it, to this user only", () => {
    expect(folder().read("a")).toBeUndefined();
    expect(folder().write("a", Uint8Array.of(1, 2, 3))).toBe(true);
    expect(folder().write("a", Uint8Array.of(4, 5))).toBe(true);
    expect([...folder().read("a")!]).toEqual([4, 5]);
    expect(readdirSync(join(home, "cache"))).toEqual(["a.bin"]);
    if (process.platform !== "win32") {
      expect(statSync(join(home, "cache")).mode & 0o777).toBe(0o700);
      expect(statSync(join(home, "cache/a.bin")).mode & 0o777).toBe(0o600);
    }
    expect(logged).toEqual([]);
  });

  test("keeps twenty, those that were used last", () => {
    const place = folder();
    const age = (name: string, hours: number) => {
      const then = new Date(Date.now() - hours * 3_600_000);
      utimesSync(place.pathOf(name), then, then);
    };
    for (let i = 0; i < 20; i++) {
      place.write(`${i}`, bytes(1));
      age(`${i}`, 30 - i);
    }
    place.read("0");
    place.write("new", bytes(1));
    place.write("newer", bytes(1));
    const names = readdirSync(place.path);
    expect(names).toHaveLength(20);
    expect(names).toEqual(expect.arrayContaining(["0.bin", "3.bin", "new.bin", "newer.bin"]));
    expect(names).not.toContain("1.bin");
    expect(names).not.toContain("2.bin");
  });

  test("clears away what a program that was ended left half written, but not what one is writing", () => {
    mkdirSync(join(home, "cache"));
    const [old, young] = ["a.bin.1.x.tmp", "a.bin.2.y.tmp"].map((name) => join(home, "cache", name));
    for (const path of [old!, young!]) writeFileSync(path, "half");
    utimesSync(old!, new Date(0), new Date(0));
    folder().write("b", bytes(1));
    expect([existsSync(old!), existsSync(young!)]).toEqual([false, true]);
  });

  test("that cannot be made or written to is done without", () => {
    writeFileSync(join(home, "file"), "");
    const inFile = folder("file/cache");
    expect(inFile.write("a", bytes(1))).toBe(false);
    expect(inFile.read("a")).toBeUndefined();
    expect(logged.length).toBeGreaterThan(0);
  });

  test.skipIf(process.getuid?.() === 0)("that may not be written to is done without", () => {
    mkdirSync(join(home, "cache"));
    chmodSync(join(home, "cache"), 0o500);
    expect(folder().write("a", bytes(1))).toBe(false);
    chmodSync(join(home, "cache"), 0o700);
  });
});

describe("the folder is", () => {
  const elsewhere = process.platform !== "linux";
  test.skipIf(elsewhere)("the user's for such files", () => {
    expect(cacheFolderOf({})).toBe(join(homedir(), ".cache/aide-memoire/knowledge"));
    expect(cacheFolderOf({ XDG_CACHE_HOME: "/var/c" })).toBe("/var/c/aide-memoire/knowledge");
    expect(cacheFolderOf({ XDG_CACHE_HOME: "relative" })).toBe(
      join(homedir(), ".cache/aide-memoire/knowledge"),
    );
  });

  test("the one that the user names, or none", () => {
    expect(cacheFolderOf({ AIDE_MEMOIRE_CACHE: home })).toBe(join(home, "knowledge"));
    expect(cacheFolderOf({ AIDE_MEMOIRE_CACHE: "off" })).toBeUndefined();
  });
});

describe("a knowledge base is found", () => {
  const found = (some: ReturnType<typeof files>, readText: ReadText = noText, program?: string) =>
    cache(program).find(some).open(readText)?.knowledge.entities.get("arvo");

  test("by its content, wherever it lies", () => {
    expect(found(files("kb/"))).toBeUndefined();
    keep(files("kb/"));
    expect(found(files("kb/"))?.origin.file).toBe("kb/a.yaml");
    expect(found(files("file:///home/x/"))?.origin.file).toBe("file:///home/x/a.yaml");
    expect(found(files("C:\\kb\\"))?.origin.file).toBe("C:\\kb\\a.yaml");
    expect(found(files("kb/", `${YAML} `))).toBeUndefined();
    expect(found([{ file: "kb/b.yaml", text: YAML }])).toBeUndefined();
  });

  test("by the bytes of its files as by their texts", () => {
    const text = `${YAML}# “é” 𝒜\n`;
    keep(files("kb/", text));
    const read = {
      file: "kb/a.yaml",
      bytes: Buffer.from(text),
      get text(): string {
        throw new Error("was not to be made");
      },
    };
    expect(cache().find([read]).open(noText)?.knowledge.entities.size).toBe(1);
  });

  test("where its files lie to each other as they did", () => {
    const two = (a: string, b: string) => [
      { file: a, text: YAML },
      { file: b, text: "figures: {}" },
    ];
    keep(two("kb/a.yaml", "kb/deep/b.yaml"));
    expect(found(two("/x/y/a.yaml", "/x/y/deep/b.yaml"))).toBeDefined();
    expect(found(two("/x/y/a.yaml", "/x/y/b.yaml"))).toBeUndefined();
    expect(found(two("/x/y/b.yaml", "/x/y/deep/a.yaml"))).toBeUndefined();
  });

  test("as long as the texts of its sources are the same, there or not there", () => {
    keep(files("kb/"), (file) => (file === "kb/log.txt" ? "Arvo was there." : undefined));
    expect(cache().find(files("kb/")).sourceTexts).toEqual(["kb/log.txt"]);
    expect(found(files("kb/"), () => "Arvo was there.")).toBeDefined();
    expect(found(files("kb/"), () => "Arvo was not there.")).toBeUndefined();
    expect(found(files("kb/"))).toBeUndefined();
    keep(files("kb/"));
    expect(found(files("kb/"))).toBeDefined();
    expect(found(files("kb/"), () => "")).toBeUndefined();
  });

  test("by the version that kept it only", () => {
    keep(files("kb/"), noText, "1.0");
    expect(found(files("kb/"), noText, "1.1")).toBeUndefined();
    expect(found(files("kb/"), noText, "1.0")).toBeDefined();
  });

  test("not where its file is damaged, and is kept again then", () => {
    keep(files("kb/"));
    const { path } = cache().find(files("kb/"));
    for (const spoil of [(b: Buffer) => b.subarray(0, 100), (b: Buffer) => b.fill(0, 200, 201), () => ""]) {
      writeFileSync(path, spoil(readFileSync(path)));
      expect(found(files("kb/"))).toBeUndefined();
      keep(files("kb/"));
      expect(found(files("kb/"))).toBeDefined();
    }
  });

  test("and is worth keeping if it is large", () => {
    expect(cache().find(files("kb/")).worthwhile).toBe(false);
    expect(cache().find(files("kb/", "#".repeat(WORTHWHILE))).worthwhile).toBe(true);
  });
});

describe("the tables of a knowledge base", () => {
  const counted = () => {
    let made = 0;
    const kind: TableKind<number> = {
      name: "entities",
      *make({ entities }) {
        made++;
        yield;
        return [Uint32Array.of(entities.size)];
      },
      open: ([count]) => count![0]!,
    };
    return { kind, made: () => made };
  };
  const opened = (kind: TableKind<number>) => {
    const place = new KnowledgeCache(folder(), "1.0", [kind]).find(files("/kb/"));
    return place.open(noText)!.knowledge;
  };

  test("are kept beside it, and made no more", () => {
    const { kind, made } = counted();
    const loaded = loadKnowledge(files("/kb/"), { readText: noText });
    finish(new KnowledgeCache(folder(), "1.0", [kind]).find(files("/kb/")).keep(loaded, noText));
    expect(made()).toBe(1);
    expect(tableOf(kind, loaded.knowledge)).toBe(1);
    expect(tableOf(kind, opened(kind))).toBe(1);
    expect(made()).toBe(1);
  });

  test("are made anew where they are damaged or gone", () => {
    const { kind, made } = counted();
    const loaded = loadKnowledge(files("/kb/"), { readText: noText });
    finish(new KnowledgeCache(folder(), "1.0", [kind]).find(files("/kb/")).keep(loaded, noText));
    const { path, size } = new KnowledgeCache(folder(), "1.0", [kind]).find(files("/kb/"));
    const kept = readFileSync(path);
    kept[kept.length - 1]! ^= 1;
    writeFileSync(path, kept);
    expect(tableOf(kind, opened(kind))).toBe(1);
    writeFileSync(path, kept.subarray(0, size));
    expect(tableOf(kind, opened(kind))).toBe(1);
    expect(made()).toBe(3);
  });
});

test("large files are told apart with pauses, by their bytes as by their texts wherever these are cut", () => {
  const text = `# ${"😀é".repeat(400_000)}\nentities: {}\n`;
  const place = (content: object) => {
    const work = cache().finding([{ file: "/kb/a.yaml", text, ...content }]);
    for (let pauses = 0; ; pauses++) {
      const step = work.next();
      if (step.done) return { path: step.value.path, pauses };
    }
  };
  const ofText = place({});
  expect(ofText.pauses).toBeGreaterThan(1);
  for (const shift of ["", "x"]) {
    const shifted = { text: shift + text };
    const bytes = Buffer.from(shifted.text);
    expect(place({ ...shifted, bytes }).path).toBe(place(shifted).path);
  }
});
