import { aBoard, aClaim, aDecision, aDrawing, aNote, aPortrait, aRequest, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { basis } from './basis.js';
import { claim } from './claim.js';
import { correction, handBox, MOST_BOXES } from './correction.js';
import { decision } from './decision.js';
import { detection } from './detection.js';
import { drawing, figure } from './drawing.js';
import { id, instant, seed, sha256 } from './fields.js';
import { LONGEST_LABEL, MOST_LINE_POINTS } from './figure-limits.js';
import { MOST_POINTS, MOST_SHAPES, mask, maskShape } from './mask.js';
import { note, remark } from './note.js';
import { portrait } from './portrait.js';
import { MOST_REFERENCES, pictured, reference } from './reference.js';
import { LONGEST_INSTRUCTION, MOST_CANDIDATES, request } from './request.js';
import { run } from './run.js';
import { savedFilter } from './saved-filter.js';
import { shot } from './shot.js';
import { brand, outsidePicture, styleExample, styleFeatures } from './style-example.js';
import { take } from './take.js';

const long = (length: number): string => 'x'.repeat(length);
const many = <T>(length: number, one: T): T[] => Array(length).fill(one);

const LOOK = { colour: 'red', size: 0.01 };

it.each<[string, ZodType, readonly unknown[], readonly unknown[]]>([
  [
    'a name of a record',
    id,
    ['a', long(64), 'take-0.2', 'a_b'],
    ['', long(65), '../up', 'a/b', 'a b', 'a\n'],
  ],
  [
    'a seed',
    seed,
    ['0', '18446744073709551615'],
    ['', '-1', '1.5', '1e3', ' 1', '1 ', long(2), '1'.repeat(21)],
  ],
  ['an instant', instant, [0, Date.UTC(2026, 10, 30)], [-1, 0.5, '0']],
  ['the hash of a picture', sha256, ['0f'.repeat(32)], ['0f'.repeat(31), '0F'.repeat(32), '0f'.repeat(33)]],
  [
    'a part of a picture',
    pictured,
    [
      { takeId: 'a', region: null },
      { portraitId: 'a', region: { x: 0, y: 0, width: 1, height: 1 } },
      { takeId: 'a', region: { x: 1, y: 1, width: 0.01, height: 0.01 } },
    ],
    [
      { region: null },
      { takeId: 'a', region: { x: -0.1, y: 0, width: 1, height: 1 } },
      { takeId: 'a', region: { x: 0, y: 1.1, width: 1, height: 1 } },
      { takeId: 'a', region: { x: 0, y: 0, width: 0, height: 1 } },
      { takeId: 'a', region: { x: 0, y: 0, width: 1, height: 0 } },
    ],
  ],
  [
    'a stroke',
    maskShape,
    [
      { kind: 'brush', size: 1, points: [[-1, 2]] },
      { kind: 'eraser', size: 0.001, points: many(MOST_POINTS, [0, 0]) },
    ],
    [
      { kind: 'brush', size: 0, points: [[0, 0]] },
      { kind: 'brush', size: 1.1, points: [[0, 0]] },
      { kind: 'brush', size: 1, points: [] },
      { kind: 'brush', size: 1, points: many(MOST_POINTS + 1, [0, 0]) },
      { kind: 'brush', size: 1, points: [[-1.1, 0]] },
      { kind: 'brush', size: 1, points: [[2.1, 0]] },
      { kind: 'brush', size: 1, points: [[0, -1.1]] },
      { kind: 'brush', size: 1, points: [[0, 2.1]] },
    ],
  ],
  [
    'a figure over a picture',
    figure,
    [
      { kind: 'pen', points: many(MOST_LINE_POINTS, [0, 1, 0.5]), ...LOOK },
      { kind: 'pen', points: [[1, 0, 1]], colour: 'black', size: 0.2 },
      { kind: 'arrow', from: [0, 1], to: [1, 0], ...LOOK },
      { kind: 'box', region: { x: 0, y: 1, width: 1, height: 0 }, ...LOOK },
      { kind: 'ellipse', region: { x: 1, y: 0, width: 0, height: 1 }, ...LOOK },
      { kind: 'text', at: [0, 1], text: long(LONGEST_LABEL), ...LOOK },
    ],
    [
      { kind: 'pen', points: [], ...LOOK },
      { kind: 'pen', points: many(MOST_LINE_POINTS + 1, [0, 1, 0.5]), ...LOOK },
      { kind: 'pen', points: [[0, 0, 1.1]], ...LOOK },
      { kind: 'pen', points: [[0, -0.1, 1]], ...LOOK },
      { kind: 'pen', points: [[0, 0, 1]], colour: 'mauve', size: 0.1 },
      { kind: 'pen', points: [[0, 0, 1]], colour: 'red', size: 0 },
      { kind: 'pen', points: [[0, 0, 1]], colour: 'red', size: 0.21 },
      { kind: 'arrow', from: [0, 1.1], to: [1, 0], ...LOOK },
      { kind: 'arrow', from: [0, 1], to: [-0.1, 0], ...LOOK },
      { kind: 'line', from: [0, 1], to: [1, 0], ...LOOK },
      ...[{ x: 1.1 }, { y: -0.1 }, { width: -0.1 }, { height: 1.1 }].map((beyond) => ({
        kind: 'box',
        region: { x: 0, y: 0, width: 1, height: 1, ...beyond },
        ...LOOK,
      })),
      { kind: 'text', at: [0, 1], text: ' ', ...LOOK },
      { kind: 'text', at: [0, 1], text: long(LONGEST_LABEL + 1), ...LOOK },
    ],
  ],
])('%s is read within its limits and refused beyond', (_, schema, good, bad) => {
  for (const one of good) expect(schema.safeParse(one).success, JSON.stringify(one).slice(0, 80)).toBe(true);
  for (const one of bad) expect(schema.safeParse(one).success, JSON.stringify(one).slice(0, 80)).toBe(false);
});

const BOX = { kind: 'box', region: { x: 0, y: 0, width: 1, height: 1 } };
const FEATURES = { measures: 1, style: { colour: [0.5] }, judge: '', tower: [] };
const OUTSIDE = { name: 'a.png', preview: '', features: FEATURES };
const { id: _, at: __, state: ___, ...REMARK } = aNote('c');
const FILTER = {
  show: 'all',
  survivors: false,
  states: [],
  kinds: [],
  characters: [],
  scenes: [],
  stars: null,
  words: '',
};
const RUN = {
  id: 'r',
  generator: 'command',
  rounds: 1,
  pictures: 1,
  minutes: 0,
  candidates: 1,
  startedAt: 0,
  endedAt: 0,
  end: 'done',
  made: 0,
  shots: [{ shotId: 's', made: 0, improved: false, stop: null }],
};

/** By field: what it may be at its limits, and what is beyond them. */
type Limits = Readonly<Record<string, readonly [good: readonly unknown[], bad: readonly unknown[]]>>;

it.each<[string, ZodType, object, Limits]>([
  [
    'a mask',
    mask,
    { shapes: [BOX], feather: 0 },
    {
      shapes: [[many(MOST_SHAPES, BOX)], [[], many(MOST_SHAPES + 1, BOX)]],
      feather: [
        [0, 0.2],
        [-0.01, 0.21],
      ],
    },
  ],
  [
    'a remark',
    remark,
    REMARK,
    {
      author: [
        ['A', long(100)],
        ['', ' ', long(101)],
      ],
      text: [
        ['x', long(5000)],
        ['', '\n', long(5001)],
      ],
      place: [
        [null, { x: 0, y: 1 }, { x: 1, y: 0 }],
        [
          { x: -0.1, y: 0 },
          { x: 0, y: -0.1 },
          { x: 1.1, y: 0 },
          { x: 0, y: 1.1 },
        ],
      ],
    },
  ],
  [
    'a reference',
    reference,
    { id: 'r', takeId: 't', region: null, name: 'Mira', createdAt: 0 },
    {
      name: [
        ['M', long(100)],
        ['', long(101)],
      ],
    },
  ],
  [
    'a portrait',
    portrait,
    aPortrait('Mira'),
    {
      name: [['M'], ['']],
      width: [[0], [-1, 0.5]],
      height: [[0], [-1, 0.5]],
    },
  ],
  [
    'an order',
    request,
    aRequest('r'),
    {
      strength: [
        [null, 0, 1],
        [-0.1, 1.1],
      ],
      instruction: [
        ['x', long(LONGEST_INSTRUCTION)],
        ['', ' ', long(LONGEST_INSTRUCTION + 1)],
      ],
      references: [
        [many(MOST_REFERENCES, { takeId: 't', region: null })],
        [[], many(MOST_REFERENCES + 1, { takeId: 't', region: null })],
      ],
      generator: [
        ['x', long(64)],
        ['', long(65)],
      ],
      round: [[1], [0, 1.5]],
    },
  ],
  [
    'a run',
    run,
    RUN,
    {
      rounds: [[1], [0, 1.5]],
      pictures: [[1], [0, 1.5]],
      minutes: [[0], [-1, 0.5]],
      candidates: [
        [1, MOST_CANDIDATES],
        [0, MOST_CANDIDATES + 1, 1.5],
      ],
      made: [[0], [-1, 0.5]],
      end: [['running', 'cut off', 'pictures'], ['over']],
      shots: [
        [[], [{ shotId: 's', made: 0, improved: true, stop: 'round limit' }]],
        [
          [{ shotId: 's', made: -1, improved: false, stop: null }],
          [{ shotId: 's', made: 0, improved: false, stop: 'bored' }],
        ],
      ],
    },
  ],
  [
    'a shot',
    shot,
    aBoard(1).shot['shot-0'] as object,
    {
      position: [[0], [-1, 0.5]],
      duration: [
        [null, 0.01],
        [0, -1],
      ],
      stars: [
        [0, 5],
        [-1, 6, 1.5],
      ],
    },
  ],
  [
    'a take',
    take,
    aTake(0),
    {
      width: [[0], [-1, 0.5]],
      height: [[0], [-1, 0.5]],
      round: [[0], [-1, 0.5]],
    },
  ],
  [
    'a claim',
    claim,
    aClaim(0),
    {
      span: [
        [null, [0, 4]],
        [[0.5, 4], [0, 4.5], [0]],
      ],
      weight: [[0.1], [0, -1]],
    },
  ],
  [
    'a decision',
    decision,
    aDecision('d', { kind: 'hold' }),
    {
      byScore: [
        [0, 1],
        [-0.1, 1.1],
      ],
      order: [[1], [0, 1.5]],
    },
  ],
  [
    'what an eye saw',
    detection,
    { label: 'fox', region: BOX.region, confidence: 0.5 },
    {
      label: [['x'], ['']],
      confidence: [
        [0, 1],
        [-0.1, 1.1],
      ],
    },
  ],
  [
    'a named filter',
    savedFilter,
    { id: 'f', name: 'Good ones', filter: FILTER, createdAt: 0 },
    {
      name: [
        ['x', long(60)],
        ['', long(61)],
      ],
      filter: [
        [
          { ...FILTER, show: long(100), words: long(200), stars: 0 },
          { ...FILTER, stars: 5, states: many(1000, long(300)) },
        ],
        [
          { ...FILTER, show: long(101) },
          { ...FILTER, words: long(201) },
          { ...FILTER, stars: -1 },
          { ...FILTER, stars: 6 },
          { ...FILTER, stars: 1.5 },
          ...['states', 'kinds', 'characters', 'scenes'].flatMap((field) => [
            { ...FILTER, [field]: many(1001, 'x') },
            { ...FILTER, [field]: [long(301)] },
          ]),
        ],
      ],
    },
  ],
  [
    'what tells a style',
    styleFeatures,
    FEATURES,
    {
      measures: [[1], [0, 1.5]],
      style: [
        [{}, { [long(40)]: many(8192, 0) }],
        [{ [long(41)]: [0] }, { colour: many(8193, 0) }],
      ],
      judge: [['', long(500)], [long(501)]],
      tower: [[many(8192, 0)], [many(8193, 0)]],
    },
  ],
  [
    'a picture from elsewhere',
    outsidePicture,
    OUTSIDE,
    {
      name: [['', long(300)], [long(301)]],
      preview: [
        [
          '',
          'data:image/webp;base64,aB3+/_=',
          'data:image/jpeg;base64,aa',
          `data:image/png;base64,${long(19_978)}`,
        ],
        [
          `data:image/png;base64,${long(19_979)}`,
          'data:image/webp;base64,',
          'data:image/gif;base64,aa',
          'data:image/png;base64,a"a',
          'xdata:image/png;base64,aa',
          'https://example.org/a.png',
        ],
      ],
    },
  ],
  [
    'an example of a style',
    styleExample,
    { id: 'e', on: true, takeId: null, outside: OUTSIDE, createdAt: 0 },
    {
      takeId: [
        [null, 'take-0'],
        ['', 1],
      ],
    },
  ],
  [
    'a note',
    note,
    aNote('c'),
    {
      // Where it is only drawn it says nothing.
      text: [['', long(5000)], [long(5001)]],
      state: [['open', 'resolved', 'dismissed'], ['done']],
      replyTo: [['c'], ['', null]],
      requestId: [['r'], ['', null]],
    },
  ],
  [
    'a drawing',
    drawing,
    aDrawing('d', 'c'),
    {
      shotId: [['s'], ['', null]],
      at: [[0], [-1]],
    },
  ],
  [
    'a box that somebody drew',
    handBox,
    { label: 'fox', also: [], region: BOX.region },
    {
      label: [
        ['x', long(100)],
        ['', ' ', long(101)],
      ],
      also: [[many(MOST_BOXES, 'x')], [many(MOST_BOXES + 1, 'x'), ['']]],
      region: [
        [{ x: 1, y: 1, width: 0, height: 0 }],
        [
          { ...BOX.region, x: -0.1 },
          { ...BOX.region, y: 1.1 },
          { ...BOX.region, width: 1.1 },
          { ...BOX.region, height: -0.1 },
        ],
      ],
    },
  ],
  [
    'what an artist says is where',
    correction,
    { id: 't', labels: [], boxes: [], createdAt: 0 },
    {
      labels: [[many(MOST_BOXES, 'fox')], [many(MOST_BOXES + 1, 'fox'), ['']]],
      boxes: [
        [many(MOST_BOXES, { label: 'fox', also: [], region: BOX.region })],
        [many(MOST_BOXES + 1, { label: 'fox', also: [], region: BOX.region })],
      ],
    },
  ],
  [
    'what an approval was given for',
    basis,
    { description: '0', prompt: '0', canon: [], picture: null, answers: [] },
    {
      description: [
        ['a', '9'.repeat(16)],
        ['', 'A', 'a b', '9'.repeat(17)],
      ],
      prompt: [['z0'], ['z-0']],
      canon: [[[['Mira', 'a']]], [[['Mira', '']], [['Mira']]]],
      references: [
        [[{ takeId: 't', region: null, picture: null, names: [], isFrame: false }]],
        [[], null, [{ takeId: 't', region: null }]],
      ],
    },
  ],
  [
    'a brand',
    brand,
    { id: 'brand', name: '', flags: true },
    {
      id: [['brand'], ['other']],
      name: [['', long(100)], [long(101)]],
    },
  ],
])('%s is read with each field at its limits and refused beyond', (_, schema, row, limits) => {
  expect(schema.safeParse(row).error).toBeUndefined();
  for (const [field, [good, bad]] of Object.entries(limits)) {
    const isRead = (value: unknown) => schema.safeParse({ ...row, [field]: value }).success;
    for (const value of good)
      expect(isRead(value), `${field} ${JSON.stringify(value).slice(0, 80)}`).toBe(true);
    for (const value of bad)
      expect(isRead(value), `${field} ${JSON.stringify(value).slice(0, 80)}`).toBe(false);
  }
});
