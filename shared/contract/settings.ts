import { settings } from '../settings.js';
import { call } from './call.js';

export const settingsCalls = { settings: { set: call.input(settings.partial()).output(settings) } };
