/** Keys as text: 'P', 'Shift+Enter', 'Mod+K', '[', 'ArrowLeft'. Mod is Command on a Mac and Control elsewhere. */

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The place of the key, where it is known: with Alt a Mac types another sign. */
  readonly code?: string;
}

const isMacHere = (): boolean => typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

/** The name of a press, in the form the table uses; '' for a modifier alone. */
export function keyName(press: KeyPress, isMac = isMacHere()): string {
  if (['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'Dead', 'Unidentified'].includes(press.key)) return '';
  const digit = press.altKey ? /^Digit(\d)$/.exec(press.code ?? '')?.[1] : undefined;
  const key = digit ?? press.key;
  const isLetter = /^\p{L}$/u.test(key);
  const isNamed = key.length > 1;
  const base = key === ' ' ? 'Space' : isLetter ? key.toUpperCase() : key;
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (other) return '';
  // Shift is part of what a sign such as '?' is, and differs between keyboards.
  const shift = press.shiftKey && (isLetter || isNamed || base === 'Space');
  return [mod && 'Mod', shift && 'Shift', press.altKey && 'Alt', base].filter(Boolean).join('+');
}

const ORDER = ['Mod', 'Shift', 'Alt'];

/** One spelling for a key, whatever order and case it was written in. */
export function normalKey(text: string): string {
  const parts = text.split(/\+(?!$)/).map((part) => part.trim());
  const base = parts.at(-1) ?? '';
  const held = parts.slice(0, -1).map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase());
  return [...ORDER.filter((name) => held.includes(name)), base.length === 1 ? base.toUpperCase() : base].join(
    '+',
  );
}

const SIGNS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};
const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' };

/** For people: '⌘K' on a Mac, 'Ctrl K' elsewhere. */
export function keyLabel(key: string, isMac = isMacHere()): string {
  const parts = normalKey(key).split(/\+(?!$)/);
  const named = parts.map((part) => (isMac ? MAC_SIGNS[part] : undefined) ?? SIGNS[part] ?? part);
  return isMac ? named.join('') : named.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join(' ');
}
