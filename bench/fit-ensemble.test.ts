import { fuse, rulesOf } from '@models/ensemble/index.js';
import { thresholdsOf, UNCALIBRATED } from '@models/judge/calibration.js';
import type { JudgeDescription } from '@models/judge/judge.js';
import { type Random, seededRandom } from '@models/storybook/world/index.js';
import type { ClaimKind } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import { fitEnsemble, type PutClaim } from './fit-ensemble.js';

const member = (id: string): JudgeDescription => ({
  id,
  name: id,
  version: `${id}-1`,
  licence: '',
  limits: [],
  device: 'cpu',
  thresholds: thresholdsOf(UNCALIBRATED),
  wholeWeight: 0,
});
const MEMBERS = [member('a'), member('b')];

/** How far from even a member's odds are for what is true, in units of its own noise; null: it declines. */
type Sight = number | null;

function claims(
  kind: ClaimKind,
  sights: readonly Sight[],
  random: Random,
  count: number,
  bias: readonly number[] = [0, 0],
): PutClaim[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, (_, at) => {
    const truth = random() < 0.5;
    const ps = sights.map((sight, who) =>
      sight === null
        ? null
        : 1 / (1 + Math.exp(-((truth ? sight : -sight) + normal() * 1.5 + (bias[who] ?? 0)))),
    );
    return { kind, truth, frame: Math.floor(at / 8), ps };
  });
}

/** Share told right at one half, of the members by themselves and of the fit. */
function shares(dev: readonly PutClaim[], test: readonly PutClaim[]): { members: number[]; fused: number } {
  const rules = rulesOf(MEMBERS, fitEnsemble(MEMBERS, dev));
  const share = (right: (claim: PutClaim) => boolean) => test.filter(right).length / test.length;
  return {
    members: MEMBERS.map((_, at) => share(({ ps, truth }) => (ps[at] ?? 0.5) >= 0.5 === truth)),
    fused: share(({ ps, truth, kind }) => {
      const said = MEMBERS.map(({ id }, at) => ({ id, p: ps[at] ?? null }));
      return (fuse(said, rules[kind]).p ?? 0.5) >= 0.5 === truth;
    }),
  };
}

describe('fitting an ensemble', () => {
  const random = seededRandom(5);

  it('takes each kind from the member that is good at it', () => {
    const make = (count: number) => [
      ...claims('entity', [3, 0], random, count),
      ...claims('place', [0, 3], random, count),
    ];
    const { kinds } = fitEnsemble(MEMBERS, make(600));
    expect(kinds.entity?.members.a?.weight).toBeGreaterThan(0.9);
    expect(kinds.place?.members.b?.weight).toBeGreaterThan(0.9);
    const { members, fused } = shares(make(600), make(600));
    expect(fused).toBeGreaterThan(Math.max(...members) + 0.15);
  });

  it('is better than either of two that err apart', () => {
    const make = () => claims('entity', [1.2, 1.2], random, 2000);
    const { members, fused } = shares(make(), make());
    expect(fused).toBeGreaterThan(Math.max(...members) + 0.03);
  });

  it('is the good member alone beside one that guesses', () => {
    const make = () => claims('entity', [2, 0], random, 1000);
    const { members, fused } = shares(make(), make());
    expect(fused).toBeGreaterThan((members[0] as number) - 0.01);
  });

  it('rights a member that always says yes', () => {
    const make = () => claims('entity', [1.5, 1.5], random, 1500, [0, 4]);
    const { members, fused } = shares(make(), make());
    expect(fused).toBeGreaterThan(Math.max(...members));
  });

  it('leaves to what is known of each the kinds it has seen too little of, or from one alone', () => {
    const fit = fitEnsemble(MEMBERS, [
      ...claims('entity', [2, 2], random, 20),
      ...claims('place', [2, null], random, 400),
      ...claims('time', [2, 2], random, 400),
    ]);
    expect(Object.keys(fit.kinds)).toEqual(['time']);
    expect(fit).toMatchObject({ claims: 820, members: { a: 'a-1', b: 'b-1' } });
  });
});
