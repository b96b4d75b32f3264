import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { ACTION_GROUPS, allActions, CONTEXT, runAction, selectShot } from '../actions/index.js';
import { appState, useBoard } from '../stores/index.js';
import { closeDialog, Key, SignMark } from '../ui/index.js';

/** How many shots to list; past this the artist types a number or words. */
const SHOTS = 200;

/** Every action that can be done now, and every shot, by name. */
export function Palette() {
  const board = useBoard();
  const state = appState();
  const possible = allActions(state).filter((action) => !action.keyOnly && action.enabled(state));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="dialog palette" aria-describedby={undefined}>
          <Dialog.Title className="unseen">Find an action</Dialog.Title>
          <Command label="Find an action" loop>
            <Command.Input className="palette-input" placeholder="Do something, or go to a shot" />
            <Command.List className="palette-list" label="Actions">
              <Command.Empty className="palette-empty">Nothing is called that.</Command.Empty>
              {ACTION_GROUPS.map((group) => {
                const actions = possible.filter((action) => action.group === group);
                return (
                  actions.length > 0 && (
                    <Command.Group key={group} heading={group}>
                      {actions.map((action) => (
                        <Command.Item
                          key={action.id}
                          value={`${action.title} ${action.id}`}
                          className="menu-item"
                          onSelect={() => {
                            closeDialog();
                            runAction(action);
                          }}
                        >
                          {action.title}
                          <Key action={action} />
                        </Command.Item>
                      ))}
                    </Command.Group>
                  )
                );
              })}
              <Command.Group heading="Shots">
                {board.views.slice(0, SHOTS).map((view) => (
                  <Command.Item
                    key={view.shot.id}
                    value={`shot ${view.shot.number} ${view.shot.description}`}
                    className="menu-item"
                    onSelect={() => {
                      closeDialog();
                      selectShot(CONTEXT, view.shot.id);
                    }}
                  >
                    <SignMark sign={view.sign} />
                    <span className="numbers">Shot {view.shot.number}</span>
                    <span className="faint palette-words">{view.shot.description}</span>
                  </Command.Item>
                ))}
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
