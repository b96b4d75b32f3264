import sharp from 'sharp';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { operatorsOf } from './testing/operators.js';
import { Typesetter } from './typesetter.js';

/** A system with a font that has Chinese and Hebrew, one em for each character, and nothing else. */
const drawn = vi.hoisted(() => [] as string[]);
vi.mock('./text-picture.js', () => ({
  isDrawable: async (character: string) => /[\p{Script=Han}\p{Script=Hebrew}。（）]/u.test(character),
  textPicture: async (text: string) => {
    drawn.push(text);
    const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'black' } })
      .png()
      .toBuffer();
    return { png, width: [...text].length, height: 1, ascent: 0.8 };
  },
}));
beforeEach(() => void drawn.splice(0));

const STYLE = { size: 10, weight: 'regular', colour: '#1a1a1a' } as const;
const texts = async (text: string, width: number, setter = new Typesetter()) =>
  (await setter.wrap(text, STYLE, width)).lines.map(({ runs }) => runs.map((run) => run.text).join(''));

describe('setting text', () => {
  it('breaks lines at spaces, and before and behind each character that is as wide as high', async () => {
    expect(await texts('in a red coat', 30)).toEqual(['in a', 'red', 'coat']);
    expect(await texts('a港口b', 22)).toEqual(['a港', '口b']);
    expect(await texts('ab港cd', 14)).toEqual(['ab', '港', 'cd']);
    // Nothing that closes begins a line, and nothing that opens ends one.
    expect(await texts('港口。', 22)).toEqual(['港', '口。']);
    expect(await texts('港（口', 22)).toEqual(['港', '（口']);
  });

  it('breaks a word that is wider than a line, also one that the system draws, without drawing its parts', async () => {
    expect(await texts('abcdefgh', 20)).not.toHaveLength(1);
    expect((await texts('abcdefgh', 20)).join('')).toBe('abcdefgh');
    drawn.splice(0);
    // Four ems and what is left white beside them.
    expect(await texts('שלום', 25)).toEqual(['של', 'ום']);
    expect(drawn).toEqual(['שלום']);
  });

  it('says how many characters no font has, those of one script by its name, and keeps spaces between others', async () => {
    const setter = new Typesetter();
    expect(await texts('a 한국 어 b ก', 900, setter)).toEqual([
      'a [3 Korean characters] b [1 Thai character]',
    ]);
    expect([...setter.undrawn].join('')).toBe('한국어ก');
    expect(await texts('a\u200Bb\n c', 900)).toEqual(['ab c']);
  });

  it('draws letters in their font and pictures of others on the same line, one behind the other', async () => {
    const page = await operatorsOf(async (paper, setter) => {
      const [line] = (await setter.wrap('港 b', STYLE, 200)).lines;
      if (line) await setter.draw(paper, line, 40, 100, STYLE);
    });
    // Its upper edge is eight points above the line, and it is ten high.
    expect(page).toMatch(/^10 0 0 -10 40 102 cm$/m);
    // Behind it what is left, the space first.
    expect(page).toMatch(/^1 0 0 1 50 200 Tm$/m);
  });

  it('draws a text once, and again only when its pictures were forgotten', async () => {
    await operatorsOf(async (paper, setter) => {
      const draw = async () => {
        const [line] = (await setter.wrap('港', STYLE, 200)).lines;
        if (line) await setter.draw(paper, line, 40, 100, STYLE);
      };
      await draw();
      await draw();
      expect(drawn).toEqual(['港']);
      setter.forgetPictures();
      await draw();
      expect(drawn).toEqual(['港', '港']);
    });
  });
});
