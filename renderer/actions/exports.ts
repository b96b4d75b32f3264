import type { ExportInfo, Info } from '@shared/contract/index.js';
import type { Action } from './action.js';
import { isOpen } from './conditions.js';

const exporting = ({ id, title, keys }: ExportInfo): Action => ({
  id: `export-${id}`,
  title,
  group: 'Storyboard',
  keys,
  enabled: isOpen,
  run: async (context) => {
    const made = await context.call((api) => api.exports.make({ id }));
    if (!made) return;
    if ('token' in made) context.download(made.token, made.name);
    context.say(`${'token' in made ? made.name : made.saved} is exported.`);
  },
});

const known = new WeakMap<Info, readonly Action[]>();

/** One action for each way to write the board that the program has, in the order of the menu. */
export function exportActions(info: Info | null): readonly Action[] {
  if (!info) return [];
  const actions = known.get(info) ?? info.exports.map(exporting);
  known.set(info, actions);
  return actions;
}
