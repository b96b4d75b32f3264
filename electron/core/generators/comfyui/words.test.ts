import { describe, expect, it } from 'vitest';
import { whyRefused } from './words.js';

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
