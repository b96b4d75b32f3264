/** Measures pictures before their turn: while judge and eye look at one, a core is free for the next. */
import type { Measures } from '@core/measures/index.js';
import type { FrameMeasures } from '@shared/analysis.js';

/**
 * As `measures`; with each picture that is measured the one that `next` names is begun, null = none. What goes wrong with
 * that is told to who asks for it in its turn.
 */
export function measuredAhead(measures: Measures, next: () => Promise<string | null>): Measures {
  const begun = new Map<string, Promise<FrameMeasures>>();
  /** Their turn has come: another lane may have taken one while it was looked for. */
  const inTurn = new Set<string>();
  async function beginNext(): Promise<void> {
    const file = await next();
    if (file === null || begun.has(file) || inTurn.has(file)) return;
    const measured = measures.measure(file);
    measured.catch(() => undefined);
    begun.set(file, measured);
  }
  return {
    ...measures,
    measure(file) {
      const measured = begun.get(file) ?? measures.measure(file);
      begun.delete(file);
      inTurn.add(file);
      // A picture that is gone is told of in its turn as well.
      beginNext().catch(() => undefined);
      return measured;
    },
  };
}
