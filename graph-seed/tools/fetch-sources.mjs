// Downloads the pinned packages of sources.json and unpacks each into .sources/<name>, checking its fingerprint.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const sources = JSON.parse(readFileSync(join(here, 'sources.json'), 'utf8'))

for (const { name, version, sha512 } of sources) {
  const folder = join(here, '.sources', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  execFileSync('npm', ['pack', `${name}@${version}`, '--pack-destination', folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  const archive = readdirSync(folder).find(file => file.endsWith('.tgz'))
  const found = createHash('sha512').update(readFileSync(join(folder, archive))).digest('base64')
  if (found !== sha512) throw new Error(`${name}@${version} has another content than the one pinned: ${found}`)
  execFileSync('tar', ['xzf', archive, '--strip-components=1'], { cwd: folder })
  console.log(`${name} ${version}`)
}
