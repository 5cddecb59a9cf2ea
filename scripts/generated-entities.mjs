// Invented entities of FollowTheMoney, as many as wanted, always the same ones: for a bench and for tests.

const FIRST = ["Aro", "Bela", "Cyra", "Dov", "Elin", "Faro", "Gita", "Hale", "Ivo", "Jora", "Kelda", "Lume"];
const LAST = [
  "Veld",
  "Marn",
  "Tosk",
  "Ruun",
  "Sarle",
  "Quill",
  "Pask",
  "Oster",
  "Nimm",
  "Lorch",
  "Kesst",
  "Jarn",
];
const OFFICES = ["Minister of Tides", "Harbour Master", "Chair of the Board", "Keeper of the Seal"];
const BODIES = ["Harbour Board", "Tide Office", "Council of Quays", "League of Lighthouses"];
const COUNTRIES = ["fr", "pk", "tr", "us", "qa", "is", "ke", "xx"];

/** The lines of so many entities: persons, bodies, offices, who holds them, events, and some that have no place. */
export function* ftmLines(count) {
  for (let i = 0; i < count; i++) yield JSON.stringify(entityAt(i, count));
}

function entityAt(i, count) {
  const pick = (list, n = i) => list[n % list.length];
  // Whom an entity names may come long before or after it; now and then there is nobody of that name.
  const other = (kind, digit) =>
    `${kind}-${Math.floor(((i * 7919 + 13) % (count * 1.02)) / 10) * 10 + digit}`;
  switch (i % 10) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const name = `${pick(FIRST)} ${pick(LAST, i >> 3)} ${i}`;
      return entity(`NK-${i}`, "Person", {
        name: [name, name.toUpperCase()],
        alias: [`${name} the Elder`],
        weakAlias: [pick(LAST, i >> 3)],
        birthDate: [`19${10 + (i % 80)}-0${1 + (i % 9)}-1${i % 9}`],
        nationality: [pick(COUNTRIES)],
        topics: ["role.pep"],
        ...(i % 3 === 0 && { wikidataId: [`Q${i + 1}`] }),
      });
    }
    case 4:
    case 5:
      return entity(`ORG-${i}`, "Organization", {
        name: [`${pick(BODIES)} ${i}`],
        country: [pick(COUNTRIES, i >> 2)],
        incorporationDate: [`19${10 + (i % 80)}`],
        parent: [other("ORG", 4)],
      });
    case 6:
      return entity(`POST-${i}`, "Position", {
        name: [`${pick(OFFICES)} ${i % 1000}`],
        country: [pick(COUNTRIES)],
        organization: [`ORG-${i - 1}`],
      });
    case 7:
      return entity(`OCC-${i}`, "Occupancy", {
        holder: [other("NK", i % 4)],
        post: [`POST-${i - 1}`],
        startDate: [`20${10 + (i % 10)}-05-01`],
        status: [pick(["current", "ended", "unknown"])],
      });
    case 8:
      return entity(`EV-${i}`, "Event", {
        name: [`Quay meeting ${i}`],
        startDate: [`201${i % 9}-03-04`],
        involved: [other("NK", 0), `ORG-${i - 3}`],
      });
    default:
      return i % 20 === 9
        ? entity(`MEM-${i}`, "Membership", { member: [`NK-${i - 6}`], organization: [`ORG-${i - 4}`] })
        : entity(`SAN-${i}`, "Sanction", { entity: [`NK-${i - 9}`], authority: ["Nobody"] });
  }
}

function entity(id, schema, properties) {
  return { id, caption: properties.name?.[0] ?? id, schema, properties, datasets: ["invented_list"] };
}
