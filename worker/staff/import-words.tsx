/** How the import's pages say what was found in a row, and what becomes of it. */
import type { Fate, Progress } from '../services/import.ts'
import type { CellFinding } from '../sheet/sheet.ts'

/** In the order of the page: what each row is, and what it is called. */
export const fates: [fate: Fate, title: string][] = [
  ['ready', 'Accepted'],
  ['undecided', 'In review'],
  ['rejected', 'Rejected'],
  ['left-out', 'Left out'],
  ['issued', 'Issued'],
]

export function titleOf(fate: Fate): string {
  return fates.find(([one]) => one === fate)?.[1] ?? fate
}

export function countOf(fate: Fate, progress: Progress): number {
  const counts: Record<Fate, number> = {
    ready: progress.waiting,
    undecided: progress.undecided,
    rejected: progress.reject,
    'left-out': progress.leftOut,
    issued: progress.issued,
  }
  return counts[fate]
}

export function rowsOf({ accept, review, reject }: Progress): number {
  return accept + review + reject
}

/** `1,234` */
export function tellCount(count: number): string {
  return count.toLocaleString('en-US')
}

/** `1 record`, `44 records` */
export function records(count: number): string {
  return `${tellCount(count)} ${count === 1 ? 'record' : 'records'}`
}

/** A finding without the row and the column in front, which stand beside it on a page. */
export function saidOf({ message, column }: CellFinding): string {
  const bare = message.replace(/^Row \d+(?:, |: )/, '')
  const said = column !== '' && bare.startsWith(`${column}: `) ? bare.slice(column.length + 2) : bare
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** Every finding of a row at its cell. */
export function Findings({ findings }: { findings: CellFinding[] }) {
  if (findings.length === 0) return null
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li>
          {finding.column !== '' && <code>{finding.column}</code>} {saidOf(finding)}
        </li>
      ))}
    </ul>
  )
}
