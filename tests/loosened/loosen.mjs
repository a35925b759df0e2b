// Loosens the policy one line at a time, in a copy of what is committed, and lets the test that guards the line look for the secret. A line that can be loosened without a test
// failing on it ends the run with an error. Run it from anywhere in the repository: node tests/loosened/loosen.mjs [parts of names, any of which takes a line]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const asked = process.argv.slice(2);
const lines = JSON.parse(readFileSync(join(here, 'lines.json'), 'utf8')).filter((l) => asked.length === 0 || asked.some((part) => l.row.includes(part)));
const copy = join(mkdtempSync(join(tmpdir(), 'loosened-')), 'copy');
execFileSync('git', ['-C', here, 'worktree', 'add', '--detach', '-q', copy, 'HEAD']);

const run = (...args) => spawnSync('dotnet', args, { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28 });
const project = 'tests/NetworkMap.Server.Tests';
const build = () => {
  const built = run('build', project, '-nologo', '-v', 'quiet', '-p:SkipClient=true');
  if (built.status !== 0) throw new Error(built.stdout);
};
const failsWith = ({ test, tells }) => {
  const { status, stdout } = run('test', '--project', project, '--no-build', '--filter-method', `*${test}`);
  return { failed: status !== 0 && !stdout.includes('Zero tests ran'), tells: stdout.includes(tells), stdout };
};

let bad = 0;
try {
  for (const line of lines) {
    const path = join(copy, line.file);
    const text = readFileSync(path, 'utf8');
    if (text.split(line.line).length !== 2) throw new Error(`${line.row}: the line is not in ${line.file} exactly once`);
    writeFileSync(path, text.replace(line.line, () => line.loosened));
    build();
    const { failed, tells, stdout } = failsWith(line);
    const good = failed && tells;
    bad += good ? 0 : 1;
    process.stdout.write(`${good ? 'found    ' : 'NOT FOUND'} ${line.row}: ${line.test} ${tells ? `tells ${line.tells}` : failed ? 'failed otherwise' : 'passed'}\n`);
    if (!good) process.stdout.write(stdout.slice(0, 2000));
    writeFileSync(path, text);
  }
} finally {
  execFileSync('git', ['-C', here, 'worktree', 'remove', '--force', copy]);
  rmSync(dirname(copy), { recursive: true, force: true });
}
process.exitCode = bad === 0 ? 0 : 1;
