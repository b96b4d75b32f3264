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
});
