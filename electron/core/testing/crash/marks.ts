/** What a process that is to be killed says of itself, one line each: written at once, since the next moment may be its last. */
import { writeSync } from 'node:fs';

function say(line: string): void {
  for (;;) {
    try {
      writeSync(1, `${line}\n`);
      return;
    } catch (thrown) {
      // The pipe is full while its reader is busy.
      if ((thrown as NodeJS.ErrnoException).code !== 'EAGAIN') throw thrown;
    }
  }
}

/** From here on until `ended` a kill falls into this phase. */
export const began = (phase: string): void => say(`B ${phase}`);

export const ended = (): void => say('E');

/** What must be there from now on. */
export const acknowledged = (what: string): void => say(`A ${what}`);

/** Nothing more will begin. */
export const idle = (): void => say('I');
