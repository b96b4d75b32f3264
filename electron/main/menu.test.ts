import type { MenuEntry } from '@shared/contract/index.js';
import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { menuTemplate } from './menu.js';

const entry = (id: string, group: string, change: Partial<MenuEntry> = {}): MenuEntry => ({
  id,
  title: id,
  group,
  key: '',
  whileTyping: false,
  enabled: true,
  ...change,
});

const ENTRIES = [
  entry('open', 'Storyboard', { title: 'Open…', key: 'Mod+O', whileTyping: true }),
  entry('analyse', 'Storyboard', { key: 'A', enabled: false }),
  entry('undo', 'Storyboard', { key: 'Mod+Z' }),
  entry('export-pdf', 'Storyboard', { title: 'PDF & more' }),
  entry('recent-a', 'Recent', { title: 'Lantern' }),
  entry('approve', 'Decisions', { key: 'P' }),
  entry('next-shot', 'Moving', { key: 'ArrowRight' }),
  entry('zoom-in', 'Viewer', { key: '+' }),
  entry('view-grid', 'View', { key: 'G' }),
  entry('new-window', 'Window', { key: 'Mod+Shift+N' }),
  entry('settings', 'Window', { key: 'Mod+,', whileTyping: true }),
];

const ran: string[] = [];
const menu = (platform: NodeJS.Platform, entries: readonly MenuEntry[] = ENTRIES, hasDevTools = false) =>
  menuTemplate({
    platform,
    hasDevTools,
    entries,
    run: (id) => ran.push(id),
    newWindow: () => ran.push('new window'),
  });

const words = (items: readonly MenuItemConstructorOptions[]): unknown[] =>
  items.map(({ label, role, type, submenu }) =>
    Array.isArray(submenu)
      ? [label, ...words(submenu)]
      : (label ?? role ?? (type === 'separator' ? '—' : '?')),
  );

const all = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
const found = (platform: NodeJS.Platform, id: string) => all(menu(platform)).find((item) => item.id === id);

it('has each action of the window at its place, once', () => {
  expect(words(menu('linux'))).toEqual([
    [
      'File',
      ...['New window', 'Open…', '—'],
      ['Open recent', 'Lantern'],
      ...['—', 'analyse', '—'],
      ['Export', 'PDF && more'],
      ...['—', 'close', 'quit'],
    ],
    ['Edit', 'undo', '—', 'cut', 'copy', 'paste', 'selectAll'],
    ['Decide', 'approve'],
    ['Go', 'next-shot'],
    ['View', ...['view-grid', '—', 'zoom-in', '—', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen']],
    ['Window', 'settings', '—', 'minimize'],
  ]);
});

it('is what the system needs where no window has said anything', () => {
  expect(words(menu('darwin', [], true))).toEqual([
    'appMenu',
    ['File', 'New window', '—', 'close'],
    ['Edit', 'cut', 'copy', 'paste', 'selectAll'],
    ['View', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'toggleDevTools'],
    ['Window', 'minimize'],
  ]);
});

it('shows whether each can be done, and runs it', () => {
  expect(found('linux', 'analyse')).toMatchObject({ enabled: false });
  expect(found('linux', 'approve')).toMatchObject({ enabled: true });
  for (const id of ['approve', 'new-window'])
    found('linux', id)?.click?.({} as never, undefined, {} as never);
  expect(ran).toEqual(['approve', 'new window']);
});

it.each([
  ['linux', 'approve', { accelerator: 'P', registerAccelerator: false }],
  ['win32', 'next-shot', { accelerator: 'Right', registerAccelerator: false }],
  ['linux', 'zoom-in', { accelerator: 'Plus', registerAccelerator: false }],
  ['darwin', 'open', { accelerator: 'CmdOrCtrl+O' }],
  ['darwin', 'settings', { accelerator: 'CmdOrCtrl+,' }],
] as const)('on %s the key of %s is shown as %j, and the page’s own to answer', (platform, id, shown) => {
  expect(found(platform, id)).toMatchObject(shown);
});

it('a Mac takes no key from what is typed', () => {
  for (const id of ['approve', 'undo', 'zoom-in'])
    expect(found('darwin', id)).not.toHaveProperty('accelerator');
});
