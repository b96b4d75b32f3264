import type { Finding, FindingKind, TakeAnalysis } from '@shared/analysis.js';
import { findingKind } from '@shared/analysis.js';
import type { Detection, Records, Region } from '@shared/records/index.js';
import { EMPTY_RECORDS } from '@shared/records/index.js';
import { analysis, shot, take } from '@testing/derived-board.js';
import { aClaim, aFact, aPortrait } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { type PicturedBoard, pictureOf, TypicalFrames } from './index.js';

const GIRL: Region = { x: 0.2, y: 0.3, width: 0.2, height: 0.5 };
const THERE: Region = { x: 0.6, y: 0.2, width: 0.2, height: 0.5 };
const claimOn = (n: number) => [
  {
    ...aClaim(0),
    id: `girl-${n}`,
    shotId: `s${n}`,
    kind: 'entity' as const,
    text: 'a girl',
    subject: 'girl',
    parents: [],
  },
  {
    ...aClaim(0),
    id: `coat-${n}`,
    shotId: `s${n}`,
    text: 'a girl in a red coat',
    subject: 'girl',
    parents: [`girl-${n}`],
  },
];
const COUNT = {
  ...aClaim(0),
  id: 'two',
  shotId: 's0',
  kind: 'count' as const,
  text: 'two people',
  subject: 'person',
  parents: [],
};
const WORDS = {
  ...aClaim(0),
  id: 'words',
  shotId: 's0',
  kind: 'text' as const,
  text: 'the words “Harbour”',
  value: 'Harbour',
  parents: [],
};
const NIGHT = {
  ...aClaim(0),
  id: 'night',
  shotId: 's0',
  kind: 'time' as const,
  text: 'at night',
  parents: [],
};

interface Known {
  readonly records?: Partial<Records>;
  readonly boxes?: Readonly<Record<string, readonly Detection[]>>;
  readonly scores?: Readonly<Record<string, Partial<TakeAnalysis['scores']>>>;
  readonly composition?: Readonly<Record<string, TakeAnalysis['composition']>>;
  readonly writing?: readonly {
    readonly text: string;
    readonly region: Region;
    readonly confidence: number;
  }[];
}

const detected = (label: string, region: Region): Detection => ({ label, region, confidence: 0.9 });

/** Four shots, the last two of another scene. */
function boardOf({
  records = {},
  boxes = {},
  scores = {},
  composition = {},
  writing,
}: Known = {}): PicturedBoard {
  const shots = [0, 1, 2, 3].map((n) => shot(n, { scene: n < 2 ? 'Harbour' : 'Mill' }));
  const claims = [...[0, 1, 2, 3].flatMap(claimOn), COUNT, WORDS, NIGHT];
  const all: Records = {
    ...EMPTY_RECORDS,
    shot: Object.fromEntries(shots.map((one) => [one.id, one])),
    take: Object.fromEntries([0, 1, 2, 3].map((n) => [`t${n}`, take(n, { sha256: String(n).repeat(64) })])),
    claim: Object.fromEntries(claims.map((one) => [one.id, one])),
    ...records,
  };
  return {
    review: { records: all },
    shots,
    claimsOf: (shotId: string) => claims.filter((claim) => claim.shotId === shotId),
    spottedIn: ({ id }: { id: string }) => (boxes[id] ? { detections: boxes[id], isDrawn: true } : null),
    measures: () => (writing ? { writing } : null),
    brief: (takeId: string) => ({
      ...analysis(takeId, 1),
      scores: { ...analysis(takeId, 1).scores, style: 0.5, quality: 0.5, ...scores[takeId] },
      ...(composition[takeId] && { composition: composition[takeId] }),
    }),
    fileOf: async ({ id }: { id: string }) => `${id}.png`,
  } as unknown as PicturedBoard;
}

const finding = (kind: FindingKind, change: Partial<Finding> = {}): Finding => ({
  key: `${kind}:s0`,
  kind,
  severity: 'high',
  shotId: 's0',
  takeId: 't0',
  message: '',
  claimIds: [],
  factId: null,
  evidence: { items: [], detail: '' },
  dismissed: false,
  ...change,
});

const item = (n: number, value: number | null, more: object = {}) => ({
  shotId: `s${n}`,
  takeId: `t${n}`,
  label: '',
  value,
  region: null,
  ...more,
});

