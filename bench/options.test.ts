import { afterEach, expect, it, vi } from 'vitest';
import { type Options, optionsOf } from './options.js';

const OPTIONS: Options = {
  frames: { type: 'string', default: '300' },
  members: { type: 'string' },
  failing: { type: 'string', multiple: true, default: ['0.01', '0.1'] },
  fit: { type: 'boolean', default: false },
};
const ALL = `The options are:
  --frames VALUE (else 300)
  --members VALUE
  --failing VALUE (may be given several times; else 0.01,0.1)
  --fit`;

/** What is printed, and the exit code, where the benchmark ends there. */
function ended(...args: string[]): [said: string, code: unknown] {
  const said: string[] = [];
  const note = (line: string) => void said.push(line);
  vi.spyOn(console, 'log').mockImplementation(note);
  vi.spyOn(console, 'error').mockImplementation(note);
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  expect(() => optionsOf(OPTIONS, args)).toThrow('ended');
  return [said.join('\n'), exit.mock.calls.at(-1)?.[0] ?? 0];
}

afterEach(() => vi.restoreAllMocks());

it('gives what is given, and else what is usual', () => {
  expect(optionsOf(OPTIONS, ['--frames', '5', '--failing', '1', '--fit'])).toEqual({
    frames: '5',
    failing: ['1'],
    fit: true,
  });
  expect(optionsOf(OPTIONS, [])).toEqual({ frames: '300', failing: ['0.01', '0.1'], fit: false });
});

it('tells the options at --help, and at what is none of them, in words', () => {
  expect(ended('--help')).toEqual([ALL, 0]);
  expect(ended('--frame', '5')).toEqual([`Unknown option '--frame'. ${ALL}`, 2]);
  expect(ended('--frames')).toEqual([`Option '--frames <value>' argument missing. ${ALL}`, 2]);
  expect(ended('5')).toEqual([`Unexpected argument '5'. ${ALL}`, 2]);
});
