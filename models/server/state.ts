import type { ServerSetting } from '@shared/settings.js';
import { Endpoint } from './endpoint.js';

export interface ServerState {
  readonly host: string;
  /** As it names it; '' when that is not known. */
  readonly model: string;
  /** Why no picture can go there now; '' when it is ready. */
  readonly reason: string;
}

/** Meets every server once, all at the same time. `key`: bearer token; '' = none. */
export function serverStates(servers: readonly ServerSetting[], key: string): Promise<ServerState[]> {
  return Promise.all(
    servers.map(async (setting) => {
      const endpoint = new Endpoint(setting, { key, timeout: 10_000 });
      const reason = await endpoint.meet().then(
        () => '',
        (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
      );
      return { host: endpoint.host, model: endpoint.model, reason };
    }),
  );
}
