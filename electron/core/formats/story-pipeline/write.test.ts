import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Records } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { describe, expect, it } from 'vitest';
import { fillFromPictures } from '../fill-from-pictures.js';
import type { ImportedStoryboard } from '../imported.js';
import { inputAt } from '../input.js';
import { contextOf } from '../testing/context.js';
import { type Made, recordsOf } from '../testing/records-of.js';
import { readShotsFile } from './read.js';
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

const NEW: Made = {
  path: '.continuist/takes/r.png',
  prompt: 'a (brown owl:1.3)',
  negativePrompt: '',
  seed: '18446744073709551614',
};
const PICTURES = { 'keyframes/scene_1.png': '', 'keyframes/scene_2.png': '', [NEW.path]: '' };

const read = async (file: string): Promise<ImportedStoryboard> =>
  fillFromPictures(await readShotsFile(await inputAt(file)), async () => null);

/** The file of a board whose second shot has a new picture, or none. `changed`: what the file became since it was read. */
async function revise(text: string, made: Made | null, changed = text): Promise<string> {
  const folder = await folderWith({ 'shots.json': text, ...PICTURES });
  const records = recordsOf(await read(join(folder, 'shots.json')), (at) => (at === 1 ? made : null));
  await writeFile(join(folder, 'shots.json'), changed);
  return shotsFile(contextOf(records, { folder }, { target: folder }));
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim().replace(/,$/, ''));

