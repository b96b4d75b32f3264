import type { Action } from './action.js';
import { always, canDecide } from './conditions.js';

export const WINDOW: readonly Action[] = [
  {
    id: 'palette',
    title: 'Find an action',
    group: 'Window',
    keys: ['Mod+K'],
    whileTyping: true,
    keyOnly: true,
    enabled: always,
    run: (context) => context.session({ dialog: 'palette' }),
  },
  {
    id: 'note',
    title: 'Write a note on the shot',
    group: 'Decisions',
    keys: ['N'],
    enabled: canDecide,
    run: () => document.getElementById('shot-note')?.focus(),
  },
  {
    id: 'keys',
    title: 'Keys',
    group: 'Window',
    keys: ['?'],
    enabled: always,
    run: (context) => context.session({ dialog: 'keys' }),
  },
  {
    id: 'settings',
    title: 'Settings',
    group: 'Window',
    keys: ['Mod+,'],
    whileTyping: true,
    enabled: always,
    run: (context) => context.session({ dialog: 'settings' }),
  },
  {
    id: 'models',
    title: 'Models and devices',
    group: 'Window',
    keys: [],
    enabled: always,
    run: (context) => context.session({ dialog: 'models' }),
  },
  {
    id: 'theme',
    title: 'Light or dark',
    group: 'Window',
    keys: [],
    enabled: always,
    run: async (context) => {
      const theme = context.state().settings.theme === 'light' ? 'dark' : 'light';
      await context.call((api) => api.settings.set({ theme }));
    },
  },
];
