import { describe, expect, it } from 'vitest';
import { errorData } from './error-data.js';
import { ContinuistError, ERRORS, rebuiltError, toErrorData } from './errors.js';

describe('an error for the artist', () => {
  it('has the sentence of its code, with the particulars after a colon', () => {
    expect(new ContinuistError('CANCELLED').message).toBe('Cancelled.');
    const cause = new Error('disk');
    const error = new ContinuistError(
      'BAD_FILE',
      'shots.json: expected a list',
      { file: 'shots.json' },
      cause,
    );
    expect(error.message).toBe(`${ERRORS.BAD_FILE.message.slice(0, -1)}: shots.json: expected a list`);
    expect(error.cause).toBe(cause);
    expect(error.name).toBe('ContinuistError');
    expect(error.hint).toBe(ERRORS.BAD_FILE.hint);
    expect(errorData.parse(error.toData())).toEqual({
      code: 'BAD_FILE',
      message: error.message,
      hint: error.hint,
      data: { file: 'shots.json' },
    });
  });

  it('crosses as data and is the same on the other side', () => {
    const error = new ContinuistError('LIMIT_REACHED', 'shot 3, 2 of 2', { rounds: 2 });
    const rebuilt = rebuiltError(error.toData());
    expect(rebuilt.toData()).toEqual(error.toData());
    expect(toErrorData(error)).toEqual(error.toData());
  });

  it('tells nothing of a defect', () => {
    const { message, hint } = ERRORS.INTERNAL;
    for (const thrown of [new Error('secret'), 'secret', null])
      expect(toErrorData(thrown)).toEqual({ code: 'INTERNAL', message, hint, data: {} });
  });

  it('tells of a full disk as that, whoever wrote to it', () => {
    for (const code of ['ENOSPC', 'EDQUOT'])
      expect(toErrorData(Object.assign(new Error('write'), { code }))).toMatchObject({
        code: 'DISK_FULL',
        hint: ERRORS.DISK_FULL.hint,
      });
    expect(toErrorData(Object.assign(new Error('write'), { code: 'EPIPE' })).code).toBe('INTERNAL');
  });

  it('keeps its sentence but for the full stop, whatever is in it', () => {
    for (const [code, { message }] of Object.entries(ERRORS))
      expect(new ContinuistError(code as keyof typeof ERRORS, 'a.json').message).toBe(
        `${message.slice(0, -1)}: a.json`,
      );
  });

  it('says what happened and what to do, in whole sentences', () => {
    for (const { message, hint } of Object.values(ERRORS)) {
      expect(message).toMatch(/^[A-Z“].*\.$/);
      expect(hint).toMatch(/^[A-Z“].*\.$/);
    }
  });
});
