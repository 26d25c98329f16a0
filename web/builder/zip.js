/** Files → a zip archive (PKWARE APPNOTE 6.3, sections 4.3 and 4.4), each deflated. The same files give the same bytes. */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8 = 0x0800;
const DEFLATED = 8;
/** January 1, 1980: the first day that the format knows. */
const DAY = 0x0021;

/** @param {Map<string, Uint8Array>} files   by path @returns {Promise<Blob>} */
export async function zip(files) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  let offset = 0;
  for (const [path, bytes] of files) {
    const name = new TextEncoder().encode(path);
    const packed = await deflate(bytes);
    const shared = [UTF8, DEFLATED, 0, DAY];
    const sizes = [crc32(bytes), packed.length, bytes.length];
    const local = header([LOCAL], [20, ...shared], sizes, [name.length, 0]);
    parts.push(local, name, packed);
    directory.push(
      header([CENTRAL], [20, 20, ...shared], sizes, [name.length, 0, 0, 0, 0], [0, offset]),
      name,
    );
    offset += local.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = header([END], [0, 0, files.size, files.size], [size, offset], [0]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

/** Groups of numbers, by turns of four bytes and of two, little end first. @param {number[][]} groups */
function header(...groups) {
  const widths = groups.map((_, index) => (index % 2 === 0 ? 4 : 2));
  const length = groups.reduce((sum, group, index) => sum + group.length * widths[index], 0);
  const view = new DataView(new ArrayBuffer(length));
  let at = 0;
  groups.forEach((group, index) => {
    for (const number of group) {
      if (widths[index] === 4) view.setUint32(at, number, true);
      else view.setUint16(at, number, true);
      at += widths[index];
    }
  });
  return new Uint8Array(view.buffer);
}

/** @param {Uint8Array} bytes */
async function deflate(bytes) {
  const { body } = new Response(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
  const packed = /** @type {ReadableStream} */ (body).pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}
