import { describe, expect, it } from 'vitest';
import { desk } from './testing/desk.js';

/** Five shots in these scenes. */
function inScenes(scenes: readonly (string | null)[], session: Parameters<typeof desk>[0]) {
  const made = desk(session);
  const { records } = made.state().document;
  const shots = Object.values(records.shot).map((one) => [
    one.id,
    { ...one, scene: scenes[one.position] ?? null },
  ]);
  made.change({ shot: Object.fromEntries(shots) });
  return made;
}
const SCENES = ['3', '3', '3', 'Mill', 'Mill'];

describe('scenes by key', () => {
  it('are split before the shot on the screen, and the name of the new one can be typed', async () => {
    const { run, sent, session } = inScenes(SCENES, { shotId: 's1' });
    expect(await run('split-scene')).toBe(true);
    expect(sent).toEqual([{ type: 'split-scene', shotId: 's1', scene: '3A' }]);
    expect(session()).toMatchObject({ namingScene: 's1', ordered: 'Scene 3A begins with shot 2.' });
    expect(await inScenes(SCENES, { shotId: 's3' }).run('split-scene')).toBe(false);
  });

  it('are joined with the next where there is one', async () => {
    const { run, sent, session } = inScenes(SCENES, { shotId: 's1' });
    expect(await run('join-scenes')).toBe(true);
    expect(sent).toEqual([{ type: 'join-scenes', shotId: 's1' }]);
    expect(session().ordered).toBe('Scene 3 goes on with shot 4.');
    expect(await inScenes(SCENES, { shotId: 's4' }).run('join-scenes')).toBe(false);
  });

  it('are named from their first shot on, where they have a name', async () => {
    const { run, session } = inScenes(SCENES, { shotId: 's2' });
    expect(await run('rename-scene')).toBe(true);
    expect(session().namingScene).toBe('s0');
    expect(await inScenes([null, null, null], { shotId: 's2' }).run('rename-scene')).toBe(false);
  });

  it('are made of what is chosen, under the first number that is free', async () => {
    const { run, sent, session } = inScenes(['1', '1', null, null, null], {
      shotId: 's3',
      selected: ['s4', 's3'],
    });
    expect(await run('make-scene')).toBe(true);
    expect(sent).toEqual([{ type: 'make-scene', shotIds: ['s3', 's4'], scene: '2' }]);
    expect(session()).toMatchObject({ namingScene: 's3', ordered: 'Scene 2 was made.' });
  });

  it('stay as they are in another order than the story’s', async () => {
    const session = { shotId: 's1', sort: 'worst' } as const;
    for (const id of ['split-scene', 'join-scenes', 'make-scene'])
      expect(await inScenes(SCENES, session).run(id)).toBe(false);
  });
});
