// The package for npm as somebody else gets it: made, packed, and unpacked into a project of theirs. No network.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest'
import { makePackage } from '../../worker/cli/package.ts'

const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))

/** A project that has the package installed, beside what this one has (Lit, React's types). */
export interface Consumer {
  folder: string
  /** Where the package is. */
  installed: string
  manifest: Package
  /** What the manifest says of `<lssc-badge>`. */
  element: CustomElementDeclaration
  write(name: string, text: string): string
  remove(): void
}

export async function installPackage(): Promise<Consumer> {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(`${cache}npm-`)
  const installed = join(folder, 'node_modules/lssc-badge')
  mkdirSync(installed, { recursive: true })
  await makePackage(join(folder, 'made'))
  const [packed] = JSON.parse(run('npm', ['pack', './made', '--json', '--offline'], folder))
  run('tar', ['-xzf', packed.filename, '-C', installed, '--strip-components=1'], folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const manifest: Package = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'))
  return {
    folder,
    installed,
    manifest,
    element: manifest.modules[0]?.declarations?.[0] as CustomElementDeclaration,
    write(name, text) {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

function run(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
