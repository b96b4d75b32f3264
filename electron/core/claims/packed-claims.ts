/** Readings as they are kept: a board of ten thousand shots has twenty million characters of them, and they are much alike. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReadClaim } from './read-claim.js';

/** What nearly every reading says somewhere; what is packed with one such text cannot be unpacked with another. */
const USUAL = Buffer.from(
  [
    '"attribute":"brown","relation":"in front of","object":"house","value":null,"kind":"count","text":"two dogs"',
    '"weight":0.5,"negated":true,"canonOf":"","kind":"style","text":"a painting"},"relation":"next to"',
    '"relation":null,"object":null,"value":"night","parents":[],"kind":"time","text":"at night","span":null',
    '"object":null,"value":"a wide shot","parents":[],"weight":1,"negated":false,"kind":"framing","text":"a wide shot"',
    '{"subject":null,"attribute":null,"relation":"in","object":"street","value":null,"kind":"place","text":"in a street"',
    '"relation":"holding","object":"lantern","value":null,"kind":"relation","text":"a woman holding a lantern"',
    '"relation":"standing","object":null,"value":null,"kind":"action","text":"an old man standing","parents":[0],"span":[',
    '"attribute":"red","relation":"in","object":"coat","value":null,"kind":"attribute","text":"a girl in a red coat"',
    ',"parents":[0],"span":[0,10],"weight":1,"negated":false,"canonOf":null},',
    '[{"subject":"girl","attribute":null,"relation":null,"object":null,"value":null,"kind":"entity","text":"a girl"',
    ',"parents":[],"span":[0,10],"weight":1,"negated":false,"canonOf":null}]',
  ].join(''),
);
/** Of 4,096 characters, which is as long as most are, and little memory while it is done. */
const OPTIONS = { dictionary: USUAL, windowBits: 12, memLevel: 5 };

/** Each character is a byte, so that it takes no more than the bytes do. */
export const packClaims = (claims: readonly ReadClaim[]): string =>
  deflateRawSync(JSON.stringify(claims), OPTIONS).toString('latin1');

/** `packed`: of `packClaims`. */
export const unpackClaims = (packed: string): ReadClaim[] =>
  JSON.parse(inflateRawSync(Buffer.from(packed, 'latin1'), OPTIONS).toString());
