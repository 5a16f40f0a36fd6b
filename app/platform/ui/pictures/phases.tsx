import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { text } from '../text.ts'
import { classes } from '../tone.ts'

export const phases = ['kickOff', 'execution', 'evaluation', 'lookBack'] as const
export type Phase = (typeof phases)[number]

interface PhasesProps {
  readonly locale: Locale
  /** Where the theme is; `null` before it starts, `'done'` after its look-back. */
  readonly at: Phase | 'done' | null
  /** Only the picture; the words are spoken. */
  readonly bare?: boolean
}

/** Where a theme stands: kick-off, execution, evaluation, look-back. */
export function Phases({ locale, at, bare }: PhasesProps): Html {
  const words = text(locale)
  const reached = at === 'done' ? phases.length : at === null ? -1 : phases.indexOf(at)
  return (
    <ol class={classes('phases', bare && 'bare')}>
      {phases.map((phase, index) => (
        <li class={index < reached ? 'done' : undefined} aria-current={index === reached ? 'step' : undefined}>
          <span>
            {words.phases[phase]}
            {index < reached && <span class="hide"> {words.phaseDone}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