describe('the revised shots file', () => {
  it('changes nothing where nothing was regenerated', async () => {
    expect(await revise(FILE, null)).toBe(FILE);
  });

  it('changes nothing where the row itself says which of its pictures counts', async () => {
    const listed = '"images": ["keyframes/scene_1.png", {"path": "keyframes/scene_2.png", "selected": true}]';
    const text = FILE.replace('"mood": "still"', listed);
    expect(text).toContain(listed);
    expect(await revise(text, null)).toBe(text);
  });

  it('puts the prompt and the picture of the pick in, and leaves every other field as it was written', async () => {
    const revised = lines(await revise(FILE, NEW));
    expect(revised).toContain('"visual_prompt": "a (brown owl:1.3)"');
    expect(revised).toContain('"image_path": ".continuist/takes/r.png"');
    const untouched = lines(FILE).filter(
      (line) => !line.includes('an owl') && !line.includes('[') && line !== '',
    );
    for (const line of untouched) expect(revised).toContain(line);
    expect(revised.join('')).toContain('"key_elements": ["moon", "snow"]');
  });

  it.each(['null', '""'])('fills a field that is there for it and says %s', async (nothing) => {
    const empty = FILE.replace(
      '"narration": "Who?"',
      `"image": ${nothing},\n      "seed": ${nothing},\n      "mood": "still"`,
    );
    const [, shot] = JSON.parse(await revise(empty, NEW)).shots;
    expect(shot).not.toHaveProperty('image_path');
    expect(shot).toMatchObject({ image: NEW.path, mood: 'still' });
  });

  it('keeps the naming style for fields it has to add', async () => {
    const pascal = FILE.replaceAll('shot_number', 'ShotNumber')
      .replaceAll('visual_prompt', 'VisualPrompt')
      .replaceAll('duration', 'Duration')
      .replaceAll('narration', 'Narration')
      .replaceAll('mood', 'Mood')
      .replaceAll('key_elements', 'KeyElements');
    const revised = JSON.parse(await revise(pascal, NEW));
    expect(revised.shots[1]).toMatchObject({
      VisualPrompt: 'a (brown owl:1.3)',
      ImagePath: '.continuist/takes/r.png',
    });
    expect(Object.keys(revised.shots[1])).not.toContain('imagePath');
  });

  it('puts a changed negative prompt in', async () => {
    const withNegative = FILE.replace('"narration": "Who?"', '"negative_prompt": "day"');
    const revised = JSON.parse(await revise(withNegative, NEW));
    expect(revised.shots[1].negative_prompt).toBe('');
  });

  it('gives each row of a repeated number a shot of its own, also where the file was changed since it was read', async () => {
    const twice = FILE.replace('"shot_number": 2', '"shot_number": 1');
    const pathsOf = (text: string) =>
      JSON.parse(text).shots.map((row: Record<string, unknown>) => row.image_path);
    expect(pathsOf(await revise(twice, NEW))).toEqual([undefined, NEW.path]);
    const first = '{"shot_number": 7, "visual_prompt": "a new first shot"},';
    const grown = FILE.replace('"shots": [', `"shots": [${first}`);
    expect(pathsOf(await revise(FILE, NEW, grown))).toEqual([undefined, undefined, NEW.path]);
    const again = FILE.replace(
      '"narration": "Who?"\n    }',
      '"narration": "Who?"\n    }, {"shot_number": 2}',
    );
    expect(pathsOf(await revise(FILE, NEW, again))).toEqual([undefined, NEW.path, undefined]);
  });

  it('puts the seed in as the row writes it, to the last digit', async () => {
    expect(lines(await revise(FILE, NEW))).toContain('"seed": 18446744073709551614');
    const text = FILE.replace('"narration": "Who?"', '"Seed": "5"');
    expect(lines(await revise(text, NEW))).toContain('"Seed": "18446744073709551614"');
  });

  it('puts in what the artist changed where no picture was made of it', async () => {
    const folder = await folderWith({ 'shots.json': FILE, ...PICTURES });
    const records = recordsOf(await read(join(folder, 'shots.json')));
    const [first, second] = Object.values(records.shot);
    const shot = {
      [first?.id ?? '']: { ...first, prompt: 'a red fox' },
      [second?.id ?? '']: { ...second, description: 'An owl at night.', negativePrompt: 'fog' },
    };
    const context = contextOf({ ...records, shot } as Records, { folder }, { target: folder });
    const { shots } = JSON.parse(await shotsFile(context));
    expect(shots[0]).toMatchObject({ visual_prompt: 'a red fox', scene_description: 'a fox' });
    expect(shots[1]).toMatchObject({
      visual_prompt: 'an owl',
      scene_description: 'An owl at night.',
      negative_prompt: 'fog',
    });
    expect(Object.keys(shots[0])).not.toContain('image_path');
  });

  it('replaces words and paths where they stand, in objects of their own, and lists what the row named before', async () => {
    const text = `[{"shot_id": 1, "prompt": {"positive": "a fox", "negative": "fog"}, "image": {"path": "keyframes/scene_1.png"}},
 {"shot_id": 2, "text": "An owl.", "prompt": {"positive": "an owl", "negative": "fog"}, "image": {"path": "keyframes/scene_2.png"}}]`;
    const revised = await revise(text, { ...NEW, negativePrompt: 'day', seed: null });
    const [head, tail] = text.split('\n');
    const takes = `"takes": [{"image_path": "keyframes/scene_2.png", "visual_prompt": "an owl", "negative_prompt": "fog"}, {"image_path": "${NEW.path}", "visual_prompt": "${NEW.prompt}", "negative_prompt": "day"}]`;
    const row = tail
      ?.replace('an owl', NEW.prompt)
      .replace('fog', 'day')
      .replace('keyframes/scene_2.png', NEW.path);
    expect(revised).toBe(`${head}\n${row?.replace('"}}]', `"}, ${takes}}]`)}`);
  });

  it('makes a shots file for boards that came without one', async () => {
    const folder = await folderWith({ 'shots.json': FILE, ...PICTURES });
    const board = await read(join(folder, 'shots.json'));
    const source = { ...board.source, kind: 'images', format: 'images' };
    const records = recordsOf({ ...board, source }, (at) => (at === 1 ? NEW : null));
    const text = await shotsFile(contextOf(records, { folder }, { target: folder }));
    expect(text).toContain('"seed": 18446744073709551614,');
    expect(JSON.parse(text)).toMatchObject({
      titleId: 'lantern',
      totalShots: 2,
      shots: [
        { shotNumber: '1' },
        { shotNumber: '2', visualPrompt: 'a (brown owl:1.3)', imagePath: NEW.path },
      ],
    });
  });

  it('takes the other takes along to another folder, in the list of the row or in one of its own', async () => {
    const text = `{"shots": [
{"ShotNumber": 1, "Description": "A.", "VisualPrompt": "a fox", "Images": [{"Path": "keyframes/a.png", "Prompt": "red", "Rank": 1}, {"Path": "gone.png"}]},
{"ShotNumber": 2, "Description": "B.", "VisualPrompt": "an owl", "Variants": ["keyframes/b.png", "keyframes/c.png"]},
{"ShotNumber": 3, "VisualPrompt": "a mule"},
{"ShotNumber": 4, "VisualPrompt": "a well"}]}`;
    const names = ['a', 'b', 'c', 'shot_3_v1', 'shot_3_v2', 'shot_4'];
    const pictures = Object.fromEntries(names.map((name) => [`keyframes/${name}.png`, '']));
    const folder = await folderWith({ 'shots.json': text, ...pictures, [NEW.path]: '' });
    const records = recordsOf(await read(join(folder, 'shots.json')), (at) => (at < 2 ? NEW : null));
    const revised = await shotsFile(contextOf(records, { folder }, { target: join(folder, 'next') }));
    const words = `"VisualPrompt": "${NEW.prompt}"`;
    const entry = `{"ImagePath": "../${NEW.path}", ${words}, "Seed": ${NEW.seed}}`;
    const own = `"ImagePath": "../${NEW.path}", "Seed": ${NEW.seed}`;
    const third = (name: string) => `{"ImagePath": "../keyframes/${name}.png", "VisualPrompt": "a mule"}`;
    expect(revised.split('\n').slice(1)).toEqual([
      `{"ShotNumber": 1, "Description": "A.", ${words}, "Images": [{"Path": "../keyframes/a.png", "Prompt": "red", "Rank": 1}, {"Path": "gone.png"}, ${entry}], ${own}},`,
      `{"ShotNumber": 2, "Description": "B.", ${words}, "Variants": ["../keyframes/b.png", "../keyframes/c.png", "../${NEW.path}"], ${own}},`,
      `{"ShotNumber": 3, "VisualPrompt": "a mule", "ImagePath": "../keyframes/shot_3_v2.png", "Takes": [${third('shot_3_v1')}, ${third('shot_3_v2')}]},`,
      '{"ShotNumber": 4, "VisualPrompt": "a well", "ImagePath": "../keyframes/shot_4.png"}]}',
    ]);
  });

  it('says what stands beside pictures and cannot go along', async () => {
    const folder = await folderWith({
      'shots.json': FILE,
      ...PICTURES,
      'keyframes/scene_2.json': '{"steps": 30}',
    });
    const records = recordsOf(await read(join(folder, 'shots.json')));
    const notes: string[] = [];
    const write = (target: string) =>
      shotsFile(contextOf(records, { folder }, { target }), (text) => void notes.push(text));
    await write(folder);
    expect(notes).toEqual([]);
    await write(join(folder, 'next'));
    expect(notes).toEqual([expect.stringContaining('(model, steps, guidance)')]);
  });

  it('says which file can no longer be read', async () => {
    await expect(revise(FILE, null, '{')).rejects.toMatchObject({ code: 'BAD_FILE' });
  });
});
