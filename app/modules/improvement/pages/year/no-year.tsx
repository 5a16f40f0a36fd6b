import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { ButtonLink, EmptyState } from '../../../../platform/ui/index.ts'
import { schoolYearName } from '../../school-year.ts'
import { yearText } from '../../text.year.ts'
import type { YearProps } from '../../year-props.ts'
import { PeriodLookBacks } from './period-look-backs.tsx'

interface NoYearProps {
  readonly locale: Locale
  readonly school: string
  readonly year: number
  readonly canSetUp: boolean
  readonly past: boolean
  /** The year before, whose look-backs the new one can start from. */
  readonly before: YearProps | null
}

/** A school year without a year board: what to do first, and what was learned the year before. */
export function NoYear({ locale, school, year, canSetUp, past, before }: NoYearProps): Html {
  const words = yearText(locale)
  const name = schoolYearName(year)
  const written = before?.board.periods.filter((period) => period.lookBacks.length > 0) ?? []
  return (
    <div class="stack loose">
      <h1 class="hide">{words.title(name)}</h1>
      <EmptyState
        as="h2"
        title={words.empty.title(name)}
        example={canSetUp ? words.ambition.example : undefined}
        action={
          canSetUp && (
            <ButtonLink kind="main" href={`${school}/year/${year}/set-up`} iconAfter="arrow-right">
              {words.empty.start}
            </ButtonLink>
          )
        }
      >
        {canSetUp ? words.empty.do : past ? words.empty.past : words.empty.read}
      </EmptyState>
      {before !== null && written.length > 0 && (
        <section class="stack">
          <h2>{words.empty.before(schoolYearName(before.board.schoolYear))}</h2>
          <ol class="year">
            {written.map((period) => (
              <li class="period tone-good">
                <h3>{period.theme ?? words.period.title(period.number)}</h3>
                <PeriodLookBacks {...before} period={period} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
