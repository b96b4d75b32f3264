import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { folderWith } from '@testing/folder.js';
import { jpegWithComment, plainPng, pngWithChunks } from '@testing/pictures.js';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { decodeText, decodeUserComment } from './decode.js';
import { textInAlpha } from './hidden-text.js';
import { carryTexts, hiddenText, mayHideText, readTexts, textsIn, uprightSize } from './index.js';
import { pngChunkTypes } from './png-texts.js';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const blank = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#446688' } });
const named = (file: Buffer, name: string) => textsIn(file).filter((text) => text.name === name);
/** A TIFF with one field, of a value behind it or, where it is as short, in it (TIFF 6.0, 2). */
function tiffWith(tag: number, type: number, value: Buffer, count = value.length): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*\0\0\0\b\0\x01', 'latin1');
  tiff.writeUInt16BE(tag, 10);
  tiff.writeUInt16BE(type, 12);
  tiff.writeUInt32BE(count, 14);
  if (value.length === 4) value.copy(tiff, 18);
  else tiff.writeUInt32BE(tiff.length, 18);
  return value.length === 4 ? tiff : Buffer.concat([tiff, value]);
}
const iTXt = (text: Buffer, { compressed = 0, method = 0 } = {}) =>
  Buffer.concat([latin('prompt\0'), Buffer.from([compressed, method]), latin('en\0Prompt\0'), text]);

describe('PNG texts', () => {
  it.each<[string, string, Buffer, string | null]>([
    ['tEXt', 'tEXt', latin('prompt\0caf\xe9'), 'café'],
    ['tEXt in UTF-8', 'tEXt', Buffer.from('prompt\0市場 é'), '市場 é'],
    ['zTXt', 'zTXt', Buffer.concat([latin('prompt\0\0'), deflateSync(Buffer.from('市場'))]), '市場'],
    ['zTXt by another method', 'zTXt', Buffer.concat([latin('prompt\0\x01'), deflateSync(latin('a'))]), null],
    ['zTXt that is damaged', 'zTXt', latin('prompt\0\0nothing'), null],
    ['iTXt', 'iTXt', iTXt(Buffer.from('市場')), '市場'],
    ['compressed iTXt', 'iTXt', iTXt(deflateSync(Buffer.from('市場')), { compressed: 1 }), '市場'],
    ['iTXt by another method', 'iTXt', iTXt(deflateSync(latin('a')), { compressed: 1, method: 1 }), null],
    ['iTXt without its parts', 'iTXt', latin('prompt\0\0\0en'), null],
    ['control characters', 'tEXt', latin('prompt\0a\x01b'), null],
    ['one control character', 'tEXt', latin('prompt\0a fox that looks\x1b back'), 'a fox that looks back'],
    ['a character of an icon font', 'tEXt', Buffer.from('prompt\0a fox \uf8ff'), 'a fox \uf8ff'],
    ['an emoji that is not known', 'iTXt', iTXt(Buffer.from('a fox \u{1fbff}')), 'a fox \u{1fbff}'],
    [
      'a byte that was lost',
      'tEXt',
      Buffer.concat([Buffer.from('prompt\0市場 where a fox sits and'), latin('\xff looks back')]),
      '市場 where a fox sits and looks back',
    ],
  ])('%s', async (_what, type, data, text) => {
    const found = named(await pngWithChunks([[type, data]]), 'prompt');
    expect(found).toEqual([{ where: 'png', name: 'prompt', text, bytes: data.length - 'prompt\0'.length }]);
  });

  it('are read in their order, repeated ones too, and to where the file breaks off', async () => {
    const file = await pngWithChunks([
      ['tEXt', latin('a\x001')],
      ['tEXt', latin('no keyword')],
      ['tEXt', latin('a\x002')],
    ]);
    const texts = (bytes: Buffer) => textsIn(bytes).map(({ text }) => text);
    expect(texts(file)).toEqual(['1', '2']);
    expect(texts(file.subarray(0, file.lastIndexOf('tEXt')))).toEqual(['1']);
  });

  it('do not unpack without end', async () => {
    const bomb = deflateSync(Buffer.alloc(65 * 1024 * 1024, 'a'));
    const file = await pngWithChunks([['zTXt', Buffer.concat([latin('prompt\0\0'), bomb])]]);
    expect(named(file, 'prompt')[0]?.text).toBeNull();
  });
});