const FLAW: Region = { x: 0.5, y: 0.5, width: 0.1, height: 0.1 };
const flawOf = async (file: string) => (file === 'gone' ? null : { region: FLAW, line: null });
const of = (board: PicturedBoard, one: Finding) => pictureOf(board, one, new TypicalFrames(board), flawOf);
const drift = finding('attribute-drift', {
  claimIds: ['coat-0'],
  evidence: { items: [item(0, 0.02), item(2, 0.9, { ago: 1 }), item(1, 0.99)], detail: '' },
});

describe('a look that is lost', () => {
  const boxes = { t0: [detected('girl', GIRL)], t2: [detected('girl', THERE)] };

  it('is cut to whom it is about, beside the frame that was right last', async () => {
    const { sides, magnified } = await of(boardOf({ boxes }), drift);
    expect(magnified).toBe(false);
    expect(
      sides.map(({ takeId, said, region, claimId, isOwn }) => [takeId, said, region, claimId, isOwn]),
    ).toEqual([
      ['t2', 'last right in shot 3', THERE, null, false],
      ['t0', 'this one', GIRL, null, true],
    ]);
    expect(sides.map(({ marks }) => marks)).toEqual([
      [{ region: THERE, label: '' }],
      [{ region: GIRL, label: '' }],
    ]);
  });

  it('leaves to the judge where to look where no eye saw anybody', async () => {
    const { sides } = await of(boardOf(), drift);
    expect(sides.map(({ region, claimId }) => [region, claimId])).toEqual([
      [null, 'coat-2'],
      [null, 'coat-0'],
    ]);
  });

  it('is held against what the artist keeps, then against what the storyboard came with', async () => {
    const fact = { f: { ...aFact('f'), name: 'Mira' } };
    const portrait = { p: { ...aPortrait('mira'), id: 'p' } };
    const kept = { id: 'r', takeId: 't3', region: THERE, name: 'Mira', createdAt: 1 };
    const about = { ...drift, factId: 'f' };
    const [reference] = (await of(boardOf({ records: { fact, portrait, reference: { r: kept } } }), about))
      .sides;
    expect(reference).toMatchObject({ takeId: 't3', said: 'your reference', region: THERE });
    const [given] = (await of(boardOf({ records: { fact, portrait } }), about)).sides;
    expect(given).toMatchObject({ takeId: null, sha256: 'c'.repeat(64), said: 'as the storyboard has it' });
    // Its own frame says nothing about itself.
    const [own] = (
      await of(boardOf({ records: { fact, reference: { r: { ...kept, takeId: 't0' } } } }), about)
    ).sides;
    expect(own).toMatchObject({ takeId: 't2' });
  });

  it('stands alone where nothing shows it', async () => {
    const alone = { ...drift, evidence: { items: [item(0, 0.02), item(1, 0.3)], detail: '' } };
    expect((await of(boardOf({ boxes }), alone)).sides.map(({ takeId }) => takeId)).toEqual(['t0']);
  });
});

it('of people that are counted marks each, from left to right', async () => {
  const boxes = { t0: [detected('man', THERE), detected('girl', GIRL), detected('lamp', GIRL)] };
  const { sides } = await of(boardOf({ boxes }), finding('extra-character', { claimIds: ['two'] }));
  expect(sides[0]?.marks).toEqual([
    { region: GIRL, label: '1' },
    { region: THERE, label: '2' },
  ]);
});

it('of words boxes each line with what was read in it', async () => {
  const line = (x: number, text: string) => ({
    text,
    region: { x, y: 0.1, width: 0.2, height: 0.1 },
    confidence: 1,
  });
  const writing = [line(0.1, 'HARBUR'), line(0.5, 'inn')];
  const { sides } = await of(boardOf({ writing }), finding('claim-failed', { claimIds: ['words'] }));
  expect(sides[0]?.marks.map(({ label }) => label)).toEqual(['HARBUR', 'inn']);
  const region = sides[0]?.region;
  expect([region?.x, region?.y]).toEqual([0.1, 0.1]);
  expect(region?.width).toBeCloseTo(0.6, 9);
});

