import { expect, it } from 'vitest';
import { decodeText } from './decode-text.js';
import { olderEncoding } from './older-encoding.js';

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

it.each<[encoding: string, text: string, hex: string]>([
  [
    'shift_jis',
    'ショット,説明,画像\r\n1,橋の上の老人、雨の町,1.png\r\n',
    '83568387836283672c90e096be2c89e6919c0d0a312c8bb482cc8fe382cc9856906c8141894a82cc92ac2c312e706e670d0a',
  ],
  [
    'euc-jp',
    'カット,説明\n1,赤いコートの少女',
    'a5aba5c3a5c82cc0e2ccc00a312cc0d6a4a4a5b3a1bca5c8a4cebeafbdf7',
  ],
  [
    'gb18030',
    '镜号,画面描述,图片\r\n1,桥上的老人，下雨的小镇,1.png\r\n',
    'beb5bac52cbbadc3e6c3e8caf62ccdbcc6ac0d0a312cc7c5c9cfb5c4c0cfc8cba3accfc2d3eab5c4d0a1d5f22c312e706e670d0a',
  ],
  [
    'big5',
    '鏡號,描述\r\n1,橋上的老人，這是一個下雨的小鎮',
    'c3e8b8b92cb479ad7a0d0a312cbef4a457aabaa6d1a448a141b36fac4fa440add3a455ab42aabaa470c2ed',
  ],
  [
    'euc-kr',
    '컷,설명\r\n1,다리 위의 노인, 비 오는 마을',
    'c4c62cbcb3b8ed0d0a312cb4d9b8ae20c0a7c0c720b3ebc0ce2c20baf120bfc0b4c220b8b6c0bb',
  ],
  [
    'windows-1251',
    'кадр,описание\r\n1,Старик на мосту, идёт дождь',
    'eae0e4f02ceeefe8f1e0ede8e50d0a312cd1f2e0f0e8ea20ede020eceef1f2f32c20e8e4b8f220e4eee6e4fc',
  ],
  // Words of one letter stand alone among the others.
  ['windows-1251', 'он и мы', 'eeed20e820ecfb'],
  // A fifth of it is in letters that Japanese alone has.
  ['shift_jis', '老人橋上の', '9856906c8bb48fe382cc'],
  // Their second byte is the first beyond ASCII.
  ['gb18030', '纮羳聙脌', 'c080c180c280c380'],
  // Each of these two is text in the other’s encoding, too.
  ['gb18030', '一个在月光', 'd2bbb8f6d4dad4c2b9e2'],
  ['big5', '對著橋頭說這裡發霉', 'b9efb5dbbef4c059bba1b36fb8ccb56fbe60'],
])('reads %s: %s', (encoding, text, hex) => {
  expect(olderEncoding(bytes(hex))).toBe(encoding);
  expect(decodeText(bytes(hex))).toBe(text);
});

it.each<[text: string, hex: string]>([
  [
    'Einstellung;Beschreibung\r\n1;Die Brücke übers Tal – „grün“, größer\r\n',
    '45696e7374656c6c756e673b426573636872656962756e670d0a313b446965204272fc636b6520fc626572732054616c209620846772fc6e932c206772f6df65720d0a',
  ],
  [
    'Plan;Description\r\n1;Une forêt enneigée, été, âme, « là-bas »\r\n',
    '506c616e3b4465736372697074696f6e0d0a313b556e6520666f72ea7420656e6e656967e9652c20e974e92c20e26d652c20ab206ce02d62617320bb0d0a',
  ],
  [
    'Nr;Beskrivelse\r\n1;Blåbær og rødgrød på øen\r\n',
    '4e723b4265736b726976656c73650d0a313b426ce562e672206f672072f8646772f8642070e520f8656e0d0a',
  ],
])('leaves western letters: %s', (text, hex) => {
  expect(olderEncoding(bytes(hex))).toBeNull();
  expect(decodeText(bytes(hex))).toBe(text);
});

it('tells it by whole lines of the beginning of a long text', () => {
  const line = bytes('312c8bb482cc8fe382cc9856906c81420a');
  const long = Buffer.concat(Array.from({ length: 9_000 }, () => line));
  // What is damaged far down does not matter.
  expect(olderEncoding(Buffer.concat([long, bytes('ff')]))).toBe('shift_jis');
  // Wherever in a line it ends: no character is cut in two.
  for (let before = 0; before < line.length; before++)
    expect(olderEncoding(Buffer.concat([Buffer.alloc(before, 'a'), long]))).toBe('shift_jis');
});

it('looks at the whole of a text of 64 KiB, whatever its lines, and at as much of a longer one without any', () => {
  const line = Buffer.concat(Array.from({ length: 5_000 }, () => bytes('8bb482cc8fe382cc9856906c8142')));
  const head = Buffer.from('a,b\n');
  expect(olderEncoding(Buffer.concat([head, line.subarray(0, 64 * 1024 - head.length)]))).toBe('shift_jis');
  expect(olderEncoding(line)).toBe('shift_jis');
});

it('takes bytes that are no text in any of these for none', () => {
  expect(olderEncoding(bytes('80818283'))).toBeNull();
  expect(olderEncoding(bytes(''))).toBeNull();
});
