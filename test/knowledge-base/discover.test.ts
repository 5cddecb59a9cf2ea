import { describe, expect, test } from "vitest";
import { filesOfBase, findBases } from "../../server/src/knowledge-base/discover.ts";

/** A workspace of files without content. */
function workspace(...files: string[]) {
  const under = (folder: string) =>
    files.filter((file) => file.startsWith(`${folder}/`) || file.startsWith(`${folder}\\`));
  return { list: async (folder: string) => under(folder), read: async () => "" };
}

describe("the knowledge bases of a folder", () => {
  const files = [
    "file:///w/knowledge/places.yaml",
    "file:///w/knowledge/people/b.yaml",
    "file:///w/knowledge/people/a.yaml",
    "file:///w/knowledge/samples/draft.yaml",
    "file:///w/knowledge/.drafts/x.yaml",
    "file:///w/knowledge/sources/s.txt",
    "file:///w/z.knowledge.yaml",
    "file:///w/a.knowledge.yaml",
    "file:///w/deep/b.knowledge.yaml",
    "file:///w/compose.yaml",
  ];

  test("are its folder `knowledge`, then the files beside it", async () => {
    const bases = await findBases(workspace(...files), "file:///w");
    expect(bases.map(({ place }) => place)).toEqual([
      "file:///w/knowledge",
      "file:///w/a.knowledge.yaml",
      "file:///w/z.knowledge.yaml",
    ]);
    expect(bases[0]?.files.map((file) => file.slice("file:///w/knowledge/".length))).toEqual([
      "people/a.yaml",
      "people/b.yaml",
      "places.yaml",
    ]);
  });

  test("are found with a slash at the end of the folder, and on Windows", async () => {
    expect(await findBases(workspace(...files), "file:///w/")).toHaveLength(3);
    const bases = await findBases(workspace("C:\\w\\knowledge\\a.yaml", "C:\\w\\b.knowledge.yaml"), "C:\\w");
    expect(bases.flatMap((base) => base.files)).toEqual([
      "C:\\w\\knowledge\\a.yaml",
      "C:\\w\\b.knowledge.yaml",
    ]);
  });

  test("are none where there are none", async () => {
    expect(await findBases(workspace("/w/compose.yaml", "/w/knowledge/readme.md"), "/w")).toEqual([]);
  });
});

test("a knowledge base that is named is its file, or its folder's files", async () => {
  const disk = workspace("/kb/one.yaml", "/kb/two.yml");
  expect(await filesOfBase(disk, "/elsewhere/x.yaml")).toEqual(["/elsewhere/x.yaml"]);
  expect(await filesOfBase(disk, "/kb")).toEqual(["/kb/one.yaml"]);
});
