// Makes a screenshot small enough for a repository: a page has few colours, so
// that one byte each does for its pixels.
import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const size = 256; // of the palette

/** An 8-bit RGB PNG without interlace, as browsers write it, with a palette of its commonest colours. */
export function indexed(png) {
  const head = png.subarray(16, 29);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  if (head[8] !== 8 || head[9] !== 2 || head[12] !== 0) throw new Error("not an 8-bit RGB PNG without interlace");
  const pixels = unfiltered(inflateSync(Buffer.concat(chunks(png, "IDAT"))), width, height);
  const { palette, indexes } = reduced(pixels);
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: none
  for (let y = 0; y < height; y++) indexes.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  head[9] = 3;
  return Buffer.concat([signature, chunk("IHDR", head), chunk("PLTE", palette), chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunks(png, wanted) {
  const found = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === wanted) found.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return found;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Pixels from rows, each predicted as its filter byte says (PNG specification, section 9). */
function unfiltered(raw, width, height) {
  const line = 3 * width;
  const out = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    for (let i = 0; i < line; i++) {
      const left = i >= 3 ? out[y * line + i - 3] : 0;
      const up = y > 0 ? out[(y - 1) * line + i] : 0;
      const corner = i >= 3 && y > 0 ? out[(y - 1) * line + i - 3] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * line + i] = raw[y * (line + 1) + 1 + i] + guess;
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const p = left + up - corner;
  const [l, u, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
  return l <= u && l <= c ? left : u <= c ? up : corner;
}

const alike = 200; // squared distance of two colours that one entry serves

/** The commonest colours that differ, and for each pixel the nearest of them. */
function reduced(pixels) {
  const counts = new Map();
  const colour = (i) => (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
  for (let i = 0; i < pixels.length; i += 3) counts.set(colour(i), (counts.get(colour(i)) ?? 0) + 1);
  const parts = (c) => [c >> 16, (c >> 8) & 255, c & 255];
  const distance = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
  const common = [...counts].sort((a, b) => b[1] - a[1]).map(([c]) => c);
  const apart = common.reduce((kept, c) => (kept.length < size / 2 && kept.every((k) => distance(c, k) > alike) ? [...kept, c] : kept), []);
  const kept = [...new Set([...apart, ...common])].slice(0, size);
  const nearest = new Map([...counts.keys()].map((c) => [c, kept.reduce((best, k, i) => (distance(c, k) < distance(c, kept[best]) ? i : best), 0)]));
  const indexes = Buffer.alloc(pixels.length / 3);
  for (let i = 0; i < indexes.length; i++) indexes[i] = nearest.get(colour(3 * i));
  return { palette: Buffer.from(kept.flatMap(parts)), indexes };
}
