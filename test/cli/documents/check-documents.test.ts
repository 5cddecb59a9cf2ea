import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import Schema from "typebox/schema";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CommandLine, install } from "../command-line.ts";
import reportSchema from "../report.schema.json";
import { converted, hasOffice } from "./office.ts";
import { p, wordPackage } from "./word-package.ts";

const WORLD = `
knowledgeBase: { title: Port Lune, language: en }
sources:
  gazette: { title: Gazette of Port Lune }
entities:
  port-lune: { type: place, name: Port Lune }
  morvane: { type: country, name: Morvane, demonyms: [Morvanian] }
  dorania: { type: country, name: Dorania, demonyms: [Doranian] }
events:
  lune-accord:
    type: agreement
    name: Lune Accord
    date: 2019-05-03
    place: port-lune
    participants: { signatory: [morvane, dorania] }
    evidence: [{ source: gazette, quote: the Accord was signed here on 3 May 2019 }]
`;
const SOUND = "Morvane and Dorania signed the Lune Accord on 3 May 2019.";
const FAULTY = "Morvane and Dorania signed the Lune Accord on 4 May 2019.";
const STYLES = `<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>`;
const heading = p(`<w:pPr><w:pStyle w:val="berschrift2"/></w:pPr>`, "2.1 Treaties");
const word = (text: string) =>
  wordPackage(heading + p("First.") + p(...text.split(/(?=May)/)), { styles: STYLES });
const page = (main: string) =>
  `<!DOCTYPE html><html><body><nav><p>${FAULTY}</p></nav><main><h1>Lune</h1>${main}</main><footer>${FAULTY}</footer></body></html>`;
const ODT = "urn:oasis:names:tc:opendocument:xmlns";
const flat = (content: string) =>
  `<office:document xmlns:office="${ODT}:office:1.0" xmlns:text="${ODT}:text:1.0"><office:body><office:text>${content}</office:text></office:body></office:document>`;

// Many programs are started at once, on a machine that may have other work.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: CommandLine;
beforeAll(async () => {
  cli = await install(WORLD);
  cli.write("faulty.docx", word(FAULTY));
  cli.write("sound.docx", word(SOUND));
  cli.write("faulty.md", FAULTY);
  cli.write("page.html", page(`<p>${FAULTY.replace("4 May", "4 <b>May</b>")}</p>`));
  cli.write("flat.fodt", flat(`<text:h text:outline-level="2">Treaties</text:h><text:p>${FAULTY}</text:p>`));
  cli.write("folder/one.docx", word(FAULTY));
  cli.write("folder/~$one.docx", new Uint8Array([7, 0, 0]));
  cli.write("folder/two.docx", word(SOUND));
  cli.write("bad/torn.docx", word(FAULTY).slice(0, 700));
  cli.write("bad/text.docx", "no archive at all");
  cli.write("bad/empty.docx", "");
  cli.write("bad/sheet.docx", zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }));
  cli.write("bad/xml.docx", zipSync({ "word/document.xml": strToU8("<w:document><w:p>") }));
  cli.write("bad/bomb.docx", zipSync({ "word/document.xml": new Uint8Array(200 << 20) }));
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  cli.write("bad/old.doc", new Uint8Array([...compound, 0, 0, 0]));
  cli.write("bad/locked.docx", new Uint8Array([...compound, ...Buffer.from("EncryptedPackage", "utf16le")]));
  const manifest = `<manifest:encryption-data manifest:checksum="x"/>`;
  cli.write(
    "bad/locked.odt",
    zipSync({ "META-INF/manifest.xml": strToU8(manifest), "content.xml": strToU8("?") }),
  );
  cli.write("bad/none.mhtml", "Subject: no page\r\n\r\nwords");
});
afterAll(() => cli.remove());

