import type { Records, Request } from '@shared/records/index.js';
import type { StepBack } from './step-back.js';

const numbers = (requests: readonly Request[], { shot }: Records): string[] => [
  ...new Set(requests.map(({ shotId }) => shot[shotId]?.number ?? '?')),
];

/** For the artist: what stayed, and what stopped. '' where the step went as expected. `records` are those before it. */
export function stepNote({ kept, stopped, partly }: StepBack, changed: boolean, records: Records): string {
  const [shot] = numbers(kept, records);
  const [under] = numbers(stopped, records);
  const said: string[] = [];
  if (kept.length === 1) said.push(`The picture made for shot ${shot} stays among its takes.`);
  if (kept.length > 1) said.push(`The ${kept.length} pictures made for it stay among the takes.`);
  if (stopped.length === 1) said.push(`The picture under way for shot ${under} is stopped.`);
  if (stopped.length > 1) said.push(`${stopped.length} pictures under way are stopped.`);
  if (partly)
    said.push(
      changed
        ? 'Part of it was changed again later and stays as it is.'
        : 'It was changed again later and stays as it is.',
    );
  else if (!changed) said.push('Everything is like that already.');
  return said.join(' ');
}