describe('what is about the whole of a frame', () => {
  const scores = { t1: { style: 0.6 }, t2: { style: 0.9 }, t3: { style: 0.8 } };

  it.each<FindingKind>(['style-drift', 'exposure', 'border', 'flat-frame'])(
    'as %s stands beside the frame that is most like the others of its scene',
    async (kind) => {
      const { sides, magnified } = await of(boardOf({ scores }), finding(kind));
      expect([magnified, sides.map(({ takeId, said, region }) => [takeId, said, region])]).toEqual([
        false,
        [
          ['t1', 'a typical one: shot 2', null],
          ['t0', 'this one', null],
        ],
      ]);
    },
  );

  it('as an hour stands beside it where no frame shows that hour, else beside the one that does', async () => {
    const night = finding('wrong-time', { claimIds: ['night'] });
    expect((await of(boardOf({ scores }), night)).sides[0]).toMatchObject({ takeId: 't1', claimId: null });
    const shown = { ...night, evidence: { items: [item(0, 0.1), item(3, 0.9)], detail: '' } };
    expect((await of(boardOf({ scores }), shown)).sides[0]).toMatchObject({
      takeId: 't3',
      said: 'right in shot 4',
    });
  });

  it('is held against another scene where its own has no other frame', () => {
    const board = boardOf({ scores });
    const alone = { ...shot(9), scene: 'Alone' };
    expect(new TypicalFrames(board).beside(alone)).toMatchObject({ take: { id: 't2' } });
    expect(new TypicalFrames(board).beside({ id: 's2', scene: null })).toMatchObject({ take: { id: 't3' } });
  });
});

describe('a fault of the picture', () => {
  it.each<FindingKind>(['noise', 'blur', 'banding', 'compression', 'ringing', 'upscaling'])(
    'as %s is enlarged where it is, beside the same of a frame without it',
    async (kind) => {
      const { sides, magnified } = await of(boardOf(), finding(kind));
      expect([magnified, sides.map(({ takeId, region }) => [takeId, region])]).toEqual([
        true,
        [
          ['t1', FLAW],
          ['t0', FLAW],
        ],
      ]);
    },
  );

  it('as a seam shows its line, and nothing in another frame', async () => {
    const board = boardOf();
    const line = { isUpright: true, at: 0.4 };
    const seam = await pictureOf(board, finding('seam'), new TypicalFrames(board), async () => ({
      region: FLAW,
      line,
    }));
    expect(seam.sides.map(({ takeId, lines }) => [takeId, lines])).toEqual([
      ['t0', [{ from: { x: 0.4, y: 0 }, to: { x: 0.4, y: 1 }, guide: false }]],
    ]);
  });

  it('is shown whole where its file is gone', async () => {
    const board = { ...boardOf(), fileOf: () => Promise.reject(new Error('gone')) } as PicturedBoard;
    expect(await of(board, finding('noise'))).toMatchObject({
      magnified: false,
      sides: [{ takeId: 't0', region: null }],
    });
  });
});

it('of a copy shows both frames whole', async () => {
  const copy = finding('near-duplicate', { evidence: { items: [item(0, 0.99), item(2, 0.99)], detail: '' } });
  const { sides } = await of(boardOf(), copy);
  expect(sides.map(({ takeId, said, region }) => [takeId, said, region])).toEqual([
    ['t2', 'shot 3', null],
    ['t0', 'this one', null],
  ]);
});

it('of a frame off the brand’s style stands beside the one that is most on it', async () => {
  const scores = { t0: { brand: 0.1 }, t1: { brand: 0.7 }, t2: { brand: 0.97 }, t3: { brand: 0.2 } };
  const { sides } = await of(boardOf({ scores }), finding('off-brand'));
  expect(sides.map(({ takeId }) => takeId)).toEqual(['t2', 't0']);
  expect(
    (await of(boardOf({ scores: { t0: { brand: 0.1 }, t1: { brand: 0.4 } } }), finding('off-brand'))).sides,
  ).toHaveLength(1);
});

