import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { plainPng, pngWith } from '@testing/pictures.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoryboard } from '../testing/read-storyboard.js';

const png = await plainPng();

describe('a folder of pictures', () => {
  it('is a shot each, in natural order, numbered as their names are', async () => {
    const folder = await folderWith({
      'shot10.png': png,
      'Shot2.PNG': png,
      'shot1.png': png,
      'notes.pdf': '',
      '.hidden': '',
      'unnamed.': '',
      'shot1.txt': '',
      'diary.md': '# Monday',
      'continuist.config.json': '{}',
    });
    const { shots, skipped, source, characters } = await readStoryboard(folder);
    expect(shots.map(({ takes }) => takes[0]?.path)).toEqual(['shot1.png', 'Shot2.PNG', 'shot10.png']);
    expect(shots.map(({ number }) => number)).toEqual(['1', '2', '10']);
    expect([...skipped].sort((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'diary.md', reason: 'no picture has its name, and it lists no shots' },
      {
        name: 'notes.pdf',
        reason:
          'a document; save its list of shots as CSV or Markdown, and its pictures in a folder, and open those',
      },
      { name: 'unnamed.', reason: 'not a picture' },
    ]);
    expect(source.format).toBe('images');
    expect(characters).toEqual([]);
    expect(shots[0]?.takes).toEqual([
      {
        path: 'shot1.png',
        prompt: '',
        negativePrompt: '',
        seed: null,
        settings: {},
        made: { tool: null, loras: [], notRead: [] },
        selected: true,
      },
    ]);
  });

  it('is read with the folders in it, to takes and scenes, and says what it leaves out', async () => {
    const folder = await folderWith({
      'output/scene_01/shot_01.png': png,
      'output/scene_01/shot_01_v2.png': png,
      'output/scene_01/shot_01_v2.txt': 'A fox.',
      'output/scene_02/shot_01.png': png,
      'output/scene_02/.hidden.png': png,
      'output/scene_02/shot_02.psd': '',
      'output/notes.pdf': '',
      '.continuist/takes/1.png': png,
      'other/.continuist/review.sqlite': '',
      'other/1.png': png,
      '1/2/3/4/5/6/7/8.png': png,
    });
    const { shots, skipped } = await readStoryboard(folder);
    expect(
      shots.map(({ number, scene, description, takes }) => [
        number,
        scene,
        description,
        ...takes.map(({ path }) => path),
      ]),
    ).toEqual([
      ['01', 'scene_01', 'A fox.', 'output/scene_01/shot_01.png', 'output/scene_01/shot_01_v2.png'],
      ['01', 'scene_02', '', 'output/scene_02/shot_01.png'],
    ]);
    // The latest version counts.
    expect(shots[0]?.takes.map(({ selected }) => selected)).toEqual([false, true]);
    expect(skipped).toEqual([
      { name: '1/2/3/4/5/6/7', reason: 'too many folders deep' },
      { name: 'other', reason: 'a storyboard of its own' },
      { name: 'output/scene_02/shot_02.psd', reason: 'a kind of picture that is not read; save it as PNG' },
    ]);
  });

  it('takes descriptions from side-cars of every kind', async () => {
    const folder = await folderWith({
      'a.png': png,
      'a.json':
        '\uFEFF{"description": "A fox.", "Prompt": "fox", "negative_prompt": "text", "seed": 18446744073709551615, "scene": "Forest"}',
      'b.png': png,
      'b.txt': '\uFEFFAn owl,\r\nat night.\r\n',
      'c.png': png,
      'c.md': 'A cat.',
      'd.png': await pngWith({ parameters: 'a dog\nSteps: 3, Seed: 4, Size: 8x8' }),
    });
    const { shots, source } = await readStoryboard(join(folder, 'b.png'));
    expect(shots.map(({ description }) => description)).toEqual([
      'A fox.',
      'An owl,\nat night.',
      'A cat.',
      'a dog',
    ]);
    expect(shots[0]).toMatchObject({
      scene: 'Forest',
      takes: [{ prompt: 'fox', negativePrompt: 'text', seed: '18446744073709551615' }],
    });
    expect(shots[3]?.takes[0]).toMatchObject({ prompt: 'a dog', seed: '4' });
    expect(shots[3]?.takes[0]?.settings).toMatchObject({ steps: 3 });
    expect(source).toMatchObject({ kind: 'images', format: 'a1111' });
  });

  it('takes of a side-car only what stands in it', async () => {
    const embedded = await pngWith({
      parameters: 'a dog\nNegative prompt: blurry\nSteps: 3, Seed: 4, Size: 8x8',
    });
    const folder = await folderWith({ 'a.png': embedded, 'a.json': '{"description": "A fox."}' });
    const [shot] = (await readStoryboard(folder)).shots;
    expect(shot).toMatchObject({
      scene: null,
      description: 'A fox.',
      takes: [{ prompt: 'a dog', negativePrompt: 'blurry', seed: '4' }],
    });
  });

  it('says which side-car is no description and opens the rest', async () => {
    const folder = await folderWith({
      'a.png': png,
      'a.json': '{"description": ',
      'a.txt': 'A fox.\uFEFF',
      'b.png': png,
      'b.json': '{"seed": 3}',
    });
    const { shots, skipped } = await readStoryboard(folder);
    expect(shots.map(({ description }) => description)).toEqual(['A fox.', '']);
    expect(shots[1]?.takes[0]?.seed).toBe('3');
    expect(skipped).toEqual([{ name: 'a.json', reason: 'a.json is not valid JSON, line 1, column 17' }]);
  });

  it('takes what a generator wrote beside a picture as if it stood in it', async () => {
    const a1111 = 'a dog\nNegative prompt: blurry\nSteps: 3, Seed: 4, Sampler: a';
    const nodes = {
      3: { class_type: 'KSampler', inputs: { seed: 9, steps: 20, positive: ['6', 0], negative: ['7', 0] } },
      6: { class_type: 'CLIPTextEncode', inputs: { text: 'a cat', clip: ['4', 1] } },
      7: { class_type: 'CLIPTextEncode', inputs: { text: 'blurry', clip: ['4', 1] } },
    };
    const easy = 'Prompt: a hare\r\nSeed: 6\r\nSteps: 20\r\nNegative Prompt: blurry\r\n';
    const swarm = { sui_image_params: { prompt: 'an owl', negativeprompt: 'blurry', seed: 5 } };
    const folder = await folderWith({
      'a.png': png,
      'a.txt': a1111,
      'b.png': png,
      'b.json': JSON.stringify(nodes),
      'c.png': png,
      'c.swarm.json': JSON.stringify(swarm),
      'd.png': png,
      'd.txt': easy,
    });
    const { shots, skipped } = await readStoryboard(folder);
    expect(
      shots.map(({ description, takes: [take] }) => [description, take?.negativePrompt, take?.seed]),
    ).toEqual([
      ['a dog', 'blurry', '4'],
      ['a cat', 'blurry', '9'],
      ['an owl', 'blurry', '5'],
      ['a hare', 'blurry', '6'],
    ]);
    expect(shots[0]?.takes[0]?.settings).toMatchObject({ steps: 3 });
    expect(skipped).toEqual([]);
  });

  it.each<[name: string, content: object | string]>([
    ['1.png.txt', 'a fox'],
    ['1.TXT', 'a fox'],
    ['1.caption', 'a fox'],
    ['1.jpg.json', { prompt: 'not of this one' }],
    ['1.png.json', { prompt: 'a fox' }],
    ['1.json', { caption: 'a fox' }],
    ['1.json', { text: 'a fox', seed: 3 }],
    ['1.json', { image_prompt: 'a fox', negative: 'text' }],
    ['1.json', { prompt: { positive: 'a fox', negative: 'text', seed: 3 } }],
    ['1.json', '{"prompt": "a fox", "loss": NaN}'],
  ])('reads %s with %j', async (name, content) => {
    const folder = await folderWith({
      '1.png': png,
      [name]: typeof content === 'string' ? content : JSON.stringify(content),
    });
    const { shots, skipped } = await readStoryboard(folder);
    const isOther = name === '1.jpg.json';
    expect(shots.map(({ description }) => description)).toEqual([isOther ? '' : 'a fox']);
    expect(skipped.map((one) => one.name)).toEqual(isOther ? [name] : []);
    const text = JSON.stringify(content);
    expect(shots[0]?.takes[0]).toMatchObject({
      seed: text.includes('seed') ? '3' : null,
      negativePrompt: text.includes('negative') ? 'text' : '',
    });
  });

  it('refuses what is not there, of no known kind, or without a picture', async () => {
    const folder = await folderWith({ 'notes.txt': 'none' });
    for (const path of [folder, join(folder, 'gone'), join(folder, 'notes.txt')])
      await expect(readStoryboard(path)).rejects.toMatchObject({ code: 'OPEN_FAILED' });
  });

  it('says of a folder without a picture what it has instead', async () => {
    const folder = await folderWith({ 'a.heic': 'x' });
    await expect(readStoryboard(folder)).rejects.toThrow(
      /has no pictures that can be read \(a\.heic: a kind of picture that is not read; save it as PNG\)/,
    );
    const deep = await folderWith({ '1/2/3/4/5/6/7/a.png': 'x' });
    await expect(readStoryboard(deep)).rejects.toThrow(
      /has no pictures that can be read \(1\/2\/3\/4\/5\/6\/7: too many folders deep\)/,
    );
  });

  it('reads any JSON side-car or leaves it', async () => {
    const folder = await folderWith({ 'a.png': png });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        await writeFile(join(folder, 'a.json'), text);
        expect((await readStoryboard(join(folder, 'a.png'))).shots).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});
