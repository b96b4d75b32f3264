/**
 * What a page in a browser and the web host say to each other before anything else: the first message of a WebSocket,
 * its answer, and how pictures are asked for. No cookie takes part: browsers send those to every port of a machine.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';

/** In the fragment of an address that the host printed; it lets one tab in, once. 256 bits, base64url. */
export const INVITATION = /^[\w-]{43}$/;

/** The first message. */
export const knock = z.strictObject({
  /** Made by the page and known to it alone: 256 bits, hex. */
  tab: z.string().regex(/^[0-9a-f]{64}$/),
  /** Null for a tab that was let in before. */
  invitation: z.string().regex(INVITATION).nullable(),
});

/** The answer to one who is let in. Others get none. */
export const welcome = z.strictObject({
  /** What addresses of pictures are signed with as long as this host runs: hex. */
  pictureKey: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Close code of a WebSocket whose first message was not right (RFC 6455, 7.4.1: policy violation). */
export const NOT_LET_IN = 1008;

/** HMAC-SHA-256 over which picture in which width it is, in hex; null = the file itself. */
export const pictureSignature = (pictureKey: string, picture: string, width: number | null): string =>
  bytesToHex(hmac(sha256, hexToBytes(pictureKey), utf8ToBytes(`${picture} ${width ?? 'full'}`)));

export type Knock = z.infer<typeof knock>;
