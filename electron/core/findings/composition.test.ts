import { compose, NATURAL } from '@core/composition/index.js';
import { RULE_IDS } from '@shared/composition/index.js';
import type { Detection, Region } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import type { Frame } from './index.js';
import { type Around, found, frameOf, type Told } from './testing/story.js';

const box = (x: number, y: number, width: number, height: number): Region => ({ x, y, width, height });
const seen = (label: string, region: Region): Detection => ({ label, region, confidence: 1 });

/** A frame in which this was detected. */
function shown(description: string, detections: Detection[], told: Told & { tilt?: number } = {}): Frame {
  const frame = frameOf(description, told);
  const horizon = told.tilt === undefined ? null : { tilt: told.tilt, y: 0.5 };
  const composition = compose({
    ...frame,
    detections,
    pixels: { horizon, salient: null },
    shape: 16 / 9,
    figures: NATURAL,
    description,
  });
  return { ...frame, composed: { composition, detections } };
}

const GIRL = seen('girl', box(0.45, 0.2, 0.15, 0.7));
const EMPTY = 'There is much empty room above the head: the eyes are below the middle.';
const messages = (frame: Frame, around: Around = {}) =>
  found(frame, { rules: RULE_IDS, ...around }).map(({ message }) => message);

describe('the framing that is asked for', () => {
  const WIDE = 'Wide shot of a girl in a forest.';
  const close = seen('girl', box(0.1, 0.1, 0.8, 0.9));
  it('is missed where the box says so, though the judge sees it, and no rule is on', () => {
    const [finding, ...others] = found(shown(WIDE, [close]));
    expect(finding).toMatchObject({
      kind: 'wrong-framing',
      severity: 'medium',
      message: 'A wide shot was asked for. This is a close-up.',
      evidence: { detail: 'close-up of the girl, asked: a wide shot', items: [{ region: close.region }] },
    });
    expect(others).toEqual([]);
    expect(found(shown(WIDE, [GIRL]))).toEqual([]);
    expect(found(shown('A girl in a forest.', [close]))).toEqual([]);
    expect(found(frameOf(WIDE))).toEqual([]);
  });

  it('is said once where the judge misses it too, with the same key', () => {
    const missed = shown(WIDE, [close], { sees: { 'a wide shot': 0.1 } });
    const both = found(missed);
    expect(both.map(({ kind }) => kind)).toEqual(['wrong-framing']);
    expect(both[0]?.key).toBe(found(shown(WIDE, [close]))[0]?.key);
  });
});

