import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { jpegWithComment, pngWith } from '@testing/pictures.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmbeddedText } from '../containers/index.js';
import { readMetadata } from '../index.js';
import { pngText } from '../testing/texts.js';
import { a1111 } from './index.js';
import { pairsOf } from './pairs.js';
import { readParameters } from './parameters.js';

const read = (text: string) => readParameters(pngText('parameters', text));

const FULL = `a girl in a (red coat:1.3),
on a mountain, at night
Negative prompt: text, watermark
blurry
Steps: 28, Sampler: DPM++ 2M Karras, CFG scale: 6.5, Seed: 18446744073709551615, Size: 832x468, Model: storybook, Lora hashes: "fox: 1a2b, owl: 3c4d", Version: v1.10.1`;

describe('AUTOMATIC1111 parameters', () => {
  it('come apart into prompt, negative prompt, seed and settings', () => {
    expect(read(FULL)).toMatchObject({
      prompt: 'a girl in a (red coat:1.3),\non a mountain, at night',
      negativePrompt: 'text, watermark\nblurry',
      seed: '18446744073709551615',
      settings: {
        steps: 28,
        sampler: 'DPM++ 2M Karras',
        cfg: 6.5,
        width: 832,
        height: 468,
        model: 'storybook',
        'Lora hashes': 'fox: 1a2b, owl: 3c4d',
        Version: 'v1.10.1',
      },
      loras: [
        { name: 'fox', weight: null },
        { name: 'owl', weight: null },
      ],
    });
  });

  it('name a LoRA once, with the weight that its prompt gives it', () => {
    const found = read('a <lora:fox:0.8>\nSteps: 3, Seed: 4, Sampler: a, Lora hashes: "fox: 1a, owl: 2b"');
    expect(found?.loras).toEqual([
      { name: 'fox', weight: 0.8 },
      { name: 'owl', weight: null },
    ]);
  });

  it('take settings by any name, also one that every object knows', () => {
    expect(read('a fox\nSteps: 20, constructor: 5, toString: x')?.settings).toEqual({
      steps: 20,
      constructor: 5,
      toString: 'x',
    });
  });

  it.each(['Negative Prompt:', 'negative prompt:', 'NEGATIVE PROMPT:'])(
    'takes “%s” for what it is',
    (name) => {
      const made = { prompt: 'a fox', negativePrompt: 'text', seed: '4' };
      expect(read(`a fox\n${name} text\nSteps: 3, Seed: 4, Sampler: a`)).toMatchObject(made);
      expect(read(`a fox. ${name} text. Steps: 3, Seed: 4, Sampler: a`)).toMatchObject({
        ...made,
        prompt: 'a fox.',
        negativePrompt: 'text.',
      });
      expect(a1111.recognises([pngText('x', `a fox\n${name} text`)])).toBeGreaterThan(0);
    },
  );

  it('says where each value stands, by the names in the text', () => {
    const inputs = read('a fox \nNegative prompt: x\nSteps: 3, CFG scale: 4, Seed: 5, Size: 8x8')?.origins;
    expect(inputs?.map(({ of, input, value }) => [of, input, value])).toEqual([
      ['prompt', 'prompt', 'a fox'],
      ['negativePrompt', 'Negative prompt:', 'x'],
      ['seed', 'Seed', '5'],
      ['steps', 'Steps', '3'],
      ['cfg', 'CFG scale', '4'],
      ['width', 'width', '8'],
      ['height', 'height', '8'],
    ]);
  });

  it('keeps the templates of wildcards apart from the prompts', () => {
    const found = read(
      'a kite\nNegative prompt: x\nSteps: 3, Seed: 5, Sampler: a\nTemplate: a {b}\nc\nNegative Template: y',
    );
    expect(found).toMatchObject({
      prompt: 'a kite',
      negativePrompt: 'x',
      settings: { Template: 'a {b}\nc', 'Negative Template': 'y' },
    });
  });

  it.each([
    ['a shrew,.Negative prompt: x.Steps: 20, Sampler: a, Seed: 1', 'a shrew,.', 'x.'],
    ['a bridge.Steps: 30, Guidance Scale: 5.0, Seed: 1', 'a bridge.', ''],
    ['Steps: 3 of them, in the Seed: room', 'Steps: 3 of them, in the Seed: room', ''],
    ['Shot: wide, Mood: calm, Time: dusk', 'Shot: wide, Mood: calm, Time: dusk', ''],
    ['a\nSampler: a, Steps: 3, Model: b', 'a', ''],
    ['a Negative prompt: b', 'a Negative prompt: b', ''],
    ['Negative prompt: x\nSteps: 3, Seed: 4, Size: 8x8', '', 'x'],
    ['a bridge Steps: 20, Sampler: a, Seed: 1', 'a bridge', ''],
    ['a bridge. Steps: 3 lead down', 'a bridge. Steps: 3 lead down', ''],
    ['a.Steps: 30 of them, in fog.Steps: 20, Sampler: a, Seed: 1', 'a.Steps: 30 of them, in fog.', ''],
  ])('reads “%s”', (text, prompt, negativePrompt) => {
    expect(read(text)).toMatchObject({ prompt, negativePrompt });
  });

  it('are none in a text of nothing, and keep a size that is none as it is written', () => {
    expect(read(' \n')).toBeNull();
    expect(read('a fox\nSteps: 3, Seed: 4, Size: large')?.settings).toEqual({ steps: 3, Size: 'large' });
    expect(read('a fox\nSteps: 3, Seed: 4, Size: 8x6')?.settings).toEqual({ steps: 3, width: 8, height: 6 });
  });

  it('reads CRLF alike', () => {
    const { from: _, ...windows } = read(FULL.replaceAll('\n', '\r\n')) ?? {};
    expect(read(FULL)).toMatchObject(windows);
  });

  it('counts the last line as parameters only with three pairs or more', () => {
    expect(read('a sign\nscale: 3, mood: calm')?.prompt).toBe('a sign\nscale: 3, mood: calm');
    expect(read('a sign\nSteps: 3, Seed: 4, Size: 8x8')).toMatchObject({
      prompt: 'a sign',
      seed: '4',
    });
  });

  it('has no seed where the generator drew one or it is too large', () => {
    const withSeed = (seed: string) => read(`a fox\nSteps: 3, Seed: ${seed}, Size: 8x8`)?.seed;
    expect(withSeed('-1')).toBeNull();
    expect(withSeed('18446744073709551616')).toBeNull();
  });

  it('unquotes JSON values and keeps what is not', () => {
    const found = read('a fox\nSteps: 3, Seed: 4, Template: "a \\"fox\\", red", Odd: "x');
    expect(found?.settings).toMatchObject({ Template: 'a "fox", red', Odd: '"x' });
  });

  it('takes keys and values apart as a pattern does that goes back and forth', () => {
    const PAIR = /\s*([\w][\w \-/]*):\s*("(?:\\.|[^\\"])*"(?=,|$)|[^,]*)(?:,|$)/g;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'ab:,"\\ -/.é'), { maxLength: 24 }), (letters) => {
        const line = letters.join('');
        const expected = [...line.matchAll(PAIR)].map(([, key = '']) => key.trim());
        expect([...pairsOf(line).pairs.keys()].sort()).toEqual([...new Set(expected)].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a value in brackets whole, and a comma in one that nothing closes', () => {
    const { pairs } = pairsOf(
      'Civitai resources: [{"type":"lora","weight":0.8},{"a":"]"}], Open: [1, Steps: 3',
    );
    expect([...pairs]).toEqual([
      ['Civitai resources', '[{"type":"lora","weight":0.8},{"a":"]"}]'],
      ['Open', '[1'],
      ['Steps', '3'],
    ]);
  });

  it('passes over a colon that no key stands before', () => {
    expect([...pairsOf(': x, -: y, Steps: 3').pairs]).toEqual([['Steps', '3']]);
  });

  it('takes quotes round a value off where nothing stands behind them up to the comma or the line’s end', () => {
    const noteIn = (text: string) => pairsOf(text).pairs.get('Note');
    expect(noteIn('Note: "a, b"')).toBe('a, b');
    expect(noteIn('Note: "a, b"\nNext: "c, d"')).toBe('a, b');
    expect(noteIn('Note: "a, b", Steps: 3')).toBe('a, b');
    expect(noteIn('Note: "a" b, Steps: 3')).toBe('"a" b');
  });

  it('goes on after a value in quotes that holds line breaks', () => {
    const text = 'Steps: 20, Wildcard prompt: "a\nb {x|y}", Version: v1\nTemplate: a';
    const { pairs, end } = pairsOf(text);
    expect(Object.fromEntries(pairs)).toEqual({
      Steps: '20',
      'Wildcard prompt': 'a\nb {x|y}',
      Version: 'v1',
    });
    expect(text.slice(end)).toBe('\nTemplate: a');
  });

  it.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['white space', `a${' '.repeat(1_000_000)}b`],
    ['colons', 'a:'.repeat(500_000)],
    ['open quotes', 'a:"\\",'.repeat(200_000)],
    ['one open quote', `a:"${'\\"'.repeat(500_000)}`],
    ['open brackets', 'A:[,'.repeat(250_000)],
    ['brackets in lines', 'A:["\n'.repeat(200_000)],
    ['parameters within a line', `a${' .Steps: 1'.repeat(100_000)}`],
    ['line breaks', `a${'\n'.repeat(1_000_000)}b`],
  ])('reads a million characters of %s', (_what, text) => {
    expect(read(`a fox\n${text}`)).toMatchObject({ prompt: expect.stringContaining('a fox') });
  });

  it('never throws and never loses a prompt without parameters', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => read(text)).not.toThrow();
      }),
      { numRuns: 200 },
    );
    const words = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/);
    fc.assert(
      fc.property(words, words, (prompt, negative) => {
        const found = read(`${prompt}\nNegative prompt: ${negative}`);
        expect(found).toMatchObject({ prompt, negativePrompt: negative, seed: null });
      }),
      { numRuns: 200 },
    );
  });
});

