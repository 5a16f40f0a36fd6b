import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { Icon } from '../icons/icon.tsx'
import { text } from '../text.ts'

export interface Step {
  readonly key: string
  readonly label: string
  readonly state: 'done' | 'now' | 'later'
}

interface StepsProps {
  readonly locale: Locale
  readonly steps: readonly Step[]
  /** Where a step that is pressed is posted as `step=key`, as an entry; without it the steps can't be pressed. */
  readonly action?: string
}

/** The order of a session, and where it is. */
export function Steps({ locale, steps, action }: StepsProps): Html {
  const words = text(locale)
  const list = (
    <ol class="steps" aria-label={words.steps}>
      {steps.map((step, index) => {
        const inside = (
          <>
            <b aria-hidden="true">{step.state === 'done' ? <Icon name="check" /> : index + 1}</b>
            <span>{step.label}</span>
            {step.state === 'done' && <span class="hide"> {words.stepDone}</span>}
          </>
        )
        const looks = step.state === 'done' ? 'step done' : 'step'
        const current = step.state === 'now' ? 'step' : undefined
        return action === undefined ? (
          <li class={looks} aria-current={current}>
            {inside}
          </li>
        ) : (
          <li>
            <button type="submit" class={looks} name="step" value={step.key} aria-current={current}>
              {inside}
            </button>
          </li>
        )
      })}
    </ol>
  )
  if (action === undefined) return list
  return (
    <form class="grow" method="post" action={action} data-entry>
      {list}
    </form>
  )
}
