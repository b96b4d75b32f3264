/** Names of what is no file: pipes, devices, links to them, to folders, out of the folder and to nothing. */
import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { plainPng } from '@testing/pictures.js';
import { type Kind, unless } from './kind.js';

export const links: Kind = {
  name: 'pipes, devices and links',
  looks: true,
  opened: 5,
  seconds: 10,
  mebibytes: 500,
  async make(folder) {
    const board = join(folder, 'board');
    await mkdir(board);
    const at = (name: string) => join(board, name);
    await writeFile(at('01_good.png'), await plainPng());
    await promisify(execFile)('mkfifo', [at('02_pipe.png'), at('shots.json')]);
    await symlink('/dev/zero', at('03_endless.png'));
    await symlink(at('02_pipe.png'), at('04_link_to_pipe.png'));
    await symlink('/nowhere/at/all.png', at('05_nothing.png'));
    await symlink('.', at('06_itself.png'));
    await symlink(at('07_circle.png'), at('07_circle.png'));
    await symlink(at('01_good.png'), at('08_link.png'));
    await writeFile(join(folder, 'secret.txt'), 'not for the storyboard');
    await symlink('../secret.txt', at('01_good.txt'));
    await symlink('/dev/zero', at('continuist.config.json'));
    return board;
  },
  wrong({ error, shown, skipped }) {
    const said = new Set(skipped.map(({ name }) => name));
    const missing = [
      '02_pipe.png',
      '03_endless.png',
      '04_link_to_pipe.png',
      '05_nothing.png',
      '06_itself.png',
      '07_circle.png',
      'shots.json',
    ].filter((name) => !said.has(name));
    return (
      unless(error === null && shown === 2, `${shown} shown: ${error}`) ??
      unless(missing.length === 0, `not said: ${missing.join(', ')}`)
    );
  },
};
