/** What the fields of shots are called in the files of other tools, and where those stand. */
import { describe, expect, it } from 'vitest';
import { readShots as board } from '../testing/read-storyboard.js';

describe('the words of other tools', () => {
  it.each<[name: string, row: object, shot: object]>([
    [
      'visual and image_prompt',
      { shot_id: 's1', visual: 'A hare.', image_prompt: 'hare' },
      { number: 's1', description: 'A hare.' },
    ],
    ['action', { id: 2, action: 'An owl flies.' }, { number: '2', description: 'An owl flies.' }],
    ['caption', { panel: 3, caption: 'An owl.' }, { number: '3', description: 'An owl.' }],
    ['text', { 'Shot Number': '4A', Text: 'An owl.' }, { number: '4A', description: 'An owl.' }],
    [
      'what is heard, where nothing else is there',
      { shot: 5, dialogue: 'Who?' },
      { number: '5', description: 'Who?' },
    ],
    ['the prompt before what is heard', { shot: 5, dialogue: 'Who?', prompt: 'owl' }, { description: 'owl' }],
    [
      'words in two languages',
      { shot: 1, description: { zh: '猫', en: 'A cat.' } },
      { description: 'A cat.' },
    ],
    ['a list of words', { shot: 1, description: ['A cat', 'a dog'] }, { description: 'A cat, a dog' }],
    [
      'a shot in words, which is no number',
      { shot: 'A long wide shot of 3 owls', text: 'Owls.' },
      { number: '1' },
    ],
    ['a frame by its number', { frame: 12, text: 'Owls.' }, { number: '12' }],
    ['milliseconds', { shot: 1, durationMs: '1500' }, { duration: 1.5 }],
    ['start and end', { shot: 1, startTime: 1.1, endTime: '3.4' }, { duration: 2.3 }],
    ['seconds in words', { shot: 1, duration: '2.5 sec' }, { duration: 2.5 }],
    ['no duration', { shot: 1, duration: 0 }, { duration: null }],
    ['a scene by its number', { shot: 1, scene_number: 7 }, { scene: '7' }],
  ])('reads %s', async (_, row, shot) => {
    expect((await board({ shots: [row] })).shots[0]).toMatchObject(shot);
  });

  it.each<[name: string, root: unknown, shots: (string | null)[][]]>([
    [
      'shots in scenes',
      {
        scenes: [
          { scene_id: 1, shots: [{ shot_id: 1 }, { shot_id: 2 }] },
          { title: 'Mill', shots: [{ shot_id: 3 }] },
        ],
      },
      [
        ['1', 'Scene 1'],
        ['2', 'Scene 1'],
        ['3', 'Mill'],
      ],
    ],
    [
      'scenes by their keys',
      {
        story: { scenes: { 1: { shots: [{ shot_id: 1 }] }, Mill: { shots: { 2: { action: 'An owl.' } } } } },
      },
      [
        ['1', 'Scene 1'],
        ['2', 'Mill'],
      ],
    ],
    ['scenes beside shots', { scenes: [{ scene_id: 9 }], shots: [{ shot_id: 1 }] }, [['1', null]]],
    [
      'scenes without shots',
      { scenes: [{ scene_id: 1, shots: [] }, { scene_id: 2 }] },
      [
        ['1', null],
        ['2', null],
      ],
    ],
    ['a storyboard in an object', { storyboard: { title: 'x', panels: [{ panel: 1 }] } }, [['1', null]]],
    [
      'acts of scenes of shots',
      { acts: [{ scenes: [{ name: 'Mill', shots: [{ shot: 1 }] }] }] },
      [['1', 'Mill']],
    ],
    [
      'an object of shots',
      { shots: { a1: { text: 'x' }, a2: { text: 'y', shot: 7 } } },
      [
        ['a1', null],
        ['7', null],
      ],
    ],
    [
      'an array of scenes with shots',
      [{ scene: 'Mill', shots: [{ shot: 1 }, { shot: 2 }] }],
      [
        ['1', 'Mill'],
        ['2', 'Mill'],
      ],
    ],
    ['frames at the root', { frames: [{ file: 'a.png', caption: 'x' }] }, [['1', null]]],
  ])('reads %s', async (_, root, shots) => {
    expect((await board(root)).shots.map(({ number, scene }) => [number, scene])).toEqual(shots);
  });

  it('makes claims of camera, light, mood, colours, things and place, also of the scene around the shot', async () => {
    const { shots } = await board({
      scenes: [
        {
          location: 'the mill',
          lighting: 'dusk',
          shots: [
            { shot_id: 1, camera: { angle: 'low angle', movement: 'pan' }, lighting: 'night', mood: 'calm' },
            {
              shot_id: 2,
              shotType: 'CU',
              color_palette: ['blue', 'grey'],
              keyElements: [{ name: 'sack' }, 'rope'],
            },
          ],
        },
      ],
    });
    expect(shots.map(({ stated }) => stated?.map(({ kind, words }) => `${kind}: ${words}`))).toEqual([
      ['framing: low angle', 'mood: calm', 'light: night', 'place: the mill'],
      [
        'framing: CU',
        'palette: blue',
        'palette: grey',
        'thing: sack',
        'thing: rope',
        'light: dusk',
        'place: the mill',
      ],
    ]);
  });

  it('says which fields it does not read, once a file', async () => {
    const { skipped } = await board({
      shots: [
        { shot: 1, 'my notes': 'x', narration: 'y' },
        { shot: 2, Extra: 1 },
      ],
    });
    expect(skipped).toEqual([{ name: 'shots.json, fields', reason: 'not read: “my notes”, “Extra”' }]);
  });

  it.each<[root: unknown, message: string]>([
    [
      { scenes: [{ shots: [{ shot: 1 }, { shot: 2, duration: 'soon' }] }] },
      'scenes[0].shots[1].duration: expected a number of seconds above 0',
    ],
    [{ shots: [{ shot: 1, description: true }] }, 'shots[0].description: expected text'],
    [{ shots: [{ shot: 1 }, 'A fox.'] }, 'shots[1]: expected a shot with its fields'],
    [{ Panels: 'none' }, 'Panels: expected a list of shots'],
    [{ other: 1 }, 'shots: expected a list of shots'],
  ])('refuses %j', async (root, message) => {
    await expect(board(root)).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringContaining(`shots.json, ${message}`),
    });
  });
});
