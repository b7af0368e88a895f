import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROOT = new URL('../../../src/webrtc/', import.meta.url);
/** Which other room of the phone a room may import from. Only the files beside the rooms see all of them. */
const MAY_IMPORT = { connection: [], account: [], media: [] } as const;

it.each(Object.entries(MAY_IMPORT))('the room %s imports no other room but %j', (room, others: readonly string[]) => {
  const found = readdirSync(new URL(`${room}/`, ROOT)).flatMap((file) => {
    const text = readFileSync(new URL(`${room}/${file}`, ROOT), 'utf8');
    return [...text.matchAll(/from '\.\.\/(\w+)\//g)].map(([, other = '']) => ({ file, other }));
  });
  expect(found.filter(({ other }) => !others.includes(other))).toEqual([]);
});

it('no file of the phone has more than 300 lines, where its room has been taken apart', () => {
  const files = ['', 'connection/', 'account/'].flatMap((room) =>
    readdirSync(new URL(room || '.', ROOT), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [room + name, readFileSync(new URL(room + name, ROOT), 'utf8').split('\n').length] as const),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter(([, lines]) => lines > 300)).toEqual([]);
});
