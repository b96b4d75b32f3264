export { FolderBrowser, type StartingFolder } from './folder-browser.js';
