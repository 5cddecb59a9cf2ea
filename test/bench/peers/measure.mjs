// node measure.mjs PEER DRAFT: how long another checker takes for a draft, in milliseconds of CPU time, as JSON.
import { readFileSync } from "node:fs";

const WARM_UP = 12;
/** In milliseconds. */
const LONGEST_WARM_UP = 10_000;
const ROUNDS = 5;
/** In milliseconds: who takes longer than this for a tenth of the draft gets no more of it. */
const SLOW = 2000;

const [peer, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");

const PEERS = {
  async "write-good"() {
    const { default: writeGood } = await import("write-good");
    return (draft) => writeGood(draft);
  },
  // Its time grows with the square of a text's length: it gets sentences.
  async "chrono-node"() {
    const chrono = await import("chrono-node");
    return (draft) => draft.split(/(?<=[.?!]) |\n+/).map((sentence) => chrono.parse(sentence));
  },
  async "wink-nlp"() {
    const [{ default: wink }, { default: model }] = await Promise.all([
      import("wink-nlp"),
      import("wink-eng-lite-web-model"),
    ]);
    const nlp = wink(model, ["sbd", "pos"]);
    return (draft) => nlp.readDoc(draft).tokens().length();
  },
  async cspell() {
    const { checkText, getDefaultSettings } = await import("cspell-lib");
    const settings = {
      ...(await getDefaultSettings()),
      language: "en",
      languageId: "plaintext",
      maxNumberOfProblems: 1e6,
    };
    return (draft) => checkText(draft, settings);
  },
  async retext() {
    const [{ retext }, ...plugins] = await Promise.all(
      [
        "retext",
        "retext-equality",
        "retext-passive",
        "retext-repeated-words",
        "retext-indefinite-article",
      ].map((name) => import(name)),
    );
    const processor = plugins.reduce((all, { default: plugin }) => all.use(plugin), retext());
    return (draft) => processor.process(draft);
  },
  async textlint() {
    const [{ TextlintKernel }, text, writeGood, misspellings] = await Promise.all(
      [
        "@textlint/kernel",
        "@textlint/textlint-plugin-text",
        "textlint-rule-write-good",
        "textlint-rule-common-misspellings",
      ].map((name) => import(name)),
    );
    const kernel = new TextlintKernel();
    const own = ({ default: module }) => module.default ?? module;
    const options = {
      ext: ".txt",
      filePath: "draft.txt",
      plugins: [{ pluginId: "text", plugin: own(text) }],
      rules: [
        { ruleId: "write-good", rule: own(writeGood) },
        { ruleId: "common-misspellings", rule: own(misspellings) },
      ],
    };
    return (draft) => kernel.lintText(draft, options);
  },
  async alex() {
    const { text } = await import("alex");
    return (draft) => text(draft);
  },
  async harper() {
    const [{ LocalLinter }, { binaryInlined }] = await Promise.all([
      import("harper.js"),
      import("harper.js/binaryInlined"),
    ]);
    const linter = new LocalLinter({ binary: binaryInlined });
    await linter.setup();
    return (draft) => linter.lint(draft);
  },
};

const check = await PEERS[peer]();
const paragraphs = text.split("\n\n");
const part = (share) => paragraphs.slice(0, Math.ceil(paragraphs.length * share)).join("\n\n");
await time(part(0.01));
const share = (await time(part(0.1))) > SLOW ? 0.02 : 1;
const draft = part(share);
// As we are: until V8 has compiled all that it will, or it takes too long.
const start = performance.now();
for (let i = 0; i < WARM_UP && performance.now() - start < LONGEST_WARM_UP; i++) await time(draft);
const cpu = [];
for (let i = 0; i < ROUNDS; i++) cpu.push(await time(draft));
console.log(JSON.stringify({ share: draft.length / text.length, cpu }));
process.exit(0);

async function time(words) {
  const start = process.cpuUsage();
  await check(words);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