describe('EXIF’s UserComment', () => {
  const words = '橋の上の老人、雨の町\nNegative prompt: 低画質';
  const le = Buffer.from(words, 'utf16le');
  const be = Buffer.from(le).swap16();
  const mark = (name: string, rest: Buffer) => Buffer.concat([latin(name), rest]);
  it.each<[string, Buffer, string | null]>([
    ['UNICODE, big-endian', mark('UNICODE\0', be), words],
    ['UNICODE, little-endian', mark('UNICODE\0', le), words],
    ['with a byte order mark', mark('UNICODE\0', Buffer.concat([Buffer.from([0xff, 0xfe]), le])), words],
    ['with the other', mark('UNICODE\0', Buffer.concat([Buffer.from([0xfe, 0xff]), be])), words],
    [
      'without a line of Latin',
      mark('UNICODE\0', Buffer.from('橋の上の老人', 'utf16le').swap16()),
      '橋の上の老人',
    ],
    ['UTF-16 without a name', le, words],
    ['an odd byte after UTF-16', mark('UNICODE\0', Buffer.concat([be, Buffer.from([0])])), words],
    ['UTF-8 under UNICODE', mark('UNICODE\0', Buffer.from(words)), words],
    ['UTF-8 under ASCII', mark('ASCII\0\0\0', Buffer.from(words)), words],
    ['UTF-8 under its own name', mark('UTF-8\0\0\0', Buffer.from('a')), 'a'],
    ['UTF-8 under another of its names', mark('UTF8\0\0\0\0', Buffer.from('a fox')), 'a fox'],
    ['no name: eight zeros', mark('\0\0\0\0\0\0\0\0', Buffer.from(words)), words],
    ['no name at all', Buffer.from('a raven on a post'), 'a raven on a post'],
    ['JIS', mark('JIS\0\0\0\0\0', Buffer.from([0x1b, 0x24, 0x42, 0x36, 0x36, 0x1b, 0x28, 0x42])), '橋'],
    ['Latin-1', mark('ASCII\0\0\0', latin('caf\xe9')), 'café'],
    ['padded with zeros', mark('ASCII\0\0\0', latin('a fox\0\0\0')), 'a fox'],
    ['an emoji', mark('UNICODE\0', Buffer.from('🦉 an owl', 'utf16le').swap16()), '🦉 an owl'],
    ...['město v dešti, ěšč', '創造, 丛林, 创建'].flatMap((said): [string, Buffer, string][] => [
      [`a byte of JIS’s escapes in UTF-16: ${said}`, mark('UNICODE\0', Buffer.from(said, 'utf16le')), said],
      [`the same, big-endian: ${said}`, mark('UNICODE\0', Buffer.from(said, 'utf16le').swap16()), said],
    ]),
    [
      'one control character in UTF-16',
      mark('UNICODE\0', Buffer.from('a fox that looks\x1b back', 'utf16le')),
      'a fox that looks back',
    ],
    [
      'one control character in ASCII',
      mark('ASCII\0\0\0', latin('a fox that looks\x1b back')),
      'a fox that looks back',
    ],
    ['nothing', Buffer.alloc(8), ''],
    ['no text', mark('ASCII\0\0\0', Buffer.from([255, 255, 255])), null],
  ])('%s', (_what, bytes, text) => {
    expect(decodeUserComment(bytes)).toBe(text);
  });

  it('comes back whatever the words, in UTF-8 and in UTF-16 of either order under their names', () => {
    const word = fc.stringMatching(/^[a-zA-Z]{1,8} [a-z橋の上éЖ一个渔夫,. ]{1,20}$/);
    fc.assert(
      fc.property(word, (text) => {
        const utf16 = Buffer.from(text, 'utf16le');
        expect(decodeUserComment(mark('UNICODE\0', utf16))).toBe(text);
        expect(decodeUserComment(mark('UNICODE\0', Buffer.from(utf16).swap16()))).toBe(text);
        expect(decodeUserComment(mark('ASCII\0\0\0', Buffer.from(text)))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('is read from a file, an empty one not at all', async () => {
    const file = await jpegWithComment('a raven – Zoë');
    expect(named(file, 'UserComment')).toMatchObject([{ where: 'exif', text: 'a raven – Zoë', bytes: 34 }]);
    expect(textsIn(await jpegWithComment(''))).toEqual([]);
    expect(textsIn(tiffWith(0x9286, 3, Buffer.from([0, 7, 0, 0]), 1)), 'a number').toEqual([]);
    const text = named(await jpegWithComment('a raven – Zoë', true), 'UserComment');
    expect(text).toMatchObject([{ text: 'a raven – Zoë' }]);
  });
});

describe('EXIF and XMP', () => {
  const packet = (inside: string) =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:c="https://example.org/" xmlns:dc="http://purl.org/dc/elements/1.1/" c:workflow="{}">${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  const XMP = packet(
    '<c:prompt>{&quot;a&quot;: &quot;橋&quot;}</c:prompt><dc:description><rdf:Alt><rdf:li xml:lang="x-default">a fox</rdf:li></rdf:Alt></dc:description>',
  );

  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)('are read from %s', async (kind) => {
    const file = await blank()
      [kind]()
      .withXmp(XMP)
      .withExif({ IFD0: { ImageDescription: 'Workflow:{"a":1}' } })
      .toBuffer();
    const texts = new Map(textsIn(file).map(({ where, name, text }) => [`${where} ${name}`, text]));
    expect(texts.get('xmp prompt')).toBe('{"a": "橋"}');
    expect(texts.get('xmp workflow')).toBe('{}');
    expect(texts.get('xmp description')).toBe('a fox');
    expect(textsIn(file).filter(({ where, name }) => where === 'xmp' && name === 'description')).toHaveLength(
      1,
    );
    if (kind !== 'tiff') expect(texts.get('exif ImageDescription')).toBe('Workflow:{"a":1}');
  });

  it.each(['橋 é', 'é', 'a fox'])('are read as UTF-8: %s', (text) => {
    const file = tiffWith(0x010e, 2, Buffer.from(`${text}\0\0\0\0`));
    expect(textsIn(file)).toMatchObject([{ where: 'exif', name: 'ImageDescription', text }]);
  });

  it('are read once from a PNG that keeps XMP unpacked, and no other text is taken for XMP', async () => {
    const xmp = packet('<c:UserComment>é 橋</c:UserComment>');
    const unpacked = (keyword: string) => Buffer.from(`${keyword}\0\0\0\0\0${xmp}`);
    const file = await pngWithChunks([
      ['iTXt', unpacked('XML:com.adobe.xmp')],
      ['iTXt', unpacked('notes')],
    ]);
    const said = [
      { where: 'png', name: 'notes', text: xmp },
      { where: 'xmp', name: 'workflow', text: '{}' },
      { where: 'xmp', name: 'UserComment', text: 'é 橋' },
    ];
    expect(textsIn(file)).toMatchObject(said);
    expect(await readTexts(join(await folderWith({ 'a.png': file }), 'a.png'))).toMatchObject(said);
  });

  it('are read from every EXIF segment of a JPEG, each text once, and nothing is said on the console', async () => {
    const segment = async (comment: string) => {
      const file = await jpegWithComment(comment);
      return file.subarray(2, 4 + file.readUInt16BE(4));
    };
    const [prompt, camera] = [await segment('a fox'), await segment('no flash, f/8')];
    const jpeg = await blank().jpeg().withXmp(XMP).toBuffer();
    const warn = vi.spyOn(console, 'warn');
    const texts = textsIn(Buffer.concat([jpeg.subarray(0, 2), prompt, camera, prompt, jpeg.subarray(2)]));
    const comments = texts.filter(({ name }) => name === 'UserComment');
    expect(comments.map(({ text }) => text)).toEqual(['a fox', 'no flash, f/8']);
    const two = textsIn(Buffer.concat([jpeg.subarray(0, 2), prompt, camera, jpeg.subarray(2)]));
    expect(two.map(({ text }) => text)).toEqual(texts.map(({ text }) => text));
    expect(texts.find(({ where, name }) => where === 'xmp' && name === 'description')?.text).toBe('a fox');
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('bear XMP that is no XML', async () => {
    const file = await pngWithChunks([
      ['iTXt', Buffer.concat([latin('XML:com.adobe.xmp\0\0\0\0\0'), latin('<x')])],
    ]);
    expect(textsIn(file)).toEqual([]);
    const damaged = Buffer.concat([latin('XML:com.adobe.xmp\0\x01\0\0\0'), latin('nothing')]);
    expect(textsIn(await pngWithChunks([['iTXt', damaged]]))).toEqual([]);
  });

  it('are none of a picture that has none', async () => {
    expect(textsIn(await blank().jpeg().toBuffer())).toEqual([]);
    expect(textsIn(await blank().webp().toBuffer())).toEqual([]);
    for (const bytes of [[], [0xff], [0x47]]) expect(textsIn(Buffer.from(bytes))).toEqual([]);
  });
});

it('carries the texts of one PNG into another, and nothing else, and none into what is no PNG', async () => {
  const from = await pngWithChunks([
    ['tEXt', latin('prompt\0a fox')],
    ['gAMA', Buffer.from([0, 0, 0, 1])],
    ['iTXt', iTXt(Buffer.from('橋'))],
  ]);
  const to = await plainPng();
  const carried = carryTexts(from, to);
  expect(named(carried, 'prompt').map(({ text }) => text)).toEqual(['a fox', '橋']);
  expect(pngChunkTypes(carried).filter((type) => !pngChunkTypes(to).includes(type))).toEqual([
    'tEXt',
    'iTXt',
  ]);
  expect((await sharp(carried).metadata()).width).toBe((await sharp(to).metadata()).width);
  const jpeg = await blank().jpeg().toBuffer();
  expect([carryTexts(jpeg, to), carryTexts(from, jpeg)]).toEqual([to, jpeg]);
  expect(carryTexts(from, to.subarray(0, 10))).toEqual(to.subarray(0, 10));
});

describe('the size that a header says', () => {
  const patched = (file: Buffer, at: number, bytes: readonly number[]) => {
    const other = Buffer.from(file);
    other.set(bytes, at);
    return other;
  };

  it('is that of the picture, and none where the decoder has to tell', async () => {
    const picture = sharp({ create: { width: 9, height: 7, channels: 3, background: '#446688' } });
    const [png, jpeg] = [await picture.png().toBuffer(), await picture.jpeg().toBuffer()];
    expect(uprightSize(png)).toEqual({ width: 9, height: 7, format: 'png' });
    expect(uprightSize(jpeg)).toEqual({ width: 9, height: 7, format: 'jpeg' });
    expect(uprightSize(await picture.webp().toBuffer())).toBeNull();
    expect(
      uprightSize(
        await picture
          .jpeg()
          .withExif({ IFD0: { Artist: 'x' } })
          .toBuffer(),
      ),
    ).toBeNull();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    for (const [file, height, width, none] of [
      [png, 20, 16, [0, 0, 0, 0]],
      [jpeg, frame + 5, frame + 7, [0, 0]],
    ] as const) {
      expect(uprightSize(patched(file, width, none)), 'no width').toBeNull();
      expect(uprightSize(patched(file, height, none)), 'no height').toBeNull();
    }
    expect(uprightSize(jpeg.subarray(0, frame + 6)), 'it breaks off').toBeNull();
    expect(uprightSize(png.subarray(0, 20))).toBeNull();
  });
});

describe('comments', () => {
  it('are read from JPEG', async () => {
    const jpeg = await blank().jpeg().toBuffer();
    const comment = Buffer.from('a fox, é');
    const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
    const file = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
    expect(named(file, 'comment')).toEqual([
      { where: 'comment', name: 'comment', text: 'a fox, é', bytes: 9 },
    ]);
  });

  it('are read from GIF, before the picture and after it, in all their parts', async () => {
    const gif = await blank().gif().toBuffer();
    const comment = (...parts: string[]) =>
      Buffer.concat([
        Buffer.from([0x21, 0xfe]),
        ...parts.flatMap((part) => [Buffer.from([part.length]), latin(part)]),
        Buffer.from([0]),
      ]);
    const table = 13 + (3 << (((gif[10] ?? 0) & 7) + 1));
    const file = Buffer.concat([
      gif.subarray(0, table),
      comment('a fox,', ' an owl'),
      gif.subarray(table, -1),
      comment('the end'),
      gif.subarray(-1),
    ]);
    expect(named(file, 'comment').map(({ text }) => text)).toEqual(['a fox, an owl', 'the end']);
  });
});

describe('text in the transparency', () => {
  /** Down the columns, one bit a pixel. */
  async function pngHiding(
    bytes: Buffer,
    { width = 40, height = 30, format = 'png' as 'png' | 'webp' } = {},
  ) {
    const pixels = Buffer.alloc(width * height * 4, 255);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const at = (bit % height) * width + Math.floor(bit / height);
      pixels[at * 4 + 3] = 254 | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    const picture = sharp(pixels, { raw: { width, height, channels: 4 } });
    const file = await (format === 'png'
      ? picture.png()
      : picture.webp({ lossless: true, exact: true })
    ).toBuffer();
    return join(await folderWith({ 'a.png': file }), 'a.png');
  }
  const hidden = (mark: string, text: Buffer, bits = text.length * 8) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bits);
    return Buffer.concat([latin(mark), length, text]);
  };
  const PACKED = gzipSync(Buffer.from('a fox, é'));

  it.each(['png', 'webp'] as const)('is found in a %s', async (format) => {
    expect(await hiddenText(await pngHiding(hidden('stealth_pngcomp', PACKED), { format }))).toEqual({
      where: 'pixels',
      name: 'stealth_pngcomp',
      text: 'a fox, é',
      bytes: PACKED.length,
    });
  });

  it('is found where it is not packed', async () => {
    const file = await pngHiding(hidden('stealth_pnginfo', latin('a fox')));
    expect(await hiddenText(file)).toMatchObject({ text: 'a fox', bytes: 5 });
  });

  it('is named where it is damaged or longer than the picture', async () => {
    const damaged = hidden('stealth_pngcomp', latin('not packed'));
    expect(await hiddenText(await pngHiding(damaged))).toMatchObject({ text: null, bytes: 10 });
    const long = hidden('stealth_pnginfo', latin('a'), 0xffff_fff8);
    expect(await hiddenText(await pngHiding(long))).toMatchObject({ text: null, bytes: 0x1fff_ffff });
  });

  it.each<[what: string, bytes: number, bits: number, found: object | null]>([
    ['that fills the picture', 20, 8, { text: 'a', bytes: 1 }],
    ['that is longer than the picture', 20, 16, { text: null, bytes: 2 }],
    ['that has no room', 19, 0, null],
  ])('is told of a text %s', (_what, bytes, bits, found) => {
    const text = hidden('stealth_pnginfo', latin('a'), bits);
    const height = 4;
    const width = (bytes * 8) / height;
    const alpha = new Uint8Array(width * height);
    for (let bit = 0; bit < alpha.length; bit++)
      alpha[(bit % height) * width + Math.floor(bit / height)] =
        ((text[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
    const told = textInAlpha(alpha, width, height);
    if (found) expect(told).toMatchObject({ name: 'stealth_pnginfo', ...found });
    else expect(told).toBeNull();
  });

  it('is looked for in what keeps its transparency alone, and nowhere that has none', async () => {
    const png = await plainPng();
    const chunk = (type: string) => Buffer.concat([Buffer.from([0, 0, 0, 0]), latin(type), Buffer.alloc(4)]);
    const end = png.length - 12;
    const withColour = Buffer.concat([png.subarray(0, end), chunk('tRNS'), png.subarray(end)]);
    const seeThrough = await sharp(png).ensureAlpha(0.5).png().toBuffer();
    const webp = await sharp(png).webp().toBuffer();
    const jpeg = await sharp(png).jpeg().toBuffer();
    expect([seeThrough, withColour, webp].map(mayHideText)).toEqual([true, true, true]);
    expect([png, jpeg, Buffer.alloc(0)].map(mayHideText)).toEqual([false, false, false]);
  });

  it('is not looked for where there is none', async () => {
    expect(await hiddenText(await pngHiding(latin('something else')))).toBeNull();
    expect(await hiddenText(await pngHiding(latin('s'), { width: 4, height: 4 }))).toBeNull();
    const folder = await folderWith({ 'a.png': await plainPng(), 'b.png': 'no picture' });
    for (const name of ['a.png', 'b.png', 'gone.png'])
      expect(await hiddenText(join(folder, name))).toBeNull();
  });
});

it('decodes what is neither UTF-8 nor control characters as Latin-1', () => {
  for (const text of ['café', 'þorn', 'aþ island', 'ÿa þing', 'a ÿ'])
    expect(decodeText(Buffer.concat([latin(text), Buffer.alloc(1)]))).toBe(text);
  expect(decodeText(Buffer.from([0x80, 0x81]))).toBeNull();
  const little = Buffer.from('ein Mädchen, 7', 'utf16le');
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    expect(decodeText(bytes)).toBe('ein Mädchen, 7');
    const mark = Buffer.from(bytes === little ? [0xff, 0xfe] : [0xfe, 0xff]);
    expect(decodeText(Buffer.concat([mark, bytes]))).toBe('ein Mädchen, 7');
  }
  const chinese = Buffer.from('\ufeff橋の上の老人', 'utf16le');
  expect(decodeText(chinese)).toBe('橋の上の老人');
  expect(decodeText(Buffer.from([0x80, 0x81, 0x82, 0x83, 0x84, 0]))).toBeNull();
});

it('throws nothing, whatever the bytes are', () => {
  const magic = fc.constantFrom(
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
    [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    [0x49, 0x49, 0x2a, 0],
  );
  fc.assert(
    fc.property(magic, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
      expect(() => textsIn(Buffer.from([...head, ...rest]))).not.toThrow();
    }),
    { numRuns: 400 },
  );
});