const REPORT = `faulty.docx
§ 2.1 Treaties, paragraph 2: “4 May 2019”
      error event-date The Lune Accord was on 3 May 2019, not 4 May 2019.
    │ Morvane and Dorania signed the Lune Accord on 4 May 2019.
    │                                               ^^^^^^^^^^
      Gazette of Port Lune: “the Accord was signed here on 3 May 2019”
      → 3 May 2019
`;

describe("a document", () => {
  test("is reported on by headings, paragraphs and words", async () => {
    const { status, stdout, stderr } = await cli.run(["check", "faulty.docx"]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain(REPORT);
  });

  test.each(["github", "gitlab", "junit", "checkstyle", "csv", "sarif", "html"])(
    "has no lines in a report for programs, but the place in words: %s",
    async (format) => {
      const { stdout } = await cli.run(["check", "faulty.docx", "-f", format]);
      expect(stdout).toContain("§ 2.1 Treaties, paragraph 2");
      // GitLab wants a line of everything.
      const lines = /line[= ]"?\d|startLine|,\d+,\d+,error|"column"/;
      expect(stdout.replace(/<style>[\s\S]*?<\/style>/, "")).not.toMatch(lines);
    },
  );

  test("has its places in JSON beside the positions in a text of our making", async () => {
    const { stdout } = await cli.run(["check", "faulty.docx", "flat.fodt", "page.html", "-f", "json"]);
    const report = JSON.parse(stdout);
    expect([...Schema.Compile(reportSchema).Errors(report)[1]]).toEqual([]);
    const places = report.files.map(({ findings }: { findings: { place: object }[] }) =>
      findings.map(({ place }) => place),
    );
    expect(places).toEqual([
      [{ heading: ["2.1 Treaties"], paragraph: 2, words: "4 May 2019" }],
      [{ heading: ["Treaties"], paragraph: 1, words: "4 May 2019" }],
      [{ heading: ["Lune"], paragraph: 1, words: "4 May 2019" }],
    ]);
  });

  test("of a folder is found, and what is kept beside an open one is not", async () => {
    const { stdout } = await cli.run(["check", "folder", "-f", "json"]);
    const { files } = JSON.parse(stdout);
    expect(files.map(({ path }: { path: string }) => path)).toEqual(["folder/one.docx", "folder/two.docx"]);
  });

  test("that contradicts another one is told so by its headings", async () => {
    const told = (day: string) =>
      `Morvane and Dorania agreed. The Dorn Merger was agreed on ${day} May 2019.`;
    cli.write("dossier/a.docx", word(told("3")));
    cli.write("dossier/b.docx", word(told("4")));
    const { stdout } = await cli.run(["check", "dossier"]);
    expect(stdout.replace(/\s+/g, " ")).toContain("“3 May 2019” (a.docx, § 2.1 Treaties, paragraph 2)");
  });

  test.each([
    ["torn.docx", "it is damaged, or no document at all"],
    ["text.docx", "it is damaged, or no document at all"],
    ["empty.docx", "the file is empty"],
    ["sheet.docx", "there is no Word document in this archive"],
    ["xml.docx", "it is damaged"],
    ["bomb.docx", "it unpacks to more than a text can be"],
    ["old.doc", "this is the old format of Word (.doc)"],
    ["locked.docx", "it is protected by a password"],
    ["locked.odt", "it is protected by a password"],
    ["none.mhtml", "there is no web page in this archive"],
    ["missing.docx", "there is no such file"],
  ])("that cannot be read is told of, and others are checked: %s", async (file, message) => {
    const { status, stdout, stderr } = await cli.run(["check", `bad/${file}`, "faulty.md"]);
    expect(status).toBe(2);
    expect(stderr).toContain(`error: bad/${file}: ${message}`);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stdout).toContain("not 4 May 2019");
  });

  test("as a web archive is the page in it", async () => {
    const part = (location: string, html: string) =>
      `------B\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: ${location}\r\n\r\n${html.replace(/=/g, "=3D").replace("Accord", "Acc=\r\nord")}\r\n`;
    const pages =
      part("https://lune.example/", page(`<p>${FAULTY}</p>`)) + part("https://ads.example/", FAULTY);
    const head =
      'Subject: Lune\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----B"';
    cli.write("page.mhtml", `${head}\r\n\r\n${pages}------B--\r\n`);
    const { stdout } = await cli.run(["check", "page.mhtml"]);
    expect(stdout).toContain("§ Lune, paragraph 1: “4 May 2019”");
    expect(stdout).toContain("1 draft checked: 1 error.");
  });
});

