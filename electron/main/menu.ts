/** The system's menu, from the table of actions of the window that is in front. */
import type { MenuEntry } from '@shared/contract/index.js';
import type { MenuItemConstructorOptions } from 'electron';

export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly hasDevTools: boolean;
  /** Of the window in front; none without one, or before its page has said. */
  readonly entries: readonly MenuEntry[];
  readonly run: (id: string) => void;
  readonly newWindow: () => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** Those that stand at a place of their own. */
const PLACED = ['open', 'undo', 'redo', 'new-window'];

export function menuTemplate({
  platform,
  hasDevTools,
  entries,
  run,
  newWindow,
}: MenuParts): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const item = ({ id, title, enabled, ...entry }: MenuEntry): MenuItemConstructorOptions => ({
    id,
    label: title.replaceAll('&', '&&'),
    enabled,
    click: () => run(id),
    ...acceleratorOf(entry, isMac),
  });
  const one = (id: string) => entries.filter((entry) => entry.id === id).map(item);
  const of = (group: string, where: (id: string) => boolean = () => true) =>
    entries
      .filter((entry) => entry.group === group && !PLACED.includes(entry.id) && where(entry.id))
      .map(item);
  const below = (label: string, submenu: MenuItemConstructorOptions[]) =>
    submenu.length > 0 ? [{ label, submenu }] : [];
  const isExport = (id: string) => id.startsWith('export-');
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: parted([
        [{ id: 'new-window', label: 'New window', click: newWindow }, ...one('open')],
        below('Open recent', of('Recent')),
        of('Storyboard', (id) => !isExport(id)),
        below('Export', of('Storyboard', isExport)),
        [{ role: 'close' }, ...(isMac ? [] : [{ role: 'quit' } as const])],
      ]),
    },
    {
      label: 'Edit',
      submenu: parted([
        [...one('undo'), ...one('redo')],
        [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
      ]),
    },
    ...below('Decide', of('Decisions')),
    ...below('Go', of('Moving')),
    ...below('Order', of('Order')),
    {
      label: 'View',
      submenu: parted([
        of('View'),
        of('Viewer'),
        [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'togglefullscreen' },
          ...(hasDevTools ? [{ role: 'toggleDevTools' } as const] : []),
        ],
      ]),
    },
    { label: 'Window', submenu: parted([of('Window'), [{ role: 'minimize' }]]) },
  ];
}

/** The parts that have something in them, a line between each two. */
const parted = (parts: readonly MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] =>
  parts.filter(({ length }) => length > 0).flatMap((part, at) => (at === 0 ? part : [SEPARATOR, ...part]));

const KEYS: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
  '+': 'Plus',
};

/**
 * Keys are the page's, which knows whether the artist is typing; elsewhere the menu only shows them. A Mac knows no key
 * that is only shown, so there only those stand that count while typing too.
 */
function acceleratorOf(
  { key, whileTyping }: Pick<MenuEntry, 'key' | 'whileTyping'>,
  isMac: boolean,
): MenuItemConstructorOptions {
  if (key === '' || (isMac && !whileTyping)) return {};
  const accelerator = key
    .split(/\+(?!$)/)
    .map((part) => KEYS[part] ?? part)
    .join('+');
  return { accelerator, ...(isMac ? {} : { registerAccelerator: false }) };
}
