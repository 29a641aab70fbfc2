/** The emblem and the icons as elements. They are decoration: the words beside them say the same. */
import { emblem, icons } from '../../shared/drawings.ts'
import type { Icon as IconName } from '../../shared/telling.ts'

export function Emblem({ size = 'large' }: { size?: 'large' | 'small' }) {
  return (
    <svg class={`emblem ${size}`} viewBox={emblem.viewBox} aria-hidden="true" focusable="false">
      <path d={emblem.path} stroke-width={emblem.strokeWidth} />
    </svg>
  )
}

/** @param label where no words stand beside it */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return label ? (
    <svg class="icon" viewBox="0 0 24 24" role="img" aria-label={label}>
      <path d={icons[name]} />
    </svg>
  ) : (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={icons[name]} />
    </svg>
  )
}
