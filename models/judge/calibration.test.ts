import { claimKind } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import {
  calibrated,
  calibrationFile,
  type KindCalibration,
  thresholdsOf,
  UNCALIBRATED,
} from './calibration.js';

const by = (slope: number, offset: number): KindCalibration => ({ slope, offset, pass: 0.6, fail: 0.4 });

describe('a calibrated answer', () => {
  it.each([
    [0, by(1, 0), 0.5],
    [Math.log(3), by(1, 0), 0.75],
    [-Math.log(3), by(1, 0), 0.25],
    [Math.log(3), by(2, 0), 0.9],
    [0, by(2, Math.log(4)), 0.8],
    [Math.log(2), by(1, Math.log(2)), 0.8],
    [Math.log(2), by(-1, Math.log(4)), 2 / 3],
    [1_000, by(1, 0), 1],
    [-1_000, by(1, 0), 0],
  ])('of log-odds %d by %j is %d', (logit, calibration, p) => {
    expect(calibrated(logit, calibration)).toBeCloseTo(p, 12);
  });
});

describe('the thresholds of a calibration', () => {
  it('are those of the kind, and of the others where it has none of its own', () => {
    const colour = { slope: 1, offset: 0, pass: 0.9, fail: 0.2 };
    const thresholds = thresholdsOf({ ...UNCALIBRATED, kinds: { attribute: colour } });
    expect(Object.keys(thresholds)).toEqual(claimKind.options);
    expect(thresholds.attribute).toEqual({ pass: 0.9, fail: 0.2 });
    expect(thresholds.entity).toEqual({ pass: 0.6, fail: 0.4 });
  });
});

describe('a calibration file', () => {
  const file = { ...UNCALIBRATED, kinds: { style: by(2, -1) } };

  it('is taken as it is', () => {
    expect(calibrationFile.parse(file)).toEqual(file);
  });

  it.each([
    ['a weight above one', { ...file, wholeWeight: 1.1 }],
    ['a weight below none', { ...file, wholeWeight: -0.1 }],
    ['a threshold above one', { ...file, otherwise: { ...by(1, 0), pass: 1.1 } }],
    ['a threshold below none', { ...file, otherwise: { ...by(1, 0), pass: -0.1 } }],
    ['a failure above one', { ...file, otherwise: { ...by(1, 0), fail: 1.1 } }],
    ['a failure below none', { ...file, otherwise: { ...by(1, 0), fail: -0.1 } }],
    ['a kind that is none', { ...file, kinds: { mood: by(1, 0) } }],
  ])('with %s is refused', (_, wrong) => {
    expect(calibrationFile.safeParse(wrong).success).toBe(false);
  });
});
