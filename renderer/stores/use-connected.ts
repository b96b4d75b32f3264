import { useSession } from './session.js';

/** Whether the host answers now: what was asked in vain is asked again when it does. */
export const useConnected = (): boolean => useSession(({ connection }) => connection !== 'lost');
