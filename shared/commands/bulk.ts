/** Several commands as one: all of them or none, one event, one step of undo. */
import { z } from 'zod';
import { ContinuistError, rebuiltError } from '../errors.js';
import { type Records, ScratchRecords, type Write } from '../records/index.js';
import { define } from './definition.js';
import { namesOf } from './names.js';
import { definitionOf, type Single, single } from './single.js';

const shotsOf = (commands: readonly Single[], records: Records): readonly string[] => [
  ...new Set(commands.flatMap((command) => definitionOf(command).shots(command, records))),
];

interface Refusal {
  readonly command: Single;
  readonly error: ContinuistError;
}

/** The first refusal's error; its message names every shot that stood in the way. */
function refusalOf(refusals: readonly Refusal[], records: Records): ContinuistError | null {
  const [first] = refusals;
  if (!first) return null;
  const shotIds = shotsOf(
    refusals.map(({ command }) => command),
    records,
  );
  const { code, data, message } = first.error.toData();
  const why = shotIds.length > 0 ? `Nothing was changed because of ${namesOf(shotIds, records)}. ` : '';
  return rebuiltError({
    code,
    message: `${why}${message}`,
    hint: first.error.hint,
    data: { ...data, shotIds },
  });
}

/** What all are called, or as much of it as they share: to approve with new words and as it is are both to approve. */
function sharedLabel(labels: readonly string[], shots: string): string {
  const [first = ''] = labels;
  if (labels.every((label) => label === first)) return first;
  const verb = first.slice(0, Math.max(0, first.indexOf(shots)));
  return verb && labels.every((label) => label.startsWith(verb + shots)) ? verb + shots : `Change ${shots}`;
}

export const bulk = define(
  'bulk',
  { commands: z.array(single).min(1).max(100_000) },
  {
    apply: (records, { commands }, inputs) => {
      const scratch = new ScratchRecords(records);
      const all: Write[] = [];
      const refusals: Refusal[] = [];
      commands.forEach((command, index) => {
        try {
          const own = { ...inputs, id: `${inputs.id}-${index}` };
          const writes = definitionOf(command).apply(scratch.records, command, own);
          for (const write of writes) scratch.write(write);
          all.push(...writes);
        } catch (thrown) {
          if (!(thrown instanceof ContinuistError)) throw thrown;
          refusals.push({ command, error: thrown });
        }
      });
      const refusal = refusalOf(refusals, records);
      if (refusal) throw refusal;
      return all;
    },
    label: ({ commands }, shots, records) =>
      sharedLabel(
        commands.map((command) => definitionOf(command).label(command, shots, records)),
        shots,
      ),
    shots: ({ commands }, records) => shotsOf(commands, records),
  },
);