describe('a rule of composition', () => {
  const composition: TakeAnalysis['composition'] = {
    subject: { label: 'girl', region: GIRL, seen: 'detected' },
    point: { x: 0.5, y: 0.35 },
    size: 'full shot',
    asked: { text: 'a close-up', agrees: false },
    offThird: 0.16,
    lean: 0.3,
    headroom: 0.3,
    headCut: false,
    direction: 'left',
    lookRoom: -0.3,
    horizon: { tilt: 5, y: 0.5 },
    touching: [],
  };
  const broken = (rule: string, items: Finding['evidence']['items']) =>
    finding('composition', { key: `composition:s0:${rule}`, evidence: { items, detail: '' } });
  const board = boardOf({ composition: { t0: composition } });
  const own = [item(0, null, { region: GIRL })];

  it('is drawn over the frame that breaks it', async () => {
    const drawn = async (rule: string) => (await of(board, broken(rule, own))).sides[0];
    expect((await drawn('headroom'))?.marks).toEqual([
      { region: { x: 0.2, y: 0, width: 0.2, height: 0.3 }, label: 'room above' },
    ]);
    expect((await drawn('look-room'))?.marks.map(({ region }) => region)).toEqual([
      GIRL,
      { x: 0, y: 0.3, width: 0.2, height: 0.5 },
    ]);
    const [guide, tilted] = (await drawn('horizon'))?.lines ?? [];
    expect(guide).toEqual({ from: { x: 0, y: 0.5 }, to: { x: 1, y: 0.5 }, guide: true });
    // To the right it lies lower.
    expect((tilted?.to.y ?? 0) - (tilted?.from.y ?? 0)).toBeCloseTo(
      Math.tan((5 * Math.PI) / 180) * (1280 / 720),
      6,
    );
    expect((await drawn('thirds'))?.lines.map(({ from }) => from.x)).toEqual([1 / 3, 2 / 3, 0.5]);
    expect((await drawn('balance'))?.lines.map(({ from }) => from.x)).toEqual([0.5, 0.8]);
    expect((await drawn('cut-head'))?.marks).toEqual([{ region: GIRL, label: '' }]);
  });

  it('of two frames is marked in both', async () => {
    const { sides } = await of(board, broken('jump-cut s3', [...own, item(3, null, { region: THERE })]));
    expect(sides.map(({ takeId, said, marks }) => [takeId, said, marks[0]?.region])).toEqual([
      ['t3', 'shot 4, before it', THERE],
      ['t0', 'this one', GIRL],
    ]);
  });

  it('of a size that was not asked for stands beside a frame that has it', async () => {
    const has = { ...composition, asked: { text: 'a close-up', agrees: true } };
    const sized = boardOf({ composition: { t0: composition, t3: has } });
    const { sides } = await of(sized, finding('wrong-framing', { evidence: { items: own, detail: '' } }));
    expect(sides.map(({ takeId, said }) => [takeId, said])).toEqual([
      ['t3', 'a close-up in shot 4'],
      ['t0', 'this one'],
    ]);
  });
});

describe('somebody who is not the same', () => {
  const items = [
    { ...item(0, 0.2), region: GIRL },
    { ...item(2, 0.9), region: THERE, ago: 3 },
  ];
  const another = finding('identity-drift', { factId: 'mira', evidence: { items, detail: '' } });

  it('is cut out beside herself as she was last', async () => {
    const { sides } = await of(boardOf(), another);
    expect(sides.map(({ takeId, said, region }) => [takeId, said, region])).toEqual([
      ['t2', 'last in shot 3', THERE],
      ['t0', 'this one', GIRL],
    ]);
  });

  it('stands beside the picture that the storyboard has of her', async () => {
    const fact = { mira: { ...aFact('Mira'), id: 'mira', name: 'Mira' } };
    const portrait = { p: { ...aPortrait('Mira'), name: 'Mira', unreadable: null } };
    const { sides } = await of(boardOf({ records: { fact, portrait } }), another);
    expect(sides.map(({ said }) => said)).toEqual(['as the storyboard has it', 'this one']);
  });
});

it('of every kind shows two frames or one, never one twice', async () => {
  const board = boardOf({ scores: { t1: { brand: 0.9 } } });
  for (const kind of findingKind.options) {
    const items = [item(0, 0.1), item(0, 0.2), item(1, 0.9)];
    const { sides } = await of(
      board,
      finding(kind, { claimIds: ['coat-0'], evidence: { items, detail: '' } }),
    );
    expect(new Set(sides.map(({ takeId }) => takeId)).size, kind).toBe(sides.length);
    expect(sides.length, kind).toBe(kind === 'unreadable' ? 0 : Math.max(1, sides.length));
    for (const { said } of sides) expect(said, kind).not.toMatch(/deviation|spread|\d\.\d/);
  }
});

it('is nothing of a take that is gone, or cannot be read', async () => {
  const board = boardOf();
  expect((await of(board, finding('noise', { takeId: 'gone' }))).sides).toEqual([]);
  const records = { take: { t0: take(0, { unreadable: 'cut off' }) } };
  expect((await of(boardOf({ records }), finding('noise'))).sides).toEqual([]);
});
