import type { Action } from './action.js';
import { always, canOpenAgain, isOpen, watchesOnly } from './conditions.js';

export const WINDOW: readonly Action[] = [
  {
    id: 'new-window',
    title: 'New window',
    group: 'Window',
    words: 'second another storyboard beside',
    keys: ['Mod+Shift+N'],
    whileTyping: true,
    enabled: ({ session }) => session.info?.hasWindows === true,
    run: async (context) => void (await context.call((api) => api.window.another())),
  },
  {
    id: 'new-tab',
    title: 'Open another tab…',
    group: 'Window',
    words: 'second new window beside address browser invite',
    keys: [],
    enabled: ({ session }) => session.info?.host === 'web',
    run: async (context) => {
      const tabAddress = await context.call((api) => api.window.invite());
      if (tabAddress !== null) context.session({ dialog: 'tab', tabAddress });
    },
  },
  {
    id: 'decide-here',
    title: 'Decide here',
    group: 'Window',
    words: 'take over read-only watch unlock',
    keys: [],
    enabled: watchesOnly,
    run: async (context) => void (await context.call((api) => api.window.decideHere())),
  },
  {
    id: 'open-again',
    title: 'Open the review again',
    group: 'Window',
    words: 'take over read-only unlock decide here',
    keys: [],
    enabled: canOpenAgain,
    run: async (context) => {
      const decides = await context.call((api) => api.openAgain());
      if (decides === true) context.say('You decide here now.', 'What was decided elsewhere is shown.');
      if (decides === false)
        context.say('It is still read-only.', 'The bar above the storyboard says why, and what to do.');
    },
  },
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
    id: 'keys',
    title: 'Keys',
    group: 'Window',
    words: 'keyboard shortcuts help',
    isSetting: true,
    keys: ['?'],
    enabled: always,
    run: (context) => context.session({ dialog: 'keys' }),
  },
  {
    id: 'settings',
    title: 'Settings',
    group: 'Window',
    words: 'preferences options theme contrast name sign artist advance next waiting',
    isSetting: true,
    keys: ['Mod+,'],
    whileTyping: true,
    enabled: always,
    run: (context) => context.session({ dialog: 'settings' }),
  },
  {
    id: 'models',
    title: 'Models and devices',
    group: 'Window',
    words: 'judge vision download gpu cpu processor memory',
    isSetting: true,
    keys: [],
    enabled: always,
    run: (context) => context.session({ dialog: 'models' }),
  },
  {
    id: 'generators',
    title: 'Generators',
    group: 'Window',
    words: 'comfyui automatic1111 forge server address test set up program pictures',
    isSetting: true,
    keys: [],
    enabled: always,
    run: (context) => context.session({ dialog: 'generators' }),
  },
  {
    id: 'judge',
    title: 'Choose the judge…',
    group: 'Window',
    words: 'model vision ensemble together limits',
    keys: [],
    isSetting: true,
    enabled: isOpen,
    run: (context) => context.session({ menu: 'judge' }),
  },
  {
    id: 'generator',
    title: 'Choose the generator…',
    group: 'Window',
    words: 'server pictures',
    keys: [],
    isSetting: true,
    enabled: isOpen,
    run: (context) => context.session({ menu: 'generator' }),
  },
  {
    id: 'limits',
    title: 'Automatic mode, rounds and limits…',
    group: 'Window',
    words: 'generator regenerations run most',
    keys: [],
    isSetting: true,
    enabled: isOpen,
    run: (context) => context.session({ menu: 'generator' }),
  },
  {
    id: 'theme',
    title: 'Light or dark theme',
    group: 'Window',
    words: 'colours appearance',
    isSetting: true,
    keys: [],
    enabled: always,
    run: async (context) => {
      const theme = context.state().settings.theme === 'light' ? 'dark' : 'light';
      await context.call((api) => api.settings.set({ theme }));
    },
  },
  {
    id: 'contrast',
    title: 'High contrast on or off',
    group: 'Window',
    words: 'theme colours appearance accessibility legible vision',
    isSetting: true,
    keys: [],
    enabled: always,
    run: async (context) => {
      const contrast = context.state().settings.contrast === 'high' ? 'system' : 'high';
      await context.call((api) => api.settings.set({ contrast }));
    },
  },
];
