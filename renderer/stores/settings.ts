import { DEFAULT_SETTINGS, type Settings } from '@shared/settings.js';
import { create } from 'zustand';

/** The host's settings as it last said them. */
export const useSettings = create<Settings>(() => DEFAULT_SETTINGS);
