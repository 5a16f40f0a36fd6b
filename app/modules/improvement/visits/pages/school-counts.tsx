import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Table } from '../../../../platform/ui/index.ts'
import { visitsText } from '../text.ts'
import type { VisitCount } from '../visit-store.ts'

interface SchoolCountsProps {
  readonly locale: Locale
  readonly counts: readonly VisitCount[]
}

/** How many visits were held, by team and month: all that the school sees. */
export function SchoolCounts({ locale, counts }: SchoolCountsProps): Html {
  const words = visitsText(locale).school
  const months = [...new Set(counts.map(({ month }) => month))].toSorted()
  // By name: by how many it would be a ranking.
  const teams = [...Map.groupBy(counts, ({ teamId }) => teamId).values()].toSorted((a, b) =>
    (a[0]?.teamName ?? words.noTeam).localeCompare(b[0]?.teamName ?? words.noTeam, locale),
  )
  const sum = (of: readonly VisitCount[], month?: string) =>
    of.reduce((total, each) => total + (month === undefined || each.month === month ? each.visits : 0), 0)
  return (
    <section class="stack tight">
      <h2>{words.title}</h2>
      <p class="soft">{words.lead}</p>
      {counts.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          captionHidden
          columns={[
            { head: words.team, cell: (team: readonly VisitCount[]) => team[0]?.teamName ?? words.noTeam },
            ...months.map((month) => ({
              head: formatDay(locale, `${month}-01`, 'short').replace(/^\d+ /, ''),
              cell: (team: readonly VisitCount[]) => sum(team, month),
              numeric: true,
            })),
            { head: words.total, cell: (team: readonly VisitCount[]) => sum(team), numeric: true },
          ]}
          rows={teams}
        />
      )}
    </section>
  )
}
