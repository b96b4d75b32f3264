/**
 * Where a server may send a download on to. An answer that leads into the local network would make this machine ask
 * there what only a machine inside can ask.
 */
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** IPv4 that is not of the public internet (https://www.iana.org/assignments/iana-ipv4-special-registry). */
const LOCAL_V4: readonly [network: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** The same of IPv6 (https://www.iana.org/assignments/iana-ipv6-special-registry). */
const LOCAL_V6: readonly [network: string, bits: number][] = [
  // Unspecified, loopback, and IPv4 in the form that is no longer used.
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  // Unique local, link-local, site-local of old, multicast.
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const local = new BlockList();
for (const [network, bits] of LOCAL_V4) {
  local.addSubnet(network, bits, 'ipv4');
  // What NAT64 (RFC 6052) and 6to4 (RFC 3056) wrap into IPv6. Mapped addresses are looked up as IPv4 by themselves.
  local.addSubnet(`64:ff9b::${network}`, 96 + bits, 'ipv6');
  const [a = 0, b = 0, c = 0, d = 0] = network.split('.').map(Number);
  const hex = (high: number, low: number) => ((high << 8) | low).toString(16);
  local.addSubnet(`2002:${hex(a, b)}:${hex(c, d)}::`, 16 + bits, 'ipv6');
}
for (const [network, bits] of LOCAL_V6) local.addSubnet(network, bits, 'ipv6');

/** An IP address of this machine, of the local network, or of no machine at all. A name is none. */
export function isLocalAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  return isIP(bare) !== 0 && local.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4');
}

export const LOCAL_ADDRESS = 'ERR_LOCAL_ADDRESS';

type Found = (error: Error | null, addresses: string | LookupAddress[], family?: number) => void;

/**
 * A lookup for a connection that finds public addresses alone, and those of `named`, whatever they are. It is asked when
 * the connection is made, so that a name cannot have led elsewhere when it was checked. Fails with LOCAL_ADDRESS.
 */
export const publicLookup =
  (named: string, find: typeof lookup = lookup) =>
  (host: string, options: LookupOptions, found: Found): void => {
    find(host, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const [first] = addresses;
      if (host !== named && addresses.some(({ address }) => isLocalAddress(address))) {
        const message = `${host} is an address of the local network`;
        return found(Object.assign(new Error(message), { code: LOCAL_ADDRESS }), []);
      }
      if (options.all) found(null, addresses);
      else found(null, first?.address ?? '', first?.family);
    });
  };

/**
 * Why an answer of `from` may not lead to `to`; null where it may. `named`: what was asked first, which is the hub or the
 * artist's own mirror, and may be anywhere. At another port of its machine may be something else that listens there.
 */
export function whyUnsafe(from: URL, to: URL, named: URL): string | null {
  const isOwn = to.hostname === named.hostname && to.port === named.port;
  if (!isOwn && to.hostname === named.hostname)
    return `${from.href} leads to ${to.host}, another port than the one that was named`;
  if (to.protocol !== 'https:' && !(isOwn && to.protocol === 'http:' && from.protocol === 'http:'))
    return `${from.href} leads to ${to.protocol}//${to.host}, which is not safe`;
  if (!isOwn && isLocalAddress(to.hostname))
    return `${from.href} leads to ${to.host}, an address of the local network`;
  return null;
}
