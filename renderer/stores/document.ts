import { create } from 'zustand';
import { EMPTY_MIRROR, type Mirror } from './mirror.js';

/** The mirror of what the host says. Written by the messages of `watch` and by expected changes, by nothing else. */
export const useDocument = create<Mirror>(() => EMPTY_MIRROR);
