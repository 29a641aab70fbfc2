// Every Node of this machine: the one that runs the tests, and the system's where it is another.
import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'

interface Node {
  path: string
  /** "Node 24.21.0" */
  version: string
}

const found = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => folder !== '' && !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .filter((path) => existsSync(path))

export const nodes: Node[] = [process.execPath, ...found]
  .map((path) => ({ path: realpathSync(path), version: versionOf(path) }))
  .filter(({ version }, i, all) => all.findIndex((one) => one.version === version) === i)

function versionOf(path: string): string {
  return `Node ${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().slice(1)}`
}
