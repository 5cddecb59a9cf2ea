/**
 * Spellings that are the same name, folded: what systems of transliteration (ALA-LC, BGN/PCGN, ISO 9, German, French,
 * English and Turkish habits) make of one word of Arabic, Persian, Pashto, Urdu or Russian, and what French and English
 * places abbreviate. One group a line; no word stands in two groups. Doubled letters are no variants by themselves.
 */
const GROUPS = `
muhammad mohammed mohammad muhammed mohamed mohamad muhamad muhamed mohammod
ahmad ahmed
hussein hussain husain husayn hossein hosein husein hussayn houssein huseyin
hasan hassan
yusuf yousuf yousef youssef yusef yousaf yusof yousif youcef
ibrahim ebrahim ibraheem ibrahem
omar umar
osman othman uthman usman
khalid khaled
saeed said saied
sayyid syed sayed sayyed seyyed seyed saiyid
jamal gamal djamal jamaal
nasser nasir naser
karim kareem
rahim raheem
rahman rehman rahmaan
rashid rasheed rachid
majid majeed
hamid hameed
walid waleed oualid
salim saleem selim
habib habeeb
latif lateef
aziz azeez
mansur mansour mansoor
mahmud mahmoud mahmood
daud dawood daoud dawud davood
harun haroon haroun
sulayman suleiman sulaiman soleiman suleyman solaiman sulaymon
musa moussa mousa moosa
isa eisa issa essa
yahya yahia yehia
zayd zaid zeid
faysal faisal feisal
qasim qassem qasem kassem kasim ghasem qassim kassim
mustafa mostafa moustafa mustapha moustapha
tariq tarek tareq tarik
sharif shareef sherif
sheikh shaykh sheik shaikh cheikh
amir ameer
mullah mulla molla
mawlawi maulvi mawlavi mowlavi moulvi mawlvi molvi
akhund akhond
haibatullah hibatullah hebatullah haybatullah
zabihullah zabiullah
qadir qader kadir kader ghader
abu abou
bin ibn
al el
abdul abdel abdal abdol
gaddafi qaddafi gadhafi qadhafi kadhafi kadafi gaddhafi
hezbollah hizbullah hizballah hizbollah hezballah
houthi huthi houthis huthis
qaeda qaida
taliban taleban
jihad djihad
reza riza
javad jawad
mehdi mahdi
khamenei khamenai
khomeini khomeyni
rouhani ruhani rohani
esfahan isfahan
pashtun pushtun pashtoon pakhtun
baloch baluch balouch
wardak vardak
haqqani haqani
chaudhry chaudhary choudhry chaudhri choudhary chaudry
qureshi quraishi qureshy
nawaz navaz
sergei sergey serguei sergej
alexei aleksei alexey aleksey alexej
andrei andrey andrej
nikolai nikolay nikolaj
dmitri dmitry dmitriy dmitrii dmitrij dimitri
yuri yury yuriy iurii jurij
vasili vasily vasiliy vasilii vassily vassili
vitaly vitaliy vitali vitalii
valery valeriy valerii
anatoly anatoliy anatoli anatolii
yevgeny evgeny yevgeniy evgeniy evgenii yevgeni evgeni evgueni
georgy georgiy georgii georgi
grigory grigoriy grigori grigorii
gennady gennadiy gennadi gennadii
arkady arkadiy arkadi arkadii
alexander aleksandr alexandr aleksander
maxim maksim
mikhail mikhael michail
tatyana tatiana
natalya natalia nataliya
yulia yuliya iuliia
yelena elena
yekaterina ekaterina
fyodor fedor feodor
pyotr petr
semyon semen
yeltsin eltsin
kyiv kiev kyyiv
saint st
sainte ste
mehmet mehmed
ataturk atatuerk
`;

/** Spelling → the first of its group. */
export const SAME_NAME: ReadonlyMap<string, string> = new Map(
  GROUPS.trim()
    .split("\n")
    .flatMap((line) => {
      const [first, ...others] = line.split(" ");
      return [first!, ...others].map((word) => [word, first!] as const);
    }),
);

/** Endings and joints of words that are spelt in several ways, each with the one that stands for all; in order. */
export const SAME_ENDING: readonly (readonly [ending: RegExp, one: string])[] = [
  // Arabic, Persian, Urdu, Pashto: Abdallah, Ayatollah, Zabihulla.
  [/^(\p{L}{3,})(?:[aou]llah|ulla)$/u, "$1ullah"],
  // "of the Merciful": Abdurrahman, Abdelrahman.
  [/^abd[aeou][lr](?=r)/u, "abdul"],
  [/^abd[aeo]l(?=\p{L}{4})/u, "abdul"],
  // Pashto: Karzay, Karzey.
  [/^(\p{L}{3,})z(?:ay|ey)$/u, "$1zai"],
  // Russian: Zelenskyy, Zelenskiy, Zelenski.
  [/^(\p{L}{2,})sk(?:yy|iy|ii|ij|yi|i)$/u, "$1sky"],
  // Russian in French and German: Rachmaninoff.
  [/^(\p{L}{3,}[eo])ff$/u, "$1v"],
  // Russian between vowels: Sergeyev and Sergeev, Alekseyevich and Alekseevich.
  [/^(\p{L}{2,}[ae])ye(v|va|vich|vna)$/u, "$1e$2"],
  // Urdu and Persian: Pakistani places and families in -poor and -pur.
  [/^(\p{L}{3,})poor$/u, "$1pur"],
];

/** Letters that are written with two where a keyboard lacks them: German, Nordic, Turkish, Spanish, Slavic. */
export const TWO_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ä: "ae",
    ö: "oe",
    ü: "ue",
    å: "aa",
    ø: "oe",
    ñ: "ny",
    ç: "ch",
    ş: "sh",
    ğ: "gh",
    š: "sh",
    ž: "zh",
    č: "ch",
    ć: "ch",
    đ: "dj",
  }),
);
