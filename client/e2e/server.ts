import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../../src/NetworkMap.Server/bin', process.env['CONFIGURATION'] ?? 'Debug', 'net10.0/NetworkMap.Server.dll');
const patience = 120_000;

/** A port of this machine that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('No port.'))));
    });
  });
}

/** The real server over a folder of its own, or one that shares the folder and the database of another. */
export class Server {
  private process: ChildProcess | undefined;
  private said = '';

  private constructor(private readonly port: number, private readonly folder: string, private readonly options: string[], private readonly shares: boolean) {}

  get url() { return `http://localhost:${this.port}`; }

  static async start(...options: string[]): Promise<Server> {
    if (!existsSync(program)) throw new Error(`${program} is missing: build the server first (./test.sh does).`);
    const server = new Server(await freePort(), mkdtempSync(join(tmpdir(), 'networkmap-browser-')), options, false);
    await server.run();
    return server;
  }

  /** One more server process beside this one. */
  async another(): Promise<Server> {
    const server = new Server(await freePort(), this.folder, this.options, true);
    await server.run();
    return server;
  }

  /** A link that makes one browser a steward's. */
  async stewardLink(): Promise<string> {
    const made = spawn('dotnet', [program, 'welcome', '--data', this.folder, '--urls', this.url, ...this.options]);
    let text = '';
    made.stdout.on('data', (part: Buffer) => { text += part.toString(); });
    await new Promise((done) => made.once('close', done));
    const link = /https?:\/\/\S+\/welcome\/\w+/.exec(text)?.[0];
    if (!link) throw new Error(`No steward's link: ${text}`);
    return link;
  }

  async stop() {
    const { process } = this;
    if (process && process.exitCode === null) {
      const ended = new Promise((done) => process.once('exit', done));
      process.kill('SIGTERM');
      await ended;
    }
    if (!this.shares) rmSync(this.folder, { recursive: true, force: true });
  }

  private async run() {
    const started = spawn('dotnet', [program, '--data', this.folder, '--urls', this.url, '--seed', 'demo', ...this.options], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = started;
    const hear = (part: Buffer) => { this.said += part.toString(); };
    started.stdout.on('data', hear);
    started.stderr.on('data', hear);
    for (let waited = 0; waited < patience; waited += 100) {
      if (started.exitCode !== null) break;
      if (this.said.includes('Ready after')) return;
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error(`The server did not start:\n${this.said}`);
  }
}
