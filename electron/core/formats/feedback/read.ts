import { type Fields, isFields } from '@core/fields/index.js';
import { ContinuistError } from '@shared/errors.js';
import { type Feedback, feedback } from '@shared/feedback.js';

/** What is no list of objects is left to be refused. */
const inEach = (list: unknown, change: (one: Fields) => Fields): unknown =>
  Array.isArray(list) ? list.map((one) => (isFields(one) ? change(one) : one)) : list;

/** What leads from version n, at place n - 1, to the next. Never changed once released, only added. */
const UPGRADES: readonly ((file: Fields) => Fields)[] = [
  ({ judge, skipped = [], shots, ...rest }) => ({
    ...rest,
    shots: inEach(shots, (shot) => ({
      ...shot,
      takes: inEach(shot.takes, (take) => ({ settings: {}, made: null, ...take })),
    })),
    judge: isFields(judge) ? { ...judge, dtype: null, thresholds: null, errorRates: null } : judge,
    skipped,
  }),
];

const NEWEST = UPGRADES.length + 1;

/**
 * The feedback that a JSON value holds, of whatever version, in the form of the newest. Throws BAD_FILE naming field and
 * what was expected.
 */
export function readFeedback(value: unknown): Feedback {
  if (!isFields(value) || value.format !== 'continuist-feedback')
    throw bad('format', '“continuist-feedback” was expected');
  const { version } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw bad('version', 'a version of the format was expected');
  if (version > NEWEST)
    throw bad(
      'version',
      `it is version ${version}, written by a newer Continuist; this one reads up to ${NEWEST}`,
    );
  const newest = UPGRADES.slice(version - 1).reduce((file, upgrade) => upgrade(file), value);
  const { data, error } = feedback.safeParse({ ...newest, version: NEWEST });
  if (data) return data;
  const [issue] = error.issues;
  throw bad(issue?.path.join('.') ?? '', issue?.message ?? '');
}

const bad = (field: string, expected: string): ContinuistError =>
  new ContinuistError('BAD_FILE', `the feedback’s ${field}: ${expected}`, { field });
