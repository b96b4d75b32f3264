import type { Person } from '@core/consent/index.js';
import type { ElectronApi } from './electron-api.js';

/** Asked in a dialog of the system, which no page can draw or press. */
export const personAtDialog = (dialog: ElectronApi['dialog']): Person => ({
  where: 'dialog',
  async ask(text, signal) {
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'Continuist',
      message: 'Do you allow this?',
      detail: text,
      buttons: ['Allow', 'Don’t allow'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
      signal,
    });
    return response === 0;
  },
});
