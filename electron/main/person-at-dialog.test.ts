import { expect, it, vi } from 'vitest';
import { personAtDialog } from './person-at-dialog.js';

it.each([
  [0, true],
  [1, false],
])('the button %i of a dialog that no Enter allows is %s', async (response, isYes) => {
  const showMessageBox = vi.fn(async () => ({ response, checkboxChecked: false }));
  const { signal } = new AbortController();
  const person = personAtDialog({ showMessageBox } as never);
  expect(person.where).toBe('dialog');
  expect(await person.ask('Run this:\n  “x”', signal)).toBe(isYes);
  expect(showMessageBox).toHaveBeenCalledWith(
    expect.objectContaining({ detail: 'Run this:\n  “x”', signal, defaultId: 1, cancelId: 1 }),
  );
});
