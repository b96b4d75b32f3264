import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { pictureSignature } from './web-session.js';

it('signs as HMAC-SHA-256 of the system does', () => {
  const key = '0b'.repeat(32);
  for (const [width, text] of [
    [320, 'abc 320'],
    [null, 'abc full'],
  ] as const)
    expect(pictureSignature(key, 'abc', width)).toBe(
      createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex'),
    );
});
