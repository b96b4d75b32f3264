import type { Defect } from '@shared/contract/index.js';
import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

/** Different ones that are logged in one run of the host: a window that breaks again and again fills no disk. */
const MOST = 100;

/** Each defect is logged once, as an error with the window's own stack. */
export function windowDefects(log: (thrown: unknown) => void): (defect: Defect) => void {
  const known = new Set<string>();
  return ({ part, message, stack }) => {
    const sentence = `${part}: ${message}`;
    if (known.has(sentence) || known.size >= MOST) return;
    known.add(sentence);
    log(Object.assign(new Error(sentence), { name: 'WindowDefect', stack }));
  };
}

export const defectRoutes = ({ defect }: Implementer, { application }: Seat) => {
  const report = windowDefects(application.options.log);
  return {
    defect: defect.handler(({ input }) => {
      report(input);
      return {};
    }),
  };
};
