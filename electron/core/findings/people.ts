import { OPEN_CROWD, PEOPLE } from '@core/claims/index.js';

/** Whether a noun phrase is somebody: "a girl in a red coat". */
export function isPerson(text: string): boolean {
  const head = text
    .replace(/ (?:in|with) .*/, '')
    .split(' ')
    .at(-1) as string;
  return PEOPLE[head] !== undefined || OPEN_CROWD.has(head);
}