describe("--comments-out", () => {
  const mainOf = (file: string) =>
    Buffer.from(unzipSync(readFileSync(join(cli.folder, file)))["word/document.xml"]!).toString();
  const commentsOf = (file: string) =>
    Buffer.from(unzipSync(readFileSync(join(cli.folder, file)))["word/comments.xml"]!).toString();

  test("writes a copy with a comment at each finding, and leaves the document as it is", async () => {
    const { status, stdout } = await cli.run(["check", "faulty.docx", "--comments-out", "copy.docx"]);
    expect(status).toBe(1);
    expect(stdout).toContain(REPORT);
    expect(new Uint8Array(readFileSync(join(cli.folder, "faulty.docx")))).toEqual(word(FAULTY));
    expect(mainOf("copy.docx")).toMatch(
      /<w:commentRangeStart w:id="0"\/><w:r>.*4 .*May 2019.*<w:commentRangeEnd/,
    );
    for (const words of [
      "The Lune Accord was on 3 May 2019, not 4 May 2019.",
      "Gazette of Port Lune: “the Accord was signed here on 3 May 2019”",
      "Suggestion: “3 May 2019”",
      "event-date, error",
    ])
      expect(commentsOf("copy.docx")).toContain(words);
  });

  test("puts the copies of several into a folder, those without findings too", async () => {
    await cli.run(["check", "folder", "faulty.md", "--comments-out", "out/copies"]);
    expect(commentsOf("out/copies/one.docx")).toContain("not 4 May 2019");
    expect(new Uint8Array(readFileSync(join(cli.folder, "out/copies/two.docx")))).toEqual(word(SOUND));
  });

  test.each([
    ["the document itself", ["faulty.docx"], "faulty.docx", "this is one of the drafts"],
    ["it behind a link", ["faulty.docx"], "link.docx", "this is one of the drafts"],
    ["its own folder", ["folder/one.docx"], "folder", "this is one of the drafts"],
    ["one file for several", ["folder"], "all.docx", "2 Word documents cannot go into one file"],
    ["a copy of nothing", ["faulty.md"], "copy-of-none.docx", "there is no Word document among the drafts"],
    ["two of one name", ["folder/one.docx", "other/one.docx"], "names", "would be written over that of"],
    ["a folder that is not there", ["faulty.docx"], "nowhere/copy.docx", "there is no such folder"],
  ])("does not write %s", async (_, drafts, target, message) => {
    cli.write("other/one.docx", word(SOUND));
    try {
      symlinkSync("faulty.docx", join(cli.folder, "link.docx"));
    } catch {
      // It is there already.
    }
    const { status, stderr } = await cli.run(["check", ...drafts, "--comments-out", target]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(new Uint8Array(readFileSync(join(cli.folder, "faulty.docx")))).toEqual(word(FAULTY));
    expect(new Uint8Array(readFileSync(join(cli.folder, "folder/one.docx")))).toEqual(word(FAULTY));
  });

  test.skipIf(!hasOffice)("writes what LibreOffice opens", { timeout: 120_000 }, async () => {
    await cli.run(["check", "faulty.docx", "--comments-out", "for-office.docx"]);
    const copy = new Uint8Array(readFileSync(join(cli.folder, "for-office.docx")));
    const [text] = converted([copy], "docx", "txt:Text");
    expect(Buffer.from(text!).toString()).toContain(FAULTY);
    const [pdf] = converted([copy], "docx", "pdf");
    expect(Buffer.from(pdf!.slice(0, 5)).toString()).toBe("%PDF-");
  });
});
