/** Our own drawings on paper: a path of SVG in the operators of PDF, which has no arcs and no quadratic curves. */
import { number } from './objects.ts'

type Point = [x: number, y: number]

/**
 * @param path of the commands that `shared/drawings.ts` uses: M L h v c q a z
 * @returns operators in the path's own coordinates, in which y grows downwards
 */
export function outlineOf(path: string): string {
  let at: Point = [0, 0]
  let start: Point = [0, 0]
  const ink: string[] = []
  const go = (operator: string, ...points: Point[]) => {
    ink.push(`${points.flat().map(number).join(' ')} ${operator}`)
    at = points.at(-1) as Point
  }
  const from = (dx = 0, dy = 0): Point => [at[0] + dx, at[1] + dy]
  for (const [, command, rest = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const values = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    const [a = 0, b = 0] = values
    if (command === 'M') {
      go('m', [a, b])
      start = at
    } else if (command === 'L') go('l', [a, b])
    else if (command === 'h') go('l', from(a))
    else if (command === 'v') go('l', from(0, a))
    else if (command === 'q') {
      const control = from(a, b)
      const end = from(values[2], values[3])
      go('c', toward(at, control), toward(end, control), end)
    } else if (command === 'c')
      for (let i = 0; i < values.length; i += 6)
        go(
          'c',
          from(values[i], values[i + 1]),
          from(values[i + 2], values[i + 3]),
          from(values[i + 4], values[i + 5]),
        )
    else if (command === 'a') {
      const [radius = 0, , , large = 0, sweep = 0, dx = 0, dy = 0] = values
      for (const curve of arc(at, from(dx, dy), radius, large === 1, sweep === 1)) go('c', ...curve)
    } else if (command === 'z') {
      ink.push('h')
      at = start
    } else throw new Error(`No drawing of ours has the command ${command}`)
  }
  return ink.join(' ')
}

/** Two thirds of the way, as a cubic curve stands for a quadratic one. */
function toward([x, y]: Point, [cx, cy]: Point): Point {
  return [x + ((cx - x) * 2) / 3, y + ((cy - y) * 2) / 3]
}

/** A part of a circle, as curves of a quarter at most (SVG 2, appendix B.2.4). */
function arc(from: Point, to: Point, radius: number, isLarge: boolean, sweeps: boolean): Point[][] {
  const [hx, hy] = [(to[0] - from[0]) / 2, (to[1] - from[1]) / 2]
  const half = Math.hypot(hx, hy)
  const r = Math.max(radius, half)
  const off = (Math.sqrt(r * r - half * half) / half) * (isLarge === sweeps ? -1 : 1)
  const [cx, cy] = [from[0] + hx - hy * off, from[1] + hy + hx * off]
  const begin = Math.atan2(from[1] - cy, from[0] - cx)
  let turn = Math.atan2(to[1] - cy, to[0] - cx) - begin
  if (sweeps && turn < 0) turn += 2 * Math.PI
  if (!sweeps && turn > 0) turn -= 2 * Math.PI
  const count = Math.ceil(Math.abs(turn) / (Math.PI / 2))
  const step = turn / count
  const reach = (4 / 3) * Math.tan(step / 4) * r
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [begin + i * step, begin + (i + 1) * step]
    const on = (angle: number): Point => [cx + r * Math.cos(angle), cy + r * Math.sin(angle)]
    const [p, q] = [on(a), on(b)]
    return [
      [p[0] - reach * Math.sin(a), p[1] + reach * Math.cos(a)],
      [q[0] + reach * Math.sin(b), q[1] - reach * Math.cos(b)],
      q,
    ]
  })
}
