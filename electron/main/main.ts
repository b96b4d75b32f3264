import { fileURLToPath } from 'node:url';
import * as electron from 'electron';
import { createMain } from './create-main.js';
import type { ElectronApi } from './electron-api.js';

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

// The names below are Electron's, so that a change of its types shows here.
const {
  app,
  BrowserWindow,
  Menu,
  MessageChannelMain,
  Notification,
  dialog,
  protocol,
  session,
  utilityProcess,
} = electron;

createMain(
  {
    app,
    BrowserWindow,
    Menu,
    MessageChannelMain,
    Notification,
    dialog,
    protocol,
    session,
    utilityProcess,
  } satisfies ElectronApi,
  {
    rendererFolder: beside('./renderer'),
    preload: beside('./preload.cjs'),
    inferenceEntry: beside('./inference.js'),
  },
  process.argv,
).catch((thrown) => {
  dialog.showErrorBox('Continuist could not start.', String(thrown));
  app.exit(1);
});
