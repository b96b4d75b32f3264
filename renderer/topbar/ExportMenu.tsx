import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { actionById, runAction } from '../actions/index.js';
import { Key } from '../ui/index.js';

const EXPORTS = ['export-feedback', 'export-shots', 'export-csv'];

export function ExportMenu() {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="button">
          Export
          <ChevronDown size={14} aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          {EXPORTS.map((id) => (
            <DropdownMenu.Item key={id} className="menu-item" onSelect={() => runAction(id)}>
              {actionById(id).title}
              <Key action={id} />
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
