import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Button, Checkbox, Fold, SelectField } from '../../../platform/ui/index.ts'
import { numberWords } from '../number-words.ts'
import { fewestSimilar, type Likeness, usualLikeness } from '../school/similar-schools.ts'
import { schoolText } from '../school/text.ts'

/** How far schoolwegingen may be apart, as a visitor chooses; '' is whatever they are. */
const distances = [0.5, 1, 2, 5] as const

const regions = ['country', 'province', 'municipality'] as const

/** What an address asks, what is not there or not known as usual. */
export function readLikeness(query: (name: string) => string | undefined): Likeness {
  const asked = query('weighting')
  const region = regions.find((each) => each === query('region'))
  const distance = distances.find((each) => String(each) === asked)
  return {
    weighting: asked === 'any' ? null : (distance ?? usualLikeness.weighting),
    size: query('size') === 'yes',
    region: region ?? usualLikeness.region,
  }
}

interface LikenessFormProps {
  readonly locale: Locale
  readonly code: string
  readonly likeness: Likeness
  readonly found: number
}

/** Which schools this one is laid beside: the visitor chooses. */
export function LikenessForm({ locale, code, likeness, found }: LikenessFormProps): Html {
  const words = schoolText(locale).school
  const { likeness: labels } = words
  const isUsual = JSON.stringify(likeness) === JSON.stringify(usualLikeness)
  return (
    <section class="stack">
      <p>{found < fewestSimilar ? words.tooFew : words.similarLead(numberWords(locale, found))}</p>
      <Fold summary={words.similar} open={!isUsual}>
        <form class="form" method="get" action={`/results/schools/${code}`}>
          <SelectField
            name="weighting"
            label={labels.weighting}
            value={likeness.weighting === null ? 'any' : String(likeness.weighting)}
            options={[
              ...distances.map((each) => ({ value: String(each), label: labels.within(numberWords(locale, each)) })),
              { value: 'any', label: labels.any },
            ]}
          />
          <SelectField
            name="region"
            label={labels.region}
            value={likeness.region}
            options={regions.map((each) => ({ value: each, label: labels.regions[each] }))}
          />
          <Checkbox name="size" value="yes" label={labels.size} checked={likeness.size} />
          <div class="actions">
            <Button kind="main">{labels.apply}</Button>
          </div>
        </form>
      </Fold>
    </section>
  )
}
