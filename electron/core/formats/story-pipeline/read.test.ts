import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoryboard } from '../testing/read-storyboard.js';

const png = await plainPng();

async function errorOf(path: string): Promise<ContinuistError> {
  try {
    await readStoryboard(path);
  } catch (thrown) {
    if (thrown instanceof ContinuistError) return thrown;
    throw thrown;
  }
  throw new Error(`${path} was read`);
}

const CAMEL = {
  titleId: 'lantern',
  totalShots: 2,
  styleBrief: 'gouache',
  characters: [{ name: 'Wenna', description: 'a girl in a red coat', aliases: ['the girl', 3] }],
  shots: [
    { shotNumber: 1, duration: 4, sceneDescription: 'A fox.', visualPrompt: 'fox', narration: 'Once.' },
    {
      shotNumber: 2,
      duration: 2.5,
      sceneDescription: 'An owl.',
      visualPrompt: 'owl',
      negativePrompt: 'text',
    },
  ],
};
const NAMINGS: Record<string, object> = {
  camelCase: CAMEL,
  snake_case: {
    title_id: 'lantern',
    style_brief: 'gouache',
    characters: CAMEL.characters,
    shots: [
      { shot_number: 1, duration: 4, scene_description: 'A fox.', visual_prompt: 'fox', camera_angle: 'low' },
      {
        shot_number: 2,
        duration: 2.5,
        scene_description: 'An owl.',
        visual_prompt: 'owl',
        negative_prompt: 'text',
      },
    ],
  },
  PascalCase: {
    TitleId: 'lantern',
    StyleBrief: 'gouache',
    Characters: [{ Name: 'Wenna', Description: 'a girl in a red coat', Aliases: ['the girl'] }],
    Shots: [
      { ShotNumber: 1, Duration: 4, SceneDescription: 'A fox.', VisualPrompt: 'fox' },
      {
        ShotNumber: 2,
        Duration: 2.5,
        SceneDescription: 'An owl.',
        VisualPrompt: 'owl',
        NegativePrompt: 'text',
      },
    ],
  },
  'numbers as strings': {
    ...CAMEL,
    shots: CAMEL.shots.map((shot) => ({
      ...shot,
      shotNumber: String(shot.shotNumber),
      duration: `${shot.duration}`,
    })),
  },
};
const FRAMES = {
  'keyframes/scene_001_keyframe_00_t0.00.png': png,
  'keyframes/scene_002_keyframe_00_t4.00.png': png,
};

