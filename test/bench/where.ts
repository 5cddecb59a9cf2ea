import { checkText } from "../../server/src/service.ts";
import { type Benchmark, inOwnProcess } from "./benchmark.ts";
import { draftOf } from "./drafts.ts";
import { baseOf } from "./many-names.ts";
import { type Profile, profiled } from "./profile.ts";
import { Writing } from "./writing.ts";

const LEAST = 0.01;
const WORDS = 100_000;
const NAMES = 100_000;

/** Where the time goes: shares of V8's samples by folder of server/src. */
export const profile: Benchmark = {
  name: "profile",
  what: "Where the time goes, by folder of server/src, for a draft of 100,000 words and 100,000 names",
  measure: ({ isQuick }) =>
    ["whole draft", "keystroke"].flatMap((of) =>
      inOwnProcess<Profile>("profile", of, isQuick ? 1000 : NAMES)
        .byFolder.filter(([, share]) => share >= LEAST)
        .map(([folder, share]) => ({ what: `${of}: ${folder}`, value: 100 * share, unit: "%" })),
    ),
  tasks: { "whole draft": (names) => ofWholeDraft(+names!), keystroke: (names) => ofKeystrokes(+names!) },
};

function ofWholeDraft(names: number): Promise<Profile> {
  const { knowledge } = baseOf(names);
  const text = draftOf(knowledge, { words: WORDS, style: "report" });
  const run = () => checkText({ text, format: "markdown", knowledge });
  run();
  run();
  return profiled(() => {
    for (let i = 0; i < 3; i++) run();
  });
}

function ofKeystrokes(names: number): Promise<Profile> {
  const { knowledge } = baseOf(names);
  const original = draftOf(knowledge, { words: WORDS, style: "report" });
  const writing = new Writing(original, knowledge);
  const type = (i: number) => writing.write(Math.floor(original.length * ((i * 0.137) % 1)), "x");
  for (let i = 0; i < 20; i++) type(i);
  return profiled(() => {
    for (let i = 20; i < 100; i++) type(i);
  });
}
