import { describe, expect, it } from 'vitest';
import { whyFailed, whyRefused } from './words.js';

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
});
