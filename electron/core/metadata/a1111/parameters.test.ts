import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { jpegWithComment, pngWith } from '@testing/pictures.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../index.js';
import { readParameters } from './parameters.js';

const FULL = `a girl in a (red coat:1.3),
on a mountain, at night
Negative prompt: text, watermark
blurry
Steps: 28, Sampler: DPM++ 2M Karras, CFG scale: 6.5, Seed: 18446744073709551615, Size: 832x468, Model: storybook, Lora hashes: "fox: 1a2b, owl: 3c4d", Version: v1.10.1`;

describe('AUTOMATIC1111 parameters', () => {
  it('come apart into prompt, negative prompt, seed and settings', () => {
    expect(readParameters(FULL)).toEqual({
      prompt: 'a girl in a (red coat:1.3),\non a mountain, at night',
      negativePrompt: 'text, watermark\nblurry',
      seed: '18446744073709551615',
      settings: {
        steps: 28,
        sampler_name: 'DPM++ 2M Karras',
        cfg: 6.5,
        width: 832,
        height: 468,
        model: 'storybook',
        'Lora hashes': 'fox: 1a2b, owl: 3c4d',
        Version: 'v1.10.1',
      },
    });
  });

  it('reads CRLF alike', () => {
    expect(readParameters(FULL.replaceAll('\n', '\r\n'))).toEqual(readParameters(FULL));
  });

  it('counts the last line as parameters only with three pairs or more', () => {
    expect(readParameters('a sign\nscale: 3, mood: calm')?.prompt).toBe('a sign\nscale: 3, mood: calm');
    expect(readParameters('a sign\nSteps: 3, Seed: 4, Size: 8x8')).toMatchObject({
      prompt: 'a sign',
      seed: '4',
    });
  });

  it('has no seed where the generator drew one or it is too large', () => {
    const withSeed = (seed: string) => readParameters(`a fox\nSteps: 3, Seed: ${seed}, Size: 8x8`)?.seed;
    expect(withSeed('-1')).toBeNull();
    expect(withSeed('18446744073709551616')).toBeNull();
  });

  it('unquotes JSON values and keeps what is not', () => {
    const found = readParameters('a fox\nSteps: 3, Seed: 4, Template: "a \\"fox\\", red", Odd: "x');
    expect(found?.settings).toMatchObject({ Template: 'a "fox", red', Odd: '"x' });
  });

  it('takes keys and values apart as a pattern does that goes back and forth', () => {
    const PAIR = /\s*([\w][\w \-/]*):\s*("(?:\\.|[^\\"])*"|[^,]*)(?:,|$)/g;
    const rest = 'Steps: 1, Size: a, Odd: b, ';
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'ab:,"\\ -/.é'), { maxLength: 24 }), (letters) => {
        const line = rest + letters.join('');
        const found = readParameters(`a fox\n${line}`)?.settings ?? {};
        const expected = [...line.matchAll(PAIR)].map(([, key = '']) => key.trim());
        const named = new Set(expected.map((key) => (key === 'Steps' ? 'steps' : key)));
        expect(Object.keys(found).sort()).toEqual([...named].sort());
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['white space', `a${' '.repeat(1_000_000)}b`],
    ['colons', 'a:'.repeat(500_000)],
    ['open quotes', 'a:"\\",'.repeat(200_000)],
    ['one open quote', `a:"${'\\"'.repeat(500_000)}`],
  ])('reads a million characters of %s', (_what, text) => {
    expect(readParameters(`a fox\n${text}`)).toMatchObject({ prompt: expect.stringContaining('a fox') });
  });

  it('never throws and never loses a prompt without parameters', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readParameters(text)).not.toThrow();
      }),
      { numRuns: 200 },
    );
    const words = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/);
    fc.assert(
      fc.property(words, words, (prompt, negative) => {
        const found = readParameters(`${prompt}\nNegative prompt: ${negative}`);
        expect(found).toMatchObject({ prompt, negativePrompt: negative, seed: null });
      }),
      { numRuns: 200 },
    );
  });
});

describe('pictures made by AUTOMATIC1111', () => {
  it('are read from PNG parameters', async () => {
    const folder = await folderWith({ 'a.png': await pngWith({ parameters: FULL }) });
    expect(await readMetadata(join(folder, 'a.png'))).toMatchObject({
      tool: 'a1111',
      ...readParameters(FULL),
    });
  });

  it('are read from a JPEG UserComment', async () => {
    const folder = await folderWith({
      'a.jpg': await jpegWithComment(FULL.replace('a girl', 'a girl – Zoë –')),
    });
    const found = await readMetadata(join(folder, 'a.jpg'));
    expect(found?.tool).toBe('a1111');
    expect(found?.prompt).toMatch(/^a girl – Zoë – in a/);
  });

  it('say nothing when there is nothing, or when the file is no picture', async () => {
    const folder = await folderWith({ 'a.png': await pngWith({}), 'b.png': 'not a picture', 'c.jpg': '' });
    for (const name of ['a.png', 'b.png', 'c.jpg'])
      expect(await readMetadata(join(folder, name)), name).toBeNull();
  });
});
