import { expect, it } from 'vitest';
import { Consent, type Person, type Statement } from './index.js';

const PROGRAM: Statement = { title: 'Run this', lines: ['“/bin/sh”', '“-c\x1b[2K”'] };

/** Somebody who gives these answers, one after another; null = none, ever. */
function desk(...answers: (boolean | null)[]) {
  const shown: string[] = [];
  const told: unknown[] = [];
  const person: Person = {
    where: 'terminal',
    ask: async (text, signal) => {
      shown.push(text);
      const answer = answers.shift() ?? null;
      if (answer !== null) return answer;
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(false)));
    },
  };
  const consent: Consent = new Consent({ person, onChange: () => void told.push(consent.question) });
  return {
    consent,
    shown,
    told,
    ask: (signal?: AbortSignal) => consent.to([PROGRAM], 'Do it by hand.', signal),
  };
}

it('goes on after a yes to the whole of it, and windows see what is asked, the yes, and that it is over', async () => {
  const { ask, shown, told } = desk(true);
  await ask();
  const text = 'Run this:\n  “/bin/sh”\n  “-c\\u{1b}[2K”';
  expect(shown).toEqual([text]);
  expect(told).toEqual([
    { where: 'terminal', text, answer: null },
    null,
    { where: 'terminal', text, answer: 'yes' },
    null,
  ]);
});

it('ends with a no', async () => {
  const { ask, consent, told } = desk(false);
  await expect(ask()).rejects.toMatchObject({ code: 'DECLINED' });
  expect(consent.question).toBeNull();
  expect(JSON.stringify(told)).not.toContain('yes');
});

it('says what to do instead where nobody can be asked', async () => {
  const consent = new Consent({ onChange: () => undefined });
  await expect(consent.to([PROGRAM], 'Write it into the file yourself.')).rejects.toMatchObject({
    code: 'NOT_ASKED',
    message: expect.stringContaining('Write it into the file yourself'),
  });
});

it('is taken back by the window, or by its end', async () => {
  const { ask, consent } = desk();
  const asked = ask();
  consent.takeBack();
  await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
  const window = new AbortController();
  const again = ask(window.signal);
  window.abort();
  await expect(again).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(consent.question).toBeNull();
});

it('counts no yes that comes after the window took the question back', async () => {
  let answer: (isYes: boolean) => void = () => undefined;
  const person: Person = {
    where: 'dialog',
    ask: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  };
  const consent = new Consent({ person, onChange: () => undefined });
  const asked = consent.to([PROGRAM], '');
  consent.takeBack();
  answer(true);
  await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
});

it('asks one thing at a time', async () => {
  const { ask, consent, shown } = desk();
  const first = ask();
  await expect(ask()).rejects.toMatchObject({
    code: 'NOT_ASKED',
    message: expect.stringContaining('another question'),
  });
  consent.takeBack();
  await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(shown).toHaveLength(1);
});

it('asks no more after three noes in a row; a yes in between starts the count anew', async () => {
  const { ask, shown } = desk(false, false, true, false, false, false, true);
  for (const code of [
    'DECLINED',
    'DECLINED',
    null,
    'DECLINED',
    'DECLINED',
    'DECLINED',
    'NOT_ASKED',
    'NOT_ASKED',
  ])
    expect(
      await ask().then(
        () => null,
        (thrown) => thrown.code,
      ),
    ).toBe(code);
  expect(shown).toHaveLength(6);
});

it('asks nothing that could not be shown whole', async () => {
  const { consent, shown } = desk(true, true);
  const long = (length: number): Statement => ({ title: 'Run', lines: ['x'.repeat(length)] });
  await expect(consent.to([long(4_000)], '')).rejects.toMatchObject({ code: 'NOT_ASKED' });
  await consent.to([long(3_900)], '');
  expect(shown).toHaveLength(1);
});
