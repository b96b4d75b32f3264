/** The terminal that the web host runs in: Enter asks for another address, and a question of the program is answered there. */

import { createInterface } from 'node:readline';
import type { Person } from '@core/consent/index.js';

export interface Keyboard {
  /** Null where nobody sees the question or can answer it. */
  readonly person: Person | null;
  /** Calls `act` for every line that answers no question. */
  onLine(act: () => void): void;
  close(): void;
}

interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: { readonly isTTY?: boolean };
  print(text: string): void;
}

const NONE: Keyboard = { person: null, onLine: () => undefined, close: () => undefined };

export function keyboard({ input, output, print }: Terminal): Keyboard {
  if (!input.isTTY || !output.isTTY) return NONE;
  let otherwise = (): void => undefined;
  let answer: ((line: string) => void) | null = null;
  const lines = createInterface({ input });
  lines.on('line', (line) => {
    if (answer) answer(line);
    else otherwise();
  });

  const ask = async (text: string, signal: AbortSignal): Promise<boolean> => {
    print(
      `\nThe window asks for this:\n\n${indented(text)}\n\nAllow it? Type y and press Enter; anything else is a no.`,
    );
    const line = await new Promise<string | null>((resolve) => {
      answer = resolve;
      signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    answer = null;
    const isYes = line?.trim().toLowerCase() === 'y';
    print(
      line === null
        ? 'The window took the question back.'
        : isYes
          ? 'Allowed.'
          : 'Not allowed. Nothing was changed.',
    );
    return isYes;
  };
  return {
    person: { where: 'terminal', ask },
    onLine: (act) => {
      otherwise = act;
    },
    close: () => lines.close(),
  };
}

const indented = (text: string): string => text.replace(/^/gm, '  ');
