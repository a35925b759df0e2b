import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { browsing, settled } from './browser';
import { Server } from './server';

const { NETWORKMAP_NEO4J_URL: url = '', NETWORKMAP_NEO4J_USER: user = 'neo4j', NETWORKMAP_NEO4J_PASSWORD: password = '', NETWORKMAP_NEO4J_RUN: program = '', NETWORKMAP_NEO4J_FOLDER: folder = '' } = process.env;

/** Empties the database, which the tests have for themselves. */
async function empty() {
  const answer = await fetch(`${url}/db/neo4j/query/v2`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    body: JSON.stringify({ statement: 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS' }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

const seeds = resolve(import.meta.dirname, '../../graph-seed');

/** The taxonomies and two provinces without their villages: enough to write an organization, and quick to load. */
function smallSeed(): string {
  const made = mkdtempSync(join(tmpdir(), 'networkmap-seed-'));
  cpSync(join(seeds, 'taxonomies'), join(made, 'taxonomies'), { recursive: true });
  mkdirSync(join(made, 'regions'));
  for (const file of readdirSync(join(seeds, 'regions')).filter((name) => name.endsWith('.csv'))) {
    const [head, ...lines] = readFileSync(join(seeds, 'regions', file), 'utf8').split('\n');
    const kept = file === 'villages.csv' ? [] : lines.filter((line) => /^3[34]/.test(line));
    writeFileSync(join(made, 'regions', file), `${[head, ...kept].join('\n')}\n`);
  }
  return made;
}

describe.skipIf(url === '')('two servers on one Neo4j', () => {
  const { visit } = browsing();
  const seed = smallSeed();
  let [one, other]: [Server | undefined, Server | undefined] = [undefined, undefined];
  beforeAll(async () => {
    await empty();
    Object.assign(process.env, { Neo4j__User: user, Neo4j__Password: password });
    one = await Server.start('--store', url, '--seed-path', seed);
    other = await one.another();
  }, 180_000);
  afterAll(async () => {
    await other?.stop();
    await one?.stop();
    await empty();
    rmSync(seed, { recursive: true, force: true });
  }, 60_000);

  it('show at once what is edited through the other, and say how old they are while the database is away', async () => {
    const steward = await visit({ url: await one?.stewardLink() ?? '' });
    await steward.page.getByRole('button').first().click();
    await steward.page.waitForURL(`${one?.url}/akun`);
    const added = await steward.page.request.post(`${one?.url}/api/organizations`, { data: { name: 'Lembaga Dua Pintu', actorKind: 'ngo', region: '33.74', provenance: { source: 'Uji' } } });
    const { id } = await added.json() as { id: string };
    const watcher = await visit({ url: `${other?.url}/organisasi/${id}` });
    await watcher.page.getByRole('heading', { level: 1, name: 'Lembaga Dua Pintu' }).waitFor();
    await settled(watcher.page);
    await steward.page.goto(`${one?.url}/organisasi/${id}/ubah`);
    await steward.page.getByLabel('Nama').first().fill('Lembaga Satu Rumah');
    await steward.page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await watcher.page.getByRole('heading', { level: 1, name: 'Lembaga Satu Rumah' }).waitFor();
    await steward.context.close();
    if (program !== '') {
      const old = watcher.page.getByText(/^Basis data sedang tidak terjangkau\. Yang tampil dari/);
      execFileSync(program, ['pause', folder]);
      try {
        await watcher.page.waitForTimeout(3000);
        await watcher.page.reload();
        await old.waitFor();
        await watcher.page.getByRole('heading', { level: 1, name: 'Lembaga Satu Rumah' }).waitFor();
      } finally {
        execFileSync(program, ['resume', folder]);
      }
      await old.waitFor({ state: 'detached', timeout: 60_000 });
    }
    await watcher.context.close();
  }, 180_000);
});
