import { PassThrough } from 'node:stream';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type Keyboard, keyboard } from './keyboard.js';

function terminal(isTTY = { input: true, output: true }) {
  const input = Object.assign(new PassThrough(), { isTTY: isTTY.input });
  const said: string[] = [];
  const keys: Keyboard = keyboard({
    input,
    output: { isTTY: isTTY.output },
    print: (text) => void said.push(text),
  });
  onTestFinished(() => keys.close());
  const others = vi.fn();
  keys.onLine(others);
  const ask = (signal = new AbortController().signal) => keys.person?.ask('Run this:\n  “x”', signal);
  return { keys, said, others, ask, type: (text: string) => void input.write(`${text}\n`) };
}

it.each([
  ['y', true],
  [' Y ', true],
  ['n', false],
  ['yes please', false],
  ['', false],
])('takes %j for %s, and for no other line', async (line, isYes) => {
  const { ask, said, type, others } = terminal();
  const answer = ask();
  expect(said.join('\n')).toContain('    “x”');
  type(line);
  expect(await answer).toBe(isYes);
  expect(said.at(-1)).toBe(isYes ? 'Allowed.' : 'Not allowed. Nothing was changed.');
  expect(others).not.toHaveBeenCalled();
});

it('takes no line for an answer that was typed before the question, or after it was taken back', async () => {
  const { ask, said, type, others } = terminal();
  type('y');
  await expect.poll(() => others.mock.calls.length).toBe(1);
  const end = new AbortController();
  const answer = ask(end.signal);
  end.abort();
  expect(await answer).toBe(false);
  expect(said.at(-1)).toBe('The window took the question back.');
  type('y');
  await expect.poll(() => others.mock.calls.length).toBe(2);
});

it.each([
  { input: false, output: true },
  { input: true, output: false },
])('has nobody to ask where not both are a terminal: %j', (isTTY) => {
  expect(terminal(isTTY).keys.person).toBeNull();
});
