export { DrawBar } from './DrawBar.js';
export { Drawer } from './Drawer.js';
export { GhostLabel } from './GhostLabel.js';
export { NotesLayer } from './NotesLayer.js';
