import { GENERATORS } from '@core/generators/index.js';
import { DEFAULT_SETTINGS, type Settings } from '@shared/settings.js';
import { describe, expect, it } from 'vitest';
import { needsYes } from './needs-yes.js';

const at = (url: string) => ({ url, model: '', inFlight: 4 });
const program = (...words: string[]): Partial<Settings> => ({ generators: { command: { program: words } } });
const asked = (change: Partial<Settings>, before: Partial<Settings> = {}) => {
  const now = { ...DEFAULT_SETTINGS, ...before };
  return needsYes({ ...now, ...change }, now);
};

/** Another value of each setting, and whether it needs a yes. A new setting is a type error here until that is said. */
const EVERY: { readonly [K in keyof Settings]: readonly [Settings[K], 'free' | 'yes'] } = {
  judge: ['llava-onevision-0.5b', 'free'],
  device: ['cpu', 'free'],
  sensitivity: ['keen', 'free'],
  slips: [true, 'free'],
  reads: [false, 'free'],
  rules: [['horizon'], 'free'],
  generator: ['command', 'free'],
  rounds: [9, 'free'],
  candidates: [4, 'free'],
  maxRequests: [9, 'free'],
  maxMinutes: [30, 'free'],
  automatic: [true, 'free'],
  notify: [false, 'free'],
  advance: [false, 'free'],
  theme: ['light', 'free'],
  contrast: ['high', 'free'],
  frameRate: ['25', 'free'],
  artist: ['Ada', 'free'],
  generators: [{ command: { program: ['/bin/true'] } }, 'yes'],
  servers: [[at('http://127.0.0.1:8000')], 'yes'],
  ensemble: [['storybook'], 'free'],
  mirror: ['https://mirror.example', 'yes'],
  keys: [{ open: ['q'] }, 'free'],
};

it.each(Object.entries(EVERY))('%s', (key, [value, answer]) => {
  const found = asked({ [key]: value });
  expect(found.length).toBe(answer === 'yes' ? 1 : 0);
  // The same again changes nothing.
  expect(asked({ [key]: value }, { [key]: value })).toEqual([]);
});

it('asks of each setting of each generator what its row says', () => {
  for (const { settings, consent } of GENERATORS)
    expect(Object.keys(consent).sort()).toEqual(Object.keys(settings.shape).sort());
});

describe('a program', () => {
  it('is shown whole, word by word', () => {
    expect(asked(program('/usr/bin/python3', 'gen.py', ''))).toEqual([
      { title: expect.stringContaining('Run this program'), lines: ['“/usr/bin/python3”', '“gen.py”', '“”'] },
    ]);
  });

  it('needs a yes again when a word of it changes, and none to go', () => {
    const before = program('/usr/bin/python3', 'gen.py');
    expect(asked(program('/usr/bin/python3', 'other.py'), before)).toHaveLength(1);
    expect(asked(program(), before)).toEqual([]);
    expect(
      asked({ generators: { command: { program: ['/usr/bin/python3', 'gen.py'], timeout: 9 } } }, before),
    ).toEqual([]);
  });
});

it('asks of new addresses of a generator alone, and of none to go', () => {
  const at = (...addresses: string[]): Partial<Settings> => ({ generators: { comfyui: { addresses } } });
  const [here, there] = ['http://127.0.0.1:8188', 'http://studio:8188'];
  expect(asked(at(here, there), at(here))).toEqual([
    { title: 'Send prompts and pictures to (generator ComfyUI)', lines: [`“${there}”`] },
  ]);
  expect(asked(at(there), at(here, there))).toEqual([]);
});

describe('servers', () => {
  const here = at('http://localhost:8000');
  const there = at('https://judge.example:8000');

  it('need a yes each, and none to go or to get more at once', () => {
    expect(asked({ servers: [here, there] }, { servers: [here] })).toEqual([
      { title: expect.stringContaining('Send pictures'), lines: ['https://judge.example:8000/'] },
    ]);
    expect(asked({ servers: [{ ...here, inFlight: 9, model: 'm' }] }, { servers: [here, there] })).toEqual(
      [],
    );
  });

  it.each([
    ['http://127.0.0.1:8000/', false],
    ['http://[::1]:8000/', false],
    ['http://localhost/', false],
    ['http://evil.localhost/', true],
    ['http://localhost.example/', true],
    ['http://127.0.0.1.example/', true],
  ])('are asked of when the judge is chosen: %s: %s', (url, needs) => {
    expect(asked({ judge: 'openai-compatible' }, { servers: [at(url)] }).map(({ lines }) => lines)).toEqual(
      needs ? [[url]] : [],
    );
  });

  it('show a name in another alphabet for what it is', () => {
    expect(asked({ servers: [at('https://јudge.example')] })).toMatchObject([
      { lines: ['https://xn--udge-u9d.example/'] },
    ]);
  });

  it('need a yes when the judge begins to send to another machine, however it is chosen', () => {
    const servers = [here, there];
    const sends = [
      { title: expect.stringContaining('Send pictures'), lines: ['https://judge.example:8000/'] },
    ];
    expect(asked({ judge: 'openai-compatible' }, { servers })).toEqual(sends);
    expect(asked({ judge: 'openai-compatible' }, { servers: [here] })).toEqual([]);
    const both = ['storybook', 'openai-compatible'];
    expect(asked({ judge: 'ensemble', ensemble: both }, { servers })).toEqual(sends);
    expect(asked({ ensemble: both }, { servers, judge: 'ensemble' })).toEqual(sends);
    expect(asked({ ensemble: both }, { servers })).toEqual([]);
    expect(asked({ judge: 'openai-compatible' }, { servers, judge: 'ensemble', ensemble: both })).toEqual([]);
    expect(asked({ judge: 'openai-compatible', servers: [there] })).toEqual(sends);
  });
});

it('asks of another mirror by its address, and of none to go', () => {
  const mirror = 'https://mirror.example';
  expect(asked({ mirror }, { mirror: 'https://other.example' })).toEqual([
    { title: 'Fetch models from this address instead of the hub', lines: [`${mirror}/`] },
  ]);
  expect(asked({ mirror: '' }, { mirror })).toEqual([]);
});

it('asks for all of a change at once', () => {
  expect(asked({ ...program('/bin/true'), mirror: 'https://mirror.example', theme: 'light' })).toHaveLength(
    2,
  );
});
