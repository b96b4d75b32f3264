import { Tensor } from '@huggingface/transformers';
import { expect, it } from 'vitest';
import { logOddsOfEach, tokensOf, type YesNo } from './tensors.js';

const VARIANTS: YesNo = { yes: [7, 2], no: [4] };

it('reads the same of the logits of all tokens as of those of yes and no alone', () => {
  const [batch, positions, vocabulary] = [2, 3, 9];
  const all = Float32Array.from({ length: batch * positions * vocabulary }, (_, at) => Math.sin(7 * at));
  const rowOf = (i: number) => all.subarray(((i + 1) * positions - 1) * vocabulary).subarray(0, vocabulary);
  const few = [0, 1].flatMap((i) => tokensOf(VARIANTS).map((token) => rowOf(i)[token] as number));
  const wanted = [0, 1].map((i) => {
    const [first, second, other] = [7, 2, 4].map((token) => Math.exp(rowOf(i)[token] as number)) as [
      number,
      number,
      number,
    ];
    return Math.log(first + second) - Math.log(other);
  });
  const found = [
    logOddsOfEach(new Tensor('float32', all, [batch, positions, vocabulary]), VARIANTS),
    logOddsOfEach(new Tensor('float32', Float32Array.from(few), [batch, 1, few.length / batch]), VARIANTS),
  ];
  for (const odds of found)
    for (const [i, one] of odds.entries()) expect(one).toBeCloseTo(wanted[i] as number, 5);
});
