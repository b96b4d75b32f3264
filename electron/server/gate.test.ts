import { pictureSignature } from '@shared/web-session.js';
import { describe, expect, it } from 'vitest';
import { Gate } from './gate.js';

const HOST = '127.0.0.1:8000';
const ANY = { mustSayOrigin: false };
const tab = (digit: string): string => digit.repeat(64);
const invited = (gate: Gate): string => gate.invite().slice(1);

describe('the gate', () => {
  it.each(['127.0.0.1', '127.0.0.1:1', '127.0.0.1:65535', '[::1]', '[::1]:8000'])(
    'knows %s for this machine',
    (host) => {
      expect(new Gate().refusal({ host }, ANY)).toBeNull();
    },
  );

  it.each([
    'evil.localhost',
    'evil.localhost:8000',
    'localhost.evil.example',
    'localhost.',
    'xlocalhost',
    'evil-127.0.0.1',
    '127.0.0.1.evil.example',
    '127.0.0.1:8000.evil.example',
    '127x0.0.1',
    '127.0x0.1',
    '127.0.0x1',
    '127.0.0.2',
    '0.0.0.0',
    '::1',
    '[::1].evil.example',
    '[::2]',
    '127.0.0.1:',
    '127.0.0.1:port',
    '127.0.0.1:800000',
    '127.0.0.1:8000\n',
    '',
    undefined,
  ])('takes no other name for it: %j', (host) => {
    expect(new Gate().refusal({ host }, ANY)).toEqual({
      status: 403,
      reason: 'Only addresses on this machine are served.',
    });
  });

  it.each(['localhost', 'LOCALHOST:65535'])(
    'says what to write instead of %s, which another server may answer to as well',
    (host) => {
      expect(new Gate().refusal({ host, origin: `http://${host}` }, ANY)).toEqual({
        status: 403,
        reason: expect.stringContaining('127.0.0.1 instead'),
      });
    },
  );

  it('serves the pages of its own address alone, and a WebSocket only to those that say so', () => {
    const gate = new Gate();
    for (const rule of [ANY, { mustSayOrigin: true }]) {
      expect(gate.refusal({ host: HOST, origin: `http://${HOST}` }, rule)).toBeNull();
      for (const origin of [
        '',
        'null',
        'http://127.0.0.1',
        'http://127.0.0.1:8001',
        'http://localhost:8000',
        `https://${HOST}`,
        'http://evil.localhost',
      ])
        expect(gate.refusal({ host: HOST, origin }, rule), origin).toMatchObject({ status: 403 });
    }
    expect(gate.refusal({ host: HOST }, ANY)).toBeNull();
    expect(gate.refusal({ host: HOST }, { mustSayOrigin: true })).toMatchObject({ status: 403 });
  });

  it('lets one tab in for an invitation, and that tab again without one', () => {
    const gate = new Gate();
    const invitation = invited(gate);
    expect(invitation).toMatch(/^[\w-]{43}$/);
    for (const wrong of [null, 'x'.repeat(43), invitation.slice(1), `${invitation}x`, ''])
      expect(gate.letsIn({ tab: tab('a'), invitation: wrong }), String(wrong)).toBe(false);
    expect(gate.letsIn({ tab: tab('a'), invitation })).toBe(true);
    expect(gate.letsIn({ tab: tab('b'), invitation })).toBe(false);
    expect(gate.letsIn({ tab: tab('a'), invitation: null })).toBe(true);
    expect(gate.letsIn({ tab: tab('b'), invitation: null })).toBe(false);
    expect(new Gate().letsIn({ tab: tab('a'), invitation })).toBe(false);
  });

  it('uses no invitation up for a tab that it knows', () => {
    const gate = new Gate();
    gate.letsIn({ tab: tab('a'), invitation: invited(gate) });
    const second = invited(gate);
    expect(gate.letsIn({ tab: tab('a'), invitation: second })).toBe(true);
    expect(gate.letsIn({ tab: tab('b'), invitation: second })).toBe(true);
  });

  it('ends the invitation before when it gives another', () => {
    const gate = new Gate();
    const old = invited(gate);
    const fresh = invited(gate);
    expect(gate.letsIn({ tab: tab('a'), invitation: old })).toBe(false);
    expect(gate.letsIn({ tab: tab('a'), invitation: fresh })).toBe(true);
  });

  it('knows addresses of pictures that are signed with its key, each for its picture and width', () => {
    const gate = new Gate();
    const signature = pictureSignature(gate.pictureKey, 'picture', 320);
    expect(gate.signed('picture', 320, signature)).toBe(true);
    expect(gate.signed('picture', null, signature)).toBe(false);
    expect(gate.signed('picture', 160, signature)).toBe(false);
    expect(gate.signed('other', 320, signature)).toBe(false);
    for (const wrong of ['', signature.slice(1), signature.toUpperCase()])
      expect(gate.signed('picture', 320, wrong)).toBe(false);
    expect(new Gate().signed('picture', 320, signature)).toBe(false);
  });
});
