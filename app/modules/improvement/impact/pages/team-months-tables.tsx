import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Table } from '../../../../platform/ui/index.ts'
import type { TeamMonth, TeamMonths, TeamRow } from '../team-months.ts'
import { impactText } from '../text.ts'
import { figureName, sayAbsent, sayCell, sayPlain } from './figure-words.ts'

interface TeamMonthsTablesProps {
  readonly locale: Locale
  readonly byTeam: readonly TeamMonths[]
}

/** For each instrument a table: a row a team, by name; a column a month. On a phone each team is a block. */
export function TeamMonthsTables({ locale, byTeam }: TeamMonthsTablesProps): Html {
  const words = impactText(locale)
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  return (
    <>
      {byTeam.map(({ instrument, reference, months, rows }) => (
        <section class="stack tight by-month">
          <h3>
            {figureName(locale, { name: instrument })}{' '}
            <span class="soft small">{words.reference(sayPlain(locale, 'per-month', reference))}</span>
          </h3>
          <Table
            stacks
            caption={words.byTeam.caption(figureName(locale, { name: instrument }))}
            captionHidden
            columns={[
              { head: words.agreement.team, cell: ({ team }: TeamRow) => team },
              ...months.map((each, index) => ({
                head: month.format(new Date(`${each}-01T00:00:00Z`)),
                cell: (row: TeamRow) => <Month locale={locale} of={row.months[index] ?? null} />,
              })),
              {
                head: words.byTeam.whole,
                cell: ({ whole: { unit, outcome } }: TeamRow) =>
                  outcome.ok ? (
                    sayCell(locale, unit, outcome)
                  ) : (
                    <span class="soft">{sayAbsent(locale, unit, outcome)}</span>
                  ),
              },
            ]}
            rows={rows}
          />
        </section>
      ))}
      <p class="source">{words.byTeam.source}</p>
    </>
  )
}

function Month({ locale, of }: { readonly locale: Locale; readonly of: TeamMonth | null }): Html {
  const words = impactText(locale).byTeam
  if (of === null) return <span class="soft">–</span>
  return (
    <>
      <b class="num">{of.times}</b>{' '}
      <span class="soft small">{words.rhythm(sayPlain(locale, 'per-month', of.rhythm))}</span>
    </>
  )
}
