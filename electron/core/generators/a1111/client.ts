import { type ClientLimits, ServerClient } from '../server-client.js';

export interface Limits extends ClientLimits {
  /** Bytes of an answer with a picture in it. */
  readonly picture: number;
  /** Milliseconds between two looks at how far it is, and for which a server may be away before it is given up. */
  readonly poll: number;
  readonly away: number;
  /** Milliseconds for one picture, and as many for what is made before it. */
  readonly making: number;
  /** Milliseconds from the end of the work to its answer, which may be large. */
  readonly answering: number;
  /** Milliseconds in which work that is to be stopped begins. */
  readonly stopping: number;
  /** Milliseconds in which it has to say how it is. */
  readonly soon: number;
}

export const LIMITS: Omit<Limits, 'making'> = {
  answer: 30_000,
  pieces: 60_000,
  whole: 120_000,
  json: 16 * 1024 * 1024,
  picture: 256 * 1024 * 1024,
  poll: 500,
  away: 120_000,
  answering: 120_000,
  stopping: 10_000,
  soon: 4_000,
};

export class Client extends ServerClient<Limits> {
  /** `address`: `http://host:7860`. */
  constructor(address: string, limits: Limits) {
    super(address, limits, 'A1111');
  }
}
