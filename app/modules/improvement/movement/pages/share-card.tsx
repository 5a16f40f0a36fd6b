import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Card, Plank } from '../../../../platform/ui/index.ts'
import { percentOf, type Share, schoolsToGo, towardsTipping, weeksLookedAt, weeksNeeded } from '../rhythm-rule.ts'
import { publicText } from '../text.public.ts'

interface ShareProps {
  readonly locale: Locale
  readonly share: Share
}

/** How many schools work this way, as a plank that tips at twenty percent, in figures and in words. */
export function ShareCard({ locale, share }: ShareProps): Html {
  const words = publicText(locale)
  const percent = percentOf(share)
  const toGo = schoolsToGo(share)
  const schools = share.schools.toLocaleString(locale)
  const way = Math.floor(towardsTipping(share) * 100)
  const label = toGo === 0 ? words.plankTipped : words.plank(Math.min(99, way))
  return (
    <Card as="section" tone="board">
      <div class="movement-share">
        {percent !== null && <Plank share={towardsTipping(share)} label={label} />}
        <div class="stack tight">
          <p class="say">
            {share.inRhythm === 0
              ? words.countNone(schools)
              : words.count(share.inRhythm.toLocaleString(locale), schools)}
          </p>
          <p>
            {percent === null
              ? words.tooFew
              : `${share.inRhythm === 0 ? '' : words.percent(percent)} ${toGo === 0 ? words.tipped : words.toGo(toGo)}`}
          </p>
        </div>
      </div>
    </Card>
  )
}

/** What the figure means and what it does not: beside it, not behind a press. */
export function Meaning({ locale }: { readonly locale: Locale }): Html {
  const { meaning } = publicText(locale)
  return (
    <Card as="section" tone="insight">
      <h2>{meaning.title}</h2>
      <ul>
        <li>{meaning.counts(weeksNeeded, weeksLookedAt)}</li>
        <li>{meaning.atLeast}</li>
        <li>{meaning.tipping}</li>
        <li>{meaning.not}</li>
        <li>{meaning.school}</li>
      </ul>
    </Card>
  )
}
