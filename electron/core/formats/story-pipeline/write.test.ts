import { EMPTY_RECORDS, type Records, type Shot, type Take } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { aShot, aTake } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../testing/context.js';
import { shotsFile } from './write.js';

const FILE = `{
  "title_id": "lantern",
  "seed": 18446744073709551615,
  "shots": [
    {
      "shot_number": 1,
      "duration": 4.50,
      "visual_prompt": "a fox",
      "mood": "still",
      "key_elements": ["moon", "snow"]
    },
    {
      "shot_number": 2,
      "duration": 2.0,
      "visual_prompt": "an owl",
      "narration": "Who?"
    }
  ]
}
`;

const regenerated: Take = {
  ...aTake(1),
  id: 'take-new',
  origin: { kind: 'regenerated', fromTakeId: 'take-1', requestId: 'r' },
  path: '.continuist/takes/r.png',
  prompt: 'a (brown owl:1.3)',
  negativePrompt: '',
  round: 1,
};

async function revise(
  text: string,
  format: string,
  pickId: string,
  shots: readonly Shot[] = [aShot(0), aShot(1)],
): Promise<string> {
  const folder = await folderWith({ 'shots.json': text });
  const records: Records = {
    ...EMPTY_RECORDS,
    storyboard: {
      board: {
        id: 'board',
        title: 'Lantern',
        source: { kind: 'pipeline', name: 'shots.json', format },
        styleBrief: '',
        createdAt: 0,
      },
    },
    shot: Object.fromEntries(shots.map((shot, at) => [shot.id, at === 1 ? { ...shot, pickId } : shot])),
    take: { 'take-0': aTake(0), 'take-1': aTake(1), 'take-new': regenerated },
  };
  return shotsFile(contextOf(records, { folder }));
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim().replace(/,$/, ''));

describe('the revised shots file', () => {
  it('changes nothing where nothing was regenerated', async () => {
    const compact = (text: string): string => text.replace(/\s+/g, '');
    expect(compact(await revise(FILE, 'story-pipeline', 'take-1'))).toBe(compact(FILE));
  });

  it('puts the prompt and the picture of the pick in, and leaves every other field as it was written', async () => {
    const revised = lines(await revise(FILE, 'story-pipeline', 'take-new'));
    expect(revised).toContain('"visual_prompt": "a (brown owl:1.3)"');
    expect(revised).toContain('"image_path": ".continuist/takes/r.png"');
    const untouched = lines(FILE).filter(
      (line) => !line.includes('an owl') && !line.includes('[') && line !== '',
    );
    for (const line of untouched) expect(revised).toContain(line);
    expect(revised.join('')).toContain('"key_elements": ["moon""snow"]');
  });

  it('keeps the naming style for fields it has to add', async () => {
    const pascal = FILE.replaceAll('shot_number', 'ShotNumber')
      .replaceAll('visual_prompt', 'VisualPrompt')
      .replaceAll('duration', 'Duration')
      .replaceAll('narration', 'Narration')
      .replaceAll('mood', 'Mood')
      .replaceAll('key_elements', 'KeyElements');
    const revised = JSON.parse(await revise(pascal, 'story-pipeline', 'take-new'));
    expect(revised.shots[1]).toMatchObject({
      VisualPrompt: 'a (brown owl:1.3)',
      ImagePath: '.continuist/takes/r.png',
    });
    expect(Object.keys(revised.shots[1])).not.toContain('imagePath');
  });

  it('puts a changed negative prompt in', async () => {
    const withNegative = FILE.replace('"narration": "Who?"', '"negative_prompt": "day"');
    const revised = JSON.parse(await revise(withNegative, 'story-pipeline', 'take-new'));
    expect(revised.shots[1].negative_prompt).toBe('');
  });

  it('gives each row of a repeated number a shot of its own, also where the file was changed since it was read', async () => {
    const twice = FILE.replace('"shot_number": 2', '"shot_number": 1');
    const shots = [aShot(0), { ...aShot(1), number: '1' }];
    const revised = JSON.parse(await revise(twice, 'story-pipeline', 'take-new', shots));
    expect(revised.shots.map((row: Record<string, unknown>) => row.image_path)).toEqual([
      undefined,
      '.continuist/takes/r.png',
    ]);
  });

  it('makes a shots file for boards that came without one', async () => {
    const revised = JSON.parse(await revise('', 'images', 'take-new'));
    expect(revised).toMatchObject({
      titleId: 'Lantern',
      totalShots: 2,
      shots: [{ shotNumber: '1' }, { shotNumber: '2', visualPrompt: 'a (brown owl:1.3)' }],
    });
  });

  it('says which file can no longer be read', async () => {
    await expect(revise('{', 'story-pipeline', 'take-new')).rejects.toMatchObject({ code: 'BAD_FILE' });
  });
});
