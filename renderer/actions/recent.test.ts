import type { RecentStoryboard } from '@shared/contract/index.js';
import { expect, it } from 'vitest';
import { menuOf } from './menu.js';
import { desk, INFO } from './testing/desk.js';

const recent: readonly RecentStoryboard[] = [
  { token: 'a', title: 'Lantern', folder: 'boards', openedAt: 2, missing: false },
  { token: 'b', title: 'Harbour', folder: 'boards', openedAt: 1, missing: true },
];

it('storyboards that were opened before are actions; what is gone says so and cannot be opened', async () => {
  const { run, happened, state } = desk({ recent }, {}, true, {
    open: { board: async ({ token }: { token: string }) => ({ shots: 1, told: [`opened ${token}`] }) },
  });
  await run('recent-a');
  expect(happened).toContain('opened a');
  expect(menuOf(state()).filter(({ group }) => group === 'Recent')).toEqual([
    { id: 'recent-a', title: 'Lantern', group: 'Recent', key: '', whileTyping: false, enabled: true },
    {
      id: 'recent-b',
      title: 'Harbour (not where it was)',
      group: 'Recent',
      key: '',
      whileTyping: false,
      enabled: false,
    },
  ]);
});

it('the menu has every action of the table, with the artist’s own key, and whether it can be done', () => {
  const { state } = desk({ info: INFO, shotId: 's1' }, { keys: { approve: ['j'] } });
  const menu = new Map(menuOf(state()).map((entry) => [entry.id, entry]));
  expect(menu.get('approve')).toMatchObject({ key: 'j', enabled: true, whileTyping: false });
  expect(menu.get('open')).toMatchObject({ key: 'Mod+O', whileTyping: true });
  expect(menu.get('export-csv')).toMatchObject({ title: 'Export a table', enabled: true });
  expect(menu.get('cancel-analysis')?.enabled).toBe(false);
});
