/** A picture about as heavy as a newspaper's lead picture: a gradient with a little noise, as PNG. */
import { deflateSync } from 'node:zlib';

const crc32 = (bytes) => {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 && 0xedb88320);
  }
  return ~rest >>> 0;
};

const chunk = (type, data) => {
  const name = Buffer.from(type);
  const framed = Buffer.alloc(data.length + 12);
  framed.writeUInt32BE(data.length, 0);
  name.copy(framed, 4);
  data.copy(framed, 8);
  framed.writeUInt32BE(crc32(Buffer.concat([name, data])), data.length + 8);
  return framed;
};

export const picture = (width, height) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8); // eight bits, grey
  const rows = Buffer.alloc((width + 1) * height);
  let random = 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      random = random * 48271 % 0x7fffffff;
      // Three shades of noise: 1.4 bits a pixel after compression.
      rows[y * (width + 1) + 1 + x] = 60 + (y * 120) / height + (random % 3);
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
};
