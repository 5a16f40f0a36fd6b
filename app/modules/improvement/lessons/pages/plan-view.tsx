import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { fieldTexts, textFields } from '../document.ts'
import { type Plan, totalMinutes } from '../plan.ts'
import { lessonsText } from '../text.ts'

interface PlanViewProps {
  readonly locale: Locale
  readonly plan: Plan
}

/** The text of a version, to read. */
export function PlanView({ locale, plan }: PlanViewProps): Html {
  const words = lessonsText(locale).document
  const texts = fieldTexts(plan)
  const filled = textFields.filter((field) => texts[field] !== '')
  if (filled.length === 0 && plan.phases.length === 0) return <p class="soft">{words.nothing}</p>
  return (
    <div class="plan">
      <dl class="lesson-texts">
        {filled.map((field) => (
          <div>
            <dt>{field.startsWith('watch') ? `${words.watch} ${words[field]}` : words[field]}</dt>
            <dd>{texts[field]}</dd>
          </div>
        ))}
      </dl>
      {plan.phases.length > 0 && (
        <section class="lesson-phases">
          <h2>{words.phases}</h2>
          <ol>
            {plan.phases.map(({ what, minutes }) => (
              <li>
                <span class="what">{what}</span>
                <span class="minutes">
                  {String(minutes)} {words.minutesShort}
                </span>
              </li>
            ))}
          </ol>
          <p class="total strong">{words.total(totalMinutes(plan))}</p>
        </section>
      )}
    </div>
  )
}
