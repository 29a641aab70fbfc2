/** A small picture of numbers over the years; the same numbers stand below it as a table, for whoever cannot see it. */

export interface Series {
  /** What one bar of it counts: "Certified". */
  label: string
  of: (year: number) => number
}

export interface YearChartProps {
  title: string
  from: number
  to: number
  series: [Series, Series]
}

const HEIGHT = 120
const STEP = 36
const BAR = 13
const FOOT = 22
const HEAD = 16

export function YearChart({ title, from, to, series }: YearChartProps) {
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const most = Math.max(1, ...years.flatMap((year) => series.map(({ of }) => of(year))))
  const width = years.length * STEP
  return (
    <figure class="chart">
      <figcaption>
        {title}:{' '}
        {series.map(({ label }, i) => (
          <span class={`key key-${i}`}>{label}</span>
        ))}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT + HEAD + FOOT}`}
        preserveAspectRatio="xMinYMid"
        role="img"
        aria-label={`${title}, from ${from} to ${to}; the numbers are in the table below`}
      >
        <path class="ground" d={`M0 ${HEIGHT + HEAD}.5H${width}`} />
        {years.map((year, i) => (
          <g>
            {series.map(({ of }, s) => (
              <Bar
                x={i * STEP + 4 + s * (BAR + 1)}
                value={of(year)}
                height={(of(year) / most) * HEIGHT}
                kind={s}
              />
            ))}
            <text x={i * STEP + STEP / 2} y={HEIGHT + HEAD + 16} text-anchor="middle">
              {year}
            </text>
          </g>
        ))}
      </svg>
      <details>
        <summary>The numbers as a table</summary>
        <NumbersTable years={years} series={series} title={title} />
      </details>
    </figure>
  )
}

interface BarProps {
  x: number
  value: number
  height: number
  kind: number
}

function Bar({ x, value, height, kind }: BarProps) {
  if (value === 0) return null
  const y = HEIGHT + HEAD - height
  return (
    <>
      <rect class={`bar bar-${kind}`} x={x} y={y} width={BAR} height={height} />
      <text class="count" x={x + BAR / 2} y={y - 4} text-anchor="middle">
        {value}
      </text>
    </>
  )
}

function NumbersTable({ years, series, title }: { years: number[]; series: Series[]; title: string }) {
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Year</th>
          {series.map(({ label }) => (
            <th scope="col">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr>
            <th scope="row">{year}</th>
            {series.map(({ label, of }) => (
              <td data-label={label}>{of(year)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
