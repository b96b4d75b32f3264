/** What a text that holds a graph is told by. */
import type { EmbeddedText } from '../containers/index.js';

/** "prompt:" and "workflow:" as SaveAnimatedWEBP writes them, whatever their case. */
export const NAMED = /^\s*(?:prompt|workflow)\s*:\s*/i;

/** Without the quotes behind them: in a text of a text these are written `\\"`. */
export const mayBeGraph = ({ text }: EmbeddedText): boolean =>
  text !== null && (text.includes('"class_type') || (text.includes('"nodes') && text.includes('"links')));
