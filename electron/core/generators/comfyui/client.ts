import { type Answer, type ClientLimits, gaveUp, isOfAGateway, ServerClient } from '../server-client.js';

export interface Limits extends ClientLimits {
  /** Bytes of a picture. */
  readonly picture: number;
  /** Milliseconds between two looks at a job, and for which a server may be away before it is given up. */
  readonly poll: number;
  readonly away: number;
  /** Milliseconds for which nobody has listened there, after which its work is another server's. */
  readonly gone: number;
  /** Milliseconds in which a server has to say how it is; of several, before work goes to another. */
  readonly soon: number;
}

export const LIMITS: Limits = {
  answer: 30_000,
  pieces: 30_000,
  whole: 300_000,
  json: 64 * 1024 * 1024,
  picture: 200 * 1024 * 1024,
  poll: 1_000,
  away: 120_000,
  gone: 5_000,
  soon: 4_000,
};

export class Client extends ServerClient<Limits> {
  /** `address`: `http://host:8188`. */
  constructor(address: string, limits: Limits) {
    super(address, limits, 'ComfyUI');
  }

  /** As any client sends it. An answer of what stands between says nothing of the work: it is as if none came. */
  override async send(...asked: Parameters<ServerClient<Limits>['send']>): Promise<Answer> {
    const answer = await super.send(...asked);
    if (isOfAGateway(answer.status)) throw gaveUp(answer.status);
    return answer;
  }

  /** A path of the server, as a socket's address. */
  socketAt(path: string): string {
    return `${this.address.replace(/^http/, 'ws')}${path}`;
  }
}
