import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { type Figure, rangeOf } from '../impact.ts'
import { impactText } from '../text.ts'
import { figureName, sayBetween, sayFigure } from './figure-words.ts'

const width = 220
const margin = 12

/** A figure on its scale: the dot is what was counted, the band where it probably lies, the tick what schools in rhythm do. */
export function IntervalBar({ locale, figure }: { readonly locale: Locale; readonly figure: Figure }): Html {
  const { unit, outcome, reference } = figure
  const [low, high] = rangeOf(unit)
  const x = (value: number) =>
    Math.round(margin + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (width - 2 * margin))
  const words = impactText(locale)
  const label = outcome.ok
    ? words.picture(
        figureName(locale, figure),
        sayFigure(locale, unit, outcome.value),
        sayBetween(locale, unit, outcome.interval),
      )
    : words.absent['not-measured']
  return (
    <svg class="interval" viewBox={`0 0 ${width} 30`} role="img" aria-label={label}>
      <path class="base" d={`M${margin} 15H${width - margin}M${margin} 10v10M${width - margin} 10v10`} />
      {unit === 'points' && <path class="base" d={`M${width / 2} 8v14`} />}
      {reference !== undefined && <path class="reference" d={`M${x(reference)} 3v24`} />}
      {outcome.ok && outcome.interval && (
        <path class="between" d={`M${x(outcome.interval[0])} 15H${x(outcome.interval[1])}`} />
      )}
      {outcome.ok && <circle cx={x(outcome.value)} cy="15" r="7" />}
    </svg>
  )
}
