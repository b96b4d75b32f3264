import { actionById } from '../actions/index.js';
import { useAppState } from '../stores/index.js';

/** Whether an action can be done now. */
export const useEnabled = (id: string): boolean => useAppState((state) => actionById(id).enabled(state));
