import { readFile } from 'node:fs/promises';
import { feedback } from '@shared/feedback.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { feedbackSchema } from './schema.js';

const example = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../../../examples/${name}`, import.meta.url), 'utf8'));

describe('the examples that are given out', () => {
  it('have the schema that the program writes by', async () => {
    expect(await example('vision_feedback.schema.json')).toEqual(
      JSON.parse(JSON.stringify(feedbackSchema())),
    );
  });

  it('have a feedback of the sample that fits it', async () => {
    const found = feedback.parse(await example('vision_feedback_example.json'));
    expect(
      z.fromJSONSchema((await example('vision_feedback.schema.json')) as never).safeParse(found).error,
    ).toBeUndefined();
    expect(found.shots).toHaveLength(24);
    expect(found.totals.judged).toBe(24);
    expect(found.totals.flagged).toBeGreaterThan(0);
    expect(found.shots.some(({ suggestion }) => suggestion !== null)).toBe(true);
    expect(found.shots.some(({ takes }) => takes.some(({ origin }) => origin === 'regenerated'))).toBe(true);
    // Nothing of the machine it was made on.
    expect(JSON.stringify(found)).not.toMatch(/"\/(?:home|tmp|work|Users)\b/);
  });
});
