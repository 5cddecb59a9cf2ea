import { Ancestry } from "../../knowledge-base/exchange/ancestry.ts";
import { type Known, resolved } from "../../knowledge-base/exchange/assemble.ts";
import type { Link, LinkPiece, PostPiece } from "../../knowledge-base/exchange/pieces.ts";
import { CHAINS, type ChainKey, type Gathering, heapOf, heapsOfPosts } from "./gathering.ts";
import { Spool } from "./spool.ts";

/** What the second pass brings to the third: the links by the heap of their holder, and what is known of all ids. */
export interface Joined {
  readonly links: Spool<LinkPiece>;
  readonly known: Known;
}

/**
 * The second pass of an import. Holders of offices meet their offices in heaps by the office's id (a Grace hash join), then each
 * link goes to the heap of its holder. Links that would lead in a circle are found. `pause` is called now and then.
 */
export async function join(
  gathering: Gathering,
  folder: string,
  pause: () => Promise<void>,
): Promise<Joined> {
  const { ids, countries, counts, datasets } = gathering;
  for (let heap = 0; heap < heapsOfPosts(); heap++) {
    matchPosts(gathering, heap);
    await pause();
  }
  const links = new Spool<LinkPiece>(folder, "joined");
  const chains = new Map<ChainKey, Ancestry>(CHAINS.map((key) => [key, new Ancestry()]));
  const known: Known = {
    ids,
    countries,
    sources: new Map([...datasets].map(([name, { id }]) => [name, id])),
    stands: (key, from, to) => chains.get(key)!.has(ids.find(from)!.number, ids.find(to)!.number),
    dropped: (key) => counts.add(counts.dropped, key),
  };
  let seen = 0;
  for (const piece of gathering.links.read(0)) {
    bring(piece, gathering, chains, known, links);
    if (++seen % 20_000 === 0) await pause();
  }
  for (const chain of chains.values()) counts.circular += chain.breakCycles();
  return { links, known };
}

function matchPosts({ posts, tenures, links, counts }: Gathering, heap: number): void {
  const known = new Map<string, PostPiece>();
  for (const post of posts.read(heap)) if (!known.has(post.id)) known.set(post.id, post);
  for (const { holder, post, of, during, acting, order } of tenures.read(heap)) {
    const found = known.get(post);
    if (found === undefined) {
      counts.unknownPosts++;
      continue;
    }
    const { title, aliases } = found;
    const link: Link = { key: "roles", title, aliases, of: [...of, ...found.of], during, acting };
    links.add(0, { piece: "link", holder, link, ...(order !== undefined && { order }) });
  }
}

function bring(
  piece: LinkPiece,
  { ids, counts }: Gathering,
  chains: ReadonlyMap<ChainKey, Ancestry>,
  known: Known,
  links: Spool<LinkPiece>,
): void {
  const { holder, link } = piece;
  const place = ids.find(holder);
  if (place === undefined || place.kind === "source") {
    counts.withoutHolder++;
    return;
  }
  const chain = chains.get(link.key as ChainKey);
  if (chain !== undefined && link.key !== "roles") {
    const entry = { id: holder, map: place.kind === "event" ? "events" : "entities" } as const;
    const to = resolved(link.of, link.key, entry, known);
    // A second one is told as dropped where the entry is put together.
    if (to !== undefined) chain.add(place.number, ids.find(to)!.number, ids.count);
  }
  links.add(heapOf(place.number), piece);
}
