import { describe, expect, it } from 'vitest';
import { Gate, type Visit } from './gate.js';

const HOST = '127.0.0.1:8000';
const visit = (change: Partial<Visit['headers']> = {}, url = '/', method = 'GET'): Visit => ({
  method,
  url,
  headers: { host: HOST, ...change },
});

/** A gate, its one-time address and the cookie that it gave for it. */
function entered(): { gate: Gate; address: string; cookie: string } {
  const gate = new Gate();
  const address = `/${gate.invite()}`;
  const admission = gate.admit(visit({}, address));
  if (!admission.admitted || admission.cookie === null) throw new Error('it was not let in');
  return { gate, address, cookie: admission.cookie.split(';')[0] ?? '' };
}

describe('the gate', () => {
  it.each(['127.0.0.1', '127.0.0.1:1', 'localhost', 'LOCALHOST:65535', '[::1]', '[::1]:8000'])(
    'knows %s for this machine',
    (host) => {
      const { gate, cookie } = entered();
      expect(gate.admit(visit({ host, cookie }))).toEqual({ admitted: true, cookie: null });
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
    'localhost:',
    'localhost:port',
    'localhost:800000',
    'localhost:8000\n',
    '',
    undefined,
  ])('takes no other name for it, with the pass too: %j', (host) => {
    const { gate, cookie } = entered();
    expect(gate.admit({ method: 'GET', url: '/', headers: { host, cookie } })).toEqual({
      admitted: false,
      status: 403,
      reason: 'Only addresses on this machine are served.',
    });
  });

  it('serves the pages of its own address alone', () => {
    const { gate, cookie } = entered();
    expect(gate.admit(visit({ cookie, origin: `http://${HOST}` }))).toMatchObject({ admitted: true });
    for (const origin of [
      '',
      'null',
      'http://127.0.0.1',
      'http://localhost:8000',
      `https://${HOST}`,
      'http://evil.localhost',
    ])
      expect(gate.admit(visit({ cookie, origin })), origin).toMatchObject({ admitted: false, status: 403 });
  });

  it('opens once for an address, by GET of the page alone, and gives a pass that scripts cannot read', () => {
    const gate = new Gate();
    const address = `/${gate.invite()}`;
    expect(address).toMatch(/^\/\?token=[\w-]{43}$/);
    for (const wrong of [
      visit({}, address, 'POST'),
      visit({}, address.replace('/', '/assets/')),
      visit({}, `${address}x`),
      visit({}, address.replace(/.$/, '')),
      visit({}, '/?token='),
      visit({}, '/'),
    ])
      expect(gate.admit(wrong)).toMatchObject({ admitted: false, status: 401 });
    const first = gate.admit(visit({}, `${address}&theme=dark`));
    expect(first).toEqual({
      admitted: true,
      cookie: expect.stringMatching(/^continuist-[0-9a-f]{8}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    });
    expect(gate.admit(visit({}, address))).toMatchObject({ admitted: false, status: 401 });
    expect(gate.admit(visit({}, '/?token=null'))).toMatchObject({ admitted: false, status: 401 });
  });

  it('ends the address before when it gives another', () => {
    const gate = new Gate();
    const old = `/${gate.invite()}`;
    const fresh = `/${gate.invite()}`;
    expect(gate.admit(visit({}, old))).toMatchObject({ admitted: false });
    expect(gate.admit(visit({}, fresh))).toMatchObject({ admitted: true });
  });

  it('finds the pass wherever it stands among other cookies, also twice: two servers lock nobody out', () => {
    const one = entered();
    const two = entered();
    const name = one.cookie.split('=')[0];
    for (const { gate, cookie } of [one, two])
      for (const cookies of [
        `${one.cookie}; ${two.cookie}`,
        `${two.cookie};${one.cookie}`,
        `theme=dark; ${cookie}`,
        `${name}=of-an-earlier-start; ${cookie}`,
        `${cookie}; ${name}=`,
        `${name}; ${cookie}`,
        `broken; =; ${cookie}`,
      ])
        expect(gate.admit(visit({ cookie: cookies })), cookies).toEqual({ admitted: true, cookie: null });
  });

  it('takes no other cookie for the pass', () => {
    const { gate, cookie } = entered();
    const [name, value] = cookie.split('=');
    for (const wrong of [
      '',
      `${name}`,
      `${name}=`,
      `${name}=${value}x`,
      `${name}=${value?.slice(1)}`,
      `continuist-00000000=${value}`,
      `x${name}=${value}`,
      entered().cookie,
    ])
      expect(gate.admit(visit({ cookie: wrong })), wrong).toMatchObject({ admitted: false, status: 401 });
    expect(gate.admit(visit())).toMatchObject({ admitted: false, status: 401 });
  });
});
