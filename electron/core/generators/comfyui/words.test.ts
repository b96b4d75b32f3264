import { describe, expect, it } from 'vitest';
import { whyFailed, whyNotValid, whyRefused } from './words.js';

const NODES = { 8: { class_type: 'FancyDecode', inputs: {} } };

describe('what was not taken', () => {
  it.each([
    ['Internal Server Error', 'ComfyUI failed at the request (502): Internal Server Error'],
    ['<html><h1>Bad Gateway</h1></html>', 'ComfyUI failed at the request (502): Bad Gateway'],
    ['', 'ComfyUI failed at the request (502).'],
  ])('is told in the words of what answers: %s', (text, said) => {
    expect(whyRefused(502, text, NODES)).toBe(said);
  });

  it.each([
    [
      { type: 'invalid_prompt', message: 'node FancyDecode does not exist', details: "Node ID '#8'" },
      'The graph uses the node “FancyDecode”, which this ComfyUI does not have (node 8).',
    ],
    [
      { type: 'quota', message: 'Too many pictures today', details: 'ticket #8' },
      'ComfyUI does not take the graph: Too many pictures today: ticket #8',
    ],
    [
      { type: 'no_user', message: 'The user was not found' },
      'ComfyUI does not take the graph: The user was not found',
    ],
  ])('is a node that is not there only where one is named: %j', (error, said) => {
    expect(whyRefused(400, JSON.stringify({ error }), NODES)).toContain(said);
  });
});

describe('a value that does not fit', () => {
  const told = (type: string, extra: object, details = '') =>
    whyRefused(
      400,
      JSON.stringify({
        error: { type: 'prompt_outputs_failed_validation', message: 'x', details: '', extra_info: {} },
        node_errors: {
          8: { class_type: 'KSampler', errors: [{ type, message: 'm', details, extra_info: extra }] },
        },
      }),
      {},
    );
  it.each([
    [
      'value_smaller_than_min',
      { input_name: 'steps', received_value: 0 },
      'too small at KSampler (node 8): 0',
    ],
    [
      'value_bigger_than_max',
      { input_name: 'cfg', received_value: 999 },
      'too large at KSampler (node 8): 999',
    ],
    [
      'invalid_input_type',
      { input_name: 'seed', received_value: 'x' },
      '“seed” at KSampler (node 8) takes no such value: x',
    ],
    ['required_input_missing', { input_name: 'model' }, 'KSampler (node 8) needs “model”'],
    ['dependency_cycle', {}, 'goes round in a circle at KSampler (node 8)'],
    ['bad_linked_input', {}, 'KSampler (node 8) is not connected as this ComfyUI needs it: m'],
    ['return_type_mismatch', {}, 'KSampler (node 8) is not connected as this ComfyUI needs it: m'],
    ['of_a_later_version', {}, 'KSampler (node 8): m'],
  ])('is told by its kind: %s', (type, extra, said) => {
    expect(told(type, extra)).toContain(said);
  });
});