describe('a rule', () => {
  const earlier = (detections: Detection[], told: Told = {}) =>
    shown('A girl in a forest.', detections, { id: '0', ...told });
  const following = (then: Detection[], now: Detection[], description = 'A girl in a forest.') => {
    const [first, second] = [earlier(then), shown(description, now)];
    return found(second, { frames: [first, second], rules: RULE_IDS })
      .filter(({ kind }) => kind === 'composition')
      .map(({ message }) => message);
  };
  const large = seen('girl', box(0.25, 0.1, 0.5, 0.9));

  it('says nothing that is off', () => {
    const cut = shown('A girl in a forest.', [seen('girl', box(0, 0, 0.3, 1))], { tilt: 9 });
    expect(messages(cut, { rules: [] })).toEqual([]);
    expect(messages(cut, { rules: ['horizon'] })).toEqual(['The frame is tilted: it falls to the right.']);
    expect(found(cut, { rules: ['horizon'] })[0]).toMatchObject({
      kind: 'composition',
      severity: 'low',
      key: 'composition:1:horizon',
      evidence: { detail: '9.0°' },
    });
  });

  it('says nothing of a frame that keeps it, and of one that was not looked at', () => {
    const good = shown('A girl in a forest.', [seen('girl', box(0.58, 0.1, 0.15, 0.8))], { tilt: 0.5 });
    expect(messages(good)).toEqual([]);
    expect(messages(frameOf('A girl in a forest.'))).toEqual([]);
  });

  it.each<[rule: string, detection: Detection, message: string]>([
    ['cut-head', seen('girl', box(0.55, 0, 0.2, 1)), 'The head of the girl is cut off.'],
    ['headroom', seen('girl', box(0.55, 0.02, 0.2, 0.6)), 'There is hardly any room above the head.'],
    ['headroom', seen('girl', box(0.55, 0.48, 0.2, 0.5)), EMPTY],
    ['edges', seen('girl', box(0.7, 0.2, 0.3, 0.7)), 'The girl is cut off by the right edge, or touches it.'],
    ['thirds', GIRL, 'The girl stands in the middle, not on a third.'],
    ['balance', seen('girl', box(0.05, 0.2, 0.15, 0.7)), 'Nearly all that is seen is on the left.'],
  ])('%s', (rule, detection, message) => {
    const frame = shown('A girl in a forest.', [detection]);
    expect(found(frame, { rules: [rule as never] }).map((one) => one.message)).toEqual([message]);
    expect(
      found(frame, { rules: RULE_IDS.filter((id) => id !== rule) }).map((one) => one.message),
    ).not.toContain(message);
  });

  it.each([
    ['thirds', 'A girl in the middle of a forest.', GIRL, 0],
    ['thirds', 'Symmetrical picture of a girl.', GIRL, 0],
    ['horizon', 'Dutch angle of a girl.', GIRL, 9],
  ] as const)('%s is not held against a frame that means it: %s', (rule, description, detection, tilt) => {
    expect(messages(shown(description, [detection], { tilt }), { rules: [rule] })).toEqual([]);
    expect(messages(shown('A girl in a forest.', [detection], { tilt }), { rules: [rule] }).length).toBe(1);
  });

  it.each([
    ['headroom', 'headroom', [0.03, 0.331], [0.029]],
    ['look-room', 'lookRoom', [-0.2, 0.2], [-0.201]],
    [
      'horizon',
      'horizon',
      [
        { tilt: 3, y: null },
        { tilt: -3, y: null },
      ],
      [
        { tilt: 3.1, y: null },
        { tilt: -3.1, y: null },
      ],
    ],
    ['cut-head', 'headCut', [false, null], [true]],
    [
      'thirds',
      'point',
      [null, { x: 0.55, y: 0.3 }, { x: 0.449, y: 0.3 }],
      [
        { x: 0.546, y: 0.3 },
        { x: 0.46, y: 0.3 },
      ],
    ],
    ['thirds', 'size', [null, 'medium shot'], []],
    ['balance', 'lean', [null, 0.27, -0.27], [0.28, -0.28]],
    ['edges', 'touching', [null, [], [{ label: 'girl', edge: 'top' }]], [[{ label: 'girl', edge: 'left' }]]],
  ] as const)('%s speaks beyond its limits alone', (rule, field, kept, broken) => {
    const good = shown('A girl in a forest.', [seen('girl', box(0.58, 0.1, 0.15, 0.8))]);
    const composed = good.composed as NonNullable<Frame['composed']>;
    const said = (value: unknown) =>
      found(
        {
          ...good,
          composed: { ...composed, composition: { ...composed.composition, [field]: value } },
        } as Frame,
        { rules: [rule] },
      );
    for (const value of kept) expect(said(value)).toEqual([]);
    for (const value of broken)
      expect(said(value)).toMatchObject([{ key: `composition:1:${rule}`, claimIds: [], factId: null }]);
  });

  it('speaks of what was detected, and of eyes that were seen', () => {
    const good = shown('A girl in a forest.', [seen('girl', box(0.58, 0.1, 0.15, 0.8))]);
    const composed = good.composed as NonNullable<Frame['composed']>;
    const { subject } = composed.composition;
    const said = (change: object) =>
      messages({ ...good, composed: { ...composed, composition: { ...composed.composition, ...change } } });
    const leaning = { lean: 0.4, subject: { ...subject, seen: 'detected' } };
    expect(said(leaning)).toEqual(['Nearly all that is seen is on the right.']);
    expect(said({ ...leaning, subject: { ...subject, seen: 'salient' } })).toEqual([]);
    expect(said({ ...leaning, subject: null })).toEqual([]);
    expect(said({ headroom: 0.5, point: { x: 0.6, y: 0.51 } })).toEqual([EMPTY]);
    expect(said({ headroom: 0.5, point: { x: 0.6, y: 0.5 } })).toEqual([]);
    expect(said({ headroom: 0.5, point: null })).toEqual([]);
    for (const headroom of [0.33, null])
      expect(said({ headroom, point: { x: 0.6, y: 0.51 } }), 'there is no more room than usual').toEqual([]);
    expect(said({ ...leaning, lean: 0.275 })).toHaveLength(1);
    expect(said({ ...leaning, lean: 0.274 })).toEqual([]);
  });

  it('edges shows what reaches one', () => {
    const girl = seen('girl', box(0.7, 0.2, 0.3, 0.7));
    const other = seen('girl', box(0.1, 0.3, 0.2, 0.6));
    for (const both of [
      [girl, other],
      [other, girl],
    ]) {
      const [finding] = found(shown('Two girls in a forest.', both), { rules: ['edges'] });
      expect(finding?.evidence.items.map(({ region }) => region)).toEqual([girl.region]);
    }
  });

  /** Which rules these detections break. */
  const broken = (...detections: Detection[]) =>
    found(shown('A girl in a forest.', detections), { rules: RULE_IDS }).flatMap(({ key }) =>
      RULE_IDS.filter((rule) => key.endsWith(`:${rule}`)),
    );

  it('edges may cut who is near, and things', () => {
    const fox = seen('fox', box(0.8, 0.5, 0.2, 0.3));
    const boat = seen('boat', fox.region);
    expect(broken(seen('girl', box(0.3, 0.2, 0.15, 0.7)), fox)).toContain('edges');
    expect(broken(seen('girl', box(0.3, 0.2, 0.15, 0.7)), boat)).not.toContain('edges');
    // The same girl cut by the edge in a medium shot, in a medium close-up, and where both sides cut her.
    expect(broken(seen('girl', box(0, 0.1, 0.4, 0.9)))).toContain('edges');
    expect(broken(seen('girl', box(0, 0.1, 0.5, 0.9)))).not.toContain('edges');
    expect(broken(seen('girl', box(0, 0.3, 1, 0.7)))).not.toContain('edges');
  });

  it('off the middle is asked of whoever is alone and far', () => {
    expect(broken(GIRL)).toContain('thirds');
    expect(broken(GIRL, seen('lantern', box(0.5, 0.5, 0.08, 0.1)))).toContain('thirds');
    expect(broken(GIRL, seen('lantern', box(0.7, 0.5, 0.08, 0.1)))).not.toContain('thirds');
    expect(broken(GIRL, { ...seen('lantern', box(0.7, 0.5, 0.08, 0.1)), confidence: 0.2 })).toContain(
      'thirds',
    );
    expect(broken(seen('girl', box(0.4, 0.1, 0.25, 0.9)))).toContain('thirds');
    expect(broken(seen('girl', box(0.3, 0.1, 0.4, 0.9)))).not.toContain('thirds');
  });

  it('headroom is empty where the eyes of the highest are below the middle, and may be tight in a close-up', () => {
    const low = seen('girl', box(0.55, 0.48, 0.2, 0.5));
    expect(broken(low)).toContain('headroom');
    expect(broken(seen('girl', box(0.55, 0.45, 0.2, 0.5)))).not.toContain('headroom');
    expect(broken(low, seen('man', box(0.2, 0.3, 0.1, 0.4)))).not.toContain('headroom');
    expect(broken(low, seen('boat', box(0.2, 0.3, 0.1, 0.4)))).toContain('headroom');
    const tight = (width: number) => broken(seen('girl', box(0.1, 0.0295, width, 0.97)));
    expect(tight(0.67)).toContain('headroom');
    expect(tight(0.75)).not.toContain('headroom');
  });

  it('balance: nearly all on one side', () => {
    const at = (middle: number) => broken(seen('girl', box(middle - 0.05, 0.2, 0.1, 0.6)));
    expect(at(0.22)).toContain('balance');
    expect(at(0.23)).not.toContain('balance');
    expect(at(0.78)).toContain('balance');
  });

  it('look-room: less before somebody than behind', () => {
    const look = (x: number, way: string) =>
      messages(shown(`A girl looking to the ${way}.`, [seen('girl', box(x, 0.2, 0.15, 0.7))]), {
        rules: ['look-room'],
      });
    expect(look(0.1, 'left')).toEqual(['There is less room before the girl, who looks left, than behind.']);
    expect(look(0.1, 'right')).toEqual([]);
    expect(look(0.75, 'right').length).toBe(1);
    expect(look(0.4, 'right')).toEqual([]);
  });

  it('same size: the same subject in the same size of shot', () => {
    const other = seen('girl', box(0.6, 0.18, 0.15, 0.75));
    expect(following([GIRL], [other])).toContain('Shot 0 shows the girl in the same size.');
    const [first, second] = [earlier([GIRL]), shown('A girl in a forest.', [other])];
    // Another shot before it makes another finding of it: what was dismissed of this pair says nothing of that one.
    expect(found(second, { frames: [first, second], rules: ['same-size'] })).toMatchObject([
      {
        key: 'composition:1:same-size 0',
        evidence: { detail: expect.stringMatching(/^[a-z -]+ after [a-z -]+$/) },
      },
    ]);
    expect(following([large], [other])).toEqual([]);
    // The same size of shot by its name, but plainly larger; and as large on either side of a border between two sizes.
    const sized = (height: number) => seen('girl', box(0.7, 0.9 - height, height / 4, height));
    expect(following([sized(0.3)], [sized(0.35)])).not.toContain('Shot 0 shows the girl in the same size.');
    expect(following([sized(0.3)], [sized(0.34)])).toContain('Shot 0 shows the girl in the same size.');
    expect(following([sized(0.68)], [sized(0.72)])).toContain('Shot 0 shows the girl in the same size.');
    expect(following([seen('man', GIRL.region)], [other])).toEqual([]);
  });

  it('jump cut: nearly as large, nearly in the same place', () => {
    const jump = 'The cut from shot 0 may jump: the girl is as large and in the same place.';
    const near = seen('girl', box(0.58, 0.22, 0.15, 0.68));
    const far = seen('girl', box(0.2, 0.22, 0.15, 0.68));
    const here = seen('girl', box(0.55, 0.2, 0.15, 0.7));
    expect(following([here], [near])).toContain(jump);
    expect(following([here], [far])).not.toContain(jump);
    expect(following([here], [large])).not.toContain(jump);
  });

  it('crossed line: two change sides, and the description does not ask for it', () => {
    const [left, right] = [box(0.15, 0.3, 0.15, 0.6), box(0.65, 0.5, 0.2, 0.3)];
    const then = [seen('girl', left), seen('fox', right)];
    const now = [seen('girl', right), seen('fox', left)];
    const crossed = 'The fox and the girl change sides after shot 0.';
    expect(following(then, now, 'A girl and a fox.')).toContain(crossed);
    expect(following(then, then, 'A girl and a fox.')).not.toContain(crossed);
    expect(following(then, now, 'A girl on the right and a fox on the left.')).not.toContain(crossed);
    const three = [...now, seen('fox', box(0.45, 0.5, 0.1, 0.2))];
    expect(following(then, three, 'A girl and two foxes.')).not.toContain(crossed);
    const together = [seen('girl', box(0.45, 0.3, 0.15, 0.6)), seen('fox', box(0.4, 0.5, 0.2, 0.3))];
    expect(following(then, together, 'A girl and a fox.')).not.toContain(crossed);
  });

  it('screen direction: the same subject goes the other way', () => {
    const walks = (way: string, id: string) => shown(`A girl walking to the ${way}.`, [GIRL], { id });
    const said = (first: Frame, second: Frame) =>
      found(second, { frames: [first, second], rules: ['screen-direction'] }).map(({ message }) => message);
    expect(said(walks('left', '0'), walks('right', '1'))).toEqual([
      'The girl goes right here and left in shot 0.',
    ]);
    expect(said(walks('left', '0'), walks('left', '1'))).toEqual([]);
    expect(said(earlier([GIRL]), walks('left', '1'))).toEqual([]);
  });
});
