import type { ExportInfo, Info } from '@shared/contract/index.js';
import type { Action, ActionContext } from './action.js';
import { isOpen } from './conditions.js';

/** Without choices, as the options are otherwise. False where it was cancelled, or could not be made. */
export async function makeExport(
  { call, download, say }: Pick<ActionContext, 'call' | 'download' | 'say'>,
  id: string,
  choices: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const made = await call((api) => api.exports.make({ id, choices }));
  if (!made) return false;
  if ('token' in made) download(made.token, made.name);
  say(`${'token' in made ? made.name : made.saved} is exported.`, made.notes.join(' '));
  return true;
}

/** Where there is something to choose, a dialog asks first. */
const exporting = ({ id, title, keys, options }: ExportInfo): Action => ({
  id: `export-${id}`,
  title: options.length > 0 ? `${title}…` : title,
  group: 'Storyboard',
  keys,
  enabled: isOpen,
  run: async (context) =>
    options.length > 0
      ? context.session({ dialog: 'export', exporting: id })
      : void (await makeExport(context, id)),
});

const known = new WeakMap<Info, readonly Action[]>();

/** One action for each way to write the board that the program has, in the order of the menu. */
export function exportActions(info: Info | null): readonly Action[] {
  if (!info) return [];
  const actions = known.get(info) ?? info.exports.map(exporting);
  known.set(info, actions);
  return actions;
}