describe('of several texts', () => {
  const PARAMETERS = 'a fox\nSteps: 3, Seed: 4, Size: 8x8';

  it.each<[string, EmbeddedText[], sure: number, prompt: string | undefined]>([
    ['parameters under any name', [pngText('Comment', PARAMETERS)], 0.9, 'a fox'],
    [
      'parameters before a prompt',
      [pngText('parameters', 'an owl'), pngText('Comment', PARAMETERS)],
      0.9,
      'a fox',
    ],
    [
      'a prompt where one is written',
      [pngText('Title', 'a hat'), pngText('parameters', 'an owl')],
      0.1,
      'an owl',
    ],
    ['a prompt with what is not wanted', [pngText('Comment', 'a fox\n  Negative prompt: x')], 0.1, 'a fox'],
    ['words about a negative prompt', [pngText('Comment', 'my Negative prompt: x')], 0, undefined],
    ['words under another name', [pngText('Comment', 'a fox')], 0, undefined],
    ['data', [pngText('parameters', '{"steps": 3}')], 0, undefined],
    ['nothing', [], 0, undefined],
  ])('counts %s', (_what, texts, sure, prompt) => {
    expect(a1111.recognises(texts)).toBe(sure);
    expect(a1111.read(texts)?.prompt).toBe(prompt);
  });
});

describe('pictures made by AUTOMATIC1111', () => {
  it('are read from PNG parameters', async () => {
    const folder = await folderWith({ 'a.png': await pngWith({ parameters: FULL }) });
    const { from: _, ...made } = read(FULL) ?? {};
    expect(await readMetadata(join(folder, 'a.png'))).toEqual({ tool: 'a1111', notRead: [], ...made });
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
      expect(await readMetadata(join(folder, name)), name).toMatchObject({
        tool: null,
        prompt: '',
        notRead: [],
      });
  });
});
