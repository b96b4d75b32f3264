/** What breaks in the window goes to the host's log: nobody reads the console of a window. */
import type { Defect } from '@shared/contract/index.js';
import { ask } from './host.js';

const textOf = (thrown: unknown): Pick<Defect, 'message' | 'stack'> =>
  thrown instanceof Error
    ? { message: thrown.message, stack: thrown.stack ?? '' }
    : { message: String(thrown), stack: '' };

/** `part` names it as the artist would; `within`: the components it broke in. */
export function reportDefect(part: string, thrown: unknown, within = ''): void {
  const { message, stack } = textOf(thrown);
  const defect: Defect = {
    part: part.slice(0, 100),
    message: message.slice(0, 1000),
    stack: `${stack}${within && `\n${within.trim()}`}`.slice(0, 20_000),
  };
  void ask((api) => api.defect(defect));
}
