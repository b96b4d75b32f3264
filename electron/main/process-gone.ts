/** What becomes of the program when one of the processes that Chromium started for it is gone. */
import type { Lost } from '@shared/contract/index.js';
import type { Details } from 'electron';

/** As the log has it; null where nothing went wrong: the model's process is ended whenever it rests. */
export function loggedOf({ type, name, serviceName, reason, exitCode }: Details): Error | null {
  if (reason === 'clean-exit' || reason === 'killed') return null;
  return new Error(`a process ended: ${name ?? serviceName ?? type}, ${reason} (exit code ${exitCode})`);
}

const SAFE = 'Nothing is lost: your decisions are saved, and work that is under way goes on.';

/**
 * As the artist is told, of what can be seen: Chromium starts its own processes again by itself. Of the model's process
 * the application says itself what became of it.
 */
export function toldOf({ type, reason }: Pick<Details, 'type' | 'reason'>): Lost | null {
  if (type !== 'GPU' || reason === 'clean-exit') return null;
  const message = 'The process that draws the windows stopped working.';
  if (reason === 'launch-failed')
    return {
      message,
      hint: `${SAFE} It cannot be started again, so the windows are drawn without the graphics card and may be slower. A newer driver of the card, or another start of this machine, may help.`,
    };
  return {
    message,
    hint: `${SAFE} It is started again by itself; the windows may flicker. If it happens often, install a newer driver of the graphics card, or let the judge run on the processor: Settings, “Models and devices”.`,
  };
}
