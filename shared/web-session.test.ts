import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { knock, pictureSignature, welcome } from './web-session.js';

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

const hex = '0a'.repeat(32);
const invitation = 'Az09_-'.padEnd(43, 'x');

it('takes a first message that names a tab, with an invitation or none', () => {
  expect(knock.parse({ tab: hex, invitation })).toEqual({ tab: hex, invitation });
  expect(knock.parse({ tab: hex, invitation: null })).toEqual({ tab: hex, invitation: null });
});

it.each([
  ['a longer tab', { tab: `${hex}0`, invitation }],
  ['a tab after something else', { tab: `x${hex}`, invitation }],
  ['a tab of other characters', { tab: hex.replace('a', 'G'), invitation }],
  ['a short tab', { tab: hex.slice(1), invitation }],
  ['a longer invitation', { tab: hex, invitation: `${invitation}x` }],
  ['a short invitation', { tab: hex, invitation: invitation.slice(1) }],
  ['an invitation of other characters', { tab: hex, invitation: invitation.replace('x', '.') }],
  ['no word of an invitation', { tab: hex }],
  ['more than that', { tab: hex, invitation, more: 1 }],
])('refuses %s', (_what, message) => {
  expect(knock.safeParse(message).success).toBe(false);
});

it('answers with a key for pictures: 256 bits in hex', () => {
  expect(welcome.parse({ pictureKey: hex })).toEqual({ pictureKey: hex });
  for (const pictureKey of [`${hex}0`, `x${hex}`, hex.slice(1), hex.replace('a', 'G'), ''])
    expect(welcome.safeParse({ pictureKey }).success).toBe(false);
});
