import { KeyRound } from 'lucide-react';

/** Shown by the web host to a tab that was not opened with an address of its own, or with one of an earlier start. */
export function Uninvited() {
  return (
    <main className="empty" data-testid="uninvited">
      <KeyRound size={44} strokeWidth={1.2} aria-hidden />
      <h1>This tab needs an address of its own</h1>
      <p>
        Where Continuist is open in another tab, choose “Open another tab” there. Or press{' '}
        <kbd className="key">Enter</kbd> in the terminal that it runs in: it prints a new address. Open that
        one here; it works once.
      </p>
      <p className="empty-small">
        If Continuist was ended, start it again and open the address that it prints. Your decisions are saved,
        and what you typed is kept.
      </p>
    </main>
  );
}
