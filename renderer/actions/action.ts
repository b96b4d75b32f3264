import type { Command } from '@shared/commands/index.js';
import type { Api } from '../link/api.js';
import type { AppState, Session } from '../stores/index.js';

/** What an action may do. Everything it changes goes through here, so that it can be tried without a window. */
export interface ActionContext {
  state(): AppState;
  session(change: Partial<Session>): void;
  /** True when the host took it. */
  send(command: Command): Promise<boolean>;
  /** At the next change of what `state` gives. */
  changed(): Promise<void>;
  /** When the host has answered everything sent so far: true when it took it all. */
  settled(): Promise<boolean>;
  /** null when it failed; the artist has been told. */
  call<T>(run: (api: Api) => Promise<T>): Promise<T | null>;
  say(message: string, hint?: string): void;
  /** The viewer alone over the whole screen, or the window as it was. */
  fullScreen(on: boolean): void;
  /** Has the browser save what the host holds under a token. */
  download(token: string, name: string): void;
}

export const ACTION_GROUPS = [
  'Storyboard',
  'Recent',
  'Decisions',
  'Moving',
  'Order',
  'Viewer',
  'View',
  'Play',
  'Window',
] as const;

/** One thing the artist can do. Menus, buttons, the palette, keys and the key help all read the same table. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly group: (typeof ACTION_GROUPS)[number];
  readonly keys: readonly string[];
  /** Also while typing in a text field. */
  readonly whileTyping?: boolean;
  /** Meaningful from its key alone; left out of the palette. */
  readonly keyOnly?: boolean;
  /** Other words the palette finds it by. */
  readonly words?: string;
  /** Asks a model or a generator to work. */
  readonly startsWork?: boolean;
  /** Shows or changes a setting. */
  readonly isSetting?: boolean;
  enabled(state: AppState): boolean;
  run(context: ActionContext): void | Promise<void>;
}
