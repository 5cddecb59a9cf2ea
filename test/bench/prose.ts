export interface Prose {
  readonly words: number;
  /** How many of a hundred sentences have a date. */
  readonly dated: number;
  readonly seed: number;
}

/** Invented prose in paragraphs: words as often as English has them, names, marks, dates in many forms. The same for the same seed. */
export function prose({ words, dated, seed }: Prose): string {
  const writer = new Writer(seed);
  const paragraphs: string[] = [];
  for (let count = 0; count < words; ) {
    const sentences = Array.from({ length: 3 + writer.below(5) }, () =>
      writer.sentence(writer.below(100) < dated),
    );
    paragraphs.push(sentences.join(" "));
    count += paragraphs.at(-1)!.split(" ").length;
  }
  return paragraphs.join("\n\n");
}

/** From the most common on; each comes about as often as its rank says. */
const WORDS = (
  "the of and to in a that is was for it with as on be at by this had not are but from or have an they which one you were her " +
  "all she there would their we him been has when who will more no if out so said what up its about into than them can only other " +
  "new some could time these two may then do first any my now such like our over man me even most made after also did many before " +
  "must through years where much your way well down should because each just those people how too little state good very make world " +
  "still own see men work long here get both between life being under never day same another know while last might us great old year " +
  "off come since against go came right used take three states himself few house use during without again place around however home " +
  "small found thought went say part once general high upon school every does government union number course war until always away " +
  "something fact though water less public put thing almost hand enough far took head yet better system told nothing night end why " +
  "called eyes find going look asked later knew point next program city business give group toward young days let room president " +
  "side social given present several order national possible rather second face per among form important often things looked early " +
  "white case become large big need four within felt along children saw best church ever least power light development family want " +
  "interest members others area open policy committee minister agreement negotiations ministry delegation regional parliament border " +
  "programme refugees electoral implementation administration international understanding responsibility reconstruction"
).split(" ");
const NAMES =
  "Norrey Adela Brink Vale Orme Kestrel Tarrow Quillon Marrow Pell Istria Dunmore Halloran Sefton".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const SEASONS = ["spring", "summer", "autumn", "winter"];

class Writer {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 to below the limit (mulberry32). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  sentence(dated: boolean): string {
    const length = 8 + this.below(24);
    const parts = Array.from({ length }, () => this.word());
    if (dated) parts.splice(this.below(length), 0, this.date());
    const text = parts.join(" ");
    return text[0]!.toUpperCase() + text.slice(1) + (this.below(12) === 0 ? "?" : ".");
  }

  private word(): string {
    const kind = this.below(40);
    const word =
      kind === 0 ? this.one(NAMES) : WORDS[Math.floor((WORDS.length + 1) ** (this.below(1000) / 1000)) - 1]!;
    if (kind === 1) return `${word},`;
    return kind === 2 && this.below(4) === 0 ? `${word}’s` : word;
  }

  private date(): string {
    const [day, month, year] = [1 + this.below(28), this.one(MONTHS), 1850 + this.below(180)];
    const forms = [
      () => `on ${day} ${month} ${year}`,
      () => `on ${month} ${day}, ${year}`,
      () => `in ${month} ${year}`,
      () => `in ${year}`,
      () => `on ${day} ${month}`,
      () => `in late ${month}`,
      () => `in the ${this.one(SEASONS)} of ${year}`,
      () => `from ${day} to ${day + 2} ${month}`,
      () => `between ${year} and ${year + 4}`,
      () => `in the ${Math.floor(year / 10) * 10}s`,
      () => "three weeks later",
      () => "the following year",
    ];
    return this.one(forms)();
  }

  private one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}
