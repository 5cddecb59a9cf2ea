/**
 * A hash of texts as 16 hexadecimal digits: two lanes of 32-bit FNV-1a with different offsets and a last mixing step
 * (MurmurHash3's). Tells contents apart; protects against nothing. Linear, about 200 MB/s.
 */
export function contentHash(texts: Iterable<string>): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      a = Math.imul(a ^ c, 0x01000193);
      b = Math.imul(b ^ c, 0x85ebca6b);
      b ^= b >>> 15;
    }
    a = Math.imul(a ^ 0x10000, 0x01000193);
    b = Math.imul(b ^ text.length ^ 0x20000, 0x85ebca6b);
  }
  return hex(mixed(a ^ (b >>> 7))) + hex(mixed(b ^ a));
}

function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, "0");
}
