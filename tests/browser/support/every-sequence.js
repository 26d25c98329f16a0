/** Byte sequences that tell two decoders of one charset apart, and what a decoder makes of them. */

/**
 * @typedef {{ name: string, hash: number, text?: string }} Decoded   what one group of sequences became
 * @typedef {new (label: string, options?: TextDecoderOptions) => Pick<TextDecoder, 'decode'>} Decoder
 */

/**
 * Runs in a page as well as here, so it names nothing outside itself.
 * @param {{ charset: string, shown?: string }} job   `shown`: the group whose text is wanted, not only its hash
 * @param {Decoder} [Decoder]
 * @returns {Decoded[]}
 */
export function decodeEverySequence({ charset, shown }, Decoder = TextDecoder) {
  /** @type {Decoded[]} */
  const decoded = [];
  // The standard is followed by Node's decoder in what Chromium has otherwise, so that is left out: of malformed EUC-JP it
  // remembers 8F after a character that was none, even in the next document, and of malformed ISO-2022-JP it loses a byte
  // behind "ESC (" and "ESC $" that is no printable ASCII.
  const decode = (/** @type {Uint8Array} */ bytes) => new Decoder(charset).decode(bytes);
  const decodeStrictly = (/** @type {Uint8Array} */ bytes) => {
    try {
      return new Decoder(charset, { fatal: true }).decode(bytes);
    } catch {
      return 'malformed';
    }
  };

  /** @param {string} name @param {string[]} texts */
  const keep = (name, texts) => {
    let hash = 0;
    for (const text of texts) {
      for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
      hash = (Math.imul(hash, 31) - 1) | 0;
    }
    decoded.push(name === shown ? { name, hash, text: JSON.stringify(texts) } : { name, hash });
  };

  /**
   * Every pair of bytes behind the same start, one to a line: an ASCII line feed ends what is unfinished.
   * @param {number[]} start
   */
  const keepPairs = (...start) => {
    const size = start.length + 3;
    const bytes = new Uint8Array(65536 * size).fill(10);
    for (let pair = 0; pair < 65536; pair++) {
      const first = pair >> 8;
      if (first !== 0x1b || charset !== 'iso-2022-jp') bytes.set([...start, first, pair & 255], pair * size);
    }
    const line = (/** @type {number} */ i) => bytes.subarray(i * size, (i + 1) * size);
    const apart = charset === 'euc-jp' && Array.from({ length: 65536 }, (_, i) => decode(line(i)));
    const name = `pairs behind ${start.map((byte) => byte.toString(16)).join(' ') || 'nothing'}`;
    keep(name, apart || [decode(bytes)]);
  };

  const singles = Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte));
  keep('single bytes', singles.map(decode));
  keep('single bytes, strictly', singles.map(decodeStrictly));

  let state = 1;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % below;
  };
  // Half of them bytes that begin or end something in some charset.
  const special = [
    0x1b, 0x24, 0x28, 0x40, 0x42, 0x4a, 0x49, 0x30, 0x39, 0x80, 0x81, 0x8e, 0x8f, 0xa1, 0xd8, 0xdc, 0xe3,
    0xf0,
  ];
  const strings = Array.from({ length: 3000 }, () =>
    Uint8Array.from({ length: random(12) }, () =>
      random(2) ? random(256) : special[random(special.length)],
    ),
  );
  if (charset !== 'iso-2022-jp' && charset !== 'euc-jp') keep('random strings', strings.map(decode));
  keep('random strings, strictly', strings.map(decodeStrictly));

  if (!/^(gbk|gb18030|big5|euc-jp|euc-kr|shift_jis|iso-2022-jp|utf-8)$/.test(charset)) return decoded;
  keepPairs();
  const pairs = Array.from({ length: 65536 }, (_, pair) => Uint8Array.of(pair >> 8, pair & 255));
  keep('pairs at the end', pairs.map(decode));
  if (charset === 'utf-8') {
    for (const lead of [0xc3, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf4]) keepPairs(lead);
    for (const second of [0x8f, 0x90, 0x9f]) keepPairs(0xf0, second);
  }
  if (charset === 'euc-jp') keepPairs(0x8f);
  if (charset === 'iso-2022-jp') {
    const escapes = pairs.filter(([a, b]) => a < 0x80 && b >= 0x20 && b < 0x80);
    keep(
      'escapes',
      escapes.map((pair) => decode(Uint8Array.of(0x1b, ...pair, 0x42, 0x21, 0x22))),
    );
    for (const escape of ['(B', '(J', '(I', '$@', '$B', '$(D'])
      keepPairs(0x1b, ...Array.from(escape, (c) => c.charCodeAt(0)));
  }
  if (charset !== 'gb18030') return decoded;
  for (let a = 0x81; a <= 0xfe; a++) {
    const bytes = new Uint8Array(10 * 126 * 10 * 4);
    let at = 0;
    for (let b = 0x30; b <= 0x39; b++) {
      for (let c = 0x81; c <= 0xfe; c++) {
        for (let d = 0x30; d <= 0x39; d++, at += 4) bytes.set([a, b, c, d], at);
      }
    }
    keep(`four bytes from ${a.toString(16)}`, [decode(bytes)]);
  }
  for (const start of [
    [0x81, 0x30],
    [0x84, 0x31],
    [0x90, 0x30],
    [0xe3, 0x32],
    [0xfe, 0x39],
  ])
    keepPairs(...start);
  return decoded;
}