describe('a shots file', () => {
  it.each(Object.keys(NAMINGS))('reads %s', async (naming) => {
    const folder = await folderWith({ 'shots.json': JSON.stringify(NAMINGS[naming]), ...FRAMES });
    const found = await readStoryboard(folder);
    expect(found).toMatchObject({
      title: 'lantern',
      styleBrief: 'gouache',
      source: { kind: 'pipeline', name: 'shots.json', format: 'story-pipeline' },
      characters: [{ name: 'Wenna', description: 'a girl in a red coat', aliases: ['the girl'] }],
      skipped: [],
    });
    expect(found.shots).toMatchObject([
      {
        number: '1',
        description: 'A fox.',
        duration: 4,
        takes: [{ path: Object.keys(FRAMES)[0], prompt: 'fox' }],
      },
      {
        number: '2',
        description: 'An owl.',
        duration: 2.5,
        takes: [{ prompt: 'owl', negativePrompt: 'text' }],
      },
    ]);
  });

  it('reads an array of scenes with their pictures named inside', async () => {
    const scenes = [
      {
        scene_id: 'scene_01',
        description: 'A fox.',
        prompt: 'fox',
        image_path: 'C:\\story\\keyframes\\one.png',
        seed: '7',
      },
      { scene_id: 'scene_02', description: 'An owl.', image_path: '../../keyframes/two.png' },
    ];
    const folder = await folderWith({
      'scenes.json': JSON.stringify(scenes),
      'keyframes/one.png': png,
      'keyframes/two.png': png,
    });
    const { shots } = await readStoryboard(folder);
    expect(shots.map(({ takes }) => takes.map(({ path }) => path))).toEqual([
      ['keyframes/one.png'],
      ['keyframes/two.png'],
    ]);
    expect(shots[0]?.takes[0]).toMatchObject({ prompt: 'fox', seed: '7' });
  });

  it('bears a byte order mark and CRLF', async () => {
    const text = `\uFEFF${JSON.stringify(CAMEL, null, 2).replaceAll('\n', '\r\n')}`;
    const folder = await folderWith({ 'shots.json': text, ...FRAMES });
    expect((await readStoryboard(join(folder, 'shots.json'))).shots).toHaveLength(2);
  });

  it('prefers what lies beside a picture, with seeds to the last digit', async () => {
    const beside =
      '{"scene_id": 2, "prompt": "owl at night", "negative_prompt": "fog", "seed": 18446744073709551615, "steps": "30"}';
    const folder = await folderWith({
      'shots.json': JSON.stringify(CAMEL),
      ...FRAMES,
      'keyframes/scene_002_keyframe_00_t4.00.json': beside,
    });
    const { shots } = await readStoryboard(folder);
    expect(shots[1]?.takes[0]).toMatchObject({
      prompt: 'owl at night',
      negativePrompt: 'fog',
      seed: '18446744073709551615',
      settings: { steps: 30 },
    });
  });

  it('calls the settings beside a picture what they are called in pictures', async () => {
    const beside = {
      guidance_scale: '7.5',
      Num_Inference_Steps: 30,
      model: 'ink',
      Width: 1280,
      cfg_rescale: 1,
    };
    const folder = await folderWith({
      'shots.json': JSON.stringify(CAMEL),
      ...FRAMES,
      'keyframes/scene_002_keyframe_00_t4.00.json': JSON.stringify(beside),
    });
    const { shots } = await readStoryboard(folder);
    expect(shots[1]?.takes[0]?.settings).toEqual({ model: 'ink', steps: 30, cfg: 7.5, width: 1280 });
  });

  it('takes variants and the chosen one from a manifest', async () => {
    const keyframe = (ShotNumber: number, VariantId: string, FilePath: string, more: object = {}) => ({
      ShotNumber,
      VariantId,
      FilePath,
      Prompt: { Positive: `shot ${ShotNumber} ${VariantId}`, Negative: 'text' },
      Seed: 9,
      ...more,
    });
    const manifest = {
      TitleId: 'lantern',
      Keyframes: [
        keyframe(1, 'a', 'D:\\out\\keyframes\\1a.png'),
        keyframe(1, 'b', 'keyframes/1b.png', { IsSelected: true }),
        keyframe(2, 'a', '2a.png'),
        keyframe(2, 'b', '2b.png'),
        keyframe(2, 'c', 'gone.png'),
      ],
      SelectedKeyframes: { 2: 'b' },
    };
    const folder = await folderWith({
      'shots.json': JSON.stringify(CAMEL),
      'keyframes/manifest.json': JSON.stringify(manifest),
      ...Object.fromEntries(['1a', '1b', '2a', '2b'].map((name) => [`keyframes/${name}.png`, png])),
    });
    const { shots, skipped } = await readStoryboard(folder);
    const chosen = shots.map(({ takes }) => takes.map(({ path, selected }) => [path, selected]));
    expect(chosen).toEqual([
      [
        ['keyframes/1a.png', false],
        ['keyframes/1b.png', true],
      ],
      [
        ['keyframes/2a.png', false],
        ['keyframes/2b.png', true],
      ],
    ]);
    expect(shots[0]?.takes[1]).toMatchObject({ prompt: 'shot 1 b', negativePrompt: 'text', seed: '9' });
    expect(skipped).toEqual([{ name: 'gone.png', reason: 'picture of shot 2 is missing' }]);
  });

  it('keeps a shot whose picture is missing, and says so', async () => {
    const file = { shots: [{ shotNumber: 1, visualPrompt: 'fox', imagePath: 'keyframes/fox.png' }] };
    const folder = await folderWith({ 'shots.json': JSON.stringify(file) });
    const { shots, skipped } = await readStoryboard(folder);
    expect(shots).toMatchObject([{ number: '1', takes: [] }]);
    expect(skipped).toEqual([{ name: 'keyframes/fox.png', reason: 'picture of shot 1 is missing' }]);
  });

  it('names file, field and what was expected', async () => {
    const cases: [content: string, message: RegExp][] = [
      ['{"shots": [}', /shots\.json is not valid JSON/],
      ['{"shots": 3}', /shots\.json, shots: expected a list of shots/],
      ['{"shots": []}', /shots\.json, shots: expected at least one shot/],
      [
        '{"shots": [{"shotNumber": 1}, {"shotNumber": 2, "duration": "soon"}]}',
        /shots\[1\]\.duration: expected a number of seconds/,
      ],
      ['{"shots": [{"shotNumber": 1, "duration": -2}]}', /shots\[0\]\.duration/],
    ];
    for (const [content, message] of cases) {
      const error = await errorOf(join(await folderWith({ 'shots.json': content }), 'shots.json'));
      expect(error.code, content).toBe('BAD_FILE');
      expect(error.message, content).toMatch(message);
    }
    const manifest = { Keyframes: [{ ShotNumber: 1 }] };
    const folder = await folderWith({
      'shots.json': JSON.stringify(CAMEL),
      'keyframes/manifest.json': JSON.stringify(manifest),
    });
    expect((await errorOf(folder)).message).toMatch(
      /manifest\.json, keyframes\[0\]: expected a ShotNumber and a FilePath/,
    );
  });

  it('throws nothing but errors meant to be read, whatever the file holds', async () => {
    const folder = await folderWith({ 'keyframes/scene_001.png': png });
    const file = join(folder, 'shots.json');
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('1', -1, 0, '', null, [], {}, 'C:\\a\\b.png', '/etc/../x.png'),
    );
    const field = fc.constantFrom(
      'shotNumber',
      'scene_id',
      'duration',
      'prompt',
      'image_path',
      'Seed',
      'scene',
      '__proto__',
    );
    const shots = fc.record({
      shots: fc.array(fc.dictionary(field, values), { maxLength: 4 }),
      characters: values,
      title: values,
    });
    const whole = JSON.stringify(CAMEL);
    const cut = fc
      .tuple(fc.nat(whole.length), fc.nat(12), fc.string({ maxLength: 4 }))
      .map(([at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          shots.map((value) => JSON.stringify(value)),
          fc.json(),
          cut,
        ),
        async (text) => {
          await writeFile(file, text);
          try {
            const found = await readStoryboard(file);
            for (const { takes } of found.shots)
              for (const { path } of takes) expect(path).not.toMatch(/^\/|\.\.|^[A-Za-z]:/);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(ContinuistError);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
