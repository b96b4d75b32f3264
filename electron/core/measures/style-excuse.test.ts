import { expect, it } from 'vitest';
import { askedIn } from './deliberate.js';
import { styleExcuse } from './style-excuse.js';

const measure = (name: string) => ({ name, value: 3, unit: '', z: 9, flagged: true });
const style = (names: readonly string[], sign: string | null = null, flagged = true) => ({
  flagged,
  measures: names.map(measure),
  difference: sign === null ? null : { words: [], detail: '', sign: { name: sign, words: '' } },
});
const excuse = (of: ReturnType<typeof style>, description: string) =>
  styleExcuse(of as Parameters<typeof styleExcuse>[0], description);

it('a frame that leaves the style of the others is excused by weather, blur or grain that its description asks for', () => {
  expect(excuse(style(['texture']), 'She walks on in the rain.')).toBe('rain');
  expect(excuse(style(['texture']), 'A grainy street.')).toBe('grainy');
  expect(excuse(style(['texture']), 'A street, out of focus, in the Rain.')).toBe('Rain');
  expect(excuse(style(['texture']), 'She walks on, no rain.')).toBeNull();
  expect(excuse(style(['texture']), 'She walks on.')).toBeNull();
});

it('other colours are not, but where they are only faded', () => {
  for (const name of ['colour', 'saturation']) {
    expect(excuse(style([name]), 'She walks on in the rain.')).toBeNull();
    expect(excuse(style([name], 'faded'), 'She walks on in the rain.')).toBe('rain');
    expect(excuse(style([name], 'faded'), 'A foggy street.')).toBe('foggy');
    expect(excuse(style([name], 'faded'), 'Blinding light.')).toBe('Blinding');
    expect(excuse(style([name], 'hues'), 'A foggy street.')).toBeNull();
  }
});

it('one that does not leave it needs no excuse', () => {
  expect(excuse(style(['texture'], 'faded', false), 'She walks on in the rain.')).toBeNull();
});

it('what is asked for is named by the words that ask for it', () => {
  expect(askedIn('A title card on black.', ['border'])).toBe('title card');
  expect(askedIn('A boat.', ['border', 'dark', 'weather'])).toBeNull();
});
