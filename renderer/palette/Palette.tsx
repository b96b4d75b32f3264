import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { ACTION_GROUPS, type Action, allActions, CONTEXT, runAction, selectShot } from '../actions/index.js';
import type { ShotView } from '../board/index.js';
import { appState, useBoardView } from '../stores/index.js';
import { closeDialog, Key, onlyTheVeil, SignMark } from '../ui/index.js';
import { findShots } from './find-shots.js';
import { ranked } from './rank.js';
import './palette.css';

/** Shots listed at once; more words find the others. */
const LISTED = 50;

function ActionItem({ action }: { action: Action }) {
  return (
    <Command.Item
      value={action.id}
      className="menu-item"
      onSelect={() => {
        closeDialog();
        runAction(action);
      }}
    >
      {action.title}
      <Key action={action} />
    </Command.Item>
  );
}

function ShotItem({ view }: { view: ShotView }) {
  const { id, number, description } = view.shot;
  return (
    <Command.Item
      value={`shot ${id}`}
      className="menu-item"
      onSelect={() => {
        closeDialog();
        selectShot(CONTEXT, id);
      }}
    >
      <SignMark sign={view.sign} />
      <span className="numbers">Shot {number}</span>
      <span className="faint palette-words">{description}</span>
    </Command.Item>
  );
}

/** What was typed finds: the better of actions and shots above the other. */
function Found({ possible, typed }: { possible: readonly Action[]; typed: string }) {
  const actions = ranked(possible, typed);
  const shots = findShots(useBoardView().views, typed);
  const more = shots.length - LISTED;
  const groups: readonly (readonly [score: number, group: ReactNode])[] = [
    [
      actions[0]?.score ?? 0,
      actions.length > 0 && (
        <Command.Group key="actions" heading="Actions">
          {actions.map(({ entry }) => (
            <ActionItem key={entry.id} action={entry} />
          ))}
        </Command.Group>
      ),
    ],
    [
      shots[0]?.score ?? 0,
      shots.length > 0 && (
        <Command.Group key="shots" heading="Shots">
          {shots.slice(0, LISTED).map(({ view }) => (
            <ShotItem key={view.shot.id} view={view} />
          ))}
          {more > 0 && <p className="palette-more numbers">{more} more: type another word, or the number.</p>}
        </Command.Group>
      ),
    ],
  ];
  return [...groups].sort((a, b) => b[0] - a[0]).map(([, group]) => group);
}

/** Every action that can be done now, and every shot, by name. */
export function Palette() {
  const [text, setText] = useState('');
  const typed = text.trim();
  const state = appState();
  const possible = allActions(state).filter((action) => !action.keyOnly && action.enabled(state));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content
          className="dialog palette"
          aria-describedby={undefined}
          onPointerDownOutside={onlyTheVeil}
        >
          <Dialog.Title className="unseen">Find an action or a shot</Dialog.Title>
          <Command label="Find an action or a shot" loop shouldFilter={false}>
            <Command.Input
              className="palette-input"
              placeholder="Do something, or go to a shot by number or words"
              value={text}
              onValueChange={setText}
            />
            <Command.List className="palette-list" label="Found">
              <Command.Empty className="palette-empty">Nothing found.</Command.Empty>
              {typed ? (
                <Found possible={possible} typed={typed} />
              ) : (
                ACTION_GROUPS.map((group) => {
                  const actions = possible.filter((action) => action.group === group);
                  return (
                    actions.length > 0 && (
                      <Command.Group key={group} heading={group}>
                        {actions.map((action) => (
                          <ActionItem key={action.id} action={action} />
                        ))}
                      </Command.Group>
                    )
                  );
                })
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
