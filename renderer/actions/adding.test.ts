import type { Command } from '@shared/commands/index.js';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../board/index.js';
import { desk } from './testing/desk.js';

const sentBy = (sent: readonly Command[]) => sent[0] as Extract<Command, { type: 'add-shot' }>;

describe('the key that puts a shot in', () => {
  it('puts it behind the one on the screen, goes there and lets its description be typed', async () => {
    const { run, sent, session } = desk({ shotId: 's1', selected: ['s1', 's2'] });
    expect(await run('add-shot')).toBe(true);
    const { shotId, ...rest } = sentBy(sent);
    expect(rest).toEqual({ type: 'add-shot', beside: 's1', side: 'after', description: '' });
    expect(session()).toMatchObject({
      shotId,
      selected: [],
      editing: 'description',
      ordered: 'A shot was added after shot 2.',
    });
  });

  it('shows all shots where the filter would hide it, and comes back where it was refused', async () => {
    const filtered = desk({ shotId: 's1', filter: { ...NO_FILTER, show: 'flagged' } });
    await filtered.run('add-shot');
    expect(filtered.session().filter).toEqual(NO_FILTER);
    const refused = desk({ shotId: 's1' }, {}, false);
    await refused.run('add-shot');
    expect(refused.session()).toMatchObject({ shotId: 's1', editing: null, ordered: '' });
  });
});

describe('the key that doubles', () => {
  it('goes to the copy of a single shot', async () => {
    const { run, sent, session } = desk({ shotId: 's1' });
    expect(await run('double-shots')).toBe(true);
    const [command] = sent as Extract<Command, { type: 'double-shots' }>[];
    expect(command?.shotIds).toEqual(['s1']);
    expect(session()).toMatchObject({ shotId: command?.copyIds[0], ordered: 'Shot 2 was doubled.' });
  });

  it('doubles several in the order of the story, each with an id of its own, and stays', async () => {
    const { run, sent, session } = desk({ shotId: 's3', selected: ['s3', 's1'] });
    await run('double-shots');
    const [command] = sent as Extract<Command, { type: 'double-shots' }>[];
    expect(command?.shotIds).toEqual(['s1', 's3']);
    expect(new Set(command?.copyIds).size).toBe(2);
    expect(session()).toMatchObject({ shotId: 's3', ordered: 'Shots 2 and 4 were doubled.' });
    // The flagged one stands before the other here, and behind it in the story.
    const sorted = desk({ shotId: 's3', selected: ['s3', 's0'], sort: 'worst' });
    await sorted.run('double-shots');
    expect(sorted.sent).toMatchObject([{ shotIds: ['s0', 's3'] }]);
    const refused = desk({ shotId: 's1' }, {}, false);
    await refused.run('double-shots');
    expect(refused.session()).toMatchObject({ shotId: 's1', ordered: '' });
  });
});
