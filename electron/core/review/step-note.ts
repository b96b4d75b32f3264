import type { Records, Request } from '@shared/records/index.js';
import type { StepBack } from './step-back.js';

const numbers = (shotIds: readonly string[], { shot }: Records): string[] =>
  [...new Set(shotIds)].map((id) => shot[id]?.number ?? '?');

const ordered = (requests: readonly Request[]): string[] => requests.map(({ shotId }) => shotId);

/** For the artist: what stayed, and what stopped. '' where the step went as expected. `records` are those before it. */
export function stepNote(
  { kept, stopped, spent, partly }: StepBack,
  changed: boolean,
  records: Records,
): string {
  const [shot] = numbers(ordered(kept), records);
  const [under] = numbers(ordered(stopped), records);
  const [full] = numbers(spent, records);
  const said: string[] = [];
  if (kept.length === 1) said.push(`The picture made for shot ${shot} stays among its takes.`);
  if (kept.length > 1) said.push(`The ${kept.length} pictures made for it stay among the takes.`);
  if (stopped.length === 1) said.push(`The picture under way for shot ${under} is stopped.`);
  if (stopped.length > 1) said.push(`${stopped.length} pictures under way are stopped.`);
  if (spent.length === 1) said.push(`Shot ${full} has had all its rounds and stays as it is.`);
  if (spent.length > 1) said.push(`${spent.length} shots have had all their rounds and stay as they are.`);
  if (partly)
    said.push(
      changed
        ? 'Part of it was changed again later and stays as it is.'
        : 'It was changed again later and stays as it is.',
    );
  else if (!changed && spent.length === 0) said.push('It is already like that.');
  return said.join(' ');
}
