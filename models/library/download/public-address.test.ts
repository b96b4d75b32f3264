import type { lookup } from 'node:dns';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLocalAddress, LOCAL_ADDRESS, publicLookup, whyUnsafe } from './public-address.js';

it.each([
  ['0.0.0.0'],
  ['10.1.2.3'],
  ['100.64.0.1'],
  ['127.0.0.1'],
  ['127.255.255.254'],
  ['169.254.169.254'],
  ['172.16.0.1'],
  ['172.31.255.255'],
  ['192.0.0.8'],
  ['192.168.1.10'],
  ['198.19.0.1'],
  ['224.0.0.251'],
  ['255.255.255.255'],
  ['::'],
  ['::1'],
  ['[::1]'],
  ['::127.0.0.1'],
  ['::ffff:127.0.0.1'],
  ['::ffff:c0a8:010a'],
  ['64:ff9b::10.0.0.1'],
  ['64:ff9b::c0a8:0101'],
  ['64:ff9b:1::1'],
  ['100::1'],
  ['2002:7f00:1::1'],
  ['2002:c0a8:101::1'],
  ['fc00::1'],
  ['fd12:3456::1'],
  ['fe80::1'],
  ['fe80::1%eth0'],
  ['fec0::1'],
  ['ff02::fb'],
])('%s is of the local network', (address) => expect(isLocalAddress(address)).toBe(true));

it.each([
  ['1.1.1.1'],
  ['9.255.255.255'],
  ['11.0.0.0'],
  ['100.63.255.255'],
  ['100.128.0.0'],
  ['126.255.255.255'],
  ['128.0.0.0'],
  ['169.253.0.1'],
  ['172.15.255.255'],
  ['172.32.0.0'],
  ['192.0.1.1'],
  ['192.167.255.255'],
  ['198.17.255.255'],
  ['198.20.0.0'],
  ['223.255.255.255'],
  ['2606:4700::1111'],
  ['::ffff:1.1.1.1'],
  ['64:ff9b::1.1.1.1'],
  ['2002:101:101::1'],
  ['101::1'],
  ['fe00::1'],
  ['fbff::1'],
  ['hub.example'],
  ['127.0.0.1.nip.io'],
  [''],
])('%s is not', (address) => expect(isLocalAddress(address)).toBe(false));

it('knows an IPv4 address of the local network in whatever form an address of the web gives it', () => {
  const local = fc.tuple(fc.constantFrom('127', '10', '192.168.1'), fc.nat(255), fc.nat(255), fc.nat(255));
  fc.assert(
    fc.property(local, ([first, b, c, d]) => {
      const parts = [...first.split('.').map(Number), b, c, d].slice(0, 4) as [
        number,
        number,
        number,
        number,
      ];
      const number = parts.reduce((sum, part) => sum * 256 + part, 0);
      const hex = number.toString(16);
      for (const form of [
        parts.join('.'),
        String(number),
        `0x${hex}`,
        parts.map((part) => `0${part.toString(8)}`).join('.'),
      ])
        expect(isLocalAddress(new URL(`https://${form}/`).hostname), form).toBe(true);
      expect(isLocalAddress(new URL(`https://[::ffff:${parts.join('.')}]/`).hostname)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['https://hub.example/a', 'https://cdn.example/b', null],
  ['http://nas:8080/a', 'http://nas:8080/b', null],
  ['http://nas/a', 'https://nas/b', null],
  ['http://nas:8080/a', 'http://nas:9090/b', 'nas:9090, another port than the one that was named'],
  ['https://nas/a', 'https://nas:9090/b', 'nas:9090, another port than the one that was named'],
  [
    'http://127.0.0.1/a',
    'http://127.0.0.1:9090/b',
    '127.0.0.1:9090, another port than the one that was named',
  ],
  ['http://nas:8080/a', 'https://cdn.example/b', null],
  ['http://192.168.1.5/a', 'http://192.168.1.5/b', null],
  ['https://hub.example/a', 'http://hub.example/b', 'http://hub.example, which is not safe'],
  ['http://nas/a', 'http://cdn.example/b', 'http://cdn.example, which is not safe'],
  ['https://hub.example/a', 'ftp://hub.example/b', 'ftp://hub.example, which is not safe'],
  ['https://hub.example/a', 'https://127.0.0.1:8443/b', '127.0.0.1:8443, an address of the local network'],
  ['https://hub.example/a', 'https://[::1]/b', '[::1], an address of the local network'],
  ['https://hub.example/a', 'https://2130706433/b', '127.0.0.1, an address of the local network'],
  ['http://192.168.1.5/a', 'https://192.168.1.6/b', '192.168.1.6, an address of the local network'],
])('%s may lead to %s: %s', (from, to, expected) => {
  const [first, next] = [new URL(from), new URL(to)];
  const said = expected === null ? null : `${from} leads to ${expected}`;
  expect(whyUnsafe(first, next, first)).toBe(said);
});

const V4 = { address: '1.1.1.1', family: 4 };
const finding = (...addresses: { address: string; family: number }[]) =>
  ((_host: string, options: { all?: boolean }, found: (error: Error | null, all: unknown) => void) => {
    expect(options.all).toBe(true);
    found(addresses.length === 0 ? new Error('unknown') : null, addresses);
  }) as unknown as typeof lookup;

const looked = (host: string, all: boolean, find: typeof lookup) =>
  new Promise((found) =>
    publicLookup('nas', find)(host, { all }, (error, addresses, family) =>
      found(error ? ((error as NodeJS.ErrnoException).code ?? error.message) : [addresses, family]),
    ),
  );

it('finds a name that is public, and no name of which any address is local, but the one that was named', async () => {
  const inside = { address: 'fd00::1', family: 6 };
  expect(await looked('cdn.example', true, finding(V4))).toEqual([[V4], undefined]);
  expect(await looked('cdn.example', false, finding(V4, V4))).toEqual(['1.1.1.1', 4]);
  expect(await looked('cdn.example', true, finding(V4, inside))).toBe(LOCAL_ADDRESS);
  expect(await looked('nas', true, finding(inside))).toEqual([[inside], undefined]);
  expect(await looked('nowhere', true, finding())).toBe('unknown');
});
