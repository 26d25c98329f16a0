/** A zip archive → its files: reads the directory at its end, and holds each file against its size and checksum. */
import { crc32, inflateRawSync } from 'node:zlib';

/** @param {Buffer} bytes @returns {Map<string, Buffer>} */
export function readZip(bytes) {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const files = new Map();
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error(`no entry at ${at}`);
    const [checksum, packed, size] = [16, 20, 24].map((field) => bytes.readUInt32LE(at + field));
    const [nameSize, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const file = inflateRawSync(bytes.subarray(start, start + packed));
    if (file.length !== size || crc32(file) !== checksum) throw new Error(`${name} is damaged`);
    files.set(name, file);
    at += 46 + nameSize + extra + comment;
  }
  return files;
}