describe('a choice that the server does not have', () => {
  const ask = (name: string, config?: unknown) =>
    whyNotValid(
      {
        8: {
          class_type: '',
          dependent_outputs: [],
          errors: [
            {
              type: 'value_not_in_list',
              message: '',
              details: '',
              extra_info: { input_name: name, received_value: 'ink', input_config: config },
            },
          ],
        },
      },
      { 8: { class_type: 'Loader', inputs: {}, _meta: { title: 'My loader' } } },
    );
  const numbered = (count: number) => Array.from({ length: count }, (_, at) => `m${at}`);

  it.each(['ckpt_name', 'unet_name', 'vae_name', 'lora_name', 'clip_name', 'control_net_name', 'model_name'])(
    'is a model where it is at %s',
    (name) => {
      expect(ask(name)).toBe(
        'The graph names a model that the server does not have: “ink”, at “My loader”, Loader (node 8).',
      );
    },
  );

  it('is named with those that it has, of many the first', () => {
    const there = '“ink” is no choice of “sampler” at “My loader”, Loader (node 8).';
    expect(ask('sampler')).toBe(there);
    expect(ask('sampler', [[]])).toBe(there);
    expect(ask('sampler', [['euler', 7, 'heun']])).toBe(`${there} It has “euler”, “heun”.`);
    expect(ask('sampler', ['COMBO', { options: ['euler'] }])).toBe(`${there} It has “euler”.`);
    expect(ask('sampler', ['COMBO', null])).toBe(there);
    const eight = numbered(8).map((one) => `“${one}”`);
    expect(ask('sampler', [numbered(8)])).toBe(`${there} It has ${eight.join(', ')}.`);
    expect(ask('sampler', [numbered(10)])).toBe(`${there} It has ${eight.join(', ')}, and 2 more.`);
  });

  it('is told once at a time, of many the first', () => {
    const fault = (n: number) => ({ type: 'of_a_later_version', message: `fault ${n}`, details: '' });
    const told = (count: number) =>
      whyNotValid(
        {
          8: {
            class_type: '',
            dependent_outputs: [],
            errors: Array.from({ length: count }, (_, n) => fault(n)),
          },
        },
        NODES,
      ).split('\n');
    expect(told(1)).toEqual(['FancyDecode (node 8): fault 0']);
    expect(told(12)).toHaveLength(9);
    expect(
      whyNotValid(
        { 8: { class_type: '', dependent_outputs: [], errors: [fault(0), fault(0)] } },
        NODES,
      ).split('\n'),
    ).toHaveLength(1);
    expect(whyNotValid({}, NODES)).toBe('');
  });
});

it('is refused in words of its own where what answers only says a number', () => {
  expect(whyRefused(403, 'no', NODES)).toMatch(/refuses to be asked from here/);
  expect(whyRefused(413, 'no', NODES)).toBe('The graph is too large for ComfyUI (413).');
  const error = { type: 'prompt_no_outputs', message: 'Prompt has no outputs', details: '' };
  expect(whyRefused(400, JSON.stringify({ error }), NODES)).toBe('The graph saves no picture.');
});

describe('what failed on the way', () => {
  const failedWith = (type: string, message: string) =>
    whyFailed({ node_id: '8', node_type: 'VAEDecode', exception_type: type, exception_message: message }, {});

  it.each([
    ['torch.OutOfMemoryError', 'Allocation on device 0'],
    ['torch.cuda.OutOfMemoryError', ''],
    ['RuntimeError', 'torch.OutOfMemoryError: Allocation on device'],
    ['RuntimeError', 'CUDA error: out of memory'],
    ['RuntimeError', 'HIP out of memory. Tried to allocate 2.00 GiB'],
    ['RuntimeError', 'MPS backend out of memory (MPS allocated: 9.07 GB)'],
    ['RuntimeError', 'This error means you ran out of memory on your GPU.'],
  ])('is the memory of the card where it says so: %s, %s', (type, message) => {
    expect(failedWith(type, message)).toMatch(/^ComfyUI ran out of graphics memory at VAEDecode \(node 8\)/);
  });

  it.each([
    'out of memory',
    'VipsJpeg: out of memory -- size == 3MB',
    'The cache of CUDA kernels is full.\nsqlite: out of memory',
  ])('is told as it is said where that is of other memory: %s', (message) => {
    expect(failedWith('RuntimeError', message)).toBe(`VAEDecode (node 8) failed: ${message}`);
  });

  it('is named by its kind where nothing is said of it, and by nothing where that is not known', () => {
    expect(failedWith('ValueError', '')).toBe('VAEDecode (node 8) failed: ValueError');
    expect(failedWith('', '')).toBe('VAEDecode (node 8) failed.');
    expect(whyFailed('at all', NODES)).toBe('ComfyUI failed at the picture, and does not say why.');
  });
});
