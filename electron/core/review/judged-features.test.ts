import type { Judgement } from '@shared/analysis.js';
import { expect, test } from 'vitest';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

const judgement: Judgement = {
  judge: 'storybook',
  judgeVersion: 'v1',
  answers: {},
  whole: {},
  features: [0.5, 0.1, -2],
  milliseconds: 1,
  coarse: false,
  at: 0,
};

test('what the judge saw of a picture is read alone, packed or not; what cannot be read is none', () => {
  const review = desk.open();
  for (const key of ['packed', 'plain', 'broken', 'none']) review.putJudgement(key, judgement);
  const { file } = review;
  desk.close(review);
  desk.alter(
    review,
    `UPDATE judgement SET json = json_set(json, '$.features', json('[0.5, 0.1]')) WHERE key = 'plain';
     UPDATE judgement SET json = json_set(json, '$.features', 'words:AAAA') WHERE key = 'broken';
     UPDATE judgement SET json = '{' WHERE key = 'none'`,
  );
  const again = desk.open();
  expect(again.file).toBe(file);
  const features = ['packed', 'plain', 'broken', 'none', 'never'].map((key) => again.judgedFeatures(key));
  expect(features).toEqual([[0.5, 0.1, -2], [0.5, 0.1], null, null, null]);
});

test('a picture is judged by whichever judge, and not by what an eye saw', () => {
  const review = desk.open();
  const seen = { eye: 'e', eyeVersion: 'v', labels: [], unknown: [], detections: [], vectors: [] };
  review.putJudgement('aa:v1', judgement);
  review.putSighting('bb:eye', seen);
  review.putJudgement('cc:v1', judgement);
  desk.close(review);
  desk.alter(review, `UPDATE judgement SET json = '{' WHERE key = 'cc:v1'`);
  const again = desk.open();
  expect(['aa', 'a', 'bb', 'cc', 'dd'].map((sha256) => again.isJudged(sha256))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
